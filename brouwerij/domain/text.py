"""Text from people: made clean once, at the door."""

from __future__ import annotations

import re
import unicodedata

from brouwerij.domain.refusals import Refusal

IDEA_LENGTH = 280
NAME_LENGTH = 80
LINE_LENGTH = 280
PARAGRAPH_LENGTH = 1000

_GONE = frozenset(
    map(
        chr,
        [
            *(0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),  # direction
            *(0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x200B, 0x2060),
            *(*range(0x2061, 0x2065), *range(0x206A, 0x2070), 0x2800, 0x3164, 0xFEFF, 0xFFA0),
            *(*range(0xFFF9, 0xFFFC), 0xE0001),
        ],
    )
)
"""Overrides of the direction, and what takes no ink: with these one name passes for another."""
_JOINING = frozenset(map(chr, [0x200C, 0x200D, *range(0xFE00, 0xFE10), *range(0xE0020, 0xE01F0)]))
"""What takes no ink either, but forms emoji and words of several scripts."""
_JOINED = re.compile(
    "[\u0590-\u109f\u1780-\u18af\u1900-\u1c4f"  # scripts that join
    "\ua800-\uabff\U00010800-\U000123ff"
    "\u3400-\u9fff\U00020000-\U0003ffff"  # ideographs, which have variants
    "\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"  # emoji
)
"""What something can be joined to."""
_LOOSE_END = re.compile("[\u200c\u200d]+(?= |$)")


def clean(text: str) -> str:
    """The text in NFC, one line, without what disguises it.

    Control characters, overrides of the direction, lone surrogates and what is invisible go; white
    space folds into single spaces. Joiners stay where they form something: between emoji, and in
    scripts that join.
    """
    kept: list[str] = []
    for c in unicodedata.normalize("NFC", text):
        if c.isspace():
            kept.append(" ")
        elif c in _JOINING:
            if kept and (kept[-1] in _JOINING or _JOINED.match(kept[-1])):
                kept.append(c)
        elif c not in _GONE and unicodedata.category(c) not in ("Cc", "Cs"):
            kept.append(c)
    tidy = _LOOSE_END.sub("", unicodedata.normalize("NFC", "".join(kept)))
    return " ".join(tidy.split())


def folded(text: str) -> str:
    """The text without case and accents, to find it again however it is typed."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


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
