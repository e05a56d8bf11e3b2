"""brouwerij invite: a new one-time link by which an organiser makes an account."""

from __future__ import annotations

import argparse

HELP = "Print a one-time link by which an organiser makes an account."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It has none."""


def run(args: argparse.Namespace) -> int:
    from brouwerij import clock
    from brouwerij.cli._app import public_link, ready_app
    from brouwerij.store import accounts
    from brouwerij.store.gate import write

    app = ready_app()
    with app.app_context():
        token = write(lambda session: accounts.invite(session, clock.now()))
        print(public_link(app, f"/aanmelden/{token}"))
    return 0
