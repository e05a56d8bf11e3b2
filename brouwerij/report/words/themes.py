"""A theme itself: its size, its card and its ideas; how it is carried is in support.py."""

from __future__ import annotations

from brouwerij.i18n import gettext as _
from brouwerij.i18n import ngettext
from brouwerij.report.shapes import IdeaLine, ThemeLine


def theme_line(theme: ThemeLine) -> str:
    """Short, to stand under a name: 13 ideeën · 21 werken mee."""
    parts = [ngettext("%(num)s idee", "%(num)s ideeën", theme.written)]
    if theme.support and theme.support.energy:
        parts.append(ngettext("%(num)s werkt mee", "%(num)s werken mee", theme.support.energy))
    return " · ".join(parts)


def card(theme: ThemeLine) -> list[tuple[str, str]]:
    """What a table wrote on a theme's card: label and text, the empty fields left out."""
    written = theme.card
    if written is None:
        return []
    fields = [
        (_("Wat gaan we doen"), written.what),
        (_("Waarom"), written.why),
        (_("Eerste stap"), written.first_step),
        (_("Met wie"), written.who),
        (_("Wat is er nodig"), written.needs),
    ]
    return [(label, text) for label, text in fields if text]


def idea_note(idea: IdeaLine) -> str:
    """Where an idea came from, how many others mean it, and that it was hidden; "" for none."""
    hidden = _("verborgen") if idea.hidden else ""
    return ", ".join(filter(None, (idea.initiative, behind(idea), hidden)))


def behind(idea: IdeaLine) -> str:
    """How many others mean it, "" for none."""
    if not idea.behind:
        return ""
    return ngettext(
        "%(num)s ander bedoelt dit ook", "%(num)s anderen bedoelen dit ook", idea.behind
    )
