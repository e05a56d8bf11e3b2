"""Commands about the workshop as a whole: making it, its plan, its end; not who takes part."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from brouwerij.domain import text
from brouwerij.domain.appearance import Appearance, dressed
from brouwerij.domain.board import Board
from brouwerij.domain.commands import (
    MALFORMED,
    NOTHING,
    STAFF,
    SYSTEM,
    Context,
    Data,
    Decision,
    RoundData,
    changed,
    command,
    replace,
)
from brouwerij.domain.dates import is_date
from brouwerij.domain.entities import Entity, Idea, Initiative, Round, Workshop
from brouwerij.domain.initiatives import initiative_named, same_name
from brouwerij.domain.plans import PlannedRound
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.retention import without_people
from brouwerij.domain.rounds import KINDS

MAX_TABLES = 300
MAX_MINUTES = 480
MAX_RETENTION = 730
Tables = Annotated[int, Meta(ge=0, le=MAX_TABLES)]


class About(Data, frozen=True, forbid_unknown_fields=True):
    """What a workshop is about. date: ISO 8601 or "". retention: days that people are kept."""

    title: str
    question: str
    date: str = ""
    language: Literal["nl", "en"] = "nl"
    anonymous: bool = False
    tables: Tables = 0
    retention: Annotated[int, Meta(ge=1, le=MAX_RETENTION)] = 90


class CreateWorkshop(About, frozen=True, forbid_unknown_fields=True):
    plan: tuple[PlannedRound, ...] = ()
    initiatives: tuple[str, ...] = ()
    rehearsal: bool = False
    appearance: Appearance = Appearance()


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
        if tidy and not any(same_name(tidy, i.name) for i in initiatives):
            initiatives.append(initiative_named(f"{ctx.id}-{len(initiatives)}", tidy, initiatives))
    plan = tuple(round.id for round in rounds)
    planned = replace(about, plan=plan, rehearsal=data.rehearsal)
    workshop = dressed(planned, data.appearance)
    if isinstance(workshop, Refusal):
        return workshop
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
        retention=about.retention,
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


class PlanMinutes(RoundData, frozen=True, forbid_unknown_fields=True):
    minutes: Annotated[int, Meta(ge=1, le=MAX_MINUTES)]


@command("plan.minutes", PlanMinutes, roles=STAFF, undoable=True)
def plan_minutes(ctx: Context, data: PlanMinutes) -> Decision | Refusal:
    """Plan more or fewer minutes for a round that has not begun; the rest of the plan stays."""
    round = ctx.this_round
    if round.status != "planned":
        return Refusal("plan.round_started")
    replanned = replace(round, minutes=data.minutes)
    return changed("plan.set", replanned) if replanned != round else NOTHING


class Nothing(Data, frozen=True, forbid_unknown_fields=True):
    pass


@command("workshop.end", Nothing, roles=STAFF, undoable=True)
def end(ctx: Context, data: Nothing) -> Decision | Refusal:
    """End the workshop; a round that runs is closed."""
    workshop = ctx.board.workshop
    if workshop.state == "ended":
        return NOTHING
    ended = replace(workshop, state="ended", ended_at=ctx.now)
    return changed("workshop.ended", ended, *_closed(ctx))


def _closed(ctx: Context) -> tuple[Entity, ...]:
    """The round that runs, closed; nothing when none does."""
    running = ctx.board.current
    if running and running.status in ("open", "paused"):
        return (replace(running, status="closed", closed_at=ctx.now, ends_at=0, left=0),)
    return ()


@command("workshop.resume", Nothing, roles=STAFF, undoable=True)
def resume(ctx: Context, data: Nothing) -> Decision | Refusal:
    """Let an ended workshop go on."""
    workshop = ctx.board.workshop
    if workshop.state == "open":
        return NOTHING
    return changed("workshop.resumed", replace(workshop, state="open", ended_at=0))


@command("workshop.purge", Nothing, roles=SYSTEM)
def purge(ctx: Context, data: Nothing) -> Decision | Refusal:
    """Erase who took part: the outcome stays, to be read and not to be changed."""
    workshop, closed = ctx.board.workshop, _closed(ctx)
    ended_at = workshop.ended_at or ctx.now
    purged = replace(without_people(workshop), state="ended", ended_at=ended_at, purged_at=ctx.now)
    others = (e for at in ctx.board.collections.values() for e in at.values() if e != workshop)
    emptied = [lean for entity in others if (lean := without_people(entity)) is not entity]
    return changed("workshop.purged", purged, *closed, *emptied)


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
        retention=data.retention,
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
