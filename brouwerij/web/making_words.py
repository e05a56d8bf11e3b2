"""How far the making of a report is, in words."""

from __future__ import annotations

from brouwerij.i18n import gettext as _
from brouwerij.i18n import ngettext
from brouwerij.report.progress import Step
from brouwerij.web.making import Making


def said(making: Making, ahead: int) -> str:
    """ahead: how many others wait for a turn before it."""
    if making.why is not None:
        return str(making.why)
    if making.ended.is_set():
        return _("Het verslag is klaar.")
    if not making.begun:
        return _waiting(ahead)
    return _step(making.step) if making.step else _("We zetten alles klaar.")


def _waiting(ahead: int) -> str:
    if not ahead:
        return _("Er worden al twee verslagen gemaakt. Hierna is dit verslag aan de beurt.")
    return ngettext(
        "Er worden al twee verslagen gemaakt, en er gaat nog %(num)s voor.",
        "Er worden al twee verslagen gemaakt, en er gaan er nog %(num)s voor.",
        ahead,
    )


def _step(step: Step) -> str:
    if step.what == "pages" and step.total:
        return _(
            "We nummeren de bladzijden: %(done)s van %(total)s.", done=step.done, total=step.total
        )
    if step.what == "pages":
        return _("We zetten het verslag op papier: bladzijde %(done)s.", done=step.done)
    if step.what == "chapters":
        return _("We schrijven deel %(done)s van %(total)s.", done=step.done, total=step.total)
    return _("We maken het bestand af.")
