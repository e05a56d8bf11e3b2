"""brouwerij simulate: made-up people live through a workshop on the running server."""

from __future__ import annotations

import argparse
import sys

from brouwerij.cli import _arguments

HELP = "Let made-up people live through a workshop on the running server."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help="the workshop's join code")
    _arguments.crowd(parser, pace=0.0)
    parser.add_argument("--end", action="store_true", help="end the workshop afterwards")
    parser.add_argument("--json", action="store_true", help="print the summary as JSON")


def run(args: argparse.Namespace) -> int:
    import asyncio

    import msgspec

    from brouwerij.cli._app import cookie_of_leader, local_address, ready_app
    from brouwerij.simulate import Setting, Summary, simulate
    from brouwerij.simulate.client import NotWelcome
    from brouwerij.store.people import tidy_code

    code = tidy_code(args.code)
    app = ready_app()
    with app.app_context():
        cookie = cookie_of_leader(code)
    if cookie is None:
        print(f"brouwerij: there is no workshop with the code {code}", file=sys.stderr)
        return 1
    setting = Setting(local_address(app), code, cookie, args.people, args.seed, args.pace, args.end)
    try:
        summary: Summary = asyncio.run(simulate(setting, _say))
    except asyncio.CancelledError:  # Ctrl-C, in the middle of waiting for many at once
        return 130
    except (ConnectionError, NotWelcome, TimeoutError) as error:
        print(f"brouwerij: the simulation stopped: {error or 'no answer came'}", file=sys.stderr)
        return 1
    print(msgspec.json.encode(summary).decode() if args.json else _told(summary))
    return 0 if summary.well else 1


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _told(summary: object) -> str:
    import msgspec

    of = msgspec.to_builtins(summary)
    return "\n".join(f"{name}: {_in_words(value)}" for name, value in of.items())


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{name} {number}" for name, number in value.items())
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return str(value)
