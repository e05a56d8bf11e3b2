"""“Dat bedoel ik ook”: who else means what an idea says, counted once however it was said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from brouwerij.domain.board import Board
from brouwerij.domain.commands import replace
from brouwerij.domain.entities import Entity, Idea, collected


@collected
class Second(Entity, frozen=True, omit_defaults=True):
    """Somebody means what another's idea says; the id is IDEA:PERSON."""

    collection: ClassVar[str] = "seconds"
    round: str = ""
    idea: str = ""
    participant: str = ""

    @property
    def owner(self) -> str:
        return self.participant


def seconds_of(board: Board, idea: str) -> list[Second]:
    return [it for it in board.all(Second).values() if it.idea == idea]


def recounted(
    board: Board, moved: Iterable[Idea], *, added: Iterable[Second] = (), gone: Iterable[str] = ()
) -> list[Idea]:
    """Ideas as they are from now on, each with how many people are behind it (Idea.behind).

    moved: those that repeat another idea now, or no longer, or whose seconds change; those they
    repeat or repeated come along. added: seconds that come; gone: ids of ideas and seconds that go.
    """
    left = set(gone)
    then = {id: it for id, it in board.all(Idea).items() if id not in left}
    then |= {it.id: it for it in moved}
    seconds = {it.id: it for it in (*board.all(Second).values(), *added) if it.id not in left}
    touched = dict.fromkeys(it.id for it in moved)
    for it in moved:
        before = board.get(Idea, it.id) or it
        touched |= dict.fromkeys(id for id in (it.same_as, before.same_as) if id in then)
    return [_counted(then[id], then.values(), seconds.values()) for id in touched]


def _counted(idea: Idea, ideas: Iterable[Idea], seconds: Iterable[Second]) -> Idea:
    """How many people besides its author said the idea or what repeats it, or seconded either."""
    group = {it.id: it for it in ideas if it.id == idea.id or it.same_as == idea.id}
    people = {it.author for it in group.values()}
    people |= {it.participant for it in seconds if it.idea in group}
    return replace(idea, behind=len(people - {idea.author, ""}))
