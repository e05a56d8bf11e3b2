"""Schenken: the carried themes become working groups, and people sign up for them.

Contact details are asked with consent and kept out of the log. In an anonymous workshop too one
signs up by name: that is what signing up is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from brouwerij.domain import outcome, text
from brouwerij.domain.board import Board
from brouwerij.domain.commands import (
    NOTHING,
    STAFF,
    Contact,
    Context,
    Decision,
    PersonUpdate,
    RoundData,
    changed,
    command,
    replace,
)
from brouwerij.domain.dates import is_date
from brouwerij.domain.entities import Entity, Participant, Round, collected
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import RoundKind, Settings, register
from brouwerij.domain.themes import surviving
from brouwerij.domain.views import Lens, Seen, shows

GroupRole = Literal["lead", "member", "follower"]
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[\d\s().-]{6,25}")


class WorkgroupSettings(Settings, frozen=True, kw_only=True):
    """pitch_seconds: how long a table presents its card."""

    pitch_seconds: Annotated[int, Meta(ge=15, le=1800)] = 120


@collected
class Group(Entity, frozen=True, omit_defaults=True):
    """A theme that people signed up for; its id is ROUND:THEME. date: ISO 8601 or "".

    vanguard: started by those who want to work on it, without the claim that all carry it.
    """

    collection: ClassVar[str] = "groups"
    round: str = ""
    theme: str = ""
    vanguard: bool = False
    first_step: str = ""
    date: str = ""


@collected
class Signup(Entity, frozen=True, omit_defaults=True):
    """Somebody in a working group; the id is GROUP:PERSON."""

    collection: ClassVar[str] = "signups"
    round: str = ""
    group: str = ""
    participant: str = ""
    role: GroupRole = "member"

    @property
    def owner(self) -> str:
        return self.participant


class StartGroup(RoundData, frozen=True, forbid_unknown_fields=True):
    theme: str


@command("group.start", StartGroup, round_kind="workgroups", roles=STAFF, undoable=True)
def start(ctx: Context, data: StartGroup) -> Decision | Refusal:
    """Let a theme that is not carried have a working group all the same."""
    theme = surviving(ctx.board, data.theme)
    if theme is None:
        return Refusal("theme.unknown")
    group = _group(ctx.board, ctx.this_round, theme.id)
    return (
        Refusal("group.exists")
        if ctx.board.get(Group, group.id)
        else changed("group.started", group)
    )


class OneGroup(RoundData, frozen=True, forbid_unknown_fields=True):
    group: str


@command("group.stop", OneGroup, round_kind="workgroups", roles=STAFF, undoable=True)
def stop(ctx: Context, data: OneGroup) -> Decision | Refusal:
    """Take a working group away, with all who signed up."""
    group = _known(ctx, data.group)
    if isinstance(group, Refusal):
        return group
    signups = [s.ref for s in ctx.board.all(Signup).values() if s.group == group.id]
    return changed("group.stopped", drop=(group.ref, *signups))


class JoinGroup(RoundData, frozen=True, forbid_unknown_fields=True):
    """Sign up, or change one's role. name, email, phone: kept when consent is given.

    consent: the organiser may keep and use these details for this working group. share: the
    others in the group may see them too.
    """

    group: str
    role: GroupRole
    name: str = ""
    email: str = ""
    phone: str = ""
    consent: bool = False
    share: bool = False


@command("group.join", JoinGroup, round_kind="workgroups", roles=frozenset(("participant",)))
def join(ctx: Context, data: JoinGroup) -> Decision | Refusal:
    """Sign up for a working group, or change one's role in it."""
    group = _known(ctx, data.group)
    if isinstance(group, Refusal):
        return group
    me = ctx.board.get(Participant, ctx.actor.id)
    if me is None:
        return Refusal("participant.unknown")
    contact = _contact(data)
    if isinstance(contact, Refusal):
        return contact
    people = (PersonUpdate(me.id, contact=contact),) if contact else ()
    id = f"{group.id}:{me.id}"
    signup = Signup(id, ctx.this_round.id, group.id, me.id, data.role)
    if ctx.board.get(Signup, id) == signup and not people:
        return NOTHING
    return changed("group.joined", signup, people=people)


