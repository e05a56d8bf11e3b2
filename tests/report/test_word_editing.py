"""The Word document as an organiser goes on with it: pictures with words, captions, contents.

What it tells is in test_word.py.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree
from openxml_audit import OpenXmlValidator

from brouwerij.report import words
from brouwerij.report.drawing import bar
from brouwerij.report.shapes import Edition
from brouwerij.report.word.contents import BESIDE_TITLE, MOST
from tests.report.conftest import everywhere
from tests.report.reading import exported, report_of
from tests.support.room import Room

pytestmark = pytest.mark.usefixtures("app")

PNG = b"\x89PNG\r\n"


@pytest.fixture
def made(cooplink: Room) -> Document:
    return opened(exported(cooplink, "docx"))


def opened(file: bytes) -> Document:
    return docx.Document(io.BytesIO(file))


def contents(made: Document) -> list[tuple[str, str]]:
    """The lines of the contents with the bookmark that each leads to."""
    [block] = made.element.body.iter(qn("w:sdtContent"))
    return [
        ("".join(link.itertext(qn("w:t"))), link.get(qn("w:anchor")))
        for link in block.iter(qn("w:hyperlink"))
    ]


def headings(made: Document, deepest: int) -> list[tuple[str, str]]:
    """The headings to a level, in order, with their bookmarks."""
    return [
        (paragraph.text, paragraph._p.find(qn("w:bookmarkStart")).get(qn("w:name")))
        for paragraph in made.paragraphs
        if paragraph.style and re.fullmatch(rf"Heading [1-{deepest}]", paragraph.style.name or "")
    ]


def instructions(element: etree._Element) -> list[str]:
    return [(code.text or "").strip() for code in element.iter(qn("w:instrText"))]


@pytest.mark.parametrize("typed", ["", "שלום <b> & “x”"])
def test_document_is_one_that_word_opens_without_repairs(
    cooplink: Room, tmp_path: Path, typed: str
):
    room = everywhere(typed) if typed else cooplink
    path = tmp_path / "report.docx"
    path.write_bytes(exported(room, "docx", Edition.ORGANISER))
    found = OpenXmlValidator().validate(str(path))
    assert not found.errors


def test_every_chart_is_a_picture_in_dots_and_in_lines_with_the_words_of_the_other_formats(
    cooplink: Room, made: Document
):
    report = report_of(cooplink)
    [*drawn] = made.element.body.iter(qn("wp:inline"))
    assert [inline.find(qn("wp:docPr")).get("descr") for inline in drawn] == [
        words.chart_label(report),
        *(words.bar_label(theme, found) for theme, found in report.measured),
    ]
    for inline in drawn:
        [blip] = inline.iter(qn("a:blip"))
        assert made.part.related_parts[blip.get(qn("r:embed"))].blob.startswith(PNG)
        [vector] = (e for e in blip.iter() if etree.QName(e).localname == "svgBlip")
        svg = etree.fromstring(made.part.related_parts[vector.get(qn("r:embed"))].blob)
        assert etree.QName(svg).localname == "svg"


def test_bar_when_it_stands_by_itself_then_needs_no_style_sheet(cooplink: Room):
    [(theme, found), *_] = report_of(cooplink).measured
    svg = etree.fromstring(bar(theme, found, None).svg)
    shapes = [e for e in svg.iter() if etree.QName(e).localname in ("rect", "text")]
    assert len(shapes) > 3
    assert all(shape.get("fill") and not shape.get("class") for shape in shapes)


def test_tables_and_figures_have_captions_that_count_themselves(made: Document):
    captions = [p for p in made.paragraphs if p.style and p.style.name == "Caption"]
    for label, kind in (("Tabel", "w:tbl"), ("Figuur", "wp:inline")):
        ours = [caption for caption in captions if caption.text.startswith(label)]
        numbers = [re.match(rf"{label} (\d+)\. \S", caption.text) for caption in ours]
        assert [int(number[1]) for number in numbers if number] == list(range(1, len(ours) + 1))
        assert len(ours) > 2
        for number, caption in enumerate(ours, start=1):
            assert instructions(caption._p) == [rf"SEQ {label} \* ARABIC"]
            named = caption._p.find(qn("w:bookmarkStart")).get(qn("w:name"))
            assert named == f"_Ref_{label}_{number}"
            beside = caption._p.getnext() if label == "Tabel" else caption._p.getprevious()
            assert beside.tag == qn(kind) or beside.find(f".//{qn(kind)}") is not None


def test_contents_lead_to_the_chapters_and_their_parts_in_order(made: Document):
    assert contents(made) == headings(made, deepest=2)
    assert len(contents(made)) > 10
    assert instructions(made.element.body)[0] == r'TOC \o "1-2" \h \z \u'
    settings = made.settings.element
    assert settings.find(qn("w:updateFields")) is None, "Word would put a question first"


def test_contents_when_they_would_run_over_the_title_page_then_have_one_of_their_own(
    cooplink: Room,
):
    cooplink.themes(*(f"Nog een thema {n}" for n in range(BESIDE_TITLE)))
    made = opened(exported(cooplink, "docx"))
    assert BESIDE_TITLE < len(contents(made)) <= MOST
    [block] = made.element.body.iter(qn("w:sdtContent"))
    assert block[0].pPr.find(qn("w:pageBreakBefore")) is not None


def test_contents_when_there_are_very_many_themes_then_are_of_chapters_only(cooplink: Room):
    cooplink.themes(*(f"Nog een thema {n}" for n in range(MOST)))
    made = opened(exported(cooplink, "docx"))
    assert contents(made) == headings(made, deepest=1)
    assert len(headings(made, deepest=2)) > MOST


@pytest.mark.parametrize(("language", "page"), [("nl", "Pagina 1 van 1"), ("en", "Page 1 of 1")])
def test_pages_have_the_title_above_and_their_number_below(
    cooplink: Room, language: str, page: str
):
    section = opened(exported(cooplink, "docx", language=language)).sections[0]
    assert section.header.paragraphs[0].text == "Cooplink"
    assert section.different_first_page_header_footer
    assert not section.first_page_header.paragraphs[0].text, "the title page has it in large"
    for foot in (section.footer, section.first_page_footer):
        assert foot.paragraphs[0].text == page
        assert instructions(foot._element) == ["PAGE", "NUMPAGES"]


def test_tables_say_what_they_tell_and_bring_their_heading_to_each_page(made: Document):
    key_numbers, *tables = made.tables
    assert len(tables) > 4
    for table in tables:
        caption = table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert table._tbl.getprevious().xpath("string()").endswith(caption)
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    for table in (key_numbers, *tables):
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_every_style_that_is_used_is_there_and_every_paragraph_has_words_or_a_picture(
    made: Document,
):
    known = {style.style_id for style in made.styles}
    used = {
        found.get(qn("w:val"))
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for found in made.element.body.iter(qn(tag))
    }
    assert used <= known
    assert {"Heading1", "Heading2", "Caption", "ListBullet", "ReportTable"} <= used
    empty = [
        p for p in made.paragraphs if not p.text and p._p.find(f".//{qn('wp:inline')}") is None
    ]
    assert not empty


def test_text_from_right_to_left_is_set_from_the_right(cooplink: Room):
    made = opened(exported(everywhere("שלום לכולם"), "docx"))
    hebrew = [p for p in made.paragraphs if p.text.startswith("שלום")]
    assert len(hebrew) > 3
    assert all(p._p.pPr.find(qn("w:bidi")) is not None for p in hebrew)
    assert all(run.font.rtl for p in hebrew for run in p.runs[:1])
    latin = [p for p in opened(exported(cooplink, "docx")).paragraphs if p._p.pPr is not None]
    assert all(p._p.pPr.find(qn("w:bidi")) is None for p in latin)
