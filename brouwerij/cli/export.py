"""brouwerij export: the report of a workshop as a file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brouwerij.report.progress import Step

HELP = "Write the report of a workshop to a file."
EDITIONS = ("public", "participants", "organiser")
DOING = {"pages": "laying out page", "chapters": "writing part", "file": "finishing the file"}
"""How far the report is, by what is counted."""
ANEW = "\r\x1b[K"
"""Takes the line of a terminal away, for another."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help="the workshop's join code")
    parser.add_argument(
        "--format",
        default="docx",
        help="docx, html, pdf, xlsx, md, csv: a zip of tables, or json: to import again (docx)",
    )
    parser.add_argument("--edition", default="participants", choices=EDITIONS, help="for whom")
    parser.add_argument("--language", choices=("nl", "en"), help="the workshop's own if left out")
    parser.add_argument("-o", "--output", metavar="FILE", help="where to; - for standard output")


def run(args: argparse.Namespace) -> int:
    from brouwerij import clock
    from brouwerij.cli._app import kettle_of, ready_app
    from brouwerij.extensions import db
    from brouwerij.report import formats
    from brouwerij.report.exporting import export
    from brouwerij.report.paper import NotMade
    from brouwerij.report.shapes import Edition
    from brouwerij.store import logos
    from brouwerij.store.people import tidy_code

    code = tidy_code(args.code)
    app = ready_app()
    if args.format not in formats.FORMATS:
        print(f"brouwerij: the formats are {', '.join(sorted(formats.FORMATS))}", file=sys.stderr)
        return 2
    with app.app_context():
        kettle = kettle_of(code)
        if kettle is None:
            return 1
        language = args.language or kettle.board.workshop.language
        try:
            with _shown():
                file = export(
                    kettle.board,
                    kettle.people,
                    args.format,
                    Edition(args.edition),
                    language,
                    clock.now(),
                    code,
                    logos.of(db.session(), kettle.id, kettle.board.workshop.logo),
                )
        except NotMade as error:
            print(f"brouwerij: {error}", file=sys.stderr)
            return 1
    extension = formats.FORMATS[args.format].extension
    return _write(file, args.output or f"{code}-{args.edition}.{extension}")


@contextmanager
def _shown() -> Iterator[None]:
    """Show on a terminal how far the report is, and leave nothing of that behind."""
    from brouwerij.report.progress import heard

    if not sys.stderr.isatty():
        yield
        return
    try:
        with heard(_show):
            yield
    finally:
        print(ANEW, end="", file=sys.stderr, flush=True)


def _show(step: Step) -> None:
    counted = f" {step.done}" if step.what != "file" else ""
    of = f" of {step.total}" if counted and step.total else ""
    print(f"{ANEW}brouwerij: {DOING[step.what]}{counted}{of}", end="", file=sys.stderr, flush=True)


def _write(file: bytes, to: str) -> int:
    if to == "-":
        sys.stdout.buffer.write(file)
        return 0
    try:
        Path(to).write_bytes(file)
    except OSError as error:
        print(f"brouwerij: {to} cannot be written ({error.strerror})", file=sys.stderr)
        return 1
    print(to)
    return 0
