"""From which side a text is read; people write in whatever language they speak."""

from __future__ import annotations

import unicodedata
from typing import Literal


def direction(text: str) -> Literal["ltr", "rtl"]:
    """That of the first letter that has one, as HTML has it in `dir`.

    Source: Unicode Standard Annex 9, rules P2 and P3. Only browsers know `dir="auto"`.
    """
    for letter in text:
        if (kind := unicodedata.bidirectional(letter)) in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return "ltr"
