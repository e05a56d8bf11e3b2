"""Proeven with dots: a shortlist by how many people are for a theme, never by how many dots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from brouwerij.domain import support
from brouwerij.domain.board import Board
from brouwerij.domain.commands import (
    NOTHING,
    Context,
    Decision,
    ForGuest,
    changed,
    command,
    replace,
    settings_of,
)
from brouwerij.domain.electorate import (
    Turnout,
    electorate,
    joins,
    opens,
    seen_by_helper,
    shown_before,
    turnout,
    voter,
)
from brouwerij.domain.entities import Entity, Ref, Round, collected
from brouwerij.domain.guests import ShowOfHands, raised
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import Merged, RoundKind, Settings, register
from brouwerij.domain.themes import standing, surviving
from brouwerij.domain.views import Lens, shows


class DotSettings(Settings, frozen=True, kw_only=True):
    """dots: per person, 0 to let the number of themes decide. shortlist: how many go on."""

    dots: Annotated[int, Meta(ge=0, le=50)] = 0
    per_theme: Annotated[int, Meta(ge=1, le=50)] = 1
    shortlist: Annotated[int, Meta(ge=1, le=50)] = 8


@collected
class DotBallot(Entity, frozen=True, omit_defaults=True):
    """One person's dots, theme -> number; the id is ROUND:PERSON.

    returned: how many came back by themes that were merged, until the person sets dots again.
    """

    collection: ClassVar[str] = "dot_ballots"
    round: str = ""
    participant: str = ""
    dots: dict[str, int] = {}
    returned: int = 0

    @property
    def owner(self) -> str:
        return self.participant


shows(DotBallot)(seen_by_helper)


def budget(board: Board, round: Round) -> int:
    """How many dots each person has."""
    return settings_of(round, DotSettings).dots or support.default_dots(len(standing(board)))


class SetDots(ForGuest, frozen=True, forbid_unknown_fields=True):
    """dots: how many of mine are on this theme now (not how many more)."""

    theme: str
    dots: Annotated[int, Meta(ge=0, le=50)]


@command("dots.set", SetDots, round_kind="dots", roles=frozenset(("participant",)))
def set_dots(ctx: Context, data: SetDots) -> Decision | Refusal:
    """Say how many of one's dots are on a theme."""
    round = ctx.this_round
    me, theme = voter(ctx), surviving(ctx.board, data.theme)
    if isinstance(me, Refusal):
        return me
    if theme is None:
        return Refusal("theme.unknown")
    limit = settings_of(round, DotSettings).per_theme
    if data.dots > limit:
        return Refusal("dots.over_theme_limit", {"limit": limit})
    id = f"{round.id}:{me}"
    ballot = ctx.board.get(DotBallot, id) or DotBallot(id, round.id, me)
    dots = {t: n for t, n in (ballot.dots | {theme.id: data.dots}).items() if n}
    if dots == ballot.dots:
        return NOTHING
    if sum(dots.values()) > max(budget(ctx.board, round), sum(ballot.dots.values())):
        return Refusal("dots.over_budget", {"budget": budget(ctx.board, round)})
    return changed("dots.set", DotBallot(id, round.id, me, dots))


@command("dots.raise", ShowOfHands, round_kind="dots")
def raise_hands(ctx: Context, data: ShowOfHands) -> Decision | Refusal:
    """Give a theme one dot of each of so many guests who raise their hands for it."""
    board, round = ctx.board, ctx.this_round
    theme = surviving(board, data.theme)
    if theme is None:
        return Refusal("theme.unknown")
    all_dots = budget(board, round)

    def ballot(guest: str) -> DotBallot:
        id = f"{round.id}:{guest}"
        return board.get(DotBallot, id) or DotBallot(id, round.id, guest)

    def left(guest: str) -> int:
        dots = ballot(guest).dots
        return 0 if theme.id in dots else all_dots - sum(dots.values())

    guests = raised(ctx, data, left)
    if isinstance(guests, Refusal):
        return guests
    ballots = [ballot(guest.id) for guest in guests]
    given = [replace(b, dots=b.dots | {theme.id: 1}, returned=0) for b in ballots]
    return changed("dots.raised", *given, helped=True)


