"""Shares, dates, lists and small words as they are written; what they are of is said elsewhere."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from fractions import Fraction

from babel.dates import format_date, format_time, get_timezone
from babel.lists import format_list
from babel.numbers import format_decimal

from brouwerij.i18n import gettext as _
from brouwerij.i18n import ngettext, region
from brouwerij.report.shapes import BallotFacts, DotFacts, PollFacts

TIMEZONE = get_timezone("Europe/Amsterdam")
"""In which the times of day are told."""


def percent(part: int, whole: int) -> str:
    """A share in whole per cents, rounded down: a report never claims more than there is."""
    return f"{100 * part // whole if whole else 0}%"


def share(value: float) -> str:
    """A share of 1 in whole per cents, rounded down."""
    return f"{int(value * 100 + 1e-9)}%"


def limit(of: str) -> str:
    """A threshold of the rule: in per cents when those are whole, else as the fraction it is."""
    exact = Fraction(of)
    return f"{exact * 100}%" if (exact * 100).denominator == 1 else of


def decimal(value: float) -> str:
    return format_decimal(round(value, 1), locale=region())


def day(iso: str) -> str:
    """A date in full, "" for none."""
    if not iso:
        return ""
    return format_date(datetime.date.fromisoformat(iso), "long", locale=region())


def moment(at: int) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(at / 1000, datetime.UTC)


def local(at: int) -> datetime.datetime:
    """A moment on the clock of the room."""
    return moment(at).astimezone(TIMEZONE)


def day_of(at: int) -> str:
    return format_date(local(at).date(), "long", locale=region())


def clock(at: int) -> str:
    return format_time(moment(at), "HH:mm", tzinfo=TIMEZONE, locale=region())


def listed(names: Sequence[str]) -> str:
    return format_list(names, locale=region()) if names else ""


def quoted(text: str) -> str:
    return _("“%(text)s”", text=text)


def yes(fact: bool) -> str:
    """ "ja", or nothing."""
    return _("ja") if fact else ""


def minutes(number: int) -> str:
    return ngettext("%(num)s minuut", "%(num)s minuten", number)


def people(number: int) -> str:
    return ngettext("%(num)s mens", "%(num)s mensen", number)


def took_part(facts: DotFacts | PollFacts | BallotFacts) -> str:
    """How many of the room voted, and for how many of them a helper did."""
    voted = ngettext(
        "Van de %(people)s mensen deed er %(num)s mee.",
        "Van de %(people)s mensen deden er %(num)s mee.",
        facts.voted,
        people=facts.people,
    )
    if not facts.helped:
        return voted
    helped = ngettext(
        "%(num)s daarvan voerde een helper in.",
        "%(num)s daarvan voerde een helper in.",
        facts.helped,
    )
    return f"{voted} {helped}"
