"""The pictures of support: a bar a theme, as wide as everybody who could answer, and the map."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from brouwerij.domain.support import Placed, Rule, Spot, spots
from brouwerij.domain.support.chart import DOT, TAG_HEIGHT
from brouwerij.domain.support.chart import HEIGHT as CHART_HEIGHT
from brouwerij.domain.support.chart import WIDTH as CHART_WIDTH
from brouwerij.report import words
from brouwerij.report.shapes import Report, Shape, Support

__all__ = [
    "CHART_HEIGHT", "CHART_WIDTH", "DOT", "TAG_HEIGHT", "Piece", "chart", "floor_at", "line_at",
    "pieces",
]  # fmt: skip

INITIATIVE_COLOURS = 12
GAP = 0.3
"""Between two parts, in per cents of the bar."""
ROOM_FOR_MARK = 5.0
"""How wide a part is that has room for its mark, in per cents of the bar."""
ROOM_ON_PHONE = 9.0


class Piece(Shape, frozen=True):
    """A part of a bar. x, width: per cents. look: which style it has; title: it in words.

    room: whether its mark fits everywhere ("wide"), not on a phone ("narrow") or nowhere ("").
    """

    x: float
    width: float
    look: str
    mark: str
    title: str
    room: str

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 3)


def pieces(found: Support) -> list[Piece]:
    """The parts from left to right: who carries it by initiative, then the others."""
    drawn: list[Piece] = []
    x = 0.0
    for size, look, mark, title in _parts(found):
        if not size:
            continue
        whole = 100 * size / found.people
        width = max(whole - GAP, 0.05)
        room = "" if whole < ROOM_FOR_MARK else "narrow" if whole < ROOM_ON_PHONE else "wide"
        drawn.append(
            Piece(
                x=round(x, 3), width=round(width, 3), look=look, mark=mark, title=title, room=room
            )
        )
        x += whole
    return drawn


def _parts(found: Support) -> Iterator[tuple[int, str, str, str]]:
    for s in found.segments:
        look = (
            f"initiative-{s.colour % INITIATIVE_COLOURS + 1}" if s.name or s.opinion else "together"
        )
        title = f"{words.segment_name(s)}: {words.segment_line(s)}"
        yield s.support, look, words.segment_mark(s), title
    yield found.live_with, "live-with", "", words.live_with(found)
    yield found.blank, "blank", "", words.blank(found)
    yield found.object, "object", "", words.objections(found)


def line_at(rule: Rule) -> float:
    """Where "broadly carried" begins, in per cents of the bar."""
    return round(float(100 * Fraction(rule.broad_breadth)), 3)


def floor_at(rule: Rule) -> float:
    """From how high on the map every group carries enough of a theme, in units of its height."""
    return round(float(Fraction(rule.weakest)) * CHART_HEIGHT, 3)


def chart(report: Report) -> list[Spot]:
    """The themes of the poll on the support map, numbered in the order of the report."""
    themes = [
        Placed(number, found.breadth, found.weakest, found.carried)
        for number, (_, found) in enumerate(report.measured, start=1)
    ]
    return spots(themes[::-1])
