"""What stands at a table and at a figure: its label, which Word numbers, and what it tells."""

from __future__ import annotations

from brouwerij.i18n import gettext as _


def table(text: str) -> tuple[str, str]:
    return _("Tabel"), text


def figure(text: str) -> tuple[str, str]:
    return _("Figuur"), text
