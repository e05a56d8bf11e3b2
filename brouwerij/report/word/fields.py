"""What Word counts or follows by itself: page numbers, numbered captions, bookmarks and links.

Each stands in the document with what it shows, so that nothing has to be brought up to date first.
"""

from __future__ import annotations

from typing import Any

from docx.text.paragraph import Paragraph
from docx.text.run import Run

from brouwerij.report.word.elements import element, plain


def field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """What Word makes of an instruction (PAGE, SEQ, TOC), and what it shows until it does."""
    begin_field(paragraph, instruction)
    paragraph.add_run(shown)
    end_field(paragraph)


def begin_field(paragraph: Paragraph, instruction: str) -> None:
    """The start of a field; what it shows follows, and then its end."""
    _mark(paragraph, "begin")
    code = element("w:instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    paragraph.add_run()._r.append(code)
    _mark(paragraph, "separate")


def end_field(paragraph: Paragraph) -> None:
    _mark(paragraph, "end")


def _mark(paragraph: Paragraph, kind: str) -> None:
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType=kind))


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Name what a paragraph has so far, for links. number: another for each in the document."""
    start = element("w:bookmarkStart", id=str(number), name=name)
    properties = paragraph._p.pPr
    if properties is None:
        paragraph._p.insert(0, start)
    else:
        properties.addnext(start)
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))


def link(paragraph: Paragraph, text: str, name: str) -> None:
    """A text that leads to a bookmark."""
    made: Any = element("w:hyperlink", anchor=name, history="1")
    run = element("w:r")
    made.append(run)
    paragraph._p.append(made)
    Run(run, paragraph).text = plain(text)
