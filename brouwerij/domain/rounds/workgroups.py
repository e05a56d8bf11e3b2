"""Schenken: the carried themes become working groups, and people sign up for them.

Contact details are asked with consent and kept out of the log. In an anonymous workshop too one
signs up by name: that is what signing up is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import msgspec
from msgspec import Meta

from brouwerij.domain import groups, outcome, text
from brouwerij.domain.board import Board
from brouwerij.domain.commands import (
    ID_PATTERN,
    NOTHING,
    STAFF,
    SYSTEM,
    Contact,
    Context,
    Decision,
    PersonUpdate,
    RoundData,
    changed,
    command,
    replace,
    settings_of,
)
from brouwerij.domain.contacts import contact_of
from brouwerij.domain.dates import is_date
from brouwerij.domain.entities import Entity, Participant, Round
from brouwerij.domain.groups import Group, GroupRole, Signup
from brouwerij.domain.initiatives import initiative_of
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import RoundKind, Settings, register
from brouwerij.domain.themes import surviving
from brouwerij.domain.views import Lens, Seen, shows


class WorkgroupSettings(Settings, frozen=True, kw_only=True):
    """pitch_seconds: how long a table presents its card. at_least, at_most: how many people do the
    work of a group, at_most 0 for any number. warn_from: in how many groups somebody has to be to
    be told that it is a lot, 0 for never.

    Raises ValueError when a group has to have more people than it may.
    """

    pitch_seconds: Annotated[int, Meta(ge=15, le=1800)] = 120
    at_least: Annotated[int, Meta(ge=1, le=100)] = 3
    at_most: Annotated[int, Meta(ge=0, le=1000)] = 0
    warn_from: Annotated[int, Meta(ge=0, le=20)] = 3

    def __post_init__(self) -> None:
        if 0 < self.at_most < self.at_least:
            raise ValueError("at_most is less than at_least")


class StartGroup(RoundData, frozen=True, forbid_unknown_fields=True):
    theme: str


@command("group.start", StartGroup, round_kind="workgroups", roles=STAFF, undoable=True)
def start(ctx: Context, data: StartGroup) -> Decision | Refusal:
    """Let a theme that is not carried have a working group all the same."""
    theme = surviving(ctx.board, data.theme)
    if theme is None:
        return Refusal("theme.unknown")
    group = groups.started(ctx.board, ctx.this_round, theme.id)
    if ctx.board.get(Group, group.id):
        return Refusal("group.exists")
    return changed("group.started", group)


class OneGroup(RoundData, frozen=True, forbid_unknown_fields=True):
    group: str


@command("group.stop", OneGroup, round_kind="workgroups", roles=STAFF, undoable=True)
def stop(ctx: Context, data: OneGroup) -> Decision | Refusal:
    """Take a working group away, with all who signed up."""
    group = _known(ctx, data.group)
    if isinstance(group, Refusal):
        return group
    signups = [signup.ref for signup in groups.signed_up(ctx.board, group.id)]
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
    me = ctx.board.get(Participant, ctx.actor.id)
    return _sign_up(ctx, data, me) if me else Refusal("participant.unknown")


class SignUp(JoinGroup, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who signs up by the link. initiative: as typed, for somebody who was not there."""

    participant: Annotated[str, Meta(pattern=ID_PATTERN)]
    initiative: str = ""


@command("group.sign_up", SignUp, round_kind="workgroups", roles=SYSTEM)
def sign_up(ctx: Context, data: SignUp) -> Decision | Refusal:
    """Sign up by the link, as long as that is open: also who was not there, and when all is over.

    Somebody new gives a name and a way to reach them, or the group could do nothing with it.
    """
    if not groups.takes_signups(ctx.board, ctx.now):
        return Refusal("signup.closed")
    me = ctx.board.get(Participant, data.participant)
    if me is not None:
        return _sign_up(ctx, data, me)
    if not (text.clean(data.name) and text.clean(data.email + data.phone)):
        return Refusal("contact.missing")
    origin = initiative_of(data.initiative, ctx.board.initiatives.values(), ctx.id)
    if isinstance(origin, Refusal):
        return origin
    initiative, is_new = origin
    newcomer = Participant(data.participant, initiative.id, joined_at=ctx.now, afterwards=True)
    return _sign_up(ctx, data, newcomer, *([initiative] if is_new else []), newcomer)


def _sign_up(ctx: Context, data: JoinGroup, me: Participant, *added: Entity) -> Decision | Refusal:
    """Somebody in a group, with what was added to the board for that."""
    group = _known(ctx, data.group)
    if isinstance(group, Refusal):
        return group
    signup = Signup(f"{group.id}:{me.id}", ctx.this_round.id, group.id, me.id, data.role)
    before = ctx.board.get(Signup, signup.id)
    at_most = settings_of(ctx.this_round, WorkgroupSettings).at_most
    adds = signup.works and not (before and before.works)
    if adds and 0 < at_most <= groups.workers(ctx.board, group.id):
        return Refusal("group.full", {"limit": at_most})
    contact = contact_of(data.name, data.email, data.phone, data.share, consent=data.consent)
    if isinstance(contact, Refusal):
        return contact
    people = (PersonUpdate(me.id, contact=contact),) if contact else ()
    if before == signup and not people:
        return NOTHING
    return changed("group.joined", *added, signup, people=people)


