"""brouwerij audit: every verdict of a workshop counted again from the log."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from brouwerij.domain.audit import Recount
    from brouwerij.domain.board import Board
    from brouwerij.domain.support import ThemeSupport

HELP = "Count every verdict of a workshop again from its log, and compare with what is shown."
NONE = "There is no poll whose results were opened; what is still secret is not counted."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help="the workshop's join code")
    parser.add_argument("--json", action="store_true", help="print it as JSON, an object a poll")


def run(args: argparse.Namespace) -> int:
    """Count; 1 when something differs from what is shown."""
    from brouwerij.cli._app import kettle_of, ready_app
    from brouwerij.domain.audit import recount
    from brouwerij.store import log
    from brouwerij.store.gate import writer
    from brouwerij.store.people import tidy_code

    app = ready_app()
    with app.app_context():
        kettle = kettle_of(tidy_code(args.code))
        if kettle is None:
            return 1
        entries = writer().run(lambda session: list(log.entries(session.connection(), kettle.id)))
    counts = recount(entries, kettle.board)
    print(_json(counts, kettle.board) if args.json else "\n".join(told(counts, kettle.board)))
    return 1 if any(count.differs for count in counts) else 0


def _json(counts: list[Recount], board: Board) -> str:
    import msgspec

    return msgspec.json.encode([_plain(count, board) for count in counts]).decode()


def _plain(count: Recount, board: Board) -> dict[str, Any]:
    import msgspec

    themes = [
        {"theme": theme, "name": _name(board, theme), **msgspec.structs.asdict(found)}
        for theme, found in count.found.items()
    ]
    return {
        "round": count.round, "groups": count.poll.groups, "too_few": count.too_few,
        "rule": count.poll.rule, "opened": count.opened, "electors": count.electors,
        "late": count.late, "themes": themes, "differs": count.differs,
        "coverage": str(count.coverage), "proposal": count.proposal,
    }  # fmt: skip


def told(counts: list[Recount], board: Board) -> Iterator[str]:
    """The counts in words: the rule, who might vote, every theme, and whether it is as shown."""
    if not counts:
        yield NONE
    for count in counts:
        yield from _told(count, board)


def _told(count: Recount, board: Board) -> Iterator[str]:
    from brouwerij.cli._rule import told as rule_told

    yield f"Poll {count.round}. The first of these that holds:"
    yield from (f"  {sentence}" for sentence in rule_told(count.poll.rule))
    yield f"Groups: {_groups(count)}."
    yield (
        f"Electorate: {count.electors} when it opened (entry {count.opened} of the log), "
        f"{len(count.late)} let in later. Those who lead do not count."
    )
    for one in count.late:
        at = datetime.fromtimestamp(one.at / 1000, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
        yield f"  {one.participant} since entry {one.seq}, {at}"
    for theme, found in count.found.items():
        yield f"{_name(board, theme)}: {found.verdict}"
        yield f"  {_numbers(found)}"
    yield f"Who supports a carried theme: {count.coverage} of the electorate."
    names = ", ".join(_name(board, theme) for theme in count.proposal) or "none"
    yield f"As many themes by the Method of Equal Shares: {names}."
    differs = ", ".join(_name(board, theme) for theme in count.differs)
    yield f"NOT AS SHOWN: {differs}" if differs else "All is as the screens show it."


def _groups(count: Recount) -> str:
    if count.too_few:
        return "initiatives; there are too few voters or themes for opinion groups"
    return {"initiatives": "initiatives", "opinions": "people who answered alike"}[
        count.poll.groups
    ]


def _numbers(of: ThemeSupport) -> str:
    return (
        f"{of.support} support, {of.live_with} can live with it, {of.object} object, of "
        f"{of.electorate}; turnout {of.turnout:.1%}, breadth {of.breadth:.1%}, tolerance "
        f"{of.tolerance:.1%}, objections {of.objection:.1%}, weakest group {of.weakest:.1%}, "
        f"bridge {of.bridge:.3f}"
    )


def _name(board: Board, theme: str) -> str:
    from brouwerij.domain.entities import Theme

    found = board.get(Theme, theme)
    return found.name if found else theme
