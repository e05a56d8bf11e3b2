"""Excel: a sheet per kind of thing, in which what is a number, a share or a day is one."""

from __future__ import annotations

import datetime
import io

import openpyxl
import pytest

from brouwerij.report.shapes import Edition
from brouwerij.report.tables import tables
from tests.report.conftest import PLAN
from tests.report.reading import excel, exported, report_of
from tests.report.test_csv import FORMULAS
from tests.support.room import Room

pytestmark = pytest.mark.usefixtures("app")


@pytest.mark.parametrize("edition", list(Edition))
def test_sheets_hold_the_tables_of_the_report(cooplink: Room, edition: Edition):
    told = {t.title: t.rows for t in tables(report_of(cooplink, edition))}
    found = excel(exported(cooplink, "xlsx", edition))
    assert {title: len(rows) for title, rows in found.items()} == {
        title: len(rows) for title, rows in told.items()
    }
    assert {title: tuple(rows[0]) for title, rows in found.items()} == {
        title: rows[0] for title, rows in told.items()
    }


def test_cells_are_of_the_kind_they_say(cooplink: Room):
    book = openpyxl.load_workbook(io.BytesIO(exported(cooplink, "xlsx")))
    themes = {cell.value: cell.column for cell in book["Thema’s"][1]}
    first = book["Thema’s"][2]
    assert first[themes["Draag ik"] - 1].value == 10
    share = first[themes["Draagt het, van iedereen"] - 1]
    assert (share.value, share.number_format) == (1, "0.0%")
    planned = next(row for row in book["Werkgroepen"].values if "Statuten lezen" in row)
    assert datetime.datetime(2017, 2, 14) in planned
    held = next(row for row in book["Rondes"].values if "Kennismaken" in row)
    assert datetime.datetime(2017, 1, 21, 13, 0) in held, "the time of the room"


def test_sheets_keep_their_heading_in_view_and_can_filter(cooplink: Room):
    for sheet in openpyxl.load_workbook(io.BytesIO(exported(cooplink, "xlsx"))):
        assert sheet.freeze_panes == "A2", sheet.title
        assert sheet.auto_filter.ref, sheet.title
        assert all(8 <= d.width <= 62 for d in sheet.column_dimensions.values()), sheet.title


@pytest.mark.parametrize("text", [*FORMULAS, "http://example.org", "_x0041_", "12"])
def test_text_whatever_it_looks_like_is_text(text: str):
    room = Room(PLAN)
    room.themes(text)
    book = openpyxl.load_workbook(io.BytesIO(exported(room, "xlsx")))
    [cell] = [c for c in book["Thema’s"]["B"] if c.row == 2]
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", text.strip(), None)


@pytest.mark.usefixtures("marked_english")
def test_sheets_are_named_in_the_language_asked(cooplink: Room):
    dutch, english = (set(excel(exported(cooplink, "xlsx", language=it))) for it in ("nl", "en"))
    assert "Thema’s" in dutch
    assert english == {f"⟦{name}⟧" for name in dutch}


def test_file_is_the_same_bytes_for_the_same_report(cooplink: Room):
    assert exported(cooplink, "xlsx") == exported(cooplink, "xlsx")
