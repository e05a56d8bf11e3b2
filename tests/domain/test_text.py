"""Text from people, made clean at the door."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brouwerij.domain import text
from brouwerij.domain.dates import is_date
from brouwerij.domain.refusals import Refusal


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Samen   één\n\tfonds ", "Samen één fonds"),
        ("e\u0301e\u0301n", "\u00e9\u00e9n"),
        ("e\u200b\u0301", "\u00e9"),
        ("a\x00b\x1b[31m", "ab[31m"),
        ("\u202egnurt\u202c", "gnurt"),
        ("ab\u2066c\u2069", "abc"),
        ("fo\u00adnds\ufeff", "fonds"),
        ("geld\ud800", "geld"),
        ("a\u2028b\u3000c", "a b c"),
        (
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        ),
        ("=1+1 <b>&amp;</b>", "=1+1 <b>&amp;</b>"),
        ("An\u200dna \u200cBakker", "Anna Bakker"),
        ("\u212a\u200d", "K"),
        ("Anna\u3164\u2800\U000e0041\ufe0f", "Anna"),
        (
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\u200c",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
        ("\u2764\ufe0f\u200d\U0001f525", "\u2764\ufe0f\u200d\U0001f525"),
        ("\u0915\u094d\u200d\u0937", "\u0915\u094d\u200d\u0937"),
    ],
)
def test_clean_when_text_is_disguised_then_only_what_one_reads_stays(typed: str, kept: str) -> None:
    assert text.clean(typed) == kept


@given(st.text(max_size=60))
def test_clean_when_done_twice_then_changes_nothing_more(typed: str) -> None:
    once = text.clean(typed)
    assert text.clean(once) == once


@given(st.text(st.characters(), max_size=60))
def test_clean_whatever_is_typed_then_is_one_line_that_can_be_stored(typed: str) -> None:
    kept = text.clean(typed)
    kept.encode()
    assert kept == kept.strip()
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in kept)


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\u200d", "\u200b\u202e", "\x00"])
def test_required_when_nothing_is_left_then_refuses_as_empty(typed: str) -> None:
    assert text.required(typed, 80) == Refusal("text.empty")
    assert text.optional(typed, 80) == ""
    assert text.required(f"a{typed}", 80) != Refusal("text.empty")


@pytest.mark.parametrize("check", [text.required, text.optional])
def test_text_when_one_character_too_long_then_is_refused_with_both_lengths(
    check: Callable[[str, int], str | Refusal],
) -> None:
    assert check("é" * 80, 80) == "é" * 80
    assert check("é" * 81, 80) == Refusal("text.too_long", {"length": 81, "limit": 80})


def test_text_when_spaces_make_it_long_then_is_measured_after_cleaning() -> None:
    assert text.required("a" + " " * 200 + "b", 3) == "a b"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2017-01-21", True),
        ("2024-02-29", True),
        ("2023-02-29", False),
        ("20170121", False),
        ("2017-W03-6", False),
        ("2017-1-21", False),
        ("21-01-2017", False),
        ("2017-01-21T13", False),
        ("", False),
    ],
)
def test_date_when_written_otherwise_than_iso_days_then_is_none(value: str, day: bool) -> None:
    assert is_date(value) is day
