"""Which of these two: for many themes, each person compares a few pairs.

Pairs are dealt so that every theme is compared about as often as the others; then the order by
share won is the order of the maximum likelihood of Bradley and Terry (1952, Biometrika 39), which
depends on nothing else (Zermelo 1929). A share won can be explained in the room.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction

from brouwerij.domain.ballots import WHOLE, Ballots, Count, Counted, Method, in_order, register

FIRST, EQUAL, SECOND = 1, 0, -1


def asks(themes: Sequence[str]) -> tuple[str, ...]:
    return (WHOLE,)


def pair_of(first: str, second: str) -> str:
    return f"{first}:{second}"


def all_pairs(themes: Sequence[str]) -> list[str]:
    """Every pair once, so that of themes in a row none comes back before the others had a turn.

    Source: the circle method for a round-robin tournament.
    """
    circle = [*themes, *([""] if len(themes) % 2 else [])]
    half = len(circle) // 2
    pairs: list[str] = []
    for turn in range(len(circle) - 1):
        for a, b in zip(circle[:half], reversed(circle[half:]), strict=True):
            if a and b:
                pairs.append(pair_of(a, b) if turn % 2 else pair_of(b, a))
        circle = [circle[0], circle[-1], *circle[1:-1]]
    return pairs


def deal(themes: Sequence[str], dealt: int, had: Collection[str]) -> str | None:
    """The next pair for somebody: the first they have not had, from where the room is.

    dealt: how many pairs the whole room was dealt, so that the pairs go round evenly. A pair that
    they had the other way round, as after a merge, is the same. None when they had all.
    """
    pairs = all_pairs(themes)
    at = dealt % len(pairs) if pairs else 0
    known = {frozenset(pair.split(":")) for pair in had}
    turned = [*pairs[at:], *pairs[:at]]
    return next((pair for pair in turned if frozenset(pair.split(":")) not in known), None)


def count(themes: Sequence[str], ballots: Ballots) -> Count:
    won: dict[str, list[int]] = {theme: [] for theme in themes}
    abstained = dict.fromkeys(themes, sum(1 for mine in ballots.values() if WHOLE in mine))
    for mine in ballots.values():
        for about, answer in mine.items():
            first, _, second = about.partition(":")
            if first not in won or second not in won:
                continue
            for theme, sign in ((first, 1), (second, -1)):
                if answer.value is None:
                    abstained[theme] += 1
                else:
                    won[theme].append(sign * answer.value)
    counted = {
        theme: Counted(
            counts=tuple(given.count(value) for value in (FIRST, EQUAL, SECOND)),
            abstained=abstained[theme],
            score=Fraction(sum(given) + len(given), 2 * len(given)) if given else None,
        )
        for theme, given in won.items()
    }
    return Count(in_order(counted), counted)


def joined(one: int, other: int) -> int:
    """What is said of a pair that was compared twice: who chose either way wants them equally."""
    return max(SECOND, min(FIRST, one + other))


METHOD = register(Method("pairwise", (FIRST, EQUAL, SECOND), count, joined, asks, deals=deal))
