"""Who may vote: everyone in the room when the ballot opens, and who comes in while it is open.

Each elector keeps the initiative of that moment, so that moving about changes no result.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, TypeVar

import msgspec

from brouwerij.domain.board import Board
from brouwerij.domain.commands import Context
from brouwerij.domain.entities import Entity, Participant, Round, collected
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.views import Lens

B = TypeVar("B", bound=Entity)


@collected
class Elector(Entity, frozen=True, omit_defaults=True):
    """Somebody who may vote in a round; the id is ROUND:PERSON."""

    collection: ClassVar[str] = "electors"
    round: str = ""
    participant: str = ""
    initiative: str = ""


def elector(round: Round, participant: Participant) -> Elector:
    id = f"{round.id}:{participant.id}"
    return Elector(id, round.id, participant.id, participant.initiative)


def opens(board: Board, round: Round, now: int) -> Iterable[Entity]:
    return [elector(round, it) for it in board.present if not it.forgotten]


def joins(board: Board, round: Round, participant: Participant) -> Iterable[Entity]:
    return [] if participant.forgotten else [elector(round, participant)]


def electorate(board: Board, round: str) -> dict[str, str]:
    """Participant -> initiative, of everyone who may vote in a round."""
    return {e.participant: e.initiative for e in board.all(Elector).values() if e.round == round}


def voter(ctx: Context) -> str | Refusal:
    """The id of the actor when they may vote in this round."""
    if ctx.board.get(Elector, f"{ctx.this_round.id}:{ctx.actor.id}") is None:
        return Refusal("participant.unknown")
    return ctx.actor.id


def helped(board: Board, voters: Iterable[str]) -> int:
    """How many of those who voted are guests, whose vote a helper entered."""
    return sum(board.participants[voter].guest for voter in voters)


def seen_by_helper(lens: Lens, ballot: B) -> B | None:
    """A ballot as others see it: who leads sees those of guests, which they enter too."""
    voter = lens.board.get(Participant, ballot.owner)
    return ballot if lens.staff and voter is not None and voter.guest else None


def was_opened(board: Board) -> bool:
    """Whether any ballot was opened, after which themes no longer come, go or split."""
    return bool(board.all(Elector))


def opened_rounds(board: Board) -> list[Round]:
    """The rounds in which anybody may vote, or might."""
    rounds = {elector.round for elector in board.all(Elector).values()}
    return [round for round in board.rounds if round.id in rounds]


def shown_before(board: Board, round: Round) -> Round | None:
    """The last round of the same kind before this one, of which the room saw the results: what a
    new vote is compared with."""
    earlier = board.rounds[: board.rounds.index(round)]
    return next(
        (r for r in reversed(earlier) if r.kind == round.kind and r.phase == "results"), None
    )


class Turnout(msgspec.Struct, frozen=True):
    """How many voted of how many who may, for everyone and per initiative as [voted, people]."""

    voted: int
    people: int
    initiatives: dict[str, tuple[int, int]]


def turnout(people: dict[str, str], voters: set[str]) -> Turnout:
    """The turnout of an electorate (participant -> initiative)."""
    per: dict[str, tuple[int, int]] = {}
    for participant, initiative in people.items():
        voted, total = per.get(initiative, (0, 0))
        per[initiative] = (voted + (participant in voters), total + 1)
    return Turnout(len(voters & people.keys()), len(people), per)
