"""brouwerij purge: erase the people of workshops whose time is over."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brouwerij.store.erasing import Due

HELP = "Erase names and contact details of workshops whose time is over."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "code", nargs="?", default="", metavar="CODE", help="only this one; all if left out"
    )
    parser.add_argument("--now", action="store_true", help="do not wait for its day; takes a CODE")
    parser.add_argument(
        "--dry-run", action="store_true", help="only say what would be done, and when"
    )
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(args: argparse.Namespace) -> int:
    from brouwerij.cli._app import ready_app
    from brouwerij.extensions import db
    from brouwerij.store import workshops
    from brouwerij.store.people import tidy_code

    code = tidy_code(args.code)
    if args.now and not code:
        print("brouwerij: --now takes the CODE of one workshop", file=sys.stderr)
        return 2
    with ready_app().app_context():
        if code and workshops.by_code(db.session(), code) is None:
            print(f"brouwerij: there is no workshop with the code {code}", file=sys.stderr)
            return 1
        return _purge(code, now=args.now, dry=args.dry_run, as_json=args.json)


def _purge(code: str, *, now: bool, dry: bool, as_json: bool) -> int:
    from brouwerij import clock
    from brouwerij.domain.dates import day_at
    from brouwerij.extensions import db
    from brouwerij.live import purging
    from brouwerij.store import erasing
    from brouwerij.store.gate import writer

    found, today = erasing.kept(db.session(), *filter(None, [code])), day_at(clock.now())
    db.session.remove()  # who still reads keeps SQLite from cleaning its files
    over = [it for it in found if now or it.on <= today]
    done = {it.code for it in over if not dry and purging.purge(it.code)}
    _tell([(it, it.code in done, it in over) for it in found], as_json)
    if dry:
        return 0
    if len(done) < len(over):
        print("brouwerij: not all could be erased; run this again", file=sys.stderr)
        return 1
    if not writer().leave_no_trace():
        print(
            "brouwerij: the database is in use, so its files may still hold what was erased; "
            "run this again",
            file=sys.stderr,
        )
        return 1
    return 0


def _tell(found: list[tuple[Due, bool, bool]], as_json: bool) -> None:
    """Say of each workshop whose people were kept what became of them, and else on which day."""
    if as_json:
        said = [
            {"code": it.code, "title": it.title, "on": it.on, "erased": erased, "due": due}
            for it, erased, due in found
        ]
        print(json.dumps(said, ensure_ascii=False))
        return
    for it, erased, due in found:
        state = "erased" if erased else "due now" if due else f"on {it.on}"
        print(f"{it.code}  {state:13}  {it.title}")
