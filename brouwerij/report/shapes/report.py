"""The whole report; its parts are beside it, one module per subject."""

from __future__ import annotations

from brouwerij.report.shapes.afternoon import (
    CheckoutLine,
    IntroductionLine,
    NeedLine,
    Origin,
    RoundLine,
)
from brouwerij.report.shapes.appearance import Appearance
from brouwerij.report.shapes.base import Edition, Shape
from brouwerij.report.shapes.groups import GroupLine
from brouwerij.report.shapes.themes import IdeaLine, ThemeLine
from brouwerij.report.shapes.votes import BallotFacts, DotFacts, PollFacts, Support


class Report(Shape, frozen=True):
    """All that came out of a workshop, as the readers of one edition may know it.

    date: ISO or "". made_at: ms of server time. loose: ideas without a theme. parked: those
    that came too late; the organiser's edition only. narrower: the same as the readers of each
    narrower edition may know it, when it is to be carried in a file.
    """

    edition: Edition
    code: str
    title: str
    question: str
    date: str
    made_at: int
    anonymous: bool
    appearance: Appearance = Appearance()
    rounds: tuple[RoundLine, ...] = ()
    initiatives: tuple[Origin, ...] = ()
    introductions: tuple[IntroductionLine, ...] = ()
    needs: tuple[NeedLine, ...] = ()
    themes: tuple[ThemeLine, ...] = ()
    loose: tuple[IdeaLine, ...] = ()
    parked: tuple[IdeaLine, ...] = ()
    groups: tuple[GroupLine, ...] = ()
    poll: PollFacts | None = None
    dots: DotFacts | None = None
    ballots: tuple[BallotFacts, ...] = ()
    checkout: CheckoutLine | None = None
    narrower: tuple[Report, ...] = ()

    @property
    def people(self) -> int:
        return sum(origin.people for origin in self.initiatives)

    @property
    def guests(self) -> int:
        return sum(origin.guests for origin in self.initiatives)

    @property
    def noted(self) -> list[RoundLine]:
        """The rounds with which those who led noted something that this edition tells."""
        return [round for round in self.rounds if round.note]

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
