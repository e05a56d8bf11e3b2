"""The working groups and who signed up, with how to reach them where the readers may know."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from brouwerij.domain import groups as working
from brouwerij.domain.commands import Contact, settings_of
from brouwerij.domain.entities import Round
from brouwerij.domain.groups import Group, GroupRole, Signup
from brouwerij.domain.rounds.workgroups import WorkgroupSettings
from brouwerij.domain.themes import standing
from brouwerij.domain.views import Person
from brouwerij.report.reading import Reading
from brouwerij.report.shapes import GroupLine, Member, Reach

MayReach = Callable[[Signup, Contact], bool]
"""Whether the readers may know how to reach somebody in a group."""


def groups(reading: Reading) -> tuple[GroupLine, ...]:
    return tuple(by_id(reading).values())


def by_id(reading: Reading) -> Mapping[str, GroupLine]:
    """The working groups by id, as the readers of this edition may know them."""
    return _lines(reading, lambda signup, contact: reading.whole)


def own(reading: Reading, participant: str) -> Mapping[str, GroupLine]:
    """The groups that somebody is in, with how to reach themselves, and those who let the group.

    Who only follows a group does none of its work, so is told of nobody else.
    """
    mine = {
        signup.group: signup.works
        for signup in reading.board.all(Signup).values()
        if signup.participant == participant
    }

    def may_reach(signup: Signup, contact: Contact) -> bool:
        shared = contact.share and mine.get(signup.group, False)
        return shared or signup.participant == participant

    return {id: line for id, line in _lines(reading, may_reach).items() if id in mine}


def _lines(reading: Reading, may_reach: MayReach) -> dict[str, GroupLine]:
    names = {theme.id: theme.name for theme in standing(reading.board)}
    return {
        group.id: _group(reading, names[group.theme], group, may_reach)
        for group in reading.board.all(Group).values()
        if group.theme in names
    }


def _group(reading: Reading, theme: str, group: Group, may_reach: MayReach) -> GroupLine:
    signups = working.signed_up(reading.board, group.id)
    workers = sum(signup.works for signup in signups)
    sizes = settings_of(reading.board.all(Round)[group.round], WorkgroupSettings)

    def those(role: GroupRole) -> tuple[Member, ...]:
        if reading.public and role != "lead":
            return ()
        return tuple(_member(reading, s, may_reach) for s in signups if s.role == role)

    def unnamed(role: GroupRole) -> int:
        return sum(s.role == role for s in signups) if reading.public else 0

    return GroupLine(
        theme=theme,
        vanguard=group.vanguard,
        goal=group.goal,
        first_step=group.first_step,
        date=group.date,
        needs=group.needs,
        missing=max(0, sizes.at_least - workers),
        full=0 < sizes.at_most <= workers,
        leads=those("lead"),
        members=those("member"),
        followers=those("follower"),
        unnamed=unnamed("member"),
        unnamed_followers=unnamed("follower"),
    )


def _member(reading: Reading, signup: Signup, may_reach: MayReach) -> Member:
    """Somebody who signed up, by the name the room sees; how to reach them if allowed."""
    known = reading.board.participants.get(signup.participant)
    initiative = reading.name(known.initiative) if known else ""
    if reading.public:
        return Member(name="", initiative=initiative)
    person = reading.people.get(signup.participant, Person())
    given = person.contact
    reach = None
    if given is not None and (given.email or given.phone) and may_reach(signup, given):
        reach = Reach(email=given.email, phone=given.phone, share=given.share)
    return Member(
        name=(given.name if given else "") or ("" if reading.anonymous else person.name),
        initiative=initiative,
        reach=reach,
    )
