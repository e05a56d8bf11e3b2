"""brouwerij serve: migrate the database, say where to go, and serve."""

from __future__ import annotations

import argparse
import gc
import logging
import socket
import sys
from urllib.parse import urlsplit

from flask import Flask

HELP = "Serve Brouwerij on this machine."
STOP_SECONDS = 4.0
"""How long commands in progress may take when the server is told to stop."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It has none: every setting comes from the environment (docs/settings.md)."""


def run(args: argparse.Namespace) -> int:
    from brouwerij.cli._app import ready_app

    app = ready_app()
    listener = listener_of(app)
    if listener is None:
        return 1
    with app.app_context():
        greet(app)
    return serve(app, listener)


def listener_of(app: Flask) -> socket.socket | None:
    """The socket to serve on; None, and a sentence about it, when the address is taken."""
    from brouwerij.config import Config
    from brouwerij.server import listen

    config: Config = app.config["BROUWERIJ"]
    try:
        return listen((config.host, config.port))
    except OSError as error:
        print(
            f"brouwerij: port {config.port} of {config.host} cannot be used ({error.strerror}). "
            "Stop what is using it, or set BROUWERIJ_PORT to another number.",
            file=sys.stderr,
        )
        return None


def serve(app: Flask, listener: socket.socket) -> int:
    """Serve until told to stop, and answer what is under way."""
    from brouwerij import aio
    from brouwerij.config import Config
    from brouwerij.live import purging, rehearsals, rooms
    from brouwerij.server import raise_file_limit

    config: Config = app.config["BROUWERIJ"]
    raise_file_limit(config.connections)
    spare_the_collector()
    logging.getLogger("brouwerij").info("serving on %s:%d", config.host, config.port)
    rooms.keep_sweeping(app)
    rehearsals.keep_ending(app)
    purging.keep_purging(app)
    aio.serve(app, listener, connections=config.connections)
    rooms.close(app, STOP_SECONDS)
    return 0


def spare_the_collector() -> None:
    """Have garbage collected less often: what a server holds is many things and few cycles.

    Walking all that thousands of phones hold took an eighth of the server's time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def greet(app: Flask) -> None:
    """Print where phones can reach this, as a link and a QR code, and how to sign up."""
    import segno

    from brouwerij import clock
    from brouwerij.extensions import db
    from brouwerij.server import public_address
    from brouwerij.store import accounts
    from brouwerij.store.gate import write

    address = public_address(app.config["BROUWERIJ"])
    print(f"\nBrouwerij is on {address}\n{who_can_scan(address)}\n")
    if not only_here(address):
        segno.make(address, error="l").terminal(compact=True)
    if not accounts.anybody(db.session()):
        token = write(lambda session: accounts.invite(session, clock.now()))
        print(f"\nMake your organiser's account here (works once):\n{address}/aanmelden/{token}\n")
    sys.stdout.flush()


def who_can_scan(address: str) -> str:
    """Whether phones can reach the address; if not, what would let them."""
    if only_here(address):
        return (
            "Only this machine can reach that. For phones it has to be on a network, "
            "and BROUWERIJ_HOST has to be 0.0.0.0."
        )
    return "Phones on the same network can scan this:"


def only_here(address: str) -> bool:
    """Whether only this machine can reach an address."""
    host = urlsplit(address).hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")
