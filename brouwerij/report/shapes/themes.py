"""The themes, with their ideas in people's own words and their cards."""

from __future__ import annotations

from brouwerij.report.shapes.base import Shape
from brouwerij.report.shapes.votes import Dots, Support


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


class CardLines(Shape, frozen=True):
    """A theme as a table worked it out. who: of whom the names are, so not for the public."""

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
