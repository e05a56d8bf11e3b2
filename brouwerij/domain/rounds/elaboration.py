"""Bottelen: each table takes a theme and fills one card together, field by field.

Several phones write the same card; who writes in a field holds it for a while, so that nobody's
sentence is lost under another's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

from brouwerij.domain import outcome, text
from brouwerij.domain.board import Board
from brouwerij.domain.cards import Card
from brouwerij.domain.commands import (
    NOTHING,
    Context,
    Decision,
    RoundData,
    changed,
    command,
    replace,
)
from brouwerij.domain.entities import Entity, Participant, Ref, Round, collected
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import RoundKind, register
from brouwerij.domain.themes import surviving
from brouwerij.domain.views import Lens, Seen, shows

HOLD_FOR = 45_000
"""How long a field stays held after the last sign of writing, in ms; ours."""

CardField = Literal["what", "why", "first_step", "who", "needs"]


@collected
class Hold(Entity, frozen=True, omit_defaults=True):
    """Somebody is writing in a field, until a server time in ms; the id is CARD:FIELD."""

    collection: ClassVar[str] = "holds"
    round: str = ""
    card: str = ""
    field: str = ""
    participant: str = ""
    until: int = 0


class TakeTheme(RoundData, frozen=True, forbid_unknown_fields=True):
    """table: for those who lead; a participant takes it for the table they sit at."""

    theme: str
    table: int = 0


@command("card.take", TakeTheme, round_kind="elaboration", undoable=True)
def take(ctx: Context, data: TakeTheme) -> Decision | Refusal:
    """Take a theme for a table to work out."""
    theme = surviving(ctx.board, data.theme)
    if theme is None:
        return Refusal("theme.unknown")
    table = _table(ctx, data.table)
    if not 0 <= table <= ctx.board.workshop.tables:
        return Refusal("table.unknown")
    id = f"{ctx.this_round.id}:{theme.id}"
    card = ctx.board.get(Card, id)
    if card is None:
        return changed("card.taken", Card(id, ctx.this_round.id, theme.id, table))
    if card.table == table:
        return NOTHING
    if card.table and ctx.actor.role == "participant":
        return Refusal("card.theme_taken")
    return changed("card.taken", replace(card, table=table))


class HoldField(RoundData, frozen=True, forbid_unknown_fields=True):
    """on: start or go on writing, or let go."""

    card: str
    field: CardField
    on: bool = True


@command("card.hold", HoldField, round_kind="elaboration")
def hold(ctx: Context, data: HoldField) -> Decision | Refusal:
    """Say that one is writing in a field, so that nobody else does."""
    card = _card(ctx, data.card)
    if isinstance(card, Refusal):
        return card
    ref: Ref = (Hold.collection, f"{card.id}:{data.field}")
    held = ctx.board.get(Hold, ref[1])
    if _held_by_other(ctx, held):
        return Refusal("card.held") if data.on else NOTHING
    if not data.on:
        return changed("field.released", drop=(ref,)) if held else NOTHING
    return changed("field.held", _hold(ctx, card, data.field))


class WriteField(RoundData, frozen=True, forbid_unknown_fields=True):
    """base: the text that this one is to replace; None to replace whatever stands there."""

    card: str
    field: CardField
    text: str
    base: str | None = None


@command("card.write", WriteField, round_kind="elaboration")
def write(ctx: Context, data: WriteField) -> Decision | Refusal:
    """Write a field of a card."""
    card = _card(ctx, data.card)
    if isinstance(card, Refusal):
        return card
    if _held_by_other(ctx, ctx.board.get(Hold, f"{card.id}:{data.field}")):
        return Refusal("card.held")
    words = text.optional(data.text, text.PARAGRAPH_LENGTH)
    if isinstance(words, Refusal):
        return words
    if data.base is not None and getattr(card, data.field) not in (data.base, words):
        return Refusal("text.changed_since")
    written = replace(card, **{data.field: words})
    if written == card:
        return NOTHING
    return changed("card.written", written, _hold(ctx, card, data.field))


def _table(ctx: Context, named: int) -> int:
    if ctx.actor.role != "participant":
        return named
    me = ctx.board.get(Participant, ctx.actor.id)
    return me.table if me else 0


def _card(ctx: Context, id: str) -> Card | Refusal:
    """The card when the actor may write on it."""
    card = ctx.board.get(Card, id)
    if card is None or card.round != ctx.this_round.id:
        return Refusal("card.unknown")
    if ctx.actor.role == "participant" and card.table and _table(ctx, 0) != card.table:
        return Refusal("card.other_table")
    return card


def _held_by_other(ctx: Context, held: Hold | None) -> bool:
    return held is not None and held.until > ctx.now and held.participant != ctx.actor.id


def _hold(ctx: Context, card: Card, field: CardField) -> Hold:
    return Hold(f"{card.id}:{field}", card.round, card.id, field, ctx.actor.id, ctx.now + HOLD_FOR)


class CardSeen(Seen, frozen=True):
    round: str
    theme: str
    table: int = 0
    what: str = ""
    why: str = ""
    first_step: str = ""
    who: str = ""
    needs: str = ""


class HoldSeen(Seen, frozen=True):
    """participant is left out in an anonymous workshop."""

    card: str
    field: str
    until: int
    participant: str = ""


@shows(Card)
def _seen_card(lens: Lens, it: Card) -> CardSeen:
    return CardSeen(it.round, it.theme, it.table, it.what, it.why, it.first_step, it.who, it.needs)


@shows(Hold)
def _seen_hold(lens: Lens, it: Hold) -> HoldSeen:
    holder = "" if lens.board.workshop.anonymous else it.participant
    return HoldSeen(it.card, it.field, it.until, holder)


def _opens(board: Board, round: Round, now: int) -> Iterable[Entity]:
    """A card for every theme the room carries; a table takes one by putting its number on it."""
    return [Card(f"{round.id}:{theme}", round.id, theme) for theme in outcome.carried(board)]


KIND = register(RoundKind("elaboration", opens=_opens))
