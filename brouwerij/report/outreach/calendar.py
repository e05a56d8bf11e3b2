"""The first meeting of a working group for a calendar (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime

from icalendar import Calendar, Event

from brouwerij.i18n import gettext as _
from brouwerij.report.shapes import GroupLine, Report
from brouwerij.report.words.groups import name, plan
from brouwerij.report.words.numbers import listed, moment


def meeting(report: Report, group: GroupLine, id: str) -> bytes:
    """The day on which a group first meets. Nobody is invited by it and no address is in it.

    id: the group's own, so that a calendar that has the meeting already moves it.

    Raises ValueError when the group has no date.
    """
    day = datetime.date.fromisoformat(group.date)
    event = Event()
    event.add("uid", f"{report.code}-{id}@brouwerij".replace(":", "-"))
    event.add("dtstamp", moment(report.made_at))
    event.add("dtstart", day)
    event.add("dtend", day + datetime.timedelta(days=1))
    event.add("summary", _("Werkgroep: %(name)s", name=group.theme))
    event.add("description", "\n".join(_told(report, group)))
    calendar = Calendar()
    calendar.add("prodid", "-//Brouwerij//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _told(report: Report, group: GroupLine) -> list[str]:
    told = [f"{label}: {text}" for label, text in plan(group)]
    if group.leads:
        told.append(f"{_('Trekker')}: {listed([name(lead) for lead in group.leads])}")
    return [*told, report.title]
