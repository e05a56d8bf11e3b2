"""brouwerij demo: a server with a workshop on it, that made-up people live through.

The people are a process of their own (`brouwerij simulate`): they are asyncio, the server may not
be. Both stop together.
"""

from __future__ import annotations

import argparse
import subprocess
import sys

from flask import Flask

from brouwerij import aio
from brouwerij.cli import _arguments, workshop
from brouwerij.cli import serve as serving

HELP = "Serve an example workshop that made-up people live through while you watch."
PACE = 2.4
"""Seconds per act: with fifty people the afternoon takes about three minutes."""
TEMPLATE, TABLES = "grote-zaal", 7
"""All of an afternoon, with sorting together on phones, and tables to brew at."""
GOODBYE_SECONDS = 5
LOOK_SECONDS = 0.5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    _arguments.crowd(parser, pace=PACE)


def run(args: argparse.Namespace) -> int:
    from brouwerij.cli._app import ready_app

    app = ready_app()
    listener = serving.listener_of(app)
    if listener is None:
        return 1
    with app.test_request_context():
        made = workshop.create(
            TEMPLATE,
            tables=TABLES,
            title="Ideeënbrouwerij",
            question=workshop.QUESTION,
            initiatives=_initiatives(),
        )
    if isinstance(made, str):
        print(f"brouwerij: {made}", file=sys.stderr)
        return 1
    _show(app, made)
    people = _let_in(made["code"], args)
    aio.spawn(_see_out, people)
    try:
        return serving.serve(app, listener)
    finally:
        _send_home(people)


def _initiatives() -> list[str]:
    from brouwerij.simulate.words import INITIATIVES

    return [initiative.name for initiative in INITIATIVES]


def _show(app: Flask, made: dict[str, str]) -> None:
    """Print where to look. Links for this machine itself, so that they work without a network."""
    from brouwerij.cli._app import local_address, public_link

    here = app.config["BROUWERIJ"].url or local_address(app)
    links = {name: link.replace(public_link(app, ""), here) for name, link in made.items()}
    print(
        f"\nOpen the projector:\n\n    {links['projector_url']}\n"
        f"\nTake part with a phone of your own:  {made['join_url']}"
        f"\nLead it yourself:                    {links['facilitator_url']}"
        f"\nThe organiser's page, with report:   {links['organiser_url']}"
        "\n\nCtrl-C stops it.\n",
        flush=True,
    )


def _let_in(code: str, args: argparse.Namespace) -> subprocess.Popen[bytes]:
    words = [f"--{name}={getattr(args, name)}" for name in ("people", "seed", "pace")]
    return subprocess.Popen([sys.executable, "-m", "brouwerij", "simulate", code, *words])  # noqa: S603


def _see_out(people: subprocess.Popen[bytes]) -> None:
    """Say when the people are done; serving goes on."""
    while people.poll() is None:
        aio.sleep(LOOK_SECONDS)
    if people.returncode in (0, 1):
        print("\nThe afternoon is over; look around as long as you like.", file=sys.stderr)


def _send_home(people: subprocess.Popen[bytes]) -> None:
    if people.poll() is None:
        people.terminate()
    try:
        people.wait(GOODBYE_SECONDS)
    except subprocess.TimeoutExpired:
        people.kill()
