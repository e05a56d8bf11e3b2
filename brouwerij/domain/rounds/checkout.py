"""Afronden: a mark from 1 to 5 and one sentence, opened when the facilitator says so."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from brouwerij.domain import text
from brouwerij.domain.commands import NOTHING, Context, Decision, RoundData, changed, command
from brouwerij.domain.entities import Entity, Participant, Round, collected
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import RoundKind, register
from brouwerij.domain.views import Lens

Mark = Annotated[int, Meta(ge=1, le=5)]


@collected
class Checkout(Entity, frozen=True, omit_defaults=True):
    """What one person gives the afternoon; its id is ROUND:PERSON."""

    collection: ClassVar[str] = "checkouts"
    round: str = ""
    participant: str = ""
    mark: int = 0
    sentence: str = ""

    @property
    def owner(self) -> str:
        return self.participant


class GiveCheckout(RoundData, frozen=True, forbid_unknown_fields=True):
    mark: Mark
    sentence: str = ""


@command("checkout.give", GiveCheckout, round_kind="checkout", roles=frozenset(("participant",)))
def give(ctx: Context, data: GiveCheckout) -> Decision | Refusal:
    """Give the afternoon a mark and a sentence, or change them."""
    me = ctx.board.get(Participant, ctx.actor.id)
    if me is None:
        return Refusal("participant.unknown")
    sentence = text.optional(data.sentence, text.LINE_LENGTH)
    if isinstance(sentence, Refusal):
        return sentence
    id = f"{ctx.this_round.id}:{me.id}"
    given = Checkout(id, ctx.this_round.id, me.id, data.mark, sentence)
    return changed("checkout.given", given) if ctx.board.get(Checkout, id) != given else NOTHING


class CheckoutResult(msgspec.Struct, frozen=True):
    """marks: how many gave 1, 2, 3, 4 and 5. mean: their average, 0 when there are none."""

    marks: list[int]
    mean: float
    sentences: list[str]


class CheckoutPicture(msgspec.Struct, frozen=True):
    voted: int
    people: int
    result: CheckoutResult | None


def result(given: list[Checkout]) -> CheckoutResult:
    """The marks and sentences, without who gave them: sentences in alphabetical order."""
    marks = [sum(1 for c in given if c.mark == mark) for mark in range(1, 6)]
    mean = sum(c.mark for c in given) / len(given) if given else 0.0
    return CheckoutResult(marks, mean, sorted(c.sentence for c in given if c.sentence))


def _picture(lens: Lens, round: Round) -> CheckoutPicture:
    given = [c for c in lens.board.all(Checkout).values() if c.round == round.id]
    shown = result(given) if round.phase == "results" else None
    return CheckoutPicture(len(given), len(lens.board.present), shown)


KIND = register(
    RoundKind("checkout", phases=lambda settings, tables: ("writing", "results"), picture=_picture)
)
