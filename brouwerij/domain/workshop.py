"""Commands about the workshop as a whole: making it, its plan, and who takes part."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from brouwerij.domain import text
from brouwerij.domain.board import Board
from brouwerij.domain.commands import (
    EVERYONE,
    MALFORMED,
    NOTHING,
    STAFF,
    SYSTEM,
    Context,
    Data,
    Decision,
    PersonUpdate,
    changed,
    command,
    replace,
)
from brouwerij.domain.dates import is_date
from brouwerij.domain.entities import Entity, Idea, Initiative, Participant, Round, Workshop
from brouwerij.domain.plans import PlannedRound
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import KINDS

MAX_TABLES = 300
MAX_MINUTES = 480
INITIATIVE_COLOURS = 12
"""How many colours the screens know for initiatives; then they come round again."""

Tables = Annotated[int, Meta(ge=0, le=MAX_TABLES)]


class About(Data, frozen=True, forbid_unknown_fields=True):
    """What a workshop is about. date: ISO 8601 or ""."""

    title: str
    question: str
    date: str = ""
    language: Literal["nl", "en"] = "nl"
    anonymous: bool = False
    tables: Tables = 0


class CreateWorkshop(About, frozen=True, forbid_unknown_fields=True):
    plan: tuple[PlannedRound, ...] = ()
    initiatives: tuple[str, ...] = ()


@command("workshop.create", CreateWorkshop, roles=SYSTEM)
def create(ctx: Context, data: CreateWorkshop) -> Decision | Refusal:
    """Make the workshop, with its plan and the initiatives that are known."""
    about = _about(data)
    if isinstance(about, Refusal):
        return about
    rounds = _planned(ctx.board, data.plan)
    if isinstance(rounds, Refusal):
        return rounds
    initiatives: list[Initiative] = []
    for name in data.initiatives:
        tidy = text.optional(name, text.NAME_LENGTH)
        if isinstance(tidy, Refusal):
            return tidy
        if tidy and not any(_same_name(tidy, i.name) for i in initiatives):
            initiatives.append(_initiative(f"{ctx.id}-{len(initiatives)}", tidy, initiatives))
    workshop = replace(about, plan=tuple(round.id for round in rounds))
    return changed("workshop.created", workshop, *rounds, *initiatives)


@command("workshop.edit", About, roles=STAFF, undoable=True)
def edit(ctx: Context, data: About) -> Decision | Refusal:
    """Change what the workshop is about."""
    about = _about(data)
    if isinstance(about, Refusal):
        return about
    now = ctx.board.workshop
    if now.anonymous and not about.anonymous and ctx.board.all(Idea):
        return Refusal("workshop.anonymity_locked")
    edited = replace(
        now,
        title=about.title,
        question=about.question,
        date=about.date,
        language=about.language,
        anonymous=about.anonymous,
        tables=about.tables,
    )
    return changed("workshop.edited", edited) if edited != now else NOTHING


class SetPlan(Data, frozen=True, forbid_unknown_fields=True):
    rounds: tuple[PlannedRound, ...]


@command("plan.set", SetPlan, roles=STAFF, undoable=True)
def set_plan(ctx: Context, data: SetPlan) -> Decision | Refusal:
    """Replace the plan. Rounds that were opened stay; their names and minutes may change."""
    rounds = _planned(ctx.board, data.rounds)
    if isinstance(rounds, Refusal):
        return rounds
    kept = {round.id: round for round in rounds}
    before = ctx.board.all(Round)
    for id in ctx.board.workshop.plan:
        old, new = before[id], kept.get(id)
        if old.status != "planned" and (new is None or new.kind != old.kind):
            return Refusal("plan.round_started")
    gone = tuple(before[id].ref for id in ctx.board.workshop.plan if id not in kept)
    plan = tuple(kept)
    touched = [round for round in rounds if before.get(round.id) != round]
    if not touched and plan == ctx.board.workshop.plan:
        return NOTHING
    return changed("plan.set", replace(ctx.board.workshop, plan=plan), *touched, drop=gone)


class Nothing(Data, frozen=True, forbid_unknown_fields=True):
    pass


@command("workshop.end", Nothing, roles=STAFF, undoable=True)
def end(ctx: Context, data: Nothing) -> Decision | Refusal:
    """End the workshop; a round that runs is closed."""
    workshop = ctx.board.workshop
    if workshop.state == "ended":
        return NOTHING
    running = ctx.board.current
    closed: tuple[Entity, ...] = ()
    if running and running.status in ("open", "paused"):
        closed = (replace(running, status="closed", closed_at=ctx.now, ends_at=0, left=0),)
    return changed("workshop.ended", replace(workshop, state="ended"), *closed)


@command("workshop.resume", Nothing, roles=STAFF, undoable=True)
def resume(ctx: Context, data: Nothing) -> Decision | Refusal:
    """Let an ended workshop go on."""
    workshop = ctx.board.workshop
    if workshop.state == "open":
        return NOTHING
    return changed("workshop.resumed", replace(workshop, state="open"))


class ShowMessage(Data, frozen=True, forbid_unknown_fields=True):
    text: str


@command("message.show", ShowMessage, roles=STAFF, undoable=True)
def show_message(ctx: Context, data: ShowMessage) -> Decision | Refusal:
    """Put a message on all phones; an empty one takes it away."""
    message = text.optional(data.text, text.LINE_LENGTH)
    if isinstance(message, Refusal):
        return message
    if message == ctx.board.workshop.message:
        return NOTHING
    return changed("message.shown", replace(ctx.board.workshop, message=message))


class JoinWorkshop(Data, frozen=True, forbid_unknown_fields=True):
    """Who comes in. initiative: its name as picked or typed. table: 0 to be dealt one."""

    participant: str
    initiative: str
    name: str = ""
    table: Tables = 0
    guest: bool = False


@command("participant.join", JoinWorkshop, roles=SYSTEM)
def join(ctx: Context, data: JoinWorkshop) -> Decision | Refusal:
    """Take part. An initiative is found again however it is written, or added."""
    board, workshop = ctx.board, ctx.board.workshop
    if workshop.state == "ended":
        return Refusal("workshop.ended")
    if data.participant in board.participants:
        return NOTHING
    name = text.optional(data.name, text.NAME_LENGTH)
    if isinstance(name, Refusal):
        return name
    origin = text.required(data.initiative, text.NAME_LENGTH)
    if isinstance(origin, Refusal):
        return Refusal("participant.initiative_missing") if origin.code == "text.empty" else origin
    if data.table > workshop.tables:
        return Refusal("table.unknown")
    known = list(board.initiatives.values())
    initiative = next((i for i in known if _same_name(i.name, origin)), None)
    added: list[Entity] = []
    if initiative is None:
        initiative = _initiative(ctx.id, origin, known)
        added.append(initiative)
    participant = Participant(
        id=data.participant,
        initiative=initiative.id,
        table=data.table or _deal_table(board),
        joined_at=ctx.now,
        guest=data.guest,
    )
    added.append(participant)
    for round in board.rounds:
        if round.status in ("open", "paused"):
            added.extend(KINDS[round.kind].joins(board, round, participant))
    return changed(
        "participant.joined",
        *added,
        people=(PersonUpdate(participant.id, name="" if workshop.anonymous else name),),
    )


class Sit(Data, frozen=True, forbid_unknown_fields=True):
    table: Annotated[int, Meta(ge=1, le=MAX_TABLES)]
    participant: str = ""


@command("participant.sit", Sit, roles=EVERYONE)
def sit(ctx: Context, data: Sit) -> Decision | Refusal:
    """Move to another table: oneself, or anyone when one leads the workshop."""
    person = _person(ctx, data.participant)
    if isinstance(person, Refusal):
        return person
    if data.table > ctx.board.workshop.tables:
        return Refusal("table.unknown")
    if person.table == data.table:
        return NOTHING
    return changed("participant.seated", replace(person, table=data.table))


class Rename(Data, frozen=True, forbid_unknown_fields=True):
    name: str


@command("participant.rename", Rename, roles=frozenset(("participant",)))
def rename(ctx: Context, data: Rename) -> Decision | Refusal:
    """Correct one's own name. The log notes that it happened, not the name.

    An anonymous workshop keeps no names.
    """
    person = _person(ctx, "")
    if isinstance(person, Refusal):
        return person
    if ctx.board.workshop.anonymous:
        return NOTHING
    name = text.optional(data.name, text.NAME_LENGTH)
    if isinstance(name, Refusal):
        return name
    return changed("participant.renamed", person, people=(PersonUpdate(person.id, name=name),))


class MakeHelper(Data, frozen=True, forbid_unknown_fields=True):
    participant: str
    helper: bool


@command("participant.help", MakeHelper, roles=STAFF, undoable=True)
def make_helper(ctx: Context, data: MakeHelper) -> Decision | Refusal:
    """Let a participant enter ideas for people without a phone, or no longer."""
    person = _person(ctx, data.participant)
    if isinstance(person, Refusal):
        return person
    if person.helper == data.helper:
        return NOTHING
    return changed("participant.helps", replace(person, helper=data.helper))


def _person(ctx: Context, id: str) -> Participant | Refusal:
    """The participant meant: oneself, or for those who lead the one named."""
    named = id if ctx.actor.role != "participant" else ctx.actor.id
    return ctx.board.get(Participant, named) or Refusal("participant.unknown")


def _about(data: About) -> Workshop | Refusal:
    title = text.required(data.title, text.NAME_LENGTH)
    question = text.required(data.question, text.LINE_LENGTH)
    for checked in (title, question):
        if isinstance(checked, Refusal):
            return checked
    if data.date and not is_date(data.date):
        return Refusal("date.malformed")
    return Workshop(
        id="this",
        title=str(title),
        question=str(question),
        date=data.date,
        language=data.language,
        anonymous=data.anonymous,
        tables=data.tables,
    )


def _planned(board: Board, plan: tuple[PlannedRound, ...]) -> list[Round] | Refusal:
    """The rounds of a plan: known ones with what may change of them, new ones with a new id.

    A round named a second time is a new one.
    """
    if not plan:
        return Refusal("plan.empty")
    rounds: list[Round] = []
    known = dict(board.all(Round))
    number = max((int(id[1:]) for id in known), default=0)
    for planned in plan:
        kind = KINDS.get(planned.kind)
        if kind is None:
            return Refusal("plan.kind_unknown", {"kind": text.clean(planned.kind)[:40]})
        try:
            settings = msgspec.to_builtins(msgspec.convert(planned.settings, kind.settings))
        except MALFORMED:
            return Refusal("plan.settings_malformed", {"kind": kind.name})
        title = text.optional(planned.title, text.NAME_LENGTH)
        if isinstance(title, Refusal):
            return title
        minutes = min(max(planned.minutes, 1), MAX_MINUTES)
        round = known.pop(planned.id, None)
        if round is None:
            number += 1
            round = Round(id=f"r{number}", kind=kind.name)
        fields: dict[str, Any] = {"title": title, "minutes": minutes}
        if round.status == "planned":
            fields |= {"kind": kind.name, "settings": settings}
        elif round.kind != kind.name:
            return Refusal("plan.round_started")
        rounds.append(replace(round, **fields))
    return rounds


def _same_name(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    """A name without case, accents, punctuation and spaces, to find the same one again."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in decomposed if c.isalnum()) or name.casefold()


def _initiative(id: str, name: str, others: list[Initiative]) -> Initiative:
    return Initiative(
        id=id,
        name=name,
        mark=_mark(name, {i.mark for i in others}),
        colour=len(others) % INITIATIVE_COLOURS,
    )


def _mark(name: str, taken: set[str]) -> str:
    """Two letters to know an initiative by, not yet another's as long as there are any left."""
    letters = [c for c in name if c.isalnum()] or ["?"]
    first = letters[0].upper()[0]
    for second in letters[1:] + list("abcdefghijklmnopqrstuvwxyz0123456789"):
        mark = first + second.lower()[0]
        if mark not in taken:
            return mark
    return first + letters[-1].lower()[0]


def _deal_table(board: Board) -> int:
    """The table with the fewest people, the lowest number first; 0 without tables."""
    if not board.workshop.tables:
        return 0
    seated = Counter(p.table for p in board.participants.values())
    return min(range(1, board.workshop.tables + 1), key=lambda table: (seated[table], table))
