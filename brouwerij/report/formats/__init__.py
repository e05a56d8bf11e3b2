"""The formats a report comes in, one module each, found by looking in this folder.

A format's `render` needs an app context and tells the report in the language that is spoken.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass

from brouwerij.report.shapes import Report


@dataclass(frozen=True, slots=True)
class Format:
    """A format. name: as in the address and on the command line. extension: of the file."""

    name: str
    content_type: str
    extension: str
    render: Callable[[Report], bytes]


FORMATS: dict[str, Format] = {}
"""Every format, by name."""


def register(format: Format) -> Format:
    """Make a format known. Raises ValueError when the name is taken."""
    if format.name in FORMATS:
        raise ValueError(f"report format {format.name} is declared twice")
    FORMATS[format.name] = format
    return format


def discover() -> None:
    """Import every module of this folder, so that each registers what it has."""
    for module in pkgutil.iter_modules(__path__, __name__ + "."):
        importlib.import_module(module.name)
