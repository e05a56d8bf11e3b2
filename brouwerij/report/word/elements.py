"""The elements of a Word document for which python-docx has no call, or a slow one."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from brouwerij.report.words.direction import direction

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_AFTER_BIDI = ("w:spacing", "w:ind", "w:jc")
"""What may stand in the properties of a paragraph, and has to come after w:bidi."""


def plain(text: str) -> str:
    """The text without what XML cannot hold, and without overrides of the reading direction."""
    return _DIRECTION.sub("", _ILLEGAL.sub("", text))


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


def styled(paragraph: Any, style: str) -> Any:
    """The same w:p with the style of this id.

    python-docx looks for a style by its name among all, each time: three quarters of the time that
    a large report took.
    """
    paragraph.style = style
    return paragraph


def say(paragraph: Any, text: str, style: str = "") -> None:
    """Add a text to a w:p. style: the id of that of the letters. A w:p that starts with what is
    read from the right is read from there."""
    run = paragraph.add_r()
    if style:
        run.style = style
    if direction(text) == "rtl":
        if len(paragraph.r_lst) == 1:
            paragraph.get_or_add_pPr().insert_element_before(element("w:bidi"), *_AFTER_BIDI)
        run.get_or_add_rPr().get_or_add_rtl()
    run.text = plain(text)
