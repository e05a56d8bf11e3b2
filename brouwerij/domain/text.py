"""Text from people: made clean once, at the door."""

from __future__ import annotations

import unicodedata

from brouwerij.domain.refusals import Refusal

IDEA_LENGTH = 280
NAME_LENGTH = 80
LINE_LENGTH = 280
PARAGRAPH_LENGTH = 1000

_DIRECTION = frozenset(
    map(chr, [0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)
_INVISIBLE = frozenset(map(chr, [0xAD, 0x180E, 0x200B, 0x2060, 0xFEFF]))


def clean(text: str) -> str:
    """The text in NFC, one line, without what disguises it.

    Control characters, direction overrides, invisible characters and lone surrogates go; white
    space folds into single spaces. Joiners stay: emoji and several scripts need them.
    """
    kept = "".join(
        " " if c.isspace() else c
        for c in text
        if c.isspace()
        or not (c in _DIRECTION or c in _INVISIBLE or unicodedata.category(c) in ("Cc", "Cs"))
    )
    return " ".join(unicodedata.normalize("NFC", kept).split())


def required(text: str, length: int) -> str | Refusal:
    """The clean text of 1 to `length` characters, or the refusal that says what is wrong."""
    optional_text = optional(text, length)
    if optional_text == "":
        return Refusal("text.empty")
    return optional_text


def optional(text: str, length: int) -> str | Refusal:
    """The clean text of at most `length` characters, or the refusal that says what is wrong."""
    tidy = clean(text)
    if not any(c.isprintable() and not c.isspace() for c in tidy):
        return ""
    if len(tidy) > length:
        return Refusal("text.too_long", {"length": len(tidy), "limit": length})
    return tidy
