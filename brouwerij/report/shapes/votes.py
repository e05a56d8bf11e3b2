"""What people gave in a poll, with dots and in ballots, and what each theme came to."""

from __future__ import annotations

from brouwerij.domain import support
from brouwerij.report.shapes.base import Shape
from brouwerij.report.shapes.reasons import Reason, each_once


class Segment(Shape, frozen=True):
    """How one initiative, or one opinion group, answered.

    mark and name are "" for the small ones taken together and for opinion groups; opinion is the
    number of the group, 0 for an initiative.
    """

    name: str
    mark: str
    colour: int
    people: int
    support: int
    live_with: int
    object: int
    opinion: int = 0


class Support(Shape, frozen=True):
    """A theme's result in the poll; shares are of 1. rank counts from 1, ties share it. before:
    what it came to in the poll before."""

    rank: int
    tied: bool
    verdict: str
    carried: bool
    vanguard: bool
    people: int
    support: int
    live_with: int
    object: int
    energy: int
    turnout: float
    breadth: float
    tolerance: float
    weakest: float
    bridge: float
    segments: tuple[Segment, ...] = ()
    reasons: tuple[str, ...] = ()
    before: Support | None = None

    @property
    def answered(self) -> int:
        return self.support + self.live_with + self.object

    @property
    def blank(self) -> int:
        return self.people - self.answered

    @property
    def objections(self) -> tuple[Reason, ...]:
        return each_once(self.reasons)


class Dots(Shape, frozen=True):
    """A theme's dots: of how many people, how many in all, and whether it went on. before: in the
    round with dots before."""

    rank: int
    tied: bool
    supporters: int
    dots: int
    shortlisted: bool
    before: Dots | None = None


class Slate(Shape, frozen=True):
    """The carried themes as one set, by name: how many of the people support at least one; extra
    and missing: what a set by the Method of Equal Shares would have instead of what."""

    chosen: tuple[str, ...]
    covered: int
    people: int
    extra: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class PollFacts(Shape, frozen=True):
    """How the poll went: who could answer, who did, and by which rule it was judged.

    helped: for how many of those who did a helper entered it, since they had no phone.
    opinions: whether it was judged by who answered alike instead of by initiative; too_few: that
    was asked, and there were too few voters or themes for it. slate: None when nothing is carried.
    """

    voted: int
    people: int
    rule: support.Rule
    opinions: bool = False
    too_few: bool = False
    helped: int = 0
    slate: Slate | None = None


class DotFacts(Shape, frozen=True):
    """How the dots went. budget: per person; per_theme: at most on one theme. helped: as above."""

    voted: int
    people: int
    budget: int
    per_theme: int
    helped: int = 0


class BallotLine(Shape, frozen=True):
    """What a theme came to in a ballot. counts: per answer of the method, in its order. score: in
    the method's own measure, None when nobody answered. before: what it came to the time before."""

    theme: str
    rank: int
    tied: bool
    goes_on: bool
    counts: tuple[int, ...]
    abstained: int
    blank: int
    score: float | None
    reasons: tuple[str, ...] = ()
    before: BallotLine | None = None

    @property
    def objections(self) -> tuple[Reason, ...]:
        return each_once(self.reasons)


class BallotFacts(Shape, frozen=True):
    """One ballot with what came of it. title: the round's own, "" for the method's name."""

    title: str
    method: str
    voted: int
    people: int
    lines: tuple[BallotLine, ...] = ()
    helped: int = 0
