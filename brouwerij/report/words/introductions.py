"""How the points of the introductions were heard; the introductions are in people's own words."""

from __future__ import annotations

from brouwerij.i18n import ngettext
from brouwerij.report.shapes import PointLine
from brouwerij.report.words.numbers import listed


def recognised(point: PointLine) -> str:
    if not point.recognised:
        return ""
    return ngettext("%(num)s mens herkent dit", "%(num)s mensen herkennen dit", point.recognised)


def helpers(point: PointLine) -> str:
    if not point.helpers:
        return ""
    return ngettext(
        "%(names)s kan helpen",
        "%(names)s kunnen helpen",
        len(point.helpers),
        names=listed(point.helpers),
    )


def heard(point: PointLine) -> str:
    """How a point was heard, in one line; "" when nobody tapped it."""
    return "; ".join(filter(None, (recognised(point), helpers(point))))
