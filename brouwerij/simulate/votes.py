"""What simulated people say in a ballot, by method: the same opinions as in the poll."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from brouwerij.simulate.client import Client
from brouwerij.simulate.room import Person, these
from brouwerij.simulate.subjects import Subject

Said = dict[str, Any]


async def vote(person: Person, round: str, known: Mapping[str, Subject]) -> None:
    """Give all of somebody's votes. known: the subjects there are opinions on, by name."""
    put = these(person.client, "ballots")[round]
    names = {id: theme["name"] for id, theme in these(person.client, "themes").items()}
    subjects = {id: known.get(names[id]) for id in put["themes"]}
    if put["method"] == "pairwise":
        await _pairs(person, round, subjects)
        return
    for about, said in _said(person, put["method"], subjects).items():
        await person.beat(0.5)
        await person.do("ballot.vote", round=round, about=about, **said)


async def _pairs(person: Person, round: str, subjects: Mapping[str, Subject | None]) -> None:
    """Answer what is in the hand until nothing is; every eleventh skips the first."""
    skips = person.number % 11 == 5
    while hand := _hand(person, round):
        await person.beat(0.5)
        first, second = (_liking(person, subjects[theme]) for theme in hand.split(":"))
        value = (first > second) - (first < second)
        said: Said = {"abstain": True} if skips else {"value": value}
        await person.do("ballot.vote", round=round, about=hand, **said)
        skips = False
        await person.client.until(partial(_moved_on, person, round, hand))


def _moved_on(person: Person, round: str, hand: str, _client: Client) -> bool:
    """Whether the answer to a pair has come back."""
    return _hand(person, round) != hand


def _hand(person: Person, round: str) -> str:
    """The first pair that this person has not answered, "" for none."""
    mine = person.client.mine.entities.get("votes", {}).values()
    open = [vote for vote in mine if vote["round"] == round and vote.get("open")]
    return str(min(open, key=lambda vote: vote["turn"])["about"]) if open else ""


def _liking(person: Person, subject: Subject | None) -> int:
    if subject is None:
        return 0
    return {"support": 2, "live_with": 1, "object": 0}[person.answer(subject)]


def _said(person: Person, method: str, subjects: Mapping[str, Subject | None]) -> dict[str, Said]:
    """What was asked -> the answer."""
    if method == "ranked":
        liked = {subject.name: place for place, subject in enumerate(person.favourites()[:3], 1)}
        return {
            id: {"value": liked[subject.name]}
            for id, subject in subjects.items()
            if subject and subject.name in liked
        } or {"": {"abstain": True}}
    said = {id: _one(person, method, subject) for id, subject in subjects.items()}
    return said | ({"passive": {"value": 6 + person.number % 3}} if method == "systemic" else {})


def _one(person: Person, method: str, subject: Subject | None) -> Said:
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


def _systemic(person: Person, subject: Subject) -> Said:
    steps = {"support": (0, 1, 2), "live_with": (3, 4, 5), "object": (7, 8, 10)}
    return {"value": steps[person.answer(subject)][person.number % 3]}


SAY: dict[str, Callable[[Person, Subject], Said]] = {
    "gradients": _gradients,
    "consent": _consent,
    "systemic": _systemic,
}
"""The answer of a person to a theme they know, by a method that asks one theme at a time."""
