"""A Word document being written from top to bottom, in real styles, with numbered captions."""

from __future__ import annotations

import datetime
import io
from collections import Counter
from collections.abc import Collection, Sequence

import docx
from docx.document import Document
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from brouwerij.report.drawing import Drawing
from brouwerij.report.shapes import Logo
from brouwerij.report.word import contents
from brouwerij.report.word.contents import Heading
from brouwerij.report.word.elements import plain, say, styled
from brouwerij.report.word.fields import bookmark, field
from brouwerij.report.word.pictures import add_picture
from brouwerij.report.word.styles import (
    CAPTION,
    CONTENTS_TITLE,
    DEEPER_LIST,
    FIGURE,
    KIND,
    LEAD,
    LIST,
    NOTE,
    QUESTION,
    SOFTER,
    TITLE,
    WIDTH,
    dress,
)
from brouwerij.report.word.tables import add_key_numbers, add_table

ROOM_AFTER_TABLE = Pt(10)
LOGO = (6.5, 2.4)
"""The width and height of the room for a logo, in cm."""


class Page:
    """A document being written from top to bottom."""

    def __init__(
        self,
        title: str,
        subject: str,
        language: str,
        made: datetime.datetime,
        accent: str = "",
    ) -> None:
        """language: as nl-NL. accent: the colour of headings, RRGGBB, "" for ours."""
        self.document: Document = docx.Document()
        dress(self.document, language, accent)
        about = self.document.core_properties
        about.title, about.subject = plain(title)[:255], plain(subject)[:255]
        about.language = language
        about.author = about.last_modified_by = about.comments = about.keywords = ""
        about.created = about.modified = made.replace(tzinfo=None)
        self._headings: list[Heading] = []
        self._contents: Paragraph | None = None
        self._counted: Counter[str] = Counter()
        self._bookmarks = 0
        self._after_table = False

    def file(self) -> bytes:
        """The file."""
        if self._contents:
            contents.fill(self._contents, self._headings)
        if self._after_table:  # Word wants a paragraph last
            self._paragraph("", NOTE)
        packed = io.BytesIO()
        self.document.save(packed)
        return packed.getvalue()

    def header(self, title: str) -> None:
        """Above every page but the first: what the document is."""
        section = self.document.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.is_linked_to_previous = False
        say(section.header.paragraphs[0]._p, title)

    def footer(self, page: str, of: str) -> None:
        """At the foot of every page: "Pagina 1 van 7", with these words."""
        section = self.document.sections[0]
        for foot in (section.footer, section.first_page_footer):
            paragraph = foot.paragraphs[0]
            paragraph.add_run(f"{page} ")
            field(paragraph, "PAGE", "1")
            paragraph.add_run(f" {of} ")
            field(paragraph, "NUMPAGES", "1")

    def logo(self, logo: Logo) -> None:
        """A logo, as large as it fits in its room."""
        across, down = logo.size
        width = min(LOGO[0], LOGO[1] * across / down)
        paragraph = self._paragraph("", FIGURE)
        paragraph.paragraph_format.space_after = Pt(16)
        add_picture(paragraph, logo.png, logo.text, width=Cm(width))

    def kind(self, text: str) -> None:
        """What sort of document it is, above its title."""
        self._paragraph(text, KIND)

    def title(self, text: str, question: str) -> None:
        self._paragraph(text, TITLE)
        if question:
            self._paragraph(question, QUESTION)

    def contents(self, title: str) -> None:
        """Here the contents come, when all headings are there."""
        self._contents = self._paragraph(title, CONTENTS_TITLE)

    def heading(self, text: str, level: int = 1, *, new_page: bool = False) -> None:
        paragraph = self._paragraph(text, f"Heading{level}")
        if new_page:
            paragraph.paragraph_format.page_break_before = True
        name = f"_Toc{len(self._headings) + 1:06d}"
        self._bookmark(paragraph, name)
        self._headings.append(Heading(level, text, name))

    def text(self, text: str, *, lead: str = "", soft: bool = False, kept: bool = False) -> None:
        """A paragraph. lead: what it starts with in bold. kept: on the page of what follows."""
        paragraph = self._paragraph(text, NOTE if soft else "", lead)
        if kept:
            paragraph.paragraph_format.keep_with_next = True

    def bullet(self, text: str, note: str = "", *, lead: str = "", deeper: bool = False) -> None:
        """A line of a list, with a softer note after it; deeper: under the line before."""
        paragraph = self._paragraph(text, DEEPER_LIST if deeper else LIST, lead)
        if note:
            say(paragraph._p, f"  {note}", SOFTER)

    def key_numbers(self, numbers: Sequence[tuple[str, str]]) -> None:
        """Numbers side by side, each large above what it counts."""
        add_key_numbers(self.document, numbers)

    def table(
        self,
        caption: tuple[str, str],
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        numbers: Collection[int] = (),
    ) -> None:
        """A table under its caption: the label ("Tabel") and what it tells.

        widths: relative. numbers: the columns with numbers only, from 0.
        """
        above = self._caption(*caption).paragraph_format
        above.keep_with_next, above.space_before, above.space_after = True, Pt(8), Pt(4)
        add_table(self.document, heads, rows, widths, caption[1], numbers)
        self._after_table = True

    def picture(self, caption: tuple[str, str], drawing: Drawing, share: float = 1) -> None:
        """A drawing above its caption: the label ("Figuur") and what it shows.

        share: how much of the width of the text it takes.
        """
        add_picture(
            self._paragraph("", FIGURE), drawing.png(), drawing.alt, width=Cm(WIDTH * share),
            vector=drawing.svg,
        )  # fmt: skip
        self._caption(*caption)

    def _caption(self, label: str, text: str) -> Paragraph:
        self._counted[label] += 1
        number = self._counted[label]
        paragraph = self._paragraph(f"{label} ", CAPTION)
        field(paragraph, rf"SEQ {label} \* ARABIC", str(number))
        self._bookmark(paragraph, f"_Ref_{label}_{number}")
        say(paragraph._p, f". {text}")
        return paragraph

    def _bookmark(self, paragraph: Paragraph, name: str) -> None:
        self._bookmarks += 1
        bookmark(paragraph, name, self._bookmarks)

    def _paragraph(self, text: str, style: str, lead: str = "") -> Paragraph:
        paragraph = self.document.add_paragraph()
        if style:
            styled(paragraph._p, style)
        if self._after_table and not style.startswith("Heading"):
            paragraph.paragraph_format.space_before = ROOM_AFTER_TABLE
        self._after_table = False
        if lead:
            say(paragraph._p, f"{lead} ", LEAD)
        if text:
            say(paragraph._p, text)
        return paragraph
