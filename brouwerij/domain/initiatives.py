"""The initiatives people come from: found again however they are written, or added with a mark."""

from __future__ import annotations

from collections.abc import Iterable

from brouwerij.domain import text
from brouwerij.domain.entities import Initiative
from brouwerij.domain.refusals import Refusal

INITIATIVE_COLOURS = 12
"""How many colours the screens know for initiatives; then they come round again."""


def same_name(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    """A name without case, accents, punctuation and spaces, to find the same one again."""
    return "".join(c for c in text.folded(name) if c.isalnum()) or name.casefold()


def initiative_named(id: str, name: str, others: list[Initiative]) -> Initiative:
    return Initiative(
        id=id,
        name=name,
        mark=_mark(name, {i.mark for i in others}),
        colour=len(others) % INITIATIVE_COLOURS,
    )


def initiative_of(
    name: str, known: Iterable[Initiative], id: str
) -> tuple[Initiative, bool] | Refusal:
    """The initiative that somebody says they come from, and whether it is new (with this id)."""
    origin = text.required(name, text.NAME_LENGTH)
    if isinstance(origin, Refusal):
        return Refusal("participant.initiative_missing") if origin.code == "text.empty" else origin
    others = list(known)
    found = next((i for i in others if same_name(i.name, origin)), None)
    return (found, False) if found else (initiative_named(id, origin, others), True)


def _mark(name: str, taken: set[str]) -> str:
    """Two letters to know an initiative by, not yet another's as long as there are any left."""
    letters = [c for c in name if c.isalnum()] or ["?"]
    first = letters[0].upper()[0]
    for second in letters[1:] + list("abcdefghijklmnopqrstuvwxyz0123456789"):
        mark = first + second.lower()[0]
        if mark not in taken:
            return mark
    return first + letters[-1].lower()[0]
