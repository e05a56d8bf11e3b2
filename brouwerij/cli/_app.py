"""An app that is ready to use: settings read, logging on, database migrated."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from flask import Flask

from brouwerij import create_app
from brouwerij.config import ROOT, ConfigError, from_environment

if TYPE_CHECKING:
    from brouwerij.live.kettle import Kettle


def ready_app() -> Flask:
    """The app of this environment with its database up to date. Raises ConfigError."""
    config = from_environment()
    logging.basicConfig(
        level=config.log.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    for noisy in ("alembic", "engineio", "socketio", "werkzeug"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    app = create_app(config)
    with app.app_context():
        _migrate()
    return app


def _migrate() -> None:
    import flask_migrate
    from sqlalchemy.exc import OperationalError

    try:
        flask_migrate.upgrade(directory=str(ROOT / "migrations"))
    except OperationalError as error:
        why = " ".join(str(error.orig).split())
        raise ConfigError(f"DATABASE_URL: the database cannot be used ({why}).") from error


def kettle_of(code: str) -> Kettle | None:
    """The live workshop with this tidy code; None, and a sentence about it, when there is none."""
    from brouwerij.live import rooms

    try:
        return rooms.kettle(code)
    except LookupError:
        print(f"brouwerij: there is no workshop with the code {code}", file=sys.stderr)
        return None


def public_link(app: Flask, path: str) -> str:
    """A page as phones can reach it."""
    from brouwerij.server import public_address

    return public_address(app.config["BROUWERIJ"]) + path


def local_address(app: Flask) -> str:
    """Where this machine itself reaches the server of these settings."""
    from brouwerij import server

    return server.local_address(app.config["BROUWERIJ"])


def cookie_of_leader(code: str) -> str | None:
    """The cookie of somebody who leads a workshop, as in the header; None without the workshop."""
    from brouwerij import identity
    from brouwerij.extensions import db
    from brouwerij.store import workshops

    row = workshops.by_code(db.session(), code)
    links = workshops.links(db.session(), row.id) if row else []
    if not links:
        return None
    return f"{identity.facilitator_cookie(code)}={identity.facilitator_value(code, links[0].id)}"
