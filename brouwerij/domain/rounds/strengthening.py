"""Who fits whom, and being introduced to each other when both sides ask for it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from brouwerij.domain import strengthening
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
from brouwerij.domain.contacts import contact_of
from brouwerij.domain.entities import Participant
from brouwerij.domain.points import Point
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.strengthening import Match, Wish
from brouwerij.domain.views import Person, shows_owner


class SetMatch(RoundData, frozen=True, forbid_unknown_fields=True):
    """on: whether they fit; said twice they still fit once."""

    factor: str
    need: str
    on: bool = True


@command("match.set", SetMatch, round_kind="introductions", roles=STAFF, undoable=True)
def set_match(ctx: Context, data: SetMatch) -> Decision | Refusal:
    """Say that a success factor fits a bottleneck of another initiative, or no longer."""
    factor, need = _point(ctx, data.factor), _point(ctx, data.need)
    if factor is None or need is None or (factor.sort, need.sort) != ("factor", "bottleneck"):
        return Refusal("point.unknown")
    if factor.initiative == need.initiative:
        return Refusal("match.own")
    match = Match(f"{factor.id}:{need.id}", ctx.this_round.id, factor.id, need.id)
    if (ctx.board.get(Match, match.id) is not None) == data.on:
        return NOTHING
    return changed("match.set", match) if data.on else changed("match.cleared", drop=(match.ref,))


class OneWish(RoundData, frozen=True, forbid_unknown_fields=True):
    """need: a bottleneck. offer: the initiative that can help with it."""

    need: str
    offer: str


class GiveWish(OneWish, frozen=True, forbid_unknown_fields=True):
    """name, email, phone: how the other side reaches one; left out when they were given before.

    consent: who asks the same on the other side may see them.
    """

    name: str = ""
    email: str = ""
    phone: str = ""
    consent: bool = False


@command(
    "wish.give",
    GiveWish,
    round_kind="introductions",
    roles=frozenset(("participant",)),
    afterwards=True,
)
def give(ctx: Context, data: GiveWish) -> Decision | Refusal:
    """Ask to be introduced to the people on the other side of a need, once they ask it too.

    Given again it corrects how one is reached, also when the two have left the map.
    """
    me, need = ctx.board.participants[ctx.actor.id], _point(ctx, data.need)
    wish = _wish(ctx, data, me)
    before = strengthening.wishes_of(ctx.board, me.id)
    on_map = need is not None and strengthening.can_help(ctx.board, need, data.offer)
    if need is None or not (on_map or wish in before):
        return Refusal("wish.no_match")
    if me.initiative not in (need.initiative, data.offer):
        return Refusal("wish.other_initiative")
    contact = contact_of(data.name, data.email, data.phone, True, consent=data.consent)
    if isinstance(contact, Refusal):
        return contact
    reachable = contact.name and (contact.email or contact.phone) if contact else before
    if not reachable:
        return Refusal("contact.missing")
    if contact is None and wish in before:
        return NOTHING
    others = strengthening.opposite(ctx.board, wish)
    wish = replace(wish, met=tuple(other.participant for other in others))
    told = {it.id: it for mine in before for it in strengthening.opposite(ctx.board, mine)}
    told |= {it.id: replace(it, met=tuple(dict.fromkeys((*it.met, me.id)))) for it in others}
    people = (PersonUpdate(me.id, introduced=contact),) if contact else ()
    return changed("wish.given", wish, *told.values(), people=people)


@command(
    "wish.withdraw",
    OneWish,
    round_kind="introductions",
    roles=frozenset(("participant",)),
    afterwards=True,
)
def withdraw(ctx: Context, data: OneWish) -> Decision | Refusal:
    """Take such a wish back, at any time; with one's last one's contact details are erased."""
    wish = ctx.board.get(Wish, f"{data.need}:{data.offer}:{ctx.actor.id}")
    if wish is None or wish.round != ctx.this_round.id:
        return NOTHING
    alone, people = strengthening.alone(ctx.board, [wish]), strengthening.erased(ctx.board, [wish])
    return changed("wish.withdrawn", *alone, drop=(wish.ref,), people=people)


def _wish(ctx: Context, data: OneWish, me: Participant) -> Wish:
    """One's wish as it stands, or a new one."""
    id = f"{data.need}:{data.offer}:{me.id}"
    new = Wish(id, ctx.this_round.id, data.need, data.offer, me.id, me.initiative)
    return ctx.board.get(Wish, id) or new


def _point(ctx: Context, id: str) -> Point | None:
    point = ctx.board.get(Point, id)
    return point if point and point.round == ctx.this_round.id else None


class Met(msgspec.Struct, frozen=True):
    """Somebody whom one was introduced to, as they want to be reached."""

    initiative: str
    name: str
    email: str
    phone: str


class WishSeen(msgspec.Struct, frozen=True):
    """A wish as its owner sees it. met: who asked the same on the other side."""

    round: str
    need: str
    offer: str
    met: list[Met]


@shows_owner(Wish)
def _seen_wish(board: Board, people: Mapping[str, Person], it: Wish) -> WishSeen:
    return WishSeen(it.round, it.need, it.offer, [_met(board, people, id) for id in it.met])


def _met(board: Board, people: Mapping[str, Person], participant: str) -> Met:
    contact = people.get(participant, Person()).introduced or Contact()
    origin = board.participants[participant].initiative
    return Met(origin, contact.name, contact.email, contact.phone)
