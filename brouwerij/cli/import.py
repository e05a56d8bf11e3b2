"""brouwerij import: statements from elsewhere as ideas, or a report as a workshop."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brouwerij.domain.board import Board
    from brouwerij.live.kettle import Kettle

HELP = (
    "Bring statements in as ideas, such as those of an online round before the meeting; or make a"
    " workshop of a report that was exported as JSON, and print its code and links."
)
COLUMNS = ("comment-body", "text")
REJECTED = "-1"
"""How Polis marks a statement that its moderators rejected."""
AT_ONCE = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        help="FILE.csv: statements, one a row, in a column comment-body or text; with a column "
        "moderated, those that have -1 in it stay out. FILE.json: a report, for a new workshop",
    )
    parser.add_argument("--into", metavar="CODE", help="the join code of the workshop for a CSV")
    parser.add_argument("--json", action="store_true", help="print the new workshop as JSON")


def run(args: argparse.Namespace) -> int:
    if args.file.lower().endswith(".json"):
        return _restore(args)
    if not args.into:
        print(
            "brouwerij: name the workshop for these statements with --into CODE; only a report"
            " that was exported as JSON makes a new one",
            file=sys.stderr,
        )
        return 2
    return _bring_in(args)


def _restore(args: argparse.Namespace) -> int:
    """Make a workshop of a report; the exit code."""
    import msgspec

    from brouwerij.cli._app import ready_app
    from brouwerij.cli.workshop import links_of, print_links
    from brouwerij.domain.refusals import Refusal
    from brouwerij.live import rooms
    from brouwerij.report.restoring import wanted
    from brouwerij.texts import sentence

    try:
        file = Path(args.file).read_bytes()
    except OSError as error:
        print(f"brouwerij: {args.file} cannot be read ({error.strerror})", file=sys.stderr)
        return 1
    app = ready_app()
    with app.test_request_context():
        asked = wanted(file)
        if isinstance(asked, Refusal):
            told = sentence(asked.code, asked.params, "en")
            print(f"brouwerij: {args.file}: {told}", file=sys.stderr)
            return 1
        data = msgspec.to_builtins(asked.command)
        row, _ = rooms.create(None, data, "workshop.restore", logo=asked.logo)
        print_links({"code": row.code, **links_of(app, row.id, row.code)}, as_json=args.json)
    return 0


def _bring_in(args: argparse.Namespace) -> int:
    from brouwerij.cli._app import kettle_of, ready_app
    from brouwerij.cli._tables import TableError
    from brouwerij.store.people import tidy_code

    try:
        texts, passed_over = read(args.file)
    except TableError as error:
        print(f"brouwerij: {args.file}: {error}", file=sys.stderr)
        return 1
    app = ready_app()
    with app.app_context():
        kettle = kettle_of(tidy_code(args.into))
        return bring(kettle, texts, passed_over) if kettle else 1


def read(path: str) -> tuple[list[str], int]:
    """The statements to bring in, each once, and how many rows stay out.

    Raises TableError with the row of what is too long to be an idea.
    """
    from brouwerij.cli._tables import TableError, open_table
    from brouwerij.domain import text
    from brouwerij.domain.refusals import Refusal

    texts: dict[str, None] = {}
    rows = 0
    with open_table(path) as table:
        at = table.column(*COLUMNS)
        moderated = table.header.index("moderated") if "moderated" in table.header else None
        for number, cells in table.rows:
            rows += 1
            words = text.optional(cells[at], text.IDEA_LENGTH)
            if isinstance(words, Refusal):
                raise TableError(
                    f"row {number}, column {table.header[at]}: an idea has at most "
                    f"{text.IDEA_LENGTH} characters; make it shorter. Nothing was brought in"
                )
            if words and (moderated is None or cells[moderated].strip() != REJECTED):
                texts[words] = None
    return list(texts), rows - len(texts)


def bring(kettle: Kettle, texts: list[str], passed_over: int) -> int:
    """Bring these in, but for those that are there, and say how it went; the exit code."""
    from brouwerij.domain.commands import Command
    from brouwerij.domain.entities import Idea
    from brouwerij.live.rooms import SYSTEM

    round = round_for_ideas(kettle.board)
    if not round:
        print("brouwerij: this workshop has no round for ideas in its plan", file=sys.stderr)
        return 1
    there = {idea.text for idea in kettle.board.all(Idea).values() if idea.round == round}
    new = [text for text in texts if text not in there]
    commands = [Command(id_of(round, t), "idea.bring", {"round": round, "text": t}) for t in new]
    for start in range(0, len(commands), AT_ONCE):
        results = kettle.submit(SYSTEM, commands[start : start + AT_ONCE])
        refused = next((result.refusal for result in results if result.refusal), None)
        if refused is not None:
            print(f"brouwerij: not all was brought in ({refused.code}); try again", file=sys.stderr)
            return 1
    print(
        f"{len(new)} ideas brought in, {len(texts) - len(new)} were there already, "
        f"{passed_over} rows passed over (empty, rejected or the same as another)"
    )
    return 0


def round_for_ideas(board: Board) -> str:
    """The first round for ideas that is not closed, else the first; "" without one."""
    rounds = [round for round in board.rounds if round.kind == "ideas"]
    still = [round for round in rounds if round.status != "closed"]
    return next((round.id for round in still or rounds), "")


def id_of(round: str, text: str) -> str:
    """The id of the command for a text: the same each time, so that a second run is harmless."""
    import hashlib

    return f"import-{hashlib.sha256(f'{round} {text}'.encode()).hexdigest()[:32]}"
