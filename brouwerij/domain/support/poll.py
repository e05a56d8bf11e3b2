"""The draagvlak poll: from everybody's answer to a theme to a verdict on how broadly it is carried.

All comparisons are between exact fractions; floats are only what is shown. The thresholds are
ours, can be set, and are locked and shown with the result.
"""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Collection, Mapping
from fractions import Fraction
from math import prod, sqrt
from typing import Annotated

import msgspec
from msgspec import Meta

Z_80 = 1.2816
"""The normal quantile of a two-sided 80 % interval."""
VANGUARD_PEOPLE = 2
"""How many must want to work on a theme to call them a vanguard (kopgroep); ours."""

Share = Annotated[str, Meta(pattern=r"^(0|1|\d{1,3}/[1-9]\d{0,2})$")]
"""A share as an exact fraction, such as "3/5"."""


class Answer(enum.IntEnum):
    """An answer to a theme: draag ik, kan ermee leven, bezwaar. No answer is no entry."""

    SUPPORT = 1
    LIVE_WITH = 0
    OBJECT = -1


class Verdict(enum.StrEnum):
    """How broadly a theme is carried, from most to least."""

    EVERYONE = "everyone"
    BROAD = "broad"
    PARTLY = "partly"
    DIVIDED = "divided"
    NARROW = "narrow"
    LOW_TURNOUT = "low_turnout"

    @property
    def carried(self) -> bool:
        """Whether the room may say that it carries this."""
        return self in (Verdict.EVERYONE, Verdict.BROAD)

    @property
    def rank(self) -> int:
        """0 for the most carried."""
        return list(Verdict).index(self)


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The thresholds of the verdicts, as exact shares.

    turnout: of the electorate that must have answered. tolerance and everyone_breadth: for
    "everyone". broad_breadth, partly_breadth: supporters for "broad" and for "partly" or
    "divided". weakest: supporters in the least supporting segment. objection: the most open
    objections among answers. segment_min: people a segment has; smaller ones are put together.
    """

    turnout: Share = "3/5"
    tolerance: Share = "19/20"
    everyone_breadth: Share = "3/5"
    broad_breadth: Share = "1/2"
    partly_breadth: Share = "3/10"
    weakest: Share = "1/4"
    objection: Share = "1/10"
    segment_min: Annotated[int, Meta(ge=1, le=50)] = 3


class SegmentSupport(msgspec.Struct, frozen=True):
    """The answers in one segment of the electorate."""

    size: int = 0
    support: int = 0
    live_with: int = 0
    object: int = 0


class ThemeSupport(msgspec.Struct, frozen=True):
    """How broadly one theme is carried. Shares are between 0 and 1.

    breadth: supporters of the electorate (B). tolerance: supporters and those who can live with
    it, of the electorate (T). objection: open objections of the answers. weakest: the least
    supporting segment's breadth (M) and which that is. bridge: the geometric mean of the
    segments' support (G). interval: of the breadth among those who answered, when not all did.
    energy: how many want to work on it. segments: by name, "" for the small ones together.
    """

    electorate: int
    support: int
    live_with: int
    object: int
    open_objections: int
    energy: int
    turnout: float
    breadth: float
    tolerance: float
    objection: float
    weakest: float
    weakest_segment: str | None
    bridge: float
    interval: tuple[float, float] | None
    segments: dict[str, SegmentSupport]
    verdict: Verdict


def measure(
    answers: Mapping[str, Answer],
    electorate: Mapping[str, str],
    rule: Rule,
    *,
    energy: Collection[str] = (),
    resolved: Collection[str] = (),
    segment_of: Mapping[str, str] | None = None,
) -> ThemeSupport:
    """Measure the support for one theme.

    answers: voter -> answer; who is not in the electorate does not count. electorate: voter ->
    segment (the initiative they come from). energy: who want to work on it. resolved: whose
    objection was met or taken back, so that it is no longer open. segment_of: voter -> segment,
    when it is not where they come from; who is not in it is in no segment.
    """
    given = {voter: answer for voter, answer in answers.items() if voter in electorate}
    objectors = {voter for voter, answer in given.items() if answer is Answer.OBJECT}
    segment_of = electorate if segment_of is None else segment_of
    return judge(
        _per_segment(given, {v: segment_of[v] for v in electorate if v in segment_of}),
        rule,
        apart=_per_segment(given, {v: "" for v in electorate if v not in segment_of}).get(""),
        energy=len(set(energy) & electorate.keys()),
        resolved=len(objectors.intersection(resolved)),
    )


def judge(
    per_segment: Mapping[str, SegmentSupport],
    rule: Rule,
    *,
    apart: SegmentSupport | None = None,
    energy: int = 0,
    resolved: int = 0,
) -> ThemeSupport:
    """The measure of one theme from the counts of the segments, small ones not yet together.

    apart: the counts of electors who are in no segment. energy: how many want to work on it.
    resolved: how many objections are no longer open.
    """
    together = pooled(per_segment, rule.segment_min)
    n, supporters, live_with, objectors = (
        sum(getattr(found, of) for found in (*together.values(), apart or SegmentSupport()))
        for of in SegmentSupport.__struct_fields__
    )
    answered, open_objections = supporters + live_with + objectors, objectors - resolved
    breadth = _share(supporters, n)
    weakest, weakest_segment = _weakest(together)
    turnout, tolerance = _share(answered, n), _share(supporters + live_with, n)
    objection = _share(open_objections, answered)
    verdict = _verdict(rule, turnout, breadth, tolerance, weakest, objection, open_objections)
    return ThemeSupport(
        electorate=n,
        support=supporters,
        live_with=live_with,
        object=objectors,
        open_objections=open_objections,
        energy=energy,
        turnout=float(turnout),
        breadth=float(breadth),
        tolerance=float(tolerance),
        objection=float(objection),
        weakest=float(weakest),
        weakest_segment=weakest_segment,
        bridge=_bridge(together),
        interval=wilson(supporters, answered) if 0 < answered < n else None,
        segments=together,
        verdict=verdict,
    )


def _share(part: int, whole: int) -> Fraction:
    return Fraction(part, whole) if whole else Fraction(0)


def _verdict(
    rule: Rule,
    turnout: Fraction,
    breadth: Fraction,
    tolerance: Fraction,
    weakest: Fraction,
    objection: Fraction,
    open_objections: int,
) -> Verdict:
    """The first class that holds, from the top. Raising an answer never lowers it."""
    everywhere = weakest >= Fraction(rule.weakest)
    calm = objection <= Fraction(rule.objection)
    if turnout < Fraction(rule.turnout):
        return Verdict.LOW_TURNOUT
    if (
        tolerance >= Fraction(rule.tolerance)
        and breadth >= Fraction(rule.everyone_breadth)
        and everywhere
        and not open_objections
    ):
        return Verdict.EVERYONE
    if breadth >= Fraction(rule.broad_breadth) and everywhere and calm:
        return Verdict.BROAD
    if breadth >= Fraction(rule.partly_breadth):
        return Verdict.PARTLY if calm and everywhere else Verdict.DIVIDED
    return Verdict.NARROW


def pooled(per_segment: Mapping[str, SegmentSupport], minimum: int) -> dict[str, SegmentSupport]:
    """The counts by segment in order of name, those under `minimum` people together as "".

    Without that, one person's answer could be read off a small segment, or decide for all.
    """
    together: dict[str, SegmentSupport] = {}
    for name, found in sorted(per_segment.items()):
        kept = name if found.size >= minimum else ""
        before = msgspec.structs.astuple(together.get(kept, SegmentSupport()))
        counts = msgspec.structs.astuple(found)
        together[kept] = SegmentSupport(*(a + b for a, b in zip(before, counts, strict=True)))
    return dict(sorted(together.items()))


def _per_segment(
    answers: Mapping[str, Answer], segment_of: Mapping[str, str]
) -> dict[str, SegmentSupport]:
    sizes = Counter(segment_of.values())
    counts = Counter((segment_of[v], answer) for v, answer in answers.items() if v in segment_of)
    return {
        segment: SegmentSupport(size, *(counts[segment, a] for a in Answer.__members__.values()))
        for segment, size in sizes.items()
    }


def _weakest(per_segment: Mapping[str, SegmentSupport]) -> tuple[Fraction, str | None]:
    """The lowest support over all segments, the small ones together included; 0 without any."""
    covers = [(_share(found.support, found.size), name) for name, found in per_segment.items()]
    return min(covers) if covers else (Fraction(0), None)


def _bridge(per_segment: Mapping[str, SegmentSupport]) -> float:
    """The geometric mean over segments of (support + ½) / (size + 1); 0 for none."""
    if not per_segment:
        return 0.0
    shares = [(found.support + 0.5) / (found.size + 1) for found in per_segment.values()]
    return float(prod(shares) ** (1 / len(shares)))


def wilson(successes: int, n: int, z: float = Z_80) -> tuple[float, float]:
    """The Wilson interval of a share of successes among n > 0, for the normal quantile z.

    Raises ValueError when n is not positive or there are more successes. Source: Wilson 1927.
    """
    if not 0 <= successes <= n or n == 0:
        raise ValueError("an interval needs 0 <= successes <= n and n > 0")
    p, zz = successes / n, z * z
    middle, half = p + zz / (2 * n), z * sqrt(p * (1 - p) / n + zz / (4 * n * n))
    return max(0.0, (middle - half) / (1 + zz / n)), min(1.0, (middle + half) / (1 + zz / n))


def order(results: Mapping[str, ThemeSupport], supporters: Mapping[str, int]) -> list[list[str]]:
    """The themes from most to least carried; what is equal shares a place and stays a tie.

    By verdict, breadth, weakest segment, fewest objections, bridge, and then supporters: how
    many people put a dot on a theme.
    """
    places: dict[tuple[float, ...], list[str]] = {}
    for theme, found in results.items():
        key = (
            found.verdict.rank, -found.breadth, -found.weakest, found.objection,
            -round(found.bridge, 12), -supporters.get(theme, 0),
        )  # fmt: skip
        places.setdefault(key, []).append(theme)
    return [places[key] for key in sorted(places)]


def is_vanguard(found: ThemeSupport) -> bool:
    """Whether a theme is not carried but has people who want to begin (kopgroep)."""
    return not found.verdict.carried and found.energy >= VANGUARD_PEOPLE
