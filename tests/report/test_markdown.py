"""Markdown: its mark-up is ours, and what people wrote shows as they typed it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from brouwerij.domain.text import clean
from brouwerij.report.formats.markdown import plain
from brouwerij.report.shapes import Edition
from tests.report.reading import exported, is_golden
from tests.support.room import Room

READER = MarkdownIt("commonmark").enable("table")
PLACES = ["{}", "# {}", "- {}", "**x:** {}", "- {} *(x)*", "| a |\n| --- |\n| {} |"]
TYPED = st.text(st.sampled_from("\\`*_{}[]()<>#|~&!+-=.:$@^ab1 \"'/;"), max_size=12)
MARKS = TYPED.map(clean).filter(bool)


def shown(markdown: str) -> str:
    """The words that a reader of Markdown shows, without any mark-up of theirs."""
    words = []
    for token in READER.parse(markdown):
        for child in token.children or ():
            assert child.type in {"text", "text_special", "strong_open", "strong_close", "em_open",
                                  "em_close"}, child.type  # fmt: skip
            words.append(child.content)
    return "".join(words)


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=60, deadline=None)
@given(MARKS)
def test_text_of_marks_in_every_place_shows_as_typed(place: str, text: str) -> None:
    typed = f"x{text}x" if "{} *" in place else text
    said = shown(place.format(plain(typed)))
    around = shown(place.format("MARK"))
    assert said == around.replace("MARK", typed)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Eén fonds, voor ons.", "Eén fonds, voor ons."),
        ("- geen lijst", r"\- geen lijst"),
        ("1. geen lijst", r"1\. geen lijst"),
        ("*vet* [x](http://x.nl) <b>", r"\*vet\* \[x\](http\://x.nl) \<b\>"),
        ("a\nb", "a b"),
    ],
)
def test_text_stays_readable_as_it_is(typed: str, written: str) -> None:
    assert plain(typed) == written


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("edition", list(Edition))
def test_markdown_of_the_afternoon_is_as_it_was_looked_at(cooplink: Room, edition: Edition) -> None:
    text = exported(cooplink, "md", edition).decode().rstrip("\n")
    assert is_golden(text, f"{edition.value}.md"), "GOLDEN=write, and look at the difference"
