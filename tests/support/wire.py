"""Messages as a client sends them."""

from __future__ import annotations

import secrets


def asked(kind: str, *, id: str = "", **data: object) -> dict[str, object]:
    """One command of a `do`."""
    return {"id": id or secrets.token_urlsafe(16), "kind": kind, "data": data}
