"""What a report that was brought back told of votes and people that are not on this board."""

from __future__ import annotations

import msgspec

from brouwerij.domain.board import Board
from brouwerij.domain.told import Told
from brouwerij.report.shapes import Edition, Report, ThemeLine


def last_told(board: Board, edition: Edition) -> Report | None:
    """The report as it was told to these readers, or the widest of those that told less."""
    for told in (edition, *edition.narrower):
        found = board.get(Told, told.value)
        if found is not None:
            return msgspec.convert(found.report, Report)
    return None


def with_told(report: Report, told: Report) -> Report:
    """A report of what is on the board, with what was told where nothing was counted here."""
    return Report(
        **{name: getattr(report, name) or getattr(told, name) for name in Report.__struct_fields__}
    )


def told_themes(told: Report) -> dict[str, ThemeLine]:
    """What was told of each theme, by the id it got here."""
    return {f"t{number}": theme for number, theme in enumerate(told.themes, 1)}
