"""The chapters of the report in Word, in the order in which they are read.

Each writes itself on a page as far as the report has it. What it says comes from `words`.
"""

from __future__ import annotations

from collections.abc import Callable

from brouwerij.report.shapes import Report
from brouwerij.report.word.chapters.afternoon import (
    attendance,
    checkout,
    introductions,
    measured,
    other_ideas,
    rounds,
)
from brouwerij.report.word.chapters.groups import groups, strengthening
from brouwerij.report.word.chapters.opening import opening
from brouwerij.report.word.chapters.outcome import ballots, overview, talk_first
from brouwerij.report.word.chapters.themes import themes
from brouwerij.report.word.page import Page

CHAPTERS: tuple[Callable[[Page, Report], None], ...] = (
    opening, overview, talk_first, ballots, themes, groups, strengthening, introductions,
    other_ideas, attendance, rounds, checkout, measured,
)  # fmt: skip
