"""What people had against a theme: each reason once, with how many gave it."""

from __future__ import annotations

from collections.abc import Iterable

from brouwerij.report.shapes.base import Shape


class Reason(Shape, frozen=True):
    """A reason in the words of the first who gave it. times: how many gave the same."""

    text: str
    times: int = 1


def each_once(given: Iterable[str]) -> tuple[Reason, ...]:
    """The reasons, what most gave first; capitals, spaces and a full stop make no other reason."""
    same: dict[str, list[str]] = {}
    for text in given:
        same.setdefault(" ".join(text.casefold().split()).rstrip(".! "), []).append(text)
    found = (Reason(text=texts[0], times=len(texts)) for texts in same.values())
    return tuple(sorted(found, key=lambda reason: -reason.times))
