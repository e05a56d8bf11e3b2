"""What a report is made of. Building it is model.py's work, saying it in words is words.py's.

No ids and no language in here: names, numbers, and people's own words.
"""

from __future__ import annotations

import enum

import msgspec

from brouwerij.domain import support


class Edition(enum.Enum):
    """For whom a report is. What each may read is decided in model.py, once."""

    PARTICIPANTS = "participants"
    ORGANISER = "organiser"


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a report."""


class Origin(Shape, frozen=True):
    """An initiative with how many came from it; colour counts from 0, mark is two letters."""

    name: str
    mark: str
    colour: int
    people: int = 0
    guests: int = 0


class RoundLine(Shape, frozen=True):
    """A round as planned and as it went. Times are ms of server time, 0 when it was not opened."""

    kind: str
    title: str
    minutes: int
    opened_at: int = 0
    closed_at: int = 0

    @property
    def held(self) -> bool:
        return self.opened_at > 0

    @property
    def took(self) -> int:
        """How many minutes it was open, at least 1; 0 when it was not opened or not closed."""
        if not self.held or self.closed_at <= self.opened_at:
            return 0
        return max(1, round((self.closed_at - self.opened_at) / 60_000))


class PointLine(Shape, frozen=True):
    """A success factor or bottleneck. helpers: the names of the initiatives that can help."""

    text: str
    recognised: int = 0
    helpers: tuple[str, ...] = ()


class IntroductionLine(Shape, frozen=True):
    """An initiative as it introduced itself; the most recognised points first."""

    initiative: str
    mark: str
    colour: int
    who: str = ""
    beautiful: str = ""
    factors: tuple[PointLine, ...] = ()
    bottlenecks: tuple[PointLine, ...] = ()


class IdeaLine(Shape, frozen=True):
    """An idea in its writer's words. same: what others wrote that comes to the same. behind: how
    many people besides its writer said so or meant it too, each counted once.

    initiative: where it came from, "" when not known or in an anonymous workshop.
    """

    text: str
    initiative: str = ""
    hidden: bool = False
    behind: int = 0
    same: tuple[IdeaLine, ...] = ()

    @property
    def count(self) -> int:
        return 1 + len(self.same)


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
    """A theme's result in the poll; shares are of 1. rank counts from 1, ties share it."""

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

    @property
    def answered(self) -> int:
        return self.support + self.live_with + self.object

    @property
    def blank(self) -> int:
        return self.people - self.answered


class Dots(Shape, frozen=True):
    """A theme's dots: of how many people, how many in all, and whether it went on."""

    rank: int
    tied: bool
    supporters: int
    dots: int
    shortlisted: bool


class CardLines(Shape, frozen=True):
    """A theme as a table worked it out."""

    table: int = 0
    what: str = ""
    why: str = ""
    first_step: str = ""
    who: str = ""
    needs: str = ""


class ThemeLine(Shape, frozen=True):
    """A theme with all that is known of it; support and dots are None when not (yet) told."""

    name: str
    colour: int
    support: Support | None = None
    dots: Dots | None = None
    ideas: tuple[IdeaLine, ...] = ()
    card: CardLines | None = None

    @property
    def written(self) -> int:
        """How many ideas people wrote for it, those that come to the same included."""
        return sum(idea.count for idea in self.ideas)


class Reach(Shape, frozen=True):
    """How to reach somebody, as they allowed. share: the others in the group may know it too."""

    email: str
    phone: str
    share: bool


class Member(Shape, frozen=True):
    """Somebody in a working group. reach is None in every edition but the organiser's."""

    name: str
    initiative: str
    reach: Reach | None = None


class GroupLine(Shape, frozen=True):
    """A working group. vanguard: started without the claim that all carry it. date: ISO or "".

    missing: how many people it still has to have; full: no more may join.
    """

    theme: str
    vanguard: bool
    goal: str = ""
    first_step: str = ""
    date: str = ""
    needs: str = ""
    missing: int = 0
    full: bool = False
    leads: tuple[Member, ...] = ()
    members: tuple[Member, ...] = ()
    followers: tuple[Member, ...] = ()

    @property
    def workers(self) -> int:
        return len(self.leads) + len(self.members)

    @property
    def everyone(self) -> tuple[Member, ...]:
        return self.leads + self.members + self.followers


class PollFacts(Shape, frozen=True):
    """How the poll went: who could answer, who did, and by which rule it was judged.

    helped: for how many of those who did a helper entered it, since they had no phone.
    opinions: whether it was judged by who answered alike instead of by initiative; too_few: that
    was asked, and there were too few voters or themes for it.
    """

    voted: int
    people: int
    rule: support.Rule
    opinions: bool = False
    too_few: bool = False
    helped: int = 0


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


class BallotFacts(Shape, frozen=True):
    """One ballot with what came of it. title: the round's own, "" for the method's name."""

    title: str
    method: str
    voted: int
    people: int
    lines: tuple[BallotLine, ...] = ()
    helped: int = 0


class CheckoutLine(Shape, frozen=True):
    """The end. marks: how many gave 1, 2, 3, 4 and 5."""

    marks: tuple[int, ...]
    mean: float
    sentences: tuple[str, ...]

    @property
    def given(self) -> int:
        return sum(self.marks)


class Report(Shape, frozen=True):
    """All that came out of a workshop, as the readers of one edition may know it.

    date: ISO or "". made_at: ms of server time. loose: ideas without a theme. parked: those
    that came too late; the organiser's edition only.
    """

    edition: Edition
    code: str
    title: str
    question: str
    date: str
    made_at: int
    anonymous: bool
    rounds: tuple[RoundLine, ...] = ()
    initiatives: tuple[Origin, ...] = ()
    introductions: tuple[IntroductionLine, ...] = ()
    themes: tuple[ThemeLine, ...] = ()
    loose: tuple[IdeaLine, ...] = ()
    parked: tuple[IdeaLine, ...] = ()
    groups: tuple[GroupLine, ...] = ()
    poll: PollFacts | None = None
    dots: DotFacts | None = None
    ballots: tuple[BallotFacts, ...] = ()
    checkout: CheckoutLine | None = None

    @property
    def people(self) -> int:
        return sum(origin.people for origin in self.initiatives)

    @property
    def guests(self) -> int:
        return sum(origin.guests for origin in self.initiatives)

    @property
    def reaches(self) -> bool:
        """Whether this edition may say how to reach people."""
        return self.edition is Edition.ORGANISER

    @property
    def ideas(self) -> int:
        """How many ideas there are in this edition, the parked ones left out."""
        return sum(t.written for t in self.themes) + sum(idea.count for idea in self.loose)

    @property
    def measured(self) -> list[tuple[ThemeLine, Support]]:
        """The themes of the poll with their result, the most carried first."""
        return [(theme, theme.support) for theme in self.themes if theme.support]

    @property
    def carried(self) -> list[ThemeLine]:
        return [theme for theme, found in self.measured if found.carried]

    @property
    def talk_first(self) -> list[tuple[ThemeLine, Support]]:
        """The themes the room differs on: carried by a part of it, or divided."""
        return [(t, s) for t, s in self.measured if s.verdict in ("partly", "divided")]
