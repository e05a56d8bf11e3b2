"""HTML: the report as one file that needs nothing else, its style and letters inside."""

from __future__ import annotations

import base64
import re
from pathlib import Path

from flask import render_template
from markupsafe import Markup

from brouwerij.report import accent, picture, words
from brouwerij.report.built import built
from brouwerij.report.formats import Format, register
from brouwerij.report.shapes import Report

_URL = re.compile(r"""url\(["']?\./([^"')]+\.woff2)["']?\)""")
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")


def render(report: Report) -> bytes:
    page = render_template(
        "report/document.html",
        report=report,
        words=words,
        picture=picture,
        style=style() + accent.style(report.appearance.accent),
    )
    return page.encode("utf-8", "replace")


def style(name: str = "report.css") -> Markup:
    """The built style with its fonts inside; empty when the front end was not built."""
    path = built(name)
    if path is None:
        return Markup()
    css = _SOURCE_MAP.sub("", path.read_text("utf-8"))
    inlined = _URL.sub(lambda match: f"url({_data(path.parent / match[1])})", css)
    return Markup(inlined)  # noqa: S704 - our own style sheet


def _data(font: Path) -> str:
    return f"data:font/woff2;base64,{base64.b64encode(font.read_bytes()).decode()}"


FORMAT = register(Format("html", "text/html; charset=utf-8", "html", render))
