"""Ideas as the report lists them, the same ones together; which are in it is up to the reading."""

from __future__ import annotations

from collections.abc import Iterable

from brouwerij.domain.commands import replace
from brouwerij.domain.entities import Idea
from brouwerij.report.reading import Reading
from brouwerij.report.shapes import IdeaLine


def listed(reading: Reading, ideas: Iterable[Idea]) -> tuple[IdeaLine, ...]:
    """Ideas in order, those that come to the same under the first of them."""
    alike: dict[str, list[Idea]] = {}
    for idea in ideas:
        alike.setdefault(idea.same_as or idea.id, []).append(idea)
    return tuple(_folded(reading, same) for same in alike.values())


def _folded(reading: Reading, same: list[Idea]) -> IdeaLine:
    first = next((i for i in same if not i.same_as), same[0])
    others = [i for i in same if i is not first]
    return replace(_line(reading, first), same=tuple(_line(reading, i) for i in others))


def _line(reading: Reading, idea: Idea) -> IdeaLine:
    return IdeaLine(
        text=idea.text,
        initiative=_from(reading, idea),
        hidden=idea.hidden,
        behind=idea.behind,
    )


def _from(reading: Reading, idea: Idea) -> str:
    return "" if reading.anonymous else reading.name(idea.initiative)
