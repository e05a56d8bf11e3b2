"""The opinion groups of a room: who answers a poll alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from brouwerij.domain.support.poll import Answer


def opinions_in(
    answers: Mapping[str, Mapping[str, Answer]], electorate: Collection[str]
) -> dict[str, str] | None:
    """Voter -> opinion group "1", "2", … of those who answered enough; None when they are too few.

    answers: theme -> voter -> answer.
    """
    from brouwerij.domain.support.opinions import UNSEEN

    blank, voters = {voter: UNSEEN for voter in electorate}, list(electorate)
    columns = [{**blank, **{v: a for v, a in of.items() if v in blank}} for of in answers.values()]
    ballots = bytes(column[voter] & 0xFF for voter in voters for column in columns)
    groups = _groups(ballots, len(columns)) if columns else None
    if groups is None:
        return None
    return {
        voter: str(group + 1) for voter, group in zip(voters, groups, strict=True) if group >= 0
    }


@lru_cache(maxsize=32)
def _groups(ballots: bytes, themes: int) -> tuple[int, ...] | None:
    """Kept, for every screen that shows the results asks it again."""
    import numpy as np

    from brouwerij.domain.support.opinions import opinion_groups

    found = opinion_groups(np.frombuffer(ballots, dtype=np.int8).reshape(-1, themes))
    return None if found is None else tuple(int(group) for group in found)
