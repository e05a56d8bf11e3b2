"""brouwerij archive: a whole workshop as one file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HELP = "Write a whole workshop to one file, from which it can be restored anywhere."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help="the workshop's join code")
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="where to (CODE.brouwerij.zip if left out)"
    )
    parser.add_argument(
        "--without-people",
        action="store_true",
        help="leave out names, contact details and personal codes",
    )


def run(args: argparse.Namespace) -> int:
    from brouwerij import clock
    from brouwerij.cli._app import ready_app
    from brouwerij.extensions import db
    from brouwerij.store import archive, workshops

    with ready_app().app_context():
        row = workshops.by_code(db.session(), args.code)
        if row is None or not row.head:
            print(f"brouwerij: there is no workshop with the code {args.code}", file=sys.stderr)
            return 1
        people = not args.without_people
        file = archive.written(db.session(), row, clock.now(), people=people)
        to = Path(args.output or f"{row.code}.brouwerij.zip")
    try:
        to.touch(mode=0o600)  # there are people in it: not for everybody on this machine
        to.write_bytes(file)
    except OSError as error:
        print(f"brouwerij: {to} cannot be written ({error.strerror})", file=sys.stderr)
        return 1
    print(to)
    return 0