@command("group.leave", OneGroup, round_kind="workgroups", roles=frozenset(("participant",)))
def leave(ctx: Context, data: OneGroup) -> Decision | Refusal:
    """Leave a group; who leaves their last group has their contact details erased."""
    signup = ctx.board.get(Signup, f"{data.group}:{ctx.actor.id}")
    if signup is None or signup.round != ctx.this_round.id:
        return NOTHING
    others = [s for s in ctx.board.all(Signup).values() if s.participant == ctx.actor.id]
    people = (PersonUpdate(ctx.actor.id, contact=Contact()),) if len(others) == 1 else ()
    return changed("group.left", drop=(signup.ref,), people=people)


class PlanGroup(RoundData, frozen=True, forbid_unknown_fields=True):
    group: str
    first_step: str
    date: str = ""


@command("group.plan", PlanGroup, round_kind="workgroups")
def plan(ctx: Context, data: PlanGroup) -> Decision | Refusal:
    """Note a group's first step and date."""
    group = _known(ctx, data.group)
    if isinstance(group, Refusal):
        return group
    if ctx.actor.role == "participant":
        signup = ctx.board.get(Signup, f"{group.id}:{ctx.actor.id}")
        if signup is None or signup.role == "follower":
            return Refusal("group.not_member")
    step = text.optional(data.first_step, text.LINE_LENGTH)
    if isinstance(step, Refusal):
        return step
    if data.date and not is_date(data.date):
        return Refusal("date.malformed")
    planned = replace(group, first_step=step, date=data.date)
    return changed("group.planned", planned) if planned != group else NOTHING


def _known(ctx: Context, id: str) -> Group | Refusal:
    """A group of this round."""
    group = ctx.board.get(Group, id)
    return group if group and group.round == ctx.this_round.id else Refusal("group.unknown")


def _contact(data: JoinGroup) -> Contact | Refusal | None:
    """The contact details given; None when there are none."""
    fields = [
        text.optional(value, text.NAME_LENGTH) for value in (data.name, data.email, data.phone)
    ]
    for field in fields:
        if isinstance(field, Refusal):
            return field
    name, email, phone = (str(field) for field in fields)
    if not (name or email or phone):
        return None
    if not data.consent:
        return Refusal("contact.consent_missing")
    if email and not _EMAIL.fullmatch(email):
        return Refusal("contact.malformed")
    if phone and not _PHONE.fullmatch(phone):
        return Refusal("contact.malformed")
    return Contact(name, email, phone, data.share)


def _group(board: Board, round: Round, theme: str) -> Group:
    return Group(f"{round.id}:{theme}", round.id, theme, theme not in outcome.carried(board))


def _opens(board: Board, round: Round, now: int) -> Iterable[Entity]:
    return [_group(board, round, theme) for theme in outcome.carried(board)]


class GroupSeen(Seen, frozen=True):
    round: str
    theme: str
    vanguard: bool = False
    first_step: str = ""
    date: str = ""


class SignupSeen(Seen, frozen=True):
    """name: as given when signing up, else the participant's own."""

    group: str
    role: GroupRole
    name: str = ""
    initiative: str = ""


@shows(Group)
def _seen_group(lens: Lens, it: Group) -> GroupSeen:
    return GroupSeen(it.round, it.theme, it.vanguard, it.first_step, it.date)


@shows(Signup)
def _seen_signup(lens: Lens, it: Signup) -> SignupSeen:
    person = lens.people.get(it.participant)
    given = person.contact.name if person and person.contact else ""
    me = lens.board.get(Participant, it.participant)
    name = given or lens.name(it.participant)
    return SignupSeen(it.group, it.role, name, me.initiative if me else "")


KIND = register(RoundKind("workgroups", WorkgroupSettings, opens=_opens))
