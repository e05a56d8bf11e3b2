"""How the report looks: the logo and the accent colour of who held the workshop."""

from __future__ import annotations

import base64
import struct

from brouwerij.domain import colours
from brouwerij.domain.colours import Colour
from brouwerij.report.shapes.base import Shape


class Logo(Shape, frozen=True):
    """A logo. png: the picture, in base64. text: it in words, for who does not see it."""

    png: bytes
    text: str

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, as the head of a PNG has them."""
        width, height = struct.unpack(">II", self.png[16:24])
        return width, height

    @property
    def address(self) -> str:
        """An address that is the picture itself, for a page that needs nothing else."""
        return f"data:image/png;base64,{base64.b64encode(self.png).decode()}"


class Appearance(Shape, frozen=True):
    """How the report looks. accent: the colour as it was chosen, "" for ours. logo: None without
    one, and in what the narrower editions tell."""

    accent: Colour = ""
    logo: Logo | None = None

    @property
    def ink(self) -> str:
        """The accent as RRGGBB for what is on paper or white, where it can be read; "" for ours."""
        return colours.shades(self.accent).day.removeprefix("#").upper() if self.accent else ""