@command(
    "group.leave",
    OneGroup,
    round_kind="workgroups",
    roles=frozenset(("participant",)),
    afterwards=True,
)
def leave(ctx: Context, data: OneGroup) -> Decision | Refusal:
    """Leave a group, at any time; who leaves their last has their contact details erased."""
    signup = ctx.board.get(Signup, f"{data.group}:{ctx.actor.id}")
    if signup is None or signup.round != ctx.this_round.id:
        return NOTHING
    others = [s for s in ctx.board.all(Signup).values() if s.participant == ctx.actor.id]
    people = (PersonUpdate(ctx.actor.id, contact=Contact()),) if len(others) == 1 else ()
    return changed("group.left", drop=(signup.ref,), people=people)


class PlanGroup(RoundData, frozen=True, forbid_unknown_fields=True):
    """goal, needs: None leaves them as they were."""

    group: str
    first_step: str
    date: str = ""
    goal: str | None = None
    needs: str | None = None


@command("group.plan", PlanGroup, round_kind="workgroups", afterwards=True)
def plan(ctx: Context, data: PlanGroup) -> Decision | Refusal:
    """Note what a group is to do, what comes first and when, and what it needs.

    Who does its work may do so at any time: most groups meet after the workshop has ended.
    """
    group = _known(ctx, data.group)
    if isinstance(group, Refusal):
        return group
    if ctx.actor.role == "participant":
        signup = ctx.board.get(Signup, f"{group.id}:{ctx.actor.id}")
        if signup is None or not signup.works:
            return Refusal("group.not_member")
    given = {"first_step": data.first_step, "goal": data.goal, "needs": data.needs}
    written: dict[str, str] = {}
    for field, words in given.items():
        if words is None:
            continue
        checked = text.optional(words, text.PARAGRAPH_LENGTH)
        if isinstance(checked, Refusal):
            return checked
        written[field] = checked
    if data.date and not is_date(data.date):
        return Refusal("date.malformed")
    planned = replace(group, date=data.date, **written)
    return changed("group.planned", planned) if planned != group else NOTHING


def _known(ctx: Context, id: str) -> Group | Refusal:
    """A group of this round."""
    group = ctx.board.get(Group, id)
    return group if group and group.round == ctx.this_round.id else Refusal("group.unknown")


def _opens(board: Board, round: Round, now: int) -> Iterable[Entity]:
    return [groups.started(board, round, theme) for theme in outcome.carried(board)]


class GroupSeen(Seen, frozen=True):
    round: str
    theme: str
    vanguard: bool = False
    first_step: str = ""
    date: str = ""
    goal: str = ""
    needs: str = ""


class SignupSeen(Seen, frozen=True):
    """name: as given when signing up, else the participant's own."""

    group: str
    role: GroupRole
    name: str = ""
    initiative: str = ""


@shows(Group)
def _seen_group(lens: Lens, it: Group) -> GroupSeen:
    return GroupSeen(it.round, it.theme, it.vanguard, it.first_step, it.date, it.goal, it.needs)


@shows(Signup)
def _seen_signup(lens: Lens, it: Signup) -> SignupSeen:
    me = lens.board.get(Participant, it.participant)
    return SignupSeen(it.group, it.role, _name(lens, it.participant), me.initiative if me else "")


def _name(lens: Lens, participant: str) -> str:
    """As given when signing up, else the participant's own."""
    person = lens.people.get(participant)
    given = person.contact.name if person and person.contact else ""
    return given or lens.name(participant)


class Stretched(msgspec.Struct, frozen=True):
    """Somebody who is in many groups."""

    name: str
    initiative: str
    groups: int


class WorkgroupsPicture(msgspec.Struct, frozen=True):
    """For those who lead. eager: the themes that are not carried and have people who want to work
    on them. stretched: who is in many groups, the most first."""

    eager: list[str]
    stretched: list[Stretched]


def _picture(lens: Lens, round: Round) -> WorkgroupsPicture | None:
    if not lens.staff:
        return None
    warn_from = settings_of(round, WorkgroupSettings).warn_from
    return WorkgroupsPicture(
        [verdict.theme for verdict in outcome.judged(lens.board) if verdict.vanguard],
        [
            Stretched(_name(lens, person.id), person.initiative, number)
            for person, number in groups.stretched(lens.board, round, warn_from)
        ],
    )


KIND = register(
    RoundKind("workgroups", WorkgroupSettings, opens=_opens, picture=_picture, one_picture=False)
)
