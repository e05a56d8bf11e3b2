"""JSON: the report for other programs, and to bring back as a workshop (report/carried.py)."""

from __future__ import annotations

from typing import Literal, cast

from brouwerij.i18n import current_language
from brouwerij.report import words
from brouwerij.report.carried import Carried, Said, write
from brouwerij.report.formats import Format, register
from brouwerij.report.shapes import Report


def render(report: Report) -> bytes:
    language = cast(Literal["nl", "en"], current_language())
    said = Said(
        edition=words.edition(report.edition),
        summary=tuple(words.summary(report)),
        verdicts={found.verdict: words.verdict(found) for _theme, found in report.measured},
        measured=tuple(words.how_measured(report)),
    )
    return write(Carried(language=language, said=said, report=report))


FORMAT = register(Format("json", "application/json", "json", render, with_narrower=True))
