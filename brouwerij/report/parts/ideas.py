"""Ideas as the report lists them, the same ones together; which are in it is up to the reading."""

from __future__ import annotations

from collections.abc import Iterable

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
    return IdeaLine(
        text=first.text,
        initiative=_from(reading, first),
        hidden=first.hidden,
        same=tuple(
            IdeaLine(text=i.text, initiative=_from(reading, i), hidden=i.hidden) for i in others
        ),
    )


def _from(reading: Reading, idea: Idea) -> str:
    return "" if reading.anonymous else reading.name(idea.initiative)
