"""The voting methods beside dots and the poll, one module each, found by looking in this folder.

A method says what can be answered and how a closed ballot is counted. Who may vote, asking, keeping
and showing are the same for all of them (rounds/voting/ballot.py).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

import msgspec

from brouwerij.domain.registry import Registry

MethodName = Literal["gradients", "consent", "systemic", "ranked", "pairwise"]


class Answer(msgspec.Struct, frozen=True):
    """What one person says about one thing. value: None when they abstain."""

    value: int | None = None
    reason: str = ""


WHOLE = ""
"""What one abstains from where the themes are not answered one by one: the whole ballot."""

Ballots = Mapping[str, Mapping[str, Answer]]
"""Person -> what was asked -> the answer; who or what was left blank is not in it."""


class Counted(msgspec.Struct, frozen=True):
    """What one theme came to. counts: how many gave each of the method's values, in their order.

    score: what the themes are ranked by, higher is more wanted; None when nobody answered.
    """

    counts: tuple[int, ...]
    abstained: int
    score: Fraction | None


class Count(msgspec.Struct, frozen=True):
    """A counted ballot. places: the themes, most wanted first, those that are tied together.

    accepted: the themes that pass the method's own line; None for a method that only ranks.
    """

    places: list[list[str]]
    counted: dict[str, Counted]
    accepted: frozenset[str] | None = None


def as_they_are(themes: Sequence[str]) -> tuple[str, ...]:
    return tuple(themes)


@dataclass(frozen=True, slots=True)
class Method:
    """A way to vote.

    values: the answers there are, in the order in which counts tell them. count: from the themes
    and the ballots to what they came to. asks: what everybody can answer, from the themes.
    reasoned: the answers that need a reason. amends: voting again is about what was not accepted,
    as it was amended since; else it is about the same as before. once: each answer can be given
    to one theme only. joined: from what somebody said of two themes, once one of them goes up in
    the other, to what they say of that one. deals: the next pair for somebody, from the themes,
    how many pairs the room was dealt, and which they had.
    """

    name: MethodName
    values: tuple[int, ...]
    count: Callable[[Sequence[str], Ballots], Count]
    joined: Callable[[int, int], int]
    asks: Callable[[Sequence[str]], tuple[str, ...]] = as_they_are
    reasoned: frozenset[int] = frozenset()
    amends: bool = False
    once: bool = False
    deals: Callable[[Sequence[str], int, Collection[str]], str | None] | None = None

    @property
    def per_person(self) -> bool:
        """Whether a person answers a theme at most once."""
        return self.deals is None

    @property
    def by_hands(self) -> bool:
        """Whether an answer to one theme leaves the others free, so that hands can be counted."""
        return self.per_person and not self.once


METHODS = Registry[Method]("method", __name__)
"""Every method, by name."""
register, discover = METHODS.register, METHODS.discover


def answers_to(on: str, ballots: Ballots) -> list[Answer]:
    """All answers to one thing, abstentions included."""
    return [given[on] for given in ballots.values() if on in given]


def tally(
    answers: Collection[Answer], values: Sequence[int], score: Callable[[list[int]], Fraction]
) -> Counted:
    """The answers to one theme counted. score: from the values given, at least one."""
    given = [answer.value for answer in answers if answer.value is not None]
    return Counted(
        counts=tuple(given.count(value) for value in values),
        abstained=len(answers) - len(given),
        score=score(given) if given else None,
    )


def in_order(counted: Mapping[str, Counted]) -> list[list[str]]:
    """The themes by score, highest first; equal ones share a place, the unanswered the last."""
    places: dict[Fraction | None, list[str]] = {}
    for theme, found in counted.items():
        places.setdefault(found.score, []).append(theme)
    unanswered = places.pop(None, [])
    best_first = sorted(((s, t) for s, t in places.items() if s is not None), reverse=True)
    return [themes for _, themes in best_first] + ([unanswered] if unanswered else [])
