"""The contents of a Word document: a field that Word can renew, filled in with links to headings.

It shows no page numbers until Word renews it: they are not known before it lays out the pages, and
to have it do so by itself it would first put a question to whoever opens the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from docx.text.paragraph import Paragraph

from brouwerij.report.word.elements import element, styled
from brouwerij.report.word.fields import begin_field, end_field, link
from brouwerij.report.word.styles import CONTENTS

BESIDE_TITLE = 22
"""Lines that fit on the title page; more have a page of their own."""
MOST = 45
"""Lines that fit on a page; with more there are chapters only."""


class Heading(NamedTuple):
    """level: from 1. bookmark: its name, to lead to."""

    level: int
    text: str
    bookmark: str


def fill(title: Paragraph, headings: Sequence[Heading]) -> None:
    """Put the contents under their title, a paragraph of the document."""
    deepest = len(CONTENTS)
    listed = [heading for heading in headings if heading.level <= deepest]
    if len(listed) > MOST:
        deepest = 1
        listed = [heading for heading in headings if heading.level == 1]
    title.paragraph_format.page_break_before = len(listed) > BESIDE_TITLE or None
    kept_together = element("w:sdtContent")
    title._p.addprevious(element("w:sdt", _renewable(), kept_together))
    kept_together.append(title._p)
    lines: list[Paragraph] = []
    for heading in listed:
        line = Paragraph(element("w:p"), title._parent)
        styled(line._p, CONTENTS[heading.level - 1])
        kept_together.append(line._p)
        if not lines:
            begin_field(line, rf'TOC \o "1-{deepest}" \h \z \u')
        link(line, heading.text, heading.bookmark)
        lines.append(line)
    end_field(lines[-1])


def _renewable() -> object:
    """What has Word show a button for it."""
    gallery = element("w:docPartGallery", val="Table of Contents")
    return element("w:sdtPr", element("w:docPartObj", gallery, element("w:docPartUnique")))
