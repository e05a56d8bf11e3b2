"""The logo and the accent colour of a workshop, in the formats that show them."""

from __future__ import annotations

import base64
import io
import json
import re
from typing import Any

import msgspec
import pytest
from PIL import Image

from brouwerij.domain.refusals import Refusal
from brouwerij.report import accent
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
