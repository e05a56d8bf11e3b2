"""The logo and the accent colour of a workshop, in the formats that show them."""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
from typing import Any

import docx
import msgspec
import openpyxl
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm
from PIL import Image

from brouwerij.domain.refusals import Refusal
from brouwerij.report import accent, palette
from brouwerij.report.restoring import Wanted, wanted
from brouwerij.report.shapes import Edition
from brouwerij.store.logos import hash_of
from tests.report.reading import exported
from tests.report.test_json import brought_back
from tests.support.room import ORGANISER, Room

pytestmark = pytest.mark.usefixtures("app")

TEXT = "Wooncoöperatie Het Nest"
YELLOW, READABLE_YELLOW = "#ffff00", "#707000"


def png(size: tuple[int, int] = (300, 120), colour: str = "#2f6b3c") -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, colour).save(made, "PNG")
    return made.getvalue()


LOGO = png()


@pytest.fixture
def dressed() -> Room:
    """A workshop with a logo and an accent that cannot be read on white."""
    look = {"accent": YELLOW, "logo": hash_of(LOGO), "logo_text": TEXT}
    return Room([{"kind": "ideas"}], appearance=look)


# Pages


def test_page_has_the_logo_in_itself_with_its_text_and_the_accent_as_it_can_be_read(dressed: Room):
    page = exported(dressed, "html", logo=LOGO).decode()
    [shown] = re.findall(r"<img[^>]*>", page)
    assert f'src="data:image/png;base64,{base64.b64encode(LOGO).decode()}"' in shown
    assert f'alt="{TEXT}"' in shown
    assert 'width="300" height="120"' in shown
    assert f"--accent:{READABLE_YELLOW}" in page
    assert YELLOW not in page.partition("prefers-color-scheme:dark){[data-accent]")[0]


def test_page_when_the_logo_has_no_text_of_its_own_then_it_is_called_by_the_title(dressed: Room):
    dressed.do(ORGANISER, "appearance.set", logo=hash_of(LOGO))
    assert 'alt="Cooplink"' in exported(dressed, "html", logo=LOGO).decode()


def test_page_when_nothing_was_set_then_it_is_as_it_was():
    page = exported(Room([{"kind": "ideas"}]), "html").decode()
    assert "<img" not in page
    assert "@layer tokens{[data-accent]" not in page


@pytest.mark.parametrize("wrong", ["red", "#A8481A", "#a8481a;}", "</style>", "#a8481a\n"])
def test_style_of_what_is_no_colour_is_refused(wrong: str):
    with pytest.raises(ValueError, match="is no colour"):
        accent.style(wrong)
    assert "--accent:#a8481a" in accent.style("#a8481a")
    assert accent.style("") == ""


# JSON


def test_json_when_brought_back_then_looks_the_same_and_no_log_holds_the_picture(dressed: Room):
    file = exported(dressed, "json", Edition.ORGANISER, logo=LOGO)
    found = wanted(file)
    assert isinstance(found, Wanted)
    assert found.logo == LOGO
    again = brought_back(file, dressed.now)
    assert exported(again, "json", Edition.ORGANISER, logo=found.logo) == file
    assert again.board.workshop.logo == hash_of(LOGO)
    assert base64.b64encode(LOGO)[:40] not in msgspec.json.encode(again.log)


def test_json_has_the_picture_once_and_the_accent_as_it_was_chosen(dressed: Room):
    file = json.loads(exported(dressed, "json", Edition.ORGANISER, logo=LOGO))
    looks = [it["appearance"] for it in (file["report"], *file["report"]["narrower"])]
    assert [look["accent"] for look in looks] == [YELLOW] * 3
    assert [look["logo"] is not None for look in looks] == [True, False, False]


