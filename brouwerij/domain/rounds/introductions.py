"""Kennismaken: every initiative fills a card and presents it; the others tap what they know.

A card is who they are and what is beautiful about it, with success factors and bottlenecks as
points of their own, so that others can tap "recognised" or, on a bottleneck, "we can help".
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import Meta

from brouwerij.domain import strengthening, text
from brouwerij.domain.commands import (
    NOTHING,
    Context,
    Decision,
    RoundData,
    changed,
    command,
    replace,
)
from brouwerij.domain.entities import Entity, Initiative, Participant, Round, collected
from brouwerij.domain.points import Point, PointHeard, PointSort, Tap, TapSort, heard
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import RoundKind, Settings, register
from brouwerij.domain.strengthening import Need
from brouwerij.domain.views import Lens, Seen, shows


class IntroductionSettings(Settings, frozen=True, kw_only=True):
    """speaking_seconds: how long each initiative presents."""

    speaking_seconds: Annotated[int, Meta(ge=15, le=1800)] = 120


@collected
class Introduction(Entity, frozen=True, omit_defaults=True):
    """An initiative's card; its id is ROUND:INITIATIVE."""

    collection: ClassVar[str] = "introductions"
    round: str = ""
    initiative: str = ""
    who: str = ""
    beautiful: str = ""


class WriteIntroduction(RoundData, frozen=True, forbid_unknown_fields=True):
    """initiative: for those who lead; a participant writes for their own. base: the text that this
    one is to replace; None to replace whatever stands there."""

    field: Literal["who", "beautiful"]
    text: str
    initiative: str = ""
    base: str | None = None


@command("introduction.write", WriteIntroduction, round_kind="introductions")
def write(ctx: Context, data: WriteIntroduction) -> Decision | Refusal:
    """Write a field of one's initiative's card."""
    initiative = _initiative(ctx, data.initiative)
    if isinstance(initiative, Refusal):
        return initiative
    words = text.optional(data.text, text.LINE_LENGTH)
    if isinstance(words, Refusal):
        return words
    id = f"{ctx.this_round.id}:{initiative}"
    card = ctx.board.get(Introduction, id) or Introduction(
        id=id, round=ctx.this_round.id, initiative=initiative
    )
    if data.base is not None and getattr(card, data.field) not in (data.base, words):
        return Refusal("text.changed_since")
    written = replace(card, **{data.field: words})
    return changed("introduction.written", written) if written != card else NOTHING


class AddPoint(RoundData, frozen=True, forbid_unknown_fields=True):
    sort: PointSort
    text: str
    initiative: str = ""


@command("point.add", AddPoint, round_kind="introductions")
def add_point(ctx: Context, data: AddPoint) -> Decision | Refusal:
    """Add a factor or a bottleneck of one's initiative."""
    initiative = _initiative(ctx, data.initiative)
    if isinstance(initiative, Refusal):
        return initiative
    words = text.required(data.text, text.LINE_LENGTH)
    if isinstance(words, Refusal):
        return words
    if ctx.board.get(Point, ctx.id) is not None:
        return Refusal("idea.id_taken")
    point = Point(ctx.id, ctx.this_round.id, initiative, data.sort, words, ctx.now)
    return changed("point.added", point)


class EditPoint(RoundData, frozen=True, forbid_unknown_fields=True):
    point: str
    text: str


@command("point.edit", EditPoint, round_kind="introductions")
def edit_point(ctx: Context, data: EditPoint) -> Decision | Refusal:
    """Give a point of one's initiative another text."""
    point = _own_point(ctx, data.point)
    if isinstance(point, Refusal):
        return point
    words = text.required(data.text, text.LINE_LENGTH)
    if isinstance(words, Refusal):
        return words
    return changed("point.edited", replace(point, text=words)) if words != point.text else NOTHING


class OnePoint(RoundData, frozen=True, forbid_unknown_fields=True):
    point: str


