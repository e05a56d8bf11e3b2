"""What simulated people say in a ballot, by method: the same opinions as in the poll."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from brouwerij.simulate.room import Person
from brouwerij.simulate.words import Subject

Said = dict[str, Any]


def vote_on(person: Person, method: str, subject: Subject | None) -> Said:
    """The answer to a theme; to a new one, and to about one in thirteen, an abstention."""
    if subject is None or (person.number + len(subject.name)) % 13 == 5:
        return {"abstain": True}
    return SAY[method](person, subject)


def _gradients(person: Person, subject: Subject) -> Said:
    steps = {"support": (5, 4, 5), "live_with": (3, 4, 3), "object": (2, 2, 1)}
    return {"value": steps[person.answer(subject)][person.number % 3]}


def _consent(person: Person, subject: Subject) -> Said:
    if person.answer(subject) != "object":
        return {"value": 1}
    return {"value": 0, "reason": subject.reasons[person.number % len(subject.reasons)]}


SAY: dict[str, Callable[[Person, Subject], Said]] = {
    "gradients": _gradients,
    "consent": _consent,
}
"""The answer of a person to a theme they know, by method."""
