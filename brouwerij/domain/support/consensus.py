"""The group-aware consensus of Polis, for comparison and for imported conversations."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod

import msgspec


class Tally(msgspec.Struct, frozen=True):
    """The votes of a group on a statement: in favour, and seen (in favour, against or passed)."""

    in_favour: int
    seen: int


def group_aware_consensus(groups: Mapping[str, Tally]) -> float:
    """How far every group leans in favour: the product over groups of (A + 1) / (S + 2).

    Returns a share in (0, 1]; 1.0 for no groups. Groups weigh the same whatever their size.
    Source: group-aware consensus as Polis computes it (polismath, conversation.clj); Small et
    al. 2021, doi 10.6035/recerca.5516.
    """
    return prod((tally.in_favour + 1) / (tally.seen + 2) for tally in groups.values())
