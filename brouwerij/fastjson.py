"""JSON by msgspec, in the two shapes that libraries ask for it."""

from __future__ import annotations

from typing import Any

import msgspec


def dumps(value: Any, **ignored: Any) -> str:
    """A value as JSON text. Raises TypeError for what JSON has no word for."""
    return msgspec.json.encode(value).decode()


def loads(text: str | bytes, **ignored: Any) -> Any:
    """The value of a JSON text. Raises ValueError when it is none."""
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise ValueError(str(error)) from error
