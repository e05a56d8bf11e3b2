"""Working groups and who signed up: how many there are, who has too many, until when one may."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar, Literal

from brouwerij.domain import outcome
from brouwerij.domain.board import Board
from brouwerij.domain.cards import card_of
from brouwerij.domain.dates import day_at
from brouwerij.domain.entities import Entity, Participant, Round, collected

GroupRole = Literal["lead", "member", "follower"]


@collected
class Group(Entity, frozen=True, omit_defaults=True):
    """A theme that people signed up for; its id is ROUND:THEME. date: ISO 8601 or "".

    vanguard: started by those who want to work on it, without the claim that all carry it. What it
    is to do (goal, first_step, needs) starts as the card of its theme has it.
    """

    collection: ClassVar[str] = "groups"
    round: str = ""
    theme: str = ""
    vanguard: bool = False
    first_step: str = ""
    date: str = ""
    goal: str = ""
    needs: str = ""


@collected
class Signup(Entity, frozen=True, omit_defaults=True):
    """Somebody in a working group; the id is GROUP:PERSON."""

    collection: ClassVar[str] = "signups"
    round: str = ""
    group: str = ""
    participant: str = ""
    role: GroupRole = "member"

    @property
    def owner(self) -> str:
        return self.participant

    @property
    def works(self) -> bool:
        """Whether they take part in the work; who follows does not."""
        return self.role != "follower"


@collected
class Desk(Entity, frozen=True, omit_defaults=True):
    """Signing up by a link; its id is "this". until: the last day on which one may, or ""."""

    collection: ClassVar[str] = "desks"
    until: str = ""


def desk(board: Board) -> Desk:
    return board.get(Desk, "this") or Desk("this")


def takes_signups(board: Board, now: int) -> bool:
    """Whether one may sign up by the link at a server time in ms."""
    return day_at(now) <= desk(board).until


def started(board: Board, round: Round, theme: str) -> Group:
    """The working group of a theme as it starts: with what its table put on the card."""
    card = card_of(board, theme)
    return Group(
        id=f"{round.id}:{theme}",
        round=round.id,
        theme=theme,
        vanguard=theme not in outcome.carried(board),
        first_step=card.first_step,
        goal=card.what,
        needs=card.needs,
    )


def signed_up(board: Board, group: str) -> list[Signup]:
    """Everybody in a group, in the order in which they came."""
    return [signup for signup in board.all(Signup).values() if signup.group == group]


def workers(board: Board, group: str) -> int:
    """How many people do the work of a group."""
    return sum(signup.works for signup in signed_up(board, group))


def stretched(board: Board, round: Round, warn_from: int) -> list[tuple[Participant, int]]:
    """Who does the work of so many groups of a round or more, and of how many; the most first."""
    counts = Counter(
        s.participant for s in board.all(Signup).values() if s.round == round.id and s.works
    )
    return [
        (board.participants[id], number)
        for id, number in counts.most_common()
        if number >= warn_from > 0
    ]
