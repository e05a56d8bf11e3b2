"""What people write to break a report, or to pass for somebody else, shows as words in each format.

That a formula is none is in test_csv.py and test_xlsx.py, and mark-up none in test_markdown.py.
"""

from __future__ import annotations

import pytest

from brouwerij.domain.board import Change
from brouwerij.domain.entities import Idea, Theme
from brouwerij.report.formats import FORMATS
from brouwerij.report.shapes import Edition
from tests.report.conftest import PLAN, everywhere
from tests.report.reading import exported, text_of
from tests.support.room import Room

pytestmark = pytest.mark.usefixtures("app")
QUICK = sorted(FORMATS.keys() - {"pdf"})
"""A PDF is made of the same page as html, and slowly."""
TYPED = {
    "mark-up": ("<script>alert(1)</script><img src=x onerror=y>", None),
    "entities": ("&lt;b&gt; &amp;amp; &#60;", None),
    "markdown": ("**vet** [x](http://x.nl) | a | `c` <b>", None),
    "a template": ("{{ 7 * 7 }} {% raw %} %(num)s ${x}", None),
    "a formula": ('=HYPERLINK("http://x.nl","klik")', None),
    "a wide formula": ("＝1+1", None),
    "a cell of Excel": ("_x0041_ \\t", None),
    "another direction": ("\u202egnp.exe\u202c \u2066foto\u2069", "gnp.exe foto"),
    "nothing to see": ("An\u200bna\u200d\u2060 \ufeffB\u00ad\u3164akker", "Anna Bakker"),
    "emoji": ("👩‍👩‍👧 🇳🇱 ❤️‍🔥 👍🏽", None),
    "right to left": ("שלום עולם، مرحبا", None),
    "stacked marks": ("e\u0327\u0301\u0300x", None),
    "no space": ("w" * 80, None),
}
"""Per trick what is typed, and what stands in the report when that is something else."""


@pytest.mark.parametrize(("typed", "shown"), TYPED.values(), ids=TYPED)
def test_text_in_every_place_where_people_write_shows_as_words(typed: str, shown: str | None):
    room = everywhere(typed)
    expected = shown or room.board.workshop.title
    for format in QUICK:
        said = " ".join(text_of(exported(room, format, Edition.ORGANISER), format).split())
        assert said.count(expected) >= 5, format
        assert shown is None or typed not in said, format


@pytest.mark.parametrize("format", QUICK)
def test_word_of_ten_thousand_characters_in_an_old_log_is_told_whole(format: str):
    """No more than 280 come in by the door."""
    room, word = Room(PLAN), "w" * 10_000
    room.open("ideas")
    room.reveal()
    entities = (Theme("t1", name=word), Idea("i1", round=room.id("ideas"), text=word, theme="t1"))
    room.put(Change("theme.added", set=entities))
    for edition in Edition:
        assert text_of(exported(room, format, edition), format).count(word) >= 2, edition
