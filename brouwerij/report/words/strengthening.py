"""The strengthening map as a table: what is needed, where, and who can help."""

from __future__ import annotations

from brouwerij.i18n import gettext as _
from brouwerij.i18n import ngettext
from brouwerij.report.shapes import NeedLine, Report


def need_heads() -> list[str]:
    return [_("Knelpunt"), _("Initiatief"), _("Speelt bij"), _("Kan helpen"), _("Omdat dit lukt")]


def need_rows(report: Report) -> list[list[str]]:
    return [
        [need.text, need.initiative, _heard(need), ", ".join(need.helpers), fitting(need)]
        for need in report.needs
    ]


def _heard(need: NeedLine) -> str:
    return ngettext("%(num)s initiatief", "%(num)s initiatieven", need.heard)


def fitting(need: NeedLine) -> str:
    """The success factors that fit, each with whose it is."""
    return "; ".join(f"{one.initiative}: {one.text}" for one in need.factors)
