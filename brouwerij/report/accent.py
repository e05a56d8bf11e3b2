"""An accent colour as a style sheet: for our pages, and inside the files that are pages."""

from __future__ import annotations

from markupsafe import Markup

from brouwerij.domain import colours


def style(accent: str) -> Markup:
    """What gives an element with data-accent this accent, by day and in the dark.

    It goes behind our own sheet, whose tokens it sets. Raises ValueError for what is no colour, so
    nothing else can come into it; nothing for "".
    """
    if not accent:
        return Markup()
    day, day_firm, night, night_firm = colours.shades(accent)
    by_day = f"{{--accent:{day};--accent-strong:{day_firm}}}"
    by_night = f"{{--accent:{night};--accent-strong:{night_firm}}}"
    rules = (
        f"[data-accent]{by_day}",
        f'@media (prefers-color-scheme:dark){{[data-accent]:not([data-theme="light"]){by_night}}}',
        f'[data-accent][data-theme="dark"]{by_night}',
    )
    return Markup(f"@layer tokens{{{''.join(rules)}}}")  # noqa: S704 - nobody's text is in it
