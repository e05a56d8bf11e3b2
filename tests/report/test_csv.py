"""CSV as a spreadsheet in Dutch reads it, and never a formula."""

from __future__ import annotations

import io
import zipfile

import pytest

from brouwerij.report.formats.csv import FORMULA_STARTS, csv_safe
from brouwerij.report.shapes import Edition
from tests.report.conftest import everywhere
from tests.report.reading import csv_text, exported, is_golden, sheets
from tests.support.room import Room

pytestmark = pytest.mark.usefixtures("app")
FORMULAS = ["=1+1", "+1", "-1+1", "@SUM(A1)", '=HYPERLINK("http://x")', "＝1+1", "  =1", "\u00a0=1"]


def test_files_have_the_mark_and_semicolons_and_quotes(cooplink: Room):
    with zipfile.ZipFile(io.BytesIO(exported(cooplink, "csv"))) as archive:
        for name in archive.namelist():
            raw = archive.read(name)
            assert raw.startswith(b"\xef\xbb\xbf"), name
            first = raw.decode("utf-8-sig").split("\r\n")[0]
            assert first.startswith('"'), name
            assert '";"' in first, name
            assert raw.endswith(b"\r\n"), name


def test_rows_are_as_long_as_their_heading(cooplink: Room):
    for edition in Edition:
        for name, rows in sheets(exported(cooplink, "csv", edition)).items():
            assert len(rows) > 1, name
            assert {len(row) for row in rows} == {len(rows[0])}, name


@pytest.mark.parametrize("text", FORMULAS)
def test_cell_when_people_write_a_formula_then_is_text(text: str):
    assert csv_safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Eén fonds", "1 + 1 = 2", "a=b", "'=1"])
def test_cell_when_it_is_no_formula_then_stays_as_it_is(text: str):
    assert csv_safe(text) == text


@pytest.mark.parametrize("text", [f for f in FORMULAS if f.strip() == f])
def test_formula_in_every_place_where_people_write_starts_none(text: str):
    room = everywhere(text)

    found = sheets(exported(room, "csv", Edition.ORGANISER))

    cells = [cell for rows in found.values() for row in rows for cell in row]
    assert [cell for cell in cells if cell and cell.lstrip()[:1] in FORMULA_STARTS] == []
    assert cells.count(f"'{text}") > 10, "the control: they are all there, as text"


def test_file_is_the_same_bytes_for_the_same_report(cooplink: Room):
    assert exported(cooplink, "csv") == exported(cooplink, "csv")


@pytest.mark.usefixtures("marked_english")
def test_files_are_named_in_the_language_asked(cooplink: Room):
    dutch, english = (set(sheets(exported(cooplink, "csv", language=it))) for it in ("nl", "en"))
    assert "themas.csv" in dutch
    assert english == {f"⟦{name}⟧" for name in dutch}


@pytest.mark.parametrize("edition", list(Edition))
def test_csv_of_the_afternoon_is_as_it_was_looked_at(cooplink: Room, edition: Edition):
    text = csv_text(exported(cooplink, "csv", edition))
    assert is_golden(text, f"{edition.value}.csv"), "GOLDEN=write, and look at the difference"