@command("point.withdraw", OnePoint, round_kind="introductions")
def withdraw_point(ctx: Context, data: OnePoint) -> Decision | Refusal:
    """Take a point of one's initiative away, with all that was said of it."""
    point = _own_point(ctx, data.point)
    if isinstance(point, Refusal):
        return point
    taps = [tap.ref for tap in ctx.board.all(Tap).values() if tap.point == point.id]
    matches, wishes = strengthening.about(ctx.board, point.id)
    return changed(
        "point.withdrawn",
        drop=(point.ref, *taps, *matches, *(wish.ref for wish in wishes)),
        people=strengthening.erased(ctx.board, wishes),
    )


class SetTap(RoundData, frozen=True, forbid_unknown_fields=True):
    """on: whether the tap is there; said twice it is still one tap."""

    point: str
    sort: TapSort
    on: bool


@command("tap.set", SetTap, round_kind="introductions", roles=frozenset(("participant",)))
def set_tap(ctx: Context, data: SetTap) -> Decision | Refusal:
    """Say that one recognises a point of another initiative, or can help with it."""
    point = ctx.board.get(Point, data.point)
    me = ctx.board.get(Participant, ctx.actor.id)
    if point is None or point.round != ctx.this_round.id:
        return Refusal("point.unknown")
    if me is None:
        return Refusal("participant.unknown")
    if me.initiative == point.initiative:
        return Refusal("point.own")
    if data.sort == "help" and point.sort == "factor":
        return Refusal("point.help_on_factor")
    id = f"{point.id}:{me.id}:{data.sort}"
    tap = Tap(id, ctx.this_round.id, point.id, me.id, me.initiative, data.sort)
    there = ctx.board.get(Tap, id) is not None
    if there == data.on:
        return NOTHING
    return changed("tap.set", tap) if data.on else changed("tap.cleared", drop=(tap.ref,))


def _initiative(ctx: Context, named: str) -> str | Refusal:
    """The initiative whose card the actor may fill."""
    if ctx.actor.role == "participant":
        me = ctx.board.get(Participant, ctx.actor.id)
        return me.initiative if me else Refusal("participant.unknown")
    return named if ctx.board.get(Initiative, named) else Refusal("initiative.unknown")


def _own_point(ctx: Context, id: str) -> Point | Refusal:
    point = ctx.board.get(Point, id)
    if point is None or point.round != ctx.this_round.id:
        return Refusal("point.unknown")
    own = _initiative(ctx, point.initiative)
    if isinstance(own, Refusal):
        return own
    return point if own == point.initiative else Refusal("command.not_allowed")


class IntroductionSeen(Seen, frozen=True):
    round: str
    initiative: str
    who: str = ""
    beautiful: str = ""


class PointSeen(Seen, frozen=True):
    round: str
    initiative: str
    sort: PointSort
    text: str
    at: int = 0


@shows(Introduction)
def _introduction(lens: Lens, it: Introduction) -> IntroductionSeen:
    return IntroductionSeen(it.round, it.initiative, it.who, it.beautiful)


@shows(Point)
def _point(lens: Lens, it: Point) -> PointSeen:
    return PointSeen(it.round, it.initiative, it.sort, it.text, it.at)


class IntroductionsPicture(msgspec.Struct, frozen=True):
    """points: how each was heard; those nobody tapped are left out. needs: the strengthening map.
    introduced: for how many needs with a helper people of both sides met."""

    points: dict[str, PointHeard]
    needs: list[Need]
    introduced: int


def _picture(lens: Lens, round: Round) -> IntroductionsPicture:
    taps = [tap for tap in lens.board.all(Tap).values() if tap.round == round.id]
    return IntroductionsPicture(
        dict(sorted(heard(taps).items())),
        strengthening.needs(lens.board, {round.id}),
        strengthening.introduced(lens.board, round.id),
    )


def _phases(settings: IntroductionSettings, tables: bool) -> tuple[str, ...]:
    return "running", "map"


KIND = register(RoundKind("introductions", IntroductionSettings, phases=_phases, picture=_picture))
