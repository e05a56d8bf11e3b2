"""The working groups and who signed up, with how to reach them where the edition may tell."""

from __future__ import annotations

from brouwerij.domain.groups import Group, GroupRole, Signup
from brouwerij.domain.themes import standing
from brouwerij.domain.views import Person
from brouwerij.report.reading import Reading
from brouwerij.report.shapes import GroupLine, Member, Reach


def groups(reading: Reading) -> tuple[GroupLine, ...]:
    signups: dict[str, list[Signup]] = {}
    for signup in reading.board.all(Signup).values():
        signups.setdefault(signup.group, []).append(signup)
    names = {theme.id: theme.name for theme in standing(reading.board)}
    return tuple(
        _group(reading, names[group.theme], group, signups.get(group.id, []))
        for group in reading.board.all(Group).values()
        if group.theme in names
    )


def _group(reading: Reading, theme: str, group: Group, signups: list[Signup]) -> GroupLine:
    def those(role: GroupRole) -> tuple[Member, ...]:
        return tuple(_member(reading, s.participant) for s in signups if s.role == role)

    return GroupLine(
        theme=theme,
        vanguard=group.vanguard,
        first_step=group.first_step,
        date=group.date,
        leads=those("lead"),
        members=those("member"),
        followers=those("follower"),
    )


def _member(reading: Reading, participant: str) -> Member:
    """Somebody who signed up, by the name the room sees; how to reach them if allowed."""
    person = reading.people.get(participant, Person())
    given = person.contact
    known = reading.board.participants.get(participant)
    reach = None
    if reading.whole and given is not None and (given.email or given.phone):
        reach = Reach(email=given.email, phone=given.phone, share=given.share)
    return Member(
        name=(given.name if given else "") or ("" if reading.anonymous else person.name),
        initiative=reading.name(known.initiative) if known else "",
        reach=reach,
    )
