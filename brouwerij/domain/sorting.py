"""Sorting together: several people say where an idea belongs, and where enough agree it settles.

Nobody sees another's judgement: what a person said is their own, and the room sees what it came to.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import ClassVar

from brouwerij.domain.board import Board
from brouwerij.domain.commands import replace
from brouwerij.domain.entities import Entity, Idea, Theme, collected
from brouwerij.domain.themes import same_as, surviving


@collected
class Sorting(Entity, frozen=True, omit_defaults=True):
    """Where one person says an idea belongs; the id is ROUND:IDEA:PERSON.

    theme: "" when they passed it over. settled: enough others said the same, so that the idea
    went there; who takes that back then would take it from them.
    """

    collection: ClassVar[str] = "sortings"
    round: str = ""
    idea: str = ""
    participant: str = ""
    theme: str = ""
    settled: bool = False

    @property
    def owner(self) -> str:
        return self.participant


def enough(agree: int) -> int:
    """How many judge an idea before it can be contested: of so many, only one `agree` can be."""
    return 2 * agree - 1


def agreed(themes: Iterable[str], agree: int) -> str:
    """The theme that an idea settles in, "" for none (yet).

    themes: what each who judged the idea chose, one a person, in any order. It settles where at
    least `agree` people and more than half of them put it. The first `agree` who say the same are
    most of the first `enough(agree)`, whatever the others say: so no order changes the outcome.
    """
    chosen = Counter(themes)
    for theme, people in chosen.items():
        if people >= agree and 2 * people > chosen.total():
            return theme
    return ""


def contested(themes: Iterable[str], agree: int) -> bool:
    """Whether enough people judged an idea, and no theme has most of them."""
    chosen = list(themes)
    return len(chosen) >= enough(agree) and not agreed(chosen, agree)


def judgements(board: Board, round: str) -> dict[str, dict[str, str]]:
    """Idea -> who judged it -> the theme they chose; without those who passed it over.

    What went into a theme that is gone since is no judgement any more; one that went up in
    another counts for that.
    """
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for sorting in board.all(Sorting).values():
        theme = surviving(board, sorting.theme) if sorting.round == round else None
        if theme:
            found[sorting.idea][sorting.participant] = theme.id
    return found


def settled_by(board: Board, given: Sorting, agree: int) -> list[Entity]:
    """What this judgement moves when it makes enough people agree: the idea with all that say the
    same, and the judgements it rests on. Nothing when it does not."""
    idea = board.get(Idea, given.idea)
    ids = (f"{given.round}:{given.idea}:{person}" for person in board.participants)
    others = {it for id in ids if id != given.id and (it := board.get(Sorting, id))}
    return _settled(board, idea, {given, *others}, agree) if idea else []


def settled_by_merging(board: Board, round: str, theme: str, into: str, agree: int) -> list[Entity]:
    """The same for every loose idea on which people agree once one theme went up in another."""
    by_idea: defaultdict[str, set[Sorting]] = defaultdict(set)
    for sorting in board.all(Sorting).values():
        if sorting.round == round:
            by_idea[sorting.idea].add(sorting)
    moved: list[Entity] = []
    for id, sortings in by_idea.items():
        idea = board.get(Idea, id)
        if idea and not idea.theme:
            moved += _settled(board, idea, sortings, agree, {theme: into})
    return moved


def _settled(
    board: Board,
    idea: Idea,
    sortings: Iterable[Sorting],
    agree: int,
    merged: Mapping[str, str] = MappingProxyType({}),
) -> list[Entity]:
    """An idea in the theme on which enough agree. merged: themes that go up in another now."""
    stand = {it: surviving(board, it.theme) for it in sortings}
    chosen = {it: merged.get(theme.id, theme.id) for it, theme in stand.items() if theme}
    theme = agreed(chosen.values(), agree)
    if not theme:
        return []
    moved: list[Entity] = [replace(one, theme=theme) for one in same_as(board, idea)]
    return moved + [replace(it, settled=True) for it in chosen if chosen[it] == theme]


def named(board: Board, name: str) -> Theme | None:
    """The theme that has this name already, so that two who name the same mean the same."""
    for theme in board.all(Theme).values():
        if not theme.merged_into and theme.name.casefold() == name.casefold():
            return theme
    return None


def counted(
    found: Mapping[str, Mapping[str, str]], agree: int
) -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """Of the ideas that are judged and not settled: how many judged each, and of the contested
    ones how many people chose which theme, the most first."""
    judged: dict[str, int] = {}
    disputes: dict[str, dict[str, int]] = {}
    for idea, chosen in sorted(found.items()):
        if agreed(chosen.values(), agree):
            continue
        judged[idea] = len(chosen)
        if contested(chosen.values(), agree):
            by_number = sorted(Counter(chosen.values()).items(), key=lambda it: (-it[1], it[0]))
            disputes[idea] = dict(by_number)
    return judged, disputes
