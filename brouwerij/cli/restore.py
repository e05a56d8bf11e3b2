"""brouwerij restore: a workshop from the file that `brouwerij archive` wrote."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HELP = "Bring back a workshop from an archive, and print its code and links."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="what `brouwerij archive` wrote")
    parser.add_argument("--json", action="store_true", help="print its code and links as JSON")


def run(args: argparse.Namespace) -> int:
    from brouwerij import clock
    from brouwerij.cli._app import ready_app
    from brouwerij.cli.workshop import links_of, print_links
    from brouwerij.domain.refusals import Refusal
    from brouwerij.store import archive
    from brouwerij.store.gate import writer
    from brouwerij.texts import sentence

    try:
        with Path(args.file).open("rb") as file:
            content = file.read(archive.LARGEST + 1)
    except OSError as error:
        print(f"brouwerij: {args.file} cannot be read ({error.strerror})", file=sys.stderr)
        return 1
    app = ready_app()
    with app.test_request_context():
        found = archive.read(content)
        made: archive.Restored | Refusal = (
            found
            if isinstance(found, Refusal)
            else archive.restored(writer(), found, None, clock.now())
        )
        if isinstance(made, Refusal):
            told = sentence(made.code, made.params, "en")
            print(f"brouwerij: {args.file}: {told}", file=sys.stderr)
            return 1
        row, was = made
        if row.code != was:
            print(
                f"brouwerij: {was} is in use here, so the code is now {row.code}", file=sys.stderr
            )
        print_links({"code": row.code, **links_of(app, row.id, row.code)}, as_json=args.json)
    return 0
