"""The kinds of round, one module each, found by looking in this folder.

A kind is its settings, its phases, its commands and entities, what each audience may see, and
what it does when it opens, closes or somebody comes in. Nothing else knows a kind by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from brouwerij.domain.board import Board
from brouwerij.domain.entities import Entity, Participant, Ref, Round
from brouwerij.domain.registry import Registry

if TYPE_CHECKING:
    from brouwerij.domain.views import Lens


class Judged(msgspec.Struct, frozen=True):
    """What a round found of a theme. carried: by everyone or broadly. vanguard: not carried, but
    with people who want to work on it. Themes with the same rank are tied."""

    theme: str
    rank: int
    verdict: str
    carried: bool
    vanguard: bool


class Merged(msgspec.Struct, frozen=True):
    """What becomes of ballots: how they are from now on, and where those were that go."""

    ballots: list[Entity] = []
    gone: list[Ref] = []


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What an organiser can set about a round; every kind has its own."""


def _nothing(*_: Any) -> tuple[Entity, ...]:
    return ()


def _no_picture(*_: Any) -> None:
    return None


@dataclass(frozen=True, slots=True)
class RoundKind:
    """A kind of round.

    phases: from its settings and whether the plan has tables, what it goes through, in order;
    the last is reached by revealing. closed_first: the last phase shows results, so it can only
    be reached in a closed round. shared_after: once another round opens it is in its last phase,
    revealed or not. opens, joins: the entities that opening the round, or a
    person joining while it is open, add. picture: what is derived for an audience, or None.
    one_picture: whether every audience is shown the same picture; else each role has its own.
    supporters: theme -> how many people are for it.
    merges: what becomes of its ballots when one theme goes up in another (their ids); without it
    nothing is merged any more once it was opened.
    stands: whether what a helper takes back to, where what is to stand, may be given now.
    shortlists: the themes that go on to the next round; judges: how broadly each is carried.
    """

    name: str
    settings: type[Settings] = Settings
    phases: Callable[[Any, bool], tuple[str, ...]] = lambda settings, tables: ("running",)
    closed_first: bool = False
    shared_after: bool = False
    opens: Callable[[Board, Round, int], Iterable[Entity]] = _nothing
    joins: Callable[[Board, Round, Participant], Iterable[Entity]] = _nothing
    supporters: Callable[[Board, Round], dict[str, int]] | None = None
    merges: Callable[[Board, Round, str, str], Merged] | None = None
    stands: Callable[[Board, Round, Mapping[Ref, Entity | None]], bool] = lambda *_: True
    shortlists: Callable[[Board, Round], list[str]] | None = None
    judges: Callable[[Board, Round], list[Judged]] | None = None
    picture: Callable[[Lens, Round], msgspec.Struct | None] = _no_picture
    one_picture: bool = True

    def phases_of(self, round: Round, tables: bool) -> tuple[str, ...]:
        return self.phases(msgspec.convert(round.settings, self.settings), tables)


KINDS = Registry[RoundKind]("round kind", __name__)
"""Every kind of round, by name."""
register, discover = KINDS.register, KINDS.discover
