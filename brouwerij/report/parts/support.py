"""How broadly each theme is carried, by the poll and by the dots; no small group is told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from brouwerij.domain import polls
from brouwerij.domain.commands import replace
from brouwerij.domain.entities import Initiative, Round
from brouwerij.domain.rounds.voting import dots
from brouwerij.report.reading import Reading
from brouwerij.report.shapes import Dots, Segment, Support

SMALLEST_SEGMENT = 3
"""Fewer people than this, or than the rule says, are never shown apart: ballots are secret."""

T = TypeVar("T")


def support_by_theme(reading: Reading, round: Round) -> dict[str, Support]:
    """What each theme came to in a poll, and in the poll before."""
    earlier = _told_before(reading, round)
    before = _support(reading, earlier) if earlier else {}
    return {
        theme: replace(found, before=before.get(theme))
        for theme, found in _support(reading, round).items()
    }


def _told_before(reading: Reading, round: Round) -> Round | None:
    told = reading.told(round.kind)
    at = told.index(round)
    return told[at - 1] if at else None


def _support(reading: Reading, round: Round) -> dict[str, Support]:
    results = polls.results(reading.board, round)
    asked = reading.board.get(polls.Poll, round.id)
    least = max(SMALLEST_SEGMENT, asked.rule.segment_min if asked else 0)
    tied = tied_ranks(results, lambda r: r.rank)
    return {r.theme: _supported(reading, r, least, tied=r.rank in tied) for r in results}


def _supported(reading: Reading, result: polls.PollResult, least: int, *, tied: bool) -> Support:
    return Support(
        rank=result.rank,
        tied=tied,
        verdict=result.verdict,
        carried=result.carried,
        vanguard=result.vanguard,
        people=result.people,
        support=result.support,
        live_with=result.live_with,
        object=result.object,
        energy=result.energy,
        turnout=result.turnout,
        breadth=result.breadth,
        tolerance=result.tolerance,
        weakest=result.weakest,
        bridge=result.bridge,
        segments=_segments(reading, result.segments, least),
        reasons=tuple(result.reasons),
    )


def _segments(
    reading: Reading, counted: Mapping[str, polls.SegmentResult], least: int
) -> tuple[Segment, ...]:
    """By initiative in the order of the room, or by opinion group; small ones together, last."""
    apart, _ = _pooled(counted, least)
    shown = [initiative for initiative in reading.board.initiatives if initiative in apart]
    shown += sorted(name for name in apart if name.isdecimal())
    lines = [_segment(reading, name, [counted[name]]) for name in shown]
    together = [part for segment, part in counted.items() if segment not in shown]
    if together:
        lines.append(_segment(reading, "", together))
    return tuple(lines)


def _segment(reading: Reading, name: str, parts: Sequence[polls.SegmentResult]) -> Segment:
    known = reading.board.get(Initiative, name)
    opinion = int(name) if name.isdecimal() else 0
    return Segment(
        name=known.name if known else "",
        mark=known.mark if known else "",
        colour=known.colour if known else 2 * max(0, opinion - 1),
        people=sum(part.size for part in parts),
        support=sum(part.support for part in parts),
        live_with=sum(part.live_with for part in parts),
        object=sum(part.object for part in parts),
        opinion=opinion,
    )


def dots_by_theme(reading: Reading, round: Round) -> dict[str, Dots]:
    """What each theme came to with dots, and with the dots before."""
    earlier = _told_before(reading, round)
    before = _dots(reading, earlier) if earlier else {}
    return {
        theme: replace(found, before=before.get(theme))
        for theme, found in _dots(reading, round).items()
    }


def _dots(reading: Reading, round: Round) -> dict[str, Dots]:
    results = dots.results(reading.board, round)
    tied = tied_ranks(results, lambda r: r.rank)
    return {
        r.theme: Dots(
            rank=r.rank,
            tied=r.rank in tied,
            supporters=r.supporters,
            dots=r.dots,
            shortlisted=r.shortlisted,
        )
        for r in results
    }


def tied_ranks(results: Iterable[T], rank: Callable[[T], int]) -> set[int]:
    """The ranks that more than one result has."""
    return {rank for rank, count in Counter(map(rank, results)).items() if count > 1}


def _pooled(counted: Mapping[str, polls.SegmentResult], least: int) -> tuple[set[str], set[str]]:
    """The initiatives to show apart, and the small ones to show together.

    When those together are still too few, the smallest of the others joins them.
    """
    by_size = sorted(counted, key=lambda initiative: counted[initiative].size)
    together = {i for i in by_size if counted[i].size < least}
    while together and sum(counted[i].size for i in together) < least:
        larger = [i for i in by_size if i not in together]
        if not larger:
            break
        together.add(larger[0])
    return set(counted) - together, together
