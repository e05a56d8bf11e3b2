"""PDF: the report on paper, tagged for who has it read aloud, with bookmarks and contents."""

from __future__ import annotations

import re
from functools import partial

from flask import render_template
from markupsafe import Markup

from brouwerij.report import accent, drawing, picture, words
from brouwerij.report.formats import Format, register
from brouwerij.report.formats.html import style
from brouwerij.report.paper import pdf
from brouwerij.report.shapes import Report

BAR_WIDTH = 332
"""Of a theme's bar, in pixels of CSS: half of the text on A4."""
_CHAPTER = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)


def render(report: Report) -> bytes:
    """Raises NotMade."""
    return pdf(page(report))


def page(report: Report) -> str:
    """The page that is printed, its contents list made of the chapters that it has."""
    article = render_template(
        "report/_report.html",
        report=report,
        words=words,
        picture=picture,
        drawn_bar=partial(drawing.bar, width=BAR_WIDTH),
        drawn_map=drawing.support_map,
    )
    opening, end, rest = article.partition("</header>")
    return render_template(
        "report/pdf.html",
        report=report,
        style=style("pdf.css") + accent.style(report.appearance.accent),
        chapters=[(id, Markup(name)) for id, name in _CHAPTER.findall(rest)],  # noqa: S704
        opening=Markup(opening + end),  # noqa: S704 - a template's own output, escaped there
        rest=Markup(rest),  # noqa: S704
    )


FORMAT = register(Format("pdf", "application/pdf", "pdf", render, slow=True))
