"""A conversation: many voters and statements with many blanks, as Polis exports them.

Agree, pass and disagree are read as the three answers of the poll. Who saw a statement and is in
a group is its electorate, so that its turnout is whole; the groups are the segments.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

from brouwerij.domain.support.consensus import Tally, group_aware_consensus
from brouwerij.domain.support.opinions import Ballots, opinion_groups
from brouwerij.domain.support.poll import Rule, SegmentSupport, Verdict, judge, wilson

EVERYBODY = "all"
"""The only group when there are too few voters for opinion groups."""


@dataclass(frozen=True, slots=True, eq=False)
class Conversation:
    """ballots: voters × statements. groups: the group of every voter, "" for none."""

    statements: Sequence[str]
    groups: Sequence[str]
    ballots: Ballots


class GroupVotes(msgspec.Struct, frozen=True):
    """The votes of some voters on a statement."""

    agrees: int
    disagrees: int
    passes: int

    @property
    def seen(self) -> int:
        return self.agrees + self.disagrees + self.passes

    @property
    def support(self) -> float | None:
        """The share that agrees of those who saw it; None when nobody did."""
        return self.agrees / self.seen if self.seen else None


class StatementSupport(msgspec.Struct, frozen=True):
    """How broadly one statement is carried. Shares are between 0 and 1.

    rank: by group-aware consensus; ties share one. reach: of all voters, those who saw it.
    interval: of agrees among those who saw it, had others seen it; None when nobody did.
    groups: votes by group. weakest_group: where the least of those who saw it agree.
    """

    statement: str
    rank: int
    agrees: int
    disagrees: int
    passes: int
    reach: float
    interval: tuple[float, float] | None
    groups: dict[str, GroupVotes]
    group_aware_consensus: float
    weakest_group: str | None
    verdict: Verdict


def with_opinion_groups(conversation: Conversation) -> Conversation | None:
    """The conversation by the opinion groups in its ballots; None when there is too little."""
    found = opinion_groups(conversation.ballots)
    if found is None:
        return None
    names = ["" if group < 0 else str(group) for group in found]
    return Conversation(conversation.statements, names, conversation.ballots)


def together(conversation: Conversation) -> Conversation:
    """The conversation with everybody in one group."""
    names = [EVERYBODY] * len(conversation.groups)
    return Conversation(conversation.statements, names, conversation.ballots)


def measure_statements(conversation: Conversation, rule: Rule) -> list[StatementSupport]:
    """Every statement with its measure, by group-aware consensus; ties in the given order.

    Agrees, disagrees and passes are of all voters; the rest is of those in a group.
    """
    total = _votes(conversation.ballots)
    groups = np.array(conversation.groups, dtype=str)
    names = sorted({*conversation.groups} - {""}, key=_by_number)
    counts = {name: _votes(conversation.ballots[groups == name]) for name in names}
    voters = len(conversation.groups)
    found = [
        _statement(
            statement, total[at], {name: of[at] for name, of in counts.items()}, voters, rule
        )
        for at, statement in enumerate(conversation.statements)
    ]
    found.sort(key=_consensus, reverse=True)
    return _ranked(found)


def _consensus(statement: StatementSupport) -> float:
    """What it is ranked by, without the last digits that the order of multiplying may change."""
    return round(statement.group_aware_consensus, 12)


def _by_number(name: str) -> tuple[bool, int, str]:
    return not name.isdecimal(), int(name) if name.isdecimal() else 0, name


def _votes(ballots: Ballots) -> list[GroupVotes]:
    agrees, disagrees, passes = ((ballots == answer).sum(axis=0).tolist() for answer in (1, -1, 0))
    return [GroupVotes(*votes) for votes in zip(agrees, disagrees, passes, strict=True)]


def _statement(
    statement: str, total: GroupVotes, groups: dict[str, GroupVotes], voters: int, rule: Rule
) -> StatementSupport:
    electorate = {
        name: SegmentSupport(votes.seen, votes.agrees, votes.passes, votes.disagrees)
        for name, votes in groups.items()
        if votes.seen
    }
    tallies = {name: Tally(votes.agrees, votes.seen) for name, votes in groups.items()}
    shares = [(votes.support, name) for name, votes in groups.items() if votes.support is not None]
    return StatementSupport(
        statement=statement,
        rank=0,
        agrees=total.agrees,
        disagrees=total.disagrees,
        passes=total.passes,
        reach=total.seen / voters,
        interval=wilson(total.agrees, total.seen) if total.seen else None,
        groups=groups,
        group_aware_consensus=group_aware_consensus(tallies),
        weakest_group=min(shares, key=lambda share: share[0])[1] if shares else None,
        verdict=judge(electorate, rule).verdict,
    )


def _ranked(found: list[StatementSupport]) -> list[StatementSupport]:
    ranked: list[StatementSupport] = []
    for at, statement in enumerate(found, start=1):
        before = ranked[-1] if ranked else None
        tied = before is not None and _consensus(before) == _consensus(statement)
        rank = before.rank if before is not None and tied else at
        ranked.append(msgspec.structs.replace(statement, rank=rank))
    return ranked
