"""A set of themes as a whole: how many people find something of theirs in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction


def coverage(
    chosen: Collection[str], supporters: Mapping[str, Collection[str]], n: int
) -> Fraction:
    """The share of n > 0 people who support at least one chosen theme."""
    covered = {person for theme in chosen for person in supporters.get(theme, ())}
    return Fraction(len(covered), n)


def equal_shares(
    supporters: Mapping[str, Collection[str]], voters: Collection[str], k: int
) -> list[str]:
    """A set of at most k themes in which every part of the room has its share.

    Every voter has k / n to spend and a theme costs 1. The theme whose supporters can pay for it
    with the lowest highest contribution ρ, Σ min(budget, ρ) = 1, is bought until none can be.
    Of equally cheap themes the first as given is bought.
    Source: Method of Equal Shares, Peters and Skowron 2020 (arXiv 1911.11747).
    """
    if not voters or k <= 0:
        return []
    budget = {voter: Fraction(k, len(voters)) for voter in voters}
    bought: list[str] = []
    while len(bought) < k:
        prices = {
            theme: price
            for theme, who in supporters.items()
            if theme not in bought
            and (price := _price([budget[v] for v in set(who) if v in budget])) is not None
        }
        if not prices:
            break
        theme = min(prices, key=lambda candidate: prices[candidate])
        for voter in set(supporters[theme]) & budget.keys():
            budget[voter] -= min(budget[voter], prices[theme])
        bought.append(theme)
    return bought


def _price(budgets: list[Fraction]) -> Fraction | None:
    """The least ρ with Σ min(budget, ρ) = 1; None when they cannot pay 1 together."""
    rest, payers = Fraction(1), len(budgets)
    for budget in sorted(budgets):
        if budget * payers >= rest:
            return rest / payers
        rest -= budget
        payers -= 1
    return None
