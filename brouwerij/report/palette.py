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
LIVE_WITH, BLANK, OBJECT = "C5DCC4", "EFE6D6", "E0A8C0"
"""The parts of a bar beside who carries the theme, where they stand as plain cells."""

_LETTERS = 'text{font-family:"Atkinson Hyperlegible Next",sans-serif;font-weight:700}'
BAR_MARKS = "".join(
    (
        _LETTERS,
        f"text{{fill:#{PAPER};font-size:12px}}",
        *(f".initiative-{n}{{fill:#{colour}}}" for n, colour in enumerate(INITIATIVES, 1)),
        f".together{{fill:#{SOFT}}}",
        f".live-with{{fill:#{HOP_PALE};stroke:#{HOP};stroke-width:1.5}}",
        f".blank rect{{fill:#{BLANK}}}",
        f".object{{fill:#{PLUM_PALE};stroke:#{PLUM};stroke-width:1.5}}",
        f".threshold{{stroke:#{INK};stroke-width:2.5;stroke-dasharray:5 4}}",
    )
)
MAP_MARKS = "".join(
    (
        _LETTERS,
        f"text{{fill:#{INK};font-size:3px;font-weight:400}}",
        f".map-word{{fill:#{HOP};font-size:3.6px;font-weight:700}}",
        f".map-field{{fill:#{PAPER};stroke:#{SOFT};stroke-width:.25}}",
        f".map-carried{{fill:#{HOP_PALE};stroke:#{HOP};stroke-width:.4;stroke-dasharray:1.6 1.2}}",
        f".map-spot line{{stroke:#{SOFT};stroke-width:.3}}",
        f".map-spot circle,.map-spot rect{{fill:#{PAPER};stroke:#{INK};stroke-width:.4}}",
        ".map-spot text{font-size:3.8px;font-weight:700}",
        f".solid circle,.solid rect{{fill:#{HOP};stroke:#{HOP}}}",
        f".solid text{{fill:#{PAPER}}}",
    )
)
"""The style that a drawing carries in itself when it is looked at outside our pages."""
