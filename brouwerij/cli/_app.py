"""An app that is ready to use: settings read, logging on, database migrated."""

from __future__ import annotations

import logging

from flask import Flask

from brouwerij import create_app
from brouwerij.config import ROOT, from_environment


def ready_app() -> Flask:
    """The app of this environment with its database up to date. Raises ConfigError."""
    import flask_migrate

    config = from_environment()
    logging.basicConfig(
        level=config.log.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    for noisy in ("alembic", "engineio", "socketio", "werkzeug"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    app = create_app(config)
    with app.app_context():
        flask_migrate.upgrade(directory=str(ROOT / "migrations"))
    return app
