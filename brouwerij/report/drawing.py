"""The pictures of support as files of their own, for what takes neither our pages nor their style.

What they show is in picture.py, how they look in templates/report/drawing/.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass

import resvg_py
from flask import render_template

from brouwerij.domain.support import Rule
from brouwerij.report import palette, picture, words
from brouwerij.report.built import built
from brouwerij.report.shapes import Report, Support, ThemeLine

BAR_WIDTH = 630
"""In pixels of CSS: as wide as the text on A4."""
SHARPNESS = 2.4
"""Dots to a pixel of CSS, which is about 230 to the inch: sharp on paper."""
_LETTERS = ("letters/400.ttf", "letters/700.ttf")


@dataclass(frozen=True, slots=True)
class Drawing:
    """svg: a file. alt: what it shows, in words."""

    svg: bytes
    alt: str

    @property
    def address(self) -> str:
        """The whole drawing as an address, for a page that needs nothing else."""
        return f"data:image/svg+xml;base64,{base64.b64encode(self.svg).decode()}"

    def png(self) -> bytes:
        """The same in dots, with our own letters as far as the front end was built."""
        letters = [str(path) for name in _LETTERS if (path := built(name))]
        return bytes(
            resvg_py.svg_to_bytes(svg_string=self.svg.decode(), zoom=SHARPNESS, font_files=letters)
        )


def bar(theme: ThemeLine, found: Support, rule: Rule | None, width: int = BAR_WIDTH) -> Drawing:
    """How a theme is carried, as wide as all who could answer; a line where "broad" begins.

    width: in pixels of CSS.
    """
    svg = render_template(
        "report/drawing/bar.svg",
        pieces=picture.pieces(found),
        line=picture.line_at(rule) if rule else None,
        width=width,
        palette=palette,
    )
    return Drawing(_file(svg), words.bar_label(theme, found))


def support_map(report: Report) -> Drawing:
    """The support map of a report with a poll."""
    svg = render_template(
        "report/drawing/map.svg", report=report, picture=picture, words=words, palette=palette
    )
    return Drawing(_file(svg), words.chart_label(report))


def _file(svg: str) -> bytes:
    return "".join(line.strip() for line in svg.splitlines()).encode("utf-8", "replace")