class DotResult(msgspec.Struct, frozen=True):
    """supporters counts people, dots counts dots. Themes with the same rank are tied."""

    theme: str
    rank: int
    supporters: int
    dots: int
    effective: float
    shortlisted: bool


class DotsPicture(msgspec.Struct, frozen=True):
    """before: what the dots before these came to, when the room has seen that."""

    turnout: Turnout
    budget: int
    per_theme: int
    results: list[DotResult] | None
    before: list[DotResult] = []


def tallies(board: Board, round: str) -> dict[str, support.DotTally]:
    """The tally of every theme in a round with dots."""
    ballots = {b.participant: b.dots for b in board.all(DotBallot).values() if b.round == round}
    return support.tally_dots(ballots, [theme.id for theme in standing(board)])


def results(board: Board, round: Round) -> list[DotResult]:
    """Every theme with its tally, the most people first."""
    tally = tallies(board, round.id)
    listed = set(support.shortlist(tally, settings_of(round, DotSettings).shortlist))
    ranked: list[DotResult] = []
    for tied in support.rank_by_supporters(tally):
        rank = len(ranked) + 1
        for theme in tied:
            t = tally[theme]
            ranked.append(
                DotResult(theme, rank, t.supporters, t.dots, float(t.effective), theme in listed)
            )
    return ranked


def _picture(lens: Lens, round: Round) -> DotsPicture:
    ballots = [b for b in lens.board.all(DotBallot).values() if b.round == round.id]
    voters = {b.participant for b in ballots if b.dots}
    opened = round.phase == "results"
    earlier = shown_before(lens.board, round) if opened else None
    return DotsPicture(
        turnout(electorate(lens.board, round.id), voters),
        budget(lens.board, round),
        settings_of(round, DotSettings).per_theme,
        results(lens.board, round) if opened else None,
        results(lens.board, earlier) if earlier else [],
    )


def _merges(board: Board, round: Round, theme: str, into: str) -> Merged:
    """One's dots on both are on one now; what is over the limit of a theme is one's own again."""
    limit = settings_of(round, DotSettings).per_theme
    moved: list[Entity] = []
    for ballot in board.all(DotBallot).values():
        if ballot.round == round.id and theme in ballot.dots:
            dots = {t: n for t, n in ballot.dots.items() if t != theme}
            both = dots.get(into, 0) + ballot.dots[theme]
            dots[into] = min(limit, both)
            returned = ballot.returned + both - dots[into]
            moved.append(replace(ballot, dots=dots, returned=returned))
    return Merged(moved)


def _stands(board: Board, round: Round, coming: Mapping[Ref, Entity | None]) -> bool:
    """Whether dots are within what each person has now, and on themes that are there."""
    there, limit = {theme.id for theme in standing(board)}, budget(board, round)
    return all(
        ballot.dots.keys() <= there and sum(ballot.dots.values()) <= limit
        for ballot in coming.values()
        if isinstance(ballot, DotBallot)
    )


def _supporters(board: Board, round: Round) -> dict[str, int]:
    return {theme: tally.supporters for theme, tally in tallies(board, round.id).items()}


def _shortlist(board: Board, round: Round) -> list[str]:
    return [result.theme for result in results(board, round) if result.shortlisted]


KIND = register(
    RoundKind(
        "dots",
        DotSettings,
        phases=lambda settings, tables: ("voting", "results"),
        closed_first=True,
        opens=opens,
        joins=joins,
        picture=_picture,
        supporters=_supporters,
        merges=_merges,
        stands=_stands,
        shortlists=_shortlist,
    )
)
