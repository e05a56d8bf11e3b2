"""The afternoon: when the rounds were, who was there, and the mark it got; not what came out."""

from __future__ import annotations

from brouwerij.i18n import gettext as _
from brouwerij.i18n import ngettext
from brouwerij.report.shapes import CheckoutLine, Origin, RoundLine
from brouwerij.report.words.numbers import clock, decimal, minutes, people


def when(line: RoundLine) -> str:
    """From when to when a round was open, "" when it was not."""
    if not line.held:
        return ""
    if not line.took:
        return _("vanaf %(start)s", start=clock(line.opened_at))
    return _("%(start)s tot %(end)s", start=clock(line.opened_at), end=clock(line.closed_at))


def took(line: RoundLine) -> str:
    if not line.held:
        return _("niet gehouden")
    return minutes(line.took) if line.took else _("nog bezig")


def origin(of: Origin) -> str:
    """An initiative with its people."""
    if not of.guests:
        return people(of.people)
    return _(
        "%(people)s, van wie %(guests)s zonder telefoon", people=people(of.people), guests=of.guests
    )


def mood(end: CheckoutLine) -> str:
    return ngettext(
        "De middag kreeg een %(mean)s van 5, van %(num)s mens.",
        "De middag kreeg gemiddeld een %(mean)s van 5, van %(num)s mensen.",
        end.given,
        mean=decimal(end.mean),
    )
