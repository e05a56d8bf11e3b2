"""Until when people are kept, in words; and /privacy, which tells what is kept and why."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template

from brouwerij import clock
from brouwerij.domain.dates import day_at
from brouwerij.domain.entities import Workshop
from brouwerij.i18n import gettext, ngettext
from brouwerij.store.erasing import Due
from brouwerij.web.template_words import day

blueprint = Blueprint("privacy", __name__)

NEAR_DAYS = 14
"""From how many days before it on the list of workshops says so."""


@blueprint.get("/privacy")
def page() -> str:
    return render_template("privacy/page.html")


def until(workshop: Workshop, due: Due | None) -> str:
    """When the people of a workshop are erased, or were. due: as the store has it, None when gone.

    One that has no date and did not end has no day yet, only a number of days.
    """
    if due is None:
        on = day(day_at(workshop.purged_at))
        return gettext("Op %(day)s zijn namen en contactgegevens gewist.", day=on)
    if workshop.date or workshop.state == "ended":
        return gettext(
            "Op %(day)s wissen we namen en contactgegevens. De ideeën en de uitkomst blijven.",
            day=day(due.on),
        )
    return ngettext(
        "Eén dag na afloop wissen we namen en contactgegevens. De ideeën en de uitkomst blijven.",
        "%(num)s dagen na afloop wissen we namen en contactgegevens."
        " De ideeën en de uitkomst blijven.",
        workshop.retention,
    )


def near(found: list[Due]) -> dict[str, str]:
    """The day, ISO, of those whose people are erased before long, by code."""
    today = date.fromisoformat(day_at(clock.now()))
    left = {it.code: (date.fromisoformat(it.on) - today).days for it in found}
    return {it.code: it.on for it in found if left[it.code] <= NEAR_DAYS}
