"""Address cards (vCard 4.0, RFC 6350) of the people in a group whom the reader may reach."""

from __future__ import annotations

from collections.abc import Iterator

from icalendar.parser import Contentline

from brouwerij.i18n import gettext as _
from brouwerij.report.shapes import GroupLine, Member
from brouwerij.report.words.groups import name

ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})
"""What has a meaning of its own in a value (RFC 6350, 3.4)."""


def cards(group: GroupLine) -> bytes:
    """The cards below each other in one file; empty when there is nobody to reach."""
    lines = [line for member in reached(group) for line in _card(group, member)]
    return b"".join(line + b"\r\n" for line in lines)


def reached(group: GroupLine) -> list[Member]:
    """The people in a group whom the reader may reach; the leads first."""
    return [member for member in group.everyone if member.reach]


def _card(group: GroupLine, member: Member) -> Iterator[bytes]:
    yield from (b"BEGIN:VCARD", b"VERSION:4.0", _line("FN", name(member)))
    if member.initiative:
        yield _line("ORG", member.initiative)
    if member.reach and member.reach.email:
        yield _line("EMAIL", member.reach.email)
    if member.reach and member.reach.phone:
        yield _line("TEL", member.reach.phone)
    yield _line("NOTE", _("Werkgroep: %(name)s", name=group.theme))
    yield b"END:VCARD"


def _line(name: str, value: str) -> bytes:
    """A line, its value escaped, folded by the rule that RFC 6350 shares with RFC 5545."""
    return Contentline(f"{name}:{value.translate(ESCAPED)}").to_ical()
