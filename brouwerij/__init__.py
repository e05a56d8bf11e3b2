"""Brouwerij: an Ideeënbrouwerij on the phones in the room and a projector."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from brouwerij.config import ROOT, Config, from_environment

if TYPE_CHECKING:
    from flask import Flask

__version__ = "0.1.0"


def create_app(config: Config | None = None) -> Flask:
    """The application with these settings, by default those of the environment.

    Raises ConfigError when a setting has a value that it cannot have.
    """
    from flask import Flask  # not before brouwerij.aio could patch

    from brouwerij.store.writer import ENGINE

    config = config or from_environment()
    app = Flask(
        "brouwerij",
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
        instance_path=str(config.instance),
    )
    app.config.from_mapping(
        BROUWERIJ=config,
        LANGUAGE=config.language,
        SECRET_KEY=config.secret_key,
        SQLALCHEMY_DATABASE_URI=config.database_url,
        SQLALCHEMY_ENGINE_OPTIONS=ENGINE,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=timedelta(days=30),
        MAX_CONTENT_LENGTH=1024 * 1024,
        WTF_CSRF_TIME_LIMIT=None,
    )
    _trust_proxy(app, config)
    if config.breaks:
        from brouwerij.live import broken

        broken.apply(config.breaks)
    _bind_extensions(app, config)
    _add_web(app)
    return app


def _trust_proxy(app: Flask, config: Config) -> None:
    if config.proxy:
        from werkzeug.middleware.proxy_fix import ProxyFix

        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)  # type: ignore[method-assign]


def _bind_extensions(app: Flask, config: Config) -> None:
    from brouwerij import aio, fastjson
    from brouwerij.extensions import csrf, db, migrate, socketio
    from brouwerij.i18n import init_i18n
    from brouwerij.live import rooms, sockets
    from brouwerij.live.door import Packet
    from brouwerij.live.manager import RoomlessManager
    from brouwerij.server import origins
    from brouwerij.store import gate
    from brouwerij.store import models as models
    from brouwerij.web.assets import init_assets

    db.init_app(app)
    migrate.init_app(app, db, directory=str(ROOT / "migrations"), render_as_batch=True)
    gate.bind(app, config.database_url)
    csrf.init_app(app)
    init_i18n(app)
    init_assets(app)
    socketio.init_app(
        app,
        async_mode=aio.mode(),
        async_handlers=False,
        client_manager=RoomlessManager(),
        serializer=Packet,
        json=fastjson,
        cors_allowed_origins=origins(config),
        ping_interval=10,
        ping_timeout=20,
        max_http_buffer_size=64 * 1024,
        manage_session=False,
    )
    bound = sockets.bind(app, socketio.server, config.straight, config.redis_url)
    idle = config.idle * 60.0
    rooms.bind(app, bound.emit, config.redis_url, connected=bound.connected, idle=idle)


def _add_web(app: Flask) -> None:
    from brouwerij import web

    web.init_app(app)
