"""A report as a file to carry away and to bring back: JSON of a version that is written down.

docs/report-json.md describes it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import msgspec

from brouwerij.domain.refusals import Refusal
from brouwerij.domain.text import clean
from brouwerij.report.shapes import Report

VERSION: Literal[1] = 1
"""Goes up when a field goes or comes to mean something else; a new field leaves it as it is."""
PICTURES = ("png",)
"""The fields that hold a picture, which is no text: who brings it back looks at it as a picture."""
LONGEST = 10_000
"""How many characters a text in a file that is brought back may have."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """The report in words, as the other formats have it; passed over when it is brought back.

    verdicts: what each verdict is called. measured: how broad support was measured.
    """

    edition: str
    summary: tuple[str, ...]
    verdicts: dict[str, str]
    measured: tuple[str, ...]


class Carried(msgspec.Struct, frozen=True, kw_only=True):
    """The file. language: the one it was made in, "nl" or "en", and that of what is said."""

    brouwerij: Literal["report"] = "report"
    version: Literal[1] = VERSION
    language: Literal["nl", "en"] = "nl"
    said: Said
    report: Report


class _Head(msgspec.Struct):
    """What says whether this is a file of ours, and one that we can read."""

    brouwerij: Literal["report"]
    version: int


def write(carried: Carried) -> bytes:
    """The file, with a line per value so that two of them can be compared."""
    plain = _each_text(msgspec.to_builtins(carried), _storable)
    return msgspec.json.format(msgspec.json.encode(plain), indent=1) + b"\n"


def read(file: bytes) -> Carried | Refusal:
    """What a file holds, its texts made clean; the refusal that says why it cannot be read."""
    try:
        head = msgspec.json.decode(file, type=_Head)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Refusal("file.not_ours")
    if head.version != VERSION:
        return Refusal("file.version", {"version": head.version})
    try:
        plain = _each_text(msgspec.json.decode(file), _short)
        return msgspec.convert(plain, Carried)
    except (msgspec.ValidationError, ValueError, RecursionError) as error:
        return Refusal("file.damaged", {"where": clean(str(error))[:200]})


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    """Plain values with each text in them changed; pictures and the names of fields stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list | tuple):
        return [_each_text(item, change) for item in value]
    if isinstance(value, dict):
        return {
            name: item if name in PICTURES else _each_text(item, change)
            for name, item in value.items()
        }
    return value


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _short(text: str) -> str:
    tidy = clean(text)
    if len(tidy) > LONGEST:
        raise ValueError(f"{tidy[:20]}… has {len(tidy)} characters, and at most {LONGEST} fit")
    return tidy
