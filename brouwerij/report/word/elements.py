"""The elements of a Word document for which python-docx has no call; no page is laid out here."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """The text without what XML cannot hold, and without overrides of the reading direction."""
    return _DIRECTION.sub("", _ILLEGAL.sub("", text))


def from_right(text: str) -> bool:
    """Whether a text is read from right to left: whether its first letter is."""
    for letter in text:
        if (direction := unicodedata.bidirectional(letter)) in ("L", "R", "AL"):
            return direction != "L"
    return False


def element(tag: str, /, *inner: Any, **attributes: str) -> Any:
    """An element of Word's own, as element("w:lang", val="nl-NL"), with others in it."""
    made: Any = OxmlElement(tag)
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    made.extend(inner)
    return made


def set_in(parent: Any, tag: str, /, **attributes: str) -> None:
    """Give what stands in an element as `tag` these attributes; it comes last when it is new."""
    found = parent.find(qn(tag))
    if found is None:
        parent.append(element(tag, **attributes))
        return
    for attribute, value in attributes.items():
        found.set(qn(f"w:{attribute}"), value)
