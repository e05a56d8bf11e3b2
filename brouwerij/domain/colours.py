"""The accent colour of a workshop: as it was chosen, and so that everybody can read it.

A colour is six hexadecimal digits after a #. What is said of contrast is that of WCAG 2.2: relative
luminance Y of linear sRGB, and (Y1 + 0.05) / (Y2 + 0.05) for the lighter and the darker one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Annotated, NamedTuple

from msgspec import Meta

Colour = Annotated[str, Meta(pattern=r"^(#[0-9a-f]{6})?(?![\s\S])", title="colour")]
"""A colour as it is kept, or "" for none."""
READABLE = 4.5
"""The least contrast of text, WCAG 2.2 level AA."""
BY_DAY = ("#ffffff", "#fbf6ec", "#fdf1d3", "#edf4ec", "#f8ecf1")
BY_NIGHT = ("#1e1410", "#32271f", "#22331f", "#3e2230", "#43341a")
"""On what there may be text in the accent, as in static/css/tokens.css. Text upon the accent has
the first of them."""
FIRMER = 0.25
"""How much darker, or by night lighter, a colour is under a finger."""
_TYPED = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})", re.ASCII)
_WEIGHTS = (0.2126, 0.7152, 0.0722)


class Shades(NamedTuple):
    """An accent as it is used, each a colour: text in it is readable, and so is text upon it.

    day: on the grounds BY_DAY, with white text upon it. night: on those BY_NIGHT, with the darkest
    of them for the text upon it. day_firm, night_firm: the same under a finger.
    """

    day: str
    day_firm: str
    night: str
    night_firm: str


def typed(text: str) -> str | None:
    """A colour as people write it (#A8481A, a8481a, #fa0); None for what is none."""
    found = _TYPED.fullmatch(text.strip().lower())
    if found is None:
        return None
    digits = found[1]
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21. Raises ValueError for what is no colour."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, from 0 to 1. Raises ValueError for what is no colour."""
    return sum(weight * part for weight, part in zip(_WEIGHTS, _linear(colour), strict=True))


def shades(accent: str) -> Shades:
    """How an accent is used: as it is where it can be read, else darker or lighter by no more than
    it takes. Raises ValueError for what is no colour."""
    most = (min(map(luminance, BY_DAY)) + 0.05) / READABLE - 0.05
    least = (max(map(luminance, BY_NIGHT)) + 0.05) * READABLE - 0.05
    day, night = _at_most(most, accent), _at_least(least, accent)
    return Shades(day, _lit(day, 1 - FIRMER), night, _whiter(night, FIRMER))


def _at_most(most: float, colour: str) -> str:
    own = luminance(colour)
    return colour if own <= most else _lit(colour, most / own)


def _at_least(least: float, colour: str) -> str:
    """With more of its own light as far as a screen has that, and white for the rest."""
    own = luminance(colour)
    if own >= least:
        return colour
    wanted = least / own if own else math.inf
    possible = 1 / max(_linear(colour)) if own else 1
    if wanted <= possible:
        return _hex(math.ceil(_shown(part * wanted)) for part in _linear(colour))
    full = _lit(colour, possible)
    return _whiter(full, (least - luminance(full)) / (1 - luminance(full)))


def _lit(colour: str, share: float) -> str:
    """So many times the light of a colour; rounded to the dark, so that no contrast is lost."""
    return _hex(math.floor(_shown(part * share)) for part in _linear(colour))


def _whiter(colour: str, share: float) -> str:
    """A colour with so much white in it; rounded to the light."""
    return _hex(math.ceil(_shown(part + (1 - part) * share)) for part in _linear(colour))


def _linear(colour: str) -> list[float]:
    """Red, green and blue from 0 to 1, in proportion to the light (sRGB, IEC 61966-2-1)."""
    if not re.fullmatch(r"#[0-9a-f]{6}", colour):
        raise ValueError(f"{colour!r} is no colour")
    return [_light(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]


def _light(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _shown(light: float) -> float:
    """The other way round: a part of a colour from 0 to 255."""
    part = light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)
    return 255 * part


def _hex(parts: Iterable[int]) -> str:
    return "#" + "".join(f"{min(max(part, 0), 255):02x}" for part in parts)
