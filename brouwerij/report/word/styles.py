"""The styles of a Word document: who edits it changes one of these, and all that has it follows."""

from __future__ import annotations

from typing import Any, NamedTuple

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.parts.document import DocumentPart
from docx.shared import Cm, Pt, RGBColor

from brouwerij.i18n import gettext as _
from brouwerij.report.palette import COPPER, FOAM, INK, SAND, SOFT
from brouwerij.report.word.elements import element, set_in

FONT = "Calibri"
WIDTH = 16.6
"""How wide the text is, in cm: A4 without its margins."""
MARGIN = 2.2

# By their id, which is what a paragraph names. Word calls its own in the language of who edits.
TITLE, QUESTION, CAPTION, LIST, DEEPER_LIST = (
    "Title", "Subtitle", "Caption", "ListBullet", "ListBullet2",
)  # fmt: skip
LEAD, SOFTER = "Strong", "SubtleEmphasis"
CONTENTS_TITLE, CONTENTS = "TOCHeading", ("TOC1", "TOC2")
KIND, NOTE, KEY_NUMBER, FIGURE, TABLE, CELL, HEAD, NUMBER, NUMBER_HEAD = (
    "Kind", "Note", "KeyNumber", "Figure", "ReportTable", "TableText", "TableHeading",
    "TableNumber", "TableNumberHeading",
)  # fmt: skip


class Look(NamedTuple):
    """size: in points. before, after: the room there, in points. kept: with what follows, on one
    page."""

    size: float
    colour: str
    before: float = 0
    after: float = 0
    bold: bool = False
    kept: bool = False


LOOKS = {
    TITLE: Look(30, INK, 2, 6, bold=True, kept=True),
    QUESTION: Look(15, INK, 0, 8),
    "Heading1": Look(18, COPPER, 24, 6, bold=True, kept=True),
    "Heading2": Look(13.5, INK, 16, 4, bold=True, kept=True),
    "Heading3": Look(11, SOFT, 10, 2, bold=True, kept=True),
    CONTENTS_TITLE: Look(13.5, INK, 22, 4, bold=True, kept=True),
    CONTENTS[0]: Look(11, INK, 3),
    CONTENTS[1]: Look(10, SOFT),
    CAPTION: Look(9.5, SOFT, 2, 10, bold=True),
    "Header": Look(9, SOFT),
    "Footer": Look(9, SOFT),
    KIND: Look(11, COPPER, bold=True, kept=True),
    NOTE: Look(10, SOFT, 0, 6),
    KEY_NUMBER: Look(24, COPPER, 6, bold=True, kept=True),
    FIGURE: Look(11, INK, 4, kept=True),
    CELL: Look(9.5, INK),
    HEAD: Look(9.5, SOFT, bold=True, kept=True),
    NUMBER: Look(9.5, INK),
    NUMBER_HEAD: Look(9.5, SOFT, bold=True, kept=True),
}


def dress(document: Document, language: str, accent: str) -> None:
    """Give a new document its paper, its language (as nl-NL) and its styles.

    accent: RRGGBB in the place of our copper, "" for that.
    """
    _paper(document)
    _speak(document, language)
    styles: Any = document.styles
    _clear(document.part, styles)
    normal = styles["Normal"]
    _letters(normal, 11, INK)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    _add_ours(styles)
    by_id = {style.style_id: style for style in styles}
    for style, look in LOOKS.items():
        ours = look.colour == COPPER and accent
        _look(by_id[style], look._replace(colour=accent) if ours else look)
    for bullet in (LIST, DEEPER_LIST):
        by_id[bullet].paragraph_format.space_after = Pt(2)
    softer = by_id[SOFTER].font
    softer.italic, softer.size, softer.color.rgb = False, Pt(9.5), RGBColor.from_string(SOFT)
    for level, style in enumerate(CONTENTS):
        line = by_id[style].paragraph_format
        line.left_indent, line.line_spacing = Cm(0.5 * level), 1.0
        line.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    tabs = by_id["Header"].paragraph_format.tab_stops
    tabs.clear_all()
    tabs.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    for style in (NUMBER, NUMBER_HEAD):
        by_id[style].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _table(by_id[TABLE])


def _paper(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(MARGIN)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1.1)
    settings = document.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # of Word 2013 and later, without the word in its title


def _speak(document: Document, language: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    set_in(defaults.find(qn("w:rPrDefault")).find(qn("w:rPr")), "w:lang", val=language)
    set_in(document.settings.element, "w:themeFontLang", val=language)


def _clear(part: DocumentPart, styles: Any) -> None:
    """Leave out the hundred looks of tables that come with python-docx, twice, and what of its own
    looks would show through ours."""
    for style in list(styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()
    for related in [r for r in part.rels.values() if r.reltype.endswith("/stylesWithEffects")]:
        part.drop_rel(related.rId)
    for style, *gone in (("Title", "w:pBdr"), ("Subtitle", "w:numPr", "w:i", "w:iCs", "w:spacing")):
        for tag in gone:
            for found in list(styles[style].element.iter(qn(tag))):
                found.getparent().remove(found)


def _add_ours(styles: Any) -> None:
    names = {
        KIND: _("Soort verslag"),
        NOTE: _("Toelichting"),
        KEY_NUMBER: _("Kerngetal"),
        FIGURE: _("Figuur"),
        CELL: _("Tabeltekst"),
        HEAD: _("Tabelkop"),
        NUMBER: _("Tabelgetal"),
        NUMBER_HEAD: _("Tabelkop van getallen"),
        TABLE: _("Verslagtabel"),
    }
    for id in CONTENTS:
        styles.add_style(id, WD_STYLE_TYPE.PARAGRAPH, builtin=True).name = f"toc {id[-1]}"
    for id, name in names.items():
        kind = WD_STYLE_TYPE.TABLE if id == TABLE else WD_STYLE_TYPE.PARAGRAPH
        made = styles.add_style(id, kind)
        made.name = name
        made.base_style = styles["Normal Table" if id == TABLE else "Normal"]


def _look(style: Any, look: Look) -> None:
    _letters(style, look.size, look.colour)
    style.font.bold = look.bold
    style.quick_style, style.hidden = True, False
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after = Pt(look.before), Pt(look.after)
    paragraph.keep_with_next = look.kept


def _letters(style: Any, size: float, colour: str) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.find(qn("w:rFonts"))
    for attribute in list(fonts.attrib):  # a theme's font would win from the one that is named
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]
    fonts.set(qn("w:cs"), FONT)
    set_in(style.element.rPr, "w:szCs", val=str(round(2 * size)))


def _table(style: Any) -> None:
    """A hairline under each row, and a heading row that stands out."""
    sides = ("top", "left", "bottom", "right")
    line = {"val": "single", "sz": "4", "space": "0", "color": SAND}
    lines = [element(f"w:{side}", **line) for side in ("bottom", "insideH")]
    room = [
        element(f"w:{side}", w=width, type="dxa")
        for side, width in zip(sides, ("55", "80", "55", "80"), strict=True)
    ]
    ground = element("w:shd", val="clear", color="auto", fill=FOAM)
    style.element.extend(
        [
            element("w:tblPr", element("w:tblBorders", *lines), element("w:tblCellMar", *room)),
            element("w:tblStylePr", element("w:tcPr", ground), type="firstRow"),
        ]
    )
