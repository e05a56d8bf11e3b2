"""The colours of the pictures where no style sheet of ours comes: in a PDF and in Word.

The same as in static/css/tokens.css by day; a test holds them together.
"""

from __future__ import annotations

INITIATIVES = (
    "2F6B3C", "1F5C7A", "8A4B12", "6A3D7C", "3D5C28", "A23B3D",
    "4A4A4A", "0D6661", "7A2E4D", "45508F", "7A5C00", "8C3A75",
)  # fmt: skip
INK, SOFT, PAPER, FOAM, SAND = "2A1B12", "6B5648", "FFFFFF", "FBF6EC", "E3D7C3"
COPPER, HOP, HOP_PALE, PLUM, PLUM_PALE = "A8481A", "2F6B3C", "EDF4EC", "7A2E4D", "F8ECF1"
BLANK = "EFE6D6"
"""Who gave no answer, where there is no hatching."""
LETTERS = "Atkinson Hyperlegible Next, Calibri, Arial, sans-serif"
LOOKS: dict[str, dict[str, str]] = {
    **{f"initiative-{n}": {"fill": f"#{colour}"} for n, colour in enumerate(INITIATIVES, 1)},
    "together": {"fill": f"#{SOFT}"},
    "live-with": {"fill": f"#{HOP_PALE}", "stroke": f"#{HOP}", "stroke-width": "1.5"},
    "blank": {"fill": f"#{BLANK}"},
    "object": {"fill": f"#{PLUM_PALE}", "stroke": f"#{PLUM}", "stroke-width": "1.5"},
    "threshold": {"stroke": f"#{INK}", "stroke-width": "2.5", "stroke-dasharray": "5 4"},
    "map-word": {"fill": f"#{HOP}", "font-size": "3.6", "font-weight": "700"},
    "map-field": {"fill": f"#{PAPER}", "stroke": f"#{SOFT}", "stroke-width": "0.25"},
    "map-carried": {
        "fill": f"#{HOP_PALE}", "stroke": f"#{HOP}", "stroke-width": "0.4",
        "stroke-dasharray": "1.6 1.2",
    },
    "map-lead": {"stroke": f"#{SOFT}", "stroke-width": "0.3"},
    "map-open": {"fill": f"#{PAPER}", "stroke": f"#{INK}", "stroke-width": "0.4"},
    "map-solid": {"fill": f"#{HOP}", "stroke": f"#{HOP}", "stroke-width": "0.4"},
}  # fmt: skip
"""How each part of a drawing looks where it is a file of its own: attributes, for want of a style
sheet that all programs read."""
