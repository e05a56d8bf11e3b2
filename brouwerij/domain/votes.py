"""What a ballot holds: what was put to the vote, and everybody's answers.

The round that asks is rounds/voting/ballot.py; how the answers are counted is in ballots/. The
pairs that somebody compares are dealt in pairs.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, ClassVar

from msgspec import Meta

from brouwerij.domain.ballots import METHODS, WHOLE, Answer, Method, MethodName
from brouwerij.domain.board import Board
from brouwerij.domain.commands import replace
from brouwerij.domain.entities import Entity, Ref, Round, collected
from brouwerij.domain.rounds import Settings
from brouwerij.domain.themes import surviving

BETWEEN = ":"
"""What stands between the two themes of a pair."""


class BallotSettings(Settings, frozen=True, kw_only=True):
    """shortlist: how many themes go on, by a method that draws no line of its own. pairs: how many
    each person compares at most, by the method that compares pairs."""

    method: MethodName = "gradients"
    shortlist: Annotated[int, Meta(ge=1, le=50)] = 8
    pairs: Annotated[int, Meta(ge=1, le=50)] = 10


@collected
class Ballot(Entity, frozen=True, omit_defaults=True):
    """What was put to the vote and how; its id is the round's.

    before: the round it repeats. amended: theme -> the proposal as it reads since then.
    """

    collection: ClassVar[str] = "ballots"
    method: MethodName = "gradients"
    themes: tuple[str, ...] = ()
    before: str = ""
    amended: dict[str, str] = {}


@collected
class Amendment(Entity, frozen=True, omit_defaults=True):
    """How a proposal reads that is voted on again; the id is ROUND:THEME, of the vote before."""

    collection: ClassVar[str] = "amendments"
    round: str = ""
    theme: str = ""
    text: str = ""


@collected
class Vote(Entity, frozen=True, omit_defaults=True):
    """What one person says about one thing; the id is ROUND:PERSON:ABOUT.

    about: what was asked: a theme, a pair of them as A:B, or "" for the whole ballot. value: None
    when they abstain. turn: of a pair that was dealt, from 1; open: it was not answered yet.
    """

    collection: ClassVar[str] = "votes"
    round: str = ""
    participant: str = ""
    about: str = ""
    value: int | None = None
    reason: str = ""
    turn: int = 0
    open: bool = False

    @property
    def owner(self) -> str:
        return self.participant


def votes(board: Board, round: str) -> dict[str, dict[str, Answer]]:
    """Everybody's answers in a round: person -> what was asked -> the answer."""
    given: dict[str, dict[str, Answer]] = {}
    for it in board.all(Vote).values():
        if it.round == round and not it.open:
            given.setdefault(it.participant, {})[it.about] = Answer(it.value, it.reason)
    return given


def mine_of(board: Board, round: str, me: str) -> dict[str, Vote]:
    """What somebody was dealt or said in a round, by what it is about."""
    owned = (board.at(ref) for ref in board.owned.get(me, ()))
    return {it.about: it for it in owned if isinstance(it, Vote) and it.round == round}


def about_now(board: Board, about: str) -> str:
    """What is meant by something that was asked, now that themes may have gone up in others."""
    parts = about.split(BETWEEN)
    return BETWEEN.join(found.id if (found := surviving(board, id)) else id for id in parts)


def stands(board: Board, round: Round, coming: Mapping[Ref, Entity | None]) -> bool:
    """Whether votes that a helper takes back to are about what is asked now, and whether each may
    stand beside the person's others. coming: what is to stand where."""
    ballot = board.get(Ballot, round.id)
    back = [vote for vote in coming.values() if isinstance(vote, Vote)]
    return ballot is not None and all(
        _stands(ballot, vote, [*mine_of(board, round.id, vote.participant).values()], coming)
        for vote in back
    )


def _stands(
    ballot: Ballot, vote: Vote, mine: Sequence[Vote], coming: Mapping[Ref, Entity | None]
) -> bool:
    method = METHODS[ballot.method]
    stay = {other.about: other for other in mine if other.ref not in coming}
    beside = stay | {
        other.about: other
        for other in coming.values()
        if isinstance(other, Vote) and other.participant == vote.participant
    }
    asked = vote.turn > 0 or vote.about in method.asks(ballot.themes)
    return asked and (vote.open or making_room(method, beside, vote) == ([], []))


def making_room(
    method: Method, mine: dict[str, Vote], given: Vote
) -> tuple[list[Vote], list[Vote]]:
    """What moves and what goes when somebody says this.

    Who abstains from the whole takes back the rest, and the other way round. A place that another
    theme had is given away, for the place that this one had if it had one.
    """
    others = [vote for about, vote in mine.items() if about != given.about]
    if given.about == WHOLE:
        return [replace(v, value=None, open=True) for v in others if v.turn], [
            vote for vote in others if not vote.turn
        ]
    gone = [vote for vote in others if vote.about == WHOLE]
    if not method.once:
        return [], gone
    before = mine[given.about].value if given.about in mine else None
    same = [v for v in others if v.value is not None and v.value == given.value]
    if before is None:
        return [], gone + same
    return [replace(vote, value=before) for vote in same], gone
