"""Commands that drive the rounds: open, pause, close, reveal, step back."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from brouwerij.domain.commands import (
    NOTHING,
    STAFF,
    Context,
    Data,
    Decision,
    RoundData,
    changed,
    command,
    replace,
)
from brouwerij.domain.entities import Entity, Round
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import KINDS, RoundKind
from brouwerij.domain.text import clean

MINUTE = 60_000
REOPENED_FOR = 2 * MINUTE
"""What a reopened round gets when its time was up; ours."""
MAX_EXTENSION = 60
MAX_FOCUS = 80


class OneRound(RoundData, frozen=True, forbid_unknown_fields=True):
    pass


@command("round.open", OneRound, roles=STAFF, undoable=True)
def open_round(ctx: Context, data: OneRound) -> Decision | Refusal:
    """Open a round, go on with a paused one, or reopen a closed one; the running one closes.

    Reopening hides the results again that closing had allowed to show. What the room made in the
    round it leaves is shared, for the next one builds on it.
    """
    round, kind = ctx.this_round, _kind(ctx)
    if round.status == "open":
        return NOTHING
    opened = replace(
        round,
        status="open",
        opened_at=round.opened_at or ctx.now,
        ends_at=ctx.now + _time_for(round),
        left=0,
        phase=_phase_on_opening(ctx, round, kind),
    )
    if round.status == "planned":
        added = list(kind.opens(ctx.board, opened, ctx.now))
    else:
        added = _newcomers(ctx, opened, kind)
    due = ctx.board.workshop.due or ctx.now + _planned_from(ctx, round)
    workshop = replace(ctx.board.workshop, current=round.id, spotlight="", due=due)
    return changed("round.opened", workshop, opened, *_left(ctx, round), *added)


def _planned_from(ctx: Context, first: Round) -> int:
    """How long the plan takes from a round on, in milliseconds."""
    rounds = ctx.board.rounds
    here = next(n for n, round in enumerate(rounds) if round.id == first.id)
    return sum(round.minutes for round in rounds[here:]) * MINUTE


def _newcomers(ctx: Context, opened: Round, kind: RoundKind) -> list[Entity]:
    """What a round that goes on adds for those who came in while it was closed."""
    joining = [e for p in ctx.board.present for e in kind.joins(ctx.board, opened, p)]
    return [entity for entity in joining if ctx.board.at(entity.ref) is None]


def _time_for(round: Round) -> int:
    if round.status == "planned":
        return round.minutes * MINUTE
    return round.left or REOPENED_FOR


def _phase_on_opening(ctx: Context, round: Round, kind: RoundKind) -> str:
    phases = kind.phases_of(round, ctx.board.workshop.tables > 0)
    if round.status == "planned" or (kind.closed_first and round.phase == phases[-1]):
        return phases[0]
    return round.phase


def _left(ctx: Context, opening: Round) -> list[Round]:
    """The rounds that are over when another opens, where that changes them."""
    tables = ctx.board.workshop.tables > 0
    left: list[Round] = []
    for round in ctx.board.rounds:
        if round.id == opening.id or round.status == "planned":
            continue
        kind = KINDS[round.kind]
        after = round if round.status == "closed" else _closed(round, ctx.now)
        if kind.shared_after:
            after = replace(after, phase=kind.phases_of(round, tables)[-1])
        if after != round:
            left.append(after)
    return left


def _closed(round: Round, now: int) -> Round:
    left = max(0, round.ends_at - now) if round.status == "open" else round.left
    return replace(
        round, status="closed", closed_at=now, ends_at=0, left=left, focus="", focus_ends_at=0
    )


@command("round.pause", OneRound, roles=STAFF, undoable=True)
def pause(ctx: Context, data: OneRound) -> Decision | Refusal:
    """Let a round stand still; its time waits."""
    round = ctx.this_round
    if round.status == "paused":
        return NOTHING
    if round.status != "open":
        return _not_running(round)
    left = max(0, round.ends_at - ctx.now)
    return changed("round.paused", replace(round, status="paused", ends_at=0, left=left))


@command("round.close", OneRound, roles=STAFF, undoable=True)
def close(ctx: Context, data: OneRound) -> Decision | Refusal:
    """Close a round."""
    round = ctx.this_round
    if round.status == "closed":
        return NOTHING
    if round.status == "planned":
        return Refusal("round.not_open")
    return changed("round.closed", _closed(round, ctx.now))


class Extend(RoundData, frozen=True, forbid_unknown_fields=True):
    minutes: Annotated[int, Meta(ge=-MAX_EXTENSION, le=MAX_EXTENSION)] = 1


@command("round.extend", Extend, roles=STAFF, undoable=True)
def extend(ctx: Context, data: Extend) -> Decision | Refusal:
    """Give the running or paused round more minutes, counted from now when its time was up."""
    round, more = ctx.this_round, data.minutes * MINUTE
    if round.status == "open":
        ends_at = max(ctx.now, max(round.ends_at, ctx.now) + more)
        return changed("round.extended", replace(round, ends_at=ends_at))
    if round.status == "paused":
        return changed("round.extended", replace(round, left=max(0, round.left + more)))
    return _not_running(round)


def _not_running(round: Round) -> Refusal:
    return Refusal("round.closed" if round.status == "closed" else "round.not_open")


class Reveal(RoundData, frozen=True, forbid_unknown_fields=True):
    """phase: where to go; "" for the next one."""

    phase: str = ""


@command("round.reveal", Reveal, roles=STAFF, undoable=True)
def reveal(ctx: Context, data: Reveal) -> Decision | Refusal:
    """Take a round to its next phase: share with the table, with the room, open the results."""
    round, kind = ctx.this_round, _kind(ctx)
    if round.status == "planned":
        return Refusal("round.not_open")
    phases = kind.phases_of(round, ctx.board.workshop.tables > 0)
    if data.phase and data.phase not in phases:
        return Refusal("command.malformed")
    target = phases.index(data.phase) if data.phase else _phase_after(round.phase, phases)
    if target >= len(phases):
        return Refusal("round.last_phase")
    if phases[target] == round.phase:
        return NOTHING
    if kind.closed_first and target == len(phases) - 1 and round.status != "closed":
        return Refusal("round.still_open")
    return changed("round.revealed", replace(round, phase=phases[target], focus_ends_at=0))


def _phase_after(phase: str, phases: tuple[str, ...]) -> int:
    """The next phase, or the last when the tables that this one was for went away."""
    return phases.index(phase) + 1 if phase in phases else len(phases) - 1


class Focus(RoundData, frozen=True, forbid_unknown_fields=True):
    """focus: the id of what the room looks at now, "" for nothing. seconds: speaking time."""

    focus: str
    seconds: Annotated[int, Meta(ge=0, le=3600)] = 0


@command("round.focus", Focus, roles=STAFF, undoable=True)
def focus(ctx: Context, data: Focus) -> Decision | Refusal:
    """Put one initiative, card, theme or group before the room, with a speaking timer."""
    round = ctx.this_round
    if round.status == "planned":
        return Refusal("round.not_open")
    on = clean(data.focus)[:MAX_FOCUS]
    ends_at = ctx.now + data.seconds * 1000 if on and data.seconds else 0
    focused = replace(round, focus=on, focus_ends_at=ends_at)
    return changed("round.focused", focused) if focused != round else NOTHING


class Nothing(Data, frozen=True, forbid_unknown_fields=True):
    pass


@command("round.back", Nothing, roles=STAFF, undoable=True)
def back(ctx: Context, data: Nothing) -> Decision | Refusal:
    """Step back: reopen the round before the current one."""
    workshop, rounds = ctx.board.workshop, ctx.board.rounds
    here = next((n for n, r in enumerate(rounds) if r.id == workshop.current), 0)
    earlier = [r for r in rounds[:here] if r.status != "planned"]
    if not earlier:
        return Refusal("round.first")
    reopened = Context(ctx.board, ctx.actor, ctx.now, ctx.id, earlier[-1])
    return open_round(reopened, OneRound(earlier[-1].id))


def _kind(ctx: Context) -> RoundKind:
    return KINDS[ctx.this_round.kind]
