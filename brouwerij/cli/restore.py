"""brouwerij restore: a workshop from the file that `brouwerij archive` wrote."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brouwerij.domain.refusals import Refusal
    from brouwerij.store.archive import Archive

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

    try:
        with Path(args.file).open("rb") as file:
            content = file.read(archive.LARGEST + 1)
    except OSError as error:
        print(f"brouwerij: {args.file} cannot be read ({error.strerror})", file=sys.stderr)
        return 1
    app = ready_app()
    with app.test_request_context():
        found = archive.read(content)
        if isinstance(found, Refusal):
            return _refused(args.file, found)
        made = archive.restored(writer(), found, None, clock.now())
        if isinstance(made, Refusal):
            return _refused(args.file, made)
        row, was = made
        if row.code != was:
            print(
                f"brouwerij: {was} is in use here, so the code is now {row.code}", file=sys.stderr
            )
        _warn_of_people(found, row.code)
        print_links({"code": row.code, **links_of(app, row.id, row.code)}, as_json=args.json)
    return 0


def _refused(file: str, why: Refusal) -> int:
    from brouwerij.texts import sentence

    print(f"brouwerij: {file}: {sentence(why.code, why.params, 'en')}", file=sys.stderr)
    return 1


def _warn_of_people(found: Archive, code: str) -> None:
    """Say whose data is here now: who had it deleted after the archive was written has it back."""
    from brouwerij.domain.dates import day_at
    from brouwerij.extensions import db
    from brouwerij.store import erasing

    for kept in erasing.kept(db.session(), code) if found.people else []:
        print(
            f"brouwerij: {code} holds personal data of {len(found.people)} people, until {kept.on};"
            " delete it again for whoever had that done since"
            f" {day_at(found.manifest.made_at)}",
            file=sys.stderr,
        )
