"""The working groups: what they agreed on, who is in them and how to reach them."""

from __future__ import annotations

from brouwerij.i18n import gettext as _
from brouwerij.i18n import ngettext
from brouwerij.report.shapes import GroupLine, Member
from brouwerij.report.words.numbers import day, yes


def group_note(group: GroupLine) -> str:
    """What kind of working group it is; "" for the usual."""
    return (
        _("Kopgroep: begint alvast, zonder dat de hele zaal het draagt.") if group.vanguard else ""
    )


def plan(group: GroupLine) -> list[tuple[str, str]]:
    """What a group agreed on: label and text, what is not known left out."""
    fields = [
        (_("Doel"), group.goal),
        (_("Eerste stap"), group.first_step),
        (_("Datum"), day(group.date)),
        (_("Nodig"), group.needs),
        (_("Verder"), unnamed(group)),
    ]
    return [(label, text) for label, text in fields if text]


def unnamed(group: GroupLine) -> str:
    """How many there are besides those who are named; "" for none."""
    joined = ngettext("%(num)s mens doet mee", "%(num)s mensen doen mee", group.unnamed)
    told = ngettext(
        "%(num)s mens blijft op de hoogte",
        "%(num)s mensen blijven op de hoogte",
        group.unnamed_followers,
    )
    counted = ((group.unnamed, joined), (group.unnamed_followers, told))
    return ", ".join(said for number, said in counted if number)


def lacking(group: GroupLine) -> list[str]:
    """What a group does not have yet."""
    told = []
    if not group.leads:
        told.append(_("Er mist nog een trekker."))
    if group.missing:
        told.append(
            ngettext(
                "Er is nog %(num)s mens nodig.", "Er zijn nog %(num)s mensen nodig.", group.missing
            )
        )
    return told


def roles(group: GroupLine) -> list[tuple[str, Member]]:
    """Everybody who signed up, with their role; the leads first."""
    told = [
        (_("Trekker"), group.leads),
        (_("Doet mee"), group.members),
        (_("Blijft op de hoogte"), group.followers),
    ]
    return [(role, member) for role, members in told for member in members]


def name(of: Member) -> str:
    if of.name:
        return of.name
    return (
        _("iemand van %(initiative)s", initiative=of.initiative)
        if of.initiative
        else _("zonder naam")
    )


def reach_heads() -> list[str]:
    return [_("E-mail"), _("Telefoon"), _("Mag de groep zien")]


def reach(of: Member) -> list[str]:
    """How to reach somebody, under `reach_heads`; empty when they gave nothing."""
    return [of.reach.email, of.reach.phone, yes(of.reach.share)] if of.reach else ["", "", ""]
