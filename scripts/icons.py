"""Draw the icons of the home screen from the one drawing, in the sizes that phones ask for.

    python scripts/icons.py

They are small and seldom change, so they stand in git beside their drawing; a test holds them to
what it shows.
"""

from __future__ import annotations

from pathlib import Path

import resvg_py

ICONS = Path(__file__).resolve().parent.parent / "static" / "icons"
SIZES = (180, 192, 512)
"""Pixels each way: the first is Apple's, the others are what Chrome wants before it installs."""


def drawn(size: int) -> bytes:
    """The app's icon as a PNG of so many pixels each way."""
    return resvg_py.svg_to_bytes(svg_path=str(ICONS / "app.svg"), width=size, height=size)


def path(size: int) -> Path:
    return ICONS / f"app-{size}.png"


def main() -> None:
    for size in SIZES:
        path(size).write_bytes(drawn(size))


if __name__ == "__main__":
    main()
