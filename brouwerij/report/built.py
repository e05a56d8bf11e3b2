"""What the front end is built to, where a report takes some of it along."""

from __future__ import annotations

from pathlib import Path

from flask import current_app


def built(name: str) -> Path | None:
    """The file of a logical name such as "report.css"; None when the front end was not built."""
    try:
        file = current_app.extensions["assets"].file(name)
    except (KeyError, RuntimeError):  # an app without assets, or they were not built
        return None
    return Path(current_app.static_folder or "static") / file