def test_json_when_its_picture_is_large_then_it_comes_back_whole(dressed: Room):
    """Longer than any text in a file may be."""
    noise = io.BytesIO()
    Image.effect_noise((400, 400), 90).save(noise, "PNG")
    large = noise.getvalue()
    assert len(large) > 50_000
    found = wanted(exported(dressed, "json", logo=large))
    assert isinstance(found, Wanted)
    assert found.logo == large


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("accent", "red"),
        ("accent", "#fff;}body{display:none"),
        ("logo", {"png": base64.b64encode(b"MZ\x90").decode(), "text": ""}),
        ("logo", {"png": base64.b64encode(png((801, 10))).decode(), "text": ""}),
        ("logo", {"png": "geen base64!", "text": ""}),
        ("logo", {"png": "", "text": ""}),
    ],
)
def test_json_when_its_look_was_tampered_with_then_it_is_refused(
    dressed: Room, field: str, wrong: Any
):
    file = json.loads(exported(dressed, "json", logo=LOGO))
    assert isinstance(wanted(json.dumps(file).encode()), Wanted)
    file["report"]["appearance"][field] = wrong
    found = wanted(json.dumps(file).encode())
    assert isinstance(found, Refusal)
    assert found.code == "file.damaged"


# Files of offices


def test_word_has_the_logo_first_with_its_text_and_headings_in_the_accent(dressed: Room):
    made = docx.Document(io.BytesIO(exported(dressed, "docx", logo=LOGO)))
    first = made.paragraphs[0]._p
    [about] = first.iter(qn("wp:docPr"))
    assert about.get("descr") == TEXT
    [picture] = [rel for rel in made.part.rels.values() if rel.reltype.endswith("/image")]
    assert picture.target_part.blob == LOGO
    assert made.paragraphs[1].text == "Verslag van een Ideeënbrouwerij"
    [size] = first.iter(qn("wp:extent"))
    assert int(size.get("cx")) / int(size.get("cy")) == pytest.approx(300 / 120, abs=0.01)
    assert str(made.styles["Heading 1"].font.color.rgb) == READABLE_YELLOW[1:].upper()
    assert str(made.styles["Heading 2"].font.color.rgb) == palette.INK


@pytest.mark.parametrize("size", [(800, 30), (30, 400), (10, 10)])
def test_word_when_a_logo_is_long_or_high_then_it_fits(size: tuple[int, int]):
    room = Room([{"kind": "ideas"}], appearance={"logo": hash_of(LOGO)})
    made = docx.Document(io.BytesIO(exported(room, "docx", logo=png(size))))
    [extent] = made.paragraphs[0]._p.iter(qn("wp:extent"))
    assert 0 < int(extent.get("cx")) <= Cm(6.5) + 1
    assert 0 < int(extent.get("cy")) <= Cm(2.4) + 1


def test_word_when_nothing_was_set_then_it_is_ours():
    made = docx.Document(io.BytesIO(exported(Room([{"kind": "ideas"}]), "docx")))
    assert made.paragraphs[0].text == "Verslag van een Ideeënbrouwerij"
    assert str(made.styles["Heading 1"].font.color.rgb) == palette.COPPER


def test_excel_has_the_logo_on_its_first_sheet_and_headings_on_the_accent(dressed: Room):
    file = exported(dressed, "xlsx", logo=LOGO)
    book = openpyxl.load_workbook(io.BytesIO(file))
    first, *others = book.worksheets
    [picture] = first._images
    assert picture._data() == LOGO
    assert picture.anchor._from.col == 3, "beside the two columns of the table"
    assert not any(sheet._images for sheet in others)
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        assert f'descr="{TEXT}"' in parts.read("xl/drawings/drawing1.xml").decode()
    for sheet in book.worksheets:
        assert sheet["A1"].fill.fgColor.rgb == f"FF{READABLE_YELLOW[1:].upper()}"
        assert sheet["A1"].font.color.rgb == "FFFFFFFF"


def test_excel_when_nothing_was_set_then_it_is_ours():
    book = openpyxl.load_workbook(io.BytesIO(exported(Room([{"kind": "ideas"}]), "xlsx")))
    assert book.worksheets[0]["A1"].fill.fgColor.rgb == "FFEFE6D6"
    assert not book.worksheets[0]._images


@pytest.mark.parametrize("format", ["md", "csv"])
def test_plain_formats_are_the_same_with_and_without(dressed: Room, format: str):
    bare = Room([{"kind": "ideas"}])
    assert exported(dressed, format, logo=LOGO) == exported(bare, format)
