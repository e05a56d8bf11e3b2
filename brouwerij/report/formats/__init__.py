"""The formats a report comes in, one module each, found by looking in this folder.

A format's `render` needs an app context and tells the report in the language that is spoken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from brouwerij.domain.registry import Registry
from brouwerij.report.shapes import Report


@dataclass(frozen=True, slots=True)
class Format:
    """A format. name: as in the address and on the command line. extension: of the file.

    with_narrower: the file carries what the narrower editions tell too. slow: rendering takes
    seconds. apart: of our own interpreter, so a server has it done in a process of its own.
    """

    name: str
    content_type: str
    extension: str
    render: Callable[[Report], bytes]
    with_narrower: bool = False
    slow: bool = False
    apart: bool = False


FORMATS = Registry[Format]("report format", __name__)
"""Every format, by name."""
register, discover = FORMATS.register, FORMATS.discover
