"""Counting a poll again from the log alone, by nobody's screen.

It reads the entries themselves: who might vote and since when, and the last answer of each. What
it comes to is compared with what the board shows, which is counted in another way.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import msgspec

from brouwerij.domain import polls, support
from brouwerij.domain.board import Board, Entry
from brouwerij.domain.electorate import Elector
from brouwerij.domain.entities import Entity, Ref, Round
from brouwerij.domain.slates import slate


class Admitted(msgspec.Struct, frozen=True):
    """Somebody who may vote since a ballot is open. seq, at: of the log's entry; at in ms."""

    participant: str
    seq: int
    at: int


class Recount(msgspec.Struct, frozen=True):
    """A poll as the log has it.

    opened: the seq of its opening, with electors people who might vote then; late: who came in
    after. found: theme -> measure, in the order put to the vote. differs: the themes of which the
    board shows another verdict or other counts. coverage: the share of the electorate that
    supports one of the carried themes. proposal: as many themes in which every part of the room
    has its share.
    """

    round: str
    poll: polls.Poll
    opened: int
    electors: int
    late: list[Admitted]
    too_few: bool
    found: dict[str, support.ThemeSupport]
    differs: list[str]
    coverage: Fraction
    proposal: list[str]


def recount(entries: Iterable[Entry], board: Board) -> list[Recount]:
    """Every poll whose results were opened, counted again, in the order of the plan.

    board: what the screens are made from, to compare with.
    """
    log = list(entries)
    asked = (round for round in board.rounds if board.get(polls.Poll, round.id) is not None)
    return [_recount(log, board, round) for round in asked if round.phase == "results"]


def _recount(log: list[Entry], board: Board, round: Round) -> Recount:
    standing: dict[Ref, Entity] = {}
    since: dict[Ref, Entry] = {}
    for entry in log:
        for entity in entry.change.set:
            if getattr(entity, "round", entity.id) == round.id:
                standing[entity.ref] = entity
                since.setdefault(entity.ref, entry)
        for ref in entry.change.drop:
            standing.pop(ref, None)
            since.pop(ref, None)
    (asked,) = (e for e in standing.values() if isinstance(e, polls.Poll))
    electors = {ref: e for ref, e in standing.items() if isinstance(e, Elector)}
    ballots = [e for e in standing.values() if isinstance(e, polls.PollBallot)]
    opened = since[asked.ref].seq
    late = [
        Admitted(elector.participant, since[ref].seq, since[ref].at)
        for ref, elector in electors.items()
        if since[ref].seq > opened
    ]
    given = polls.votes_in(asked, ballots, {e.participant: e.initiative for e in electors.values()})
    found = polls.measured(given)
    together = slate(given, found)
    people = together.people
    return Recount(
        round=round.id,
        poll=asked,
        opened=opened,
        electors=people - len(late),
        late=late,
        too_few=given.too_few,
        found=found,
        differs=_differing(found, board, round),
        coverage=Fraction(together.covered, people or 1),
        proposal=together.proposed,
    )


def _differing(found: dict[str, support.ThemeSupport], board: Board, round: Round) -> list[str]:
    shown = {result.theme: result for result in polls.results(board, round)}
    return [
        theme
        for theme, of in found.items()
        if theme not in shown
        or (of.verdict.value, of.support, of.live_with, of.object, of.electorate)
        != (
            shown[theme].verdict, shown[theme].support, shown[theme].live_with,
            shown[theme].object, shown[theme].people,
        )
    ] + [theme for theme in shown if theme not in found]  # fmt: skip
