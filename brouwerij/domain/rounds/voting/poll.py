"""Proeven with the draagvlak poll: everyone answers every shortlisted theme.

"I carry this", "I can live with it" or "I object, because …", or nothing; and apart from that
"I want to work on this". The verdict is the measure of broad support (domain/support/).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from brouwerij.domain import electorate, outcome, support, text
from brouwerij.domain.board import Board
from brouwerij.domain.commands import (
    NOTHING,
    STAFF,
    Context,
    Decision,
    ForGuest,
    RoundData,
    changed,
    command,
    replace,
    settings_of,
)
from brouwerij.domain.entities import Entity, Round, Theme
from brouwerij.domain.guests import ShowOfHands, raised
from brouwerij.domain.polls import (
    AnswerWord,
    Groups,
    Poll,
    PollBallot,
    PollResult,
    Votes,
    chart,
    measured,
    results,
    unveiled,
    votes,
)
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import Judged, RoundKind, Settings, register
from brouwerij.domain.slates import Slate, slate
from brouwerij.domain.themes import surviving
from brouwerij.domain.views import Lens, Seen, shows

MAP = "map"
"""What a round's focus is while the room looks at the support map."""


class PollSettings(Settings, frozen=True, kw_only=True):
    """groups: whose support is looked at apart: of the initiatives that people come from, or of
    those who answer alike. rule: the thresholds of the verdicts. Both are locked when it opens."""

    groups: Groups = "initiatives"
    rule: support.Rule = support.Rule()


shows(PollBallot)(electorate.seen_by_helper)


class GiveAnswer(ForGuest, frozen=True, forbid_unknown_fields=True):
    """answer: "" leaves the theme blank. reason: required with "object"."""

    theme: str
    answer: AnswerWord
    reason: str = ""
    energy: bool = False


@command("poll.answer", GiveAnswer, round_kind="poll", roles=frozenset(("participant",)))
def answer(ctx: Context, data: GiveAnswer) -> Decision | Refusal:
    """Answer a theme, or change the answer."""
    round = ctx.this_round
    me, theme = electorate.voter(ctx), _listed(ctx, data.theme)
    if isinstance(me, Refusal):
        return me
    if isinstance(theme, Refusal):
        return theme
    reason = _reason(data.answer, data.reason)
    if isinstance(reason, Refusal):
        return reason
    id = f"{round.id}:{me}:{theme.id}"
    ballot = PollBallot(id, round.id, me, theme.id, data.answer, reason, data.energy)
    if ctx.board.get(PollBallot, id) == ballot:
        return NOTHING
    return changed("poll.answered", ballot)


class RaiseAnswers(ShowOfHands, frozen=True, forbid_unknown_fields=True):
    """reason: required with "object"; that of all these hands."""

    answer: Literal["support", "live_with", "object"]
    reason: str = ""


@command("poll.raise", RaiseAnswers, round_kind="poll")
def raise_hands(ctx: Context, data: RaiseAnswers) -> Decision | Refusal:
    """Answer a theme for so many guests who raise their hands and had given no answer yet."""
    board, round = ctx.board, ctx.this_round
    theme = _listed(ctx, data.theme)
    if isinstance(theme, Refusal):
        return theme
    reason = _reason(data.answer, data.reason)
    if isinstance(reason, Refusal):
        return reason

    def ballot(guest: str) -> PollBallot:
        id = f"{round.id}:{guest}:{theme.id}"
        return board.get(PollBallot, id) or PollBallot(id, round.id, guest, theme.id)

    guests = raised(ctx, data, lambda guest: 0 if ballot(guest).answer else 1)
    if isinstance(guests, Refusal):
        return guests
    given = [replace(ballot(g.id), answer=data.answer, reason=reason) for g in guests]
    return changed("poll.raised", *given, helped=True)


def _listed(ctx: Context, id: str) -> Theme | Refusal:
    """The theme with this id, or the one it went up in, when the poll asks it."""
    theme = surviving(ctx.board, id)
    if theme is None:
        return Refusal("theme.unknown")
    poll = ctx.board.get(Poll, ctx.this_round.id)
    if poll is None or theme.id not in poll.themes:
        return Refusal("poll.theme_not_listed")
    return theme


def _reason(answer: AnswerWord, given: str) -> str | Refusal:
    """The reason that goes with an answer: an objection cannot do without."""
    reason = text.optional(given, text.LINE_LENGTH) if answer == "object" else ""
    return Refusal("poll.reason_missing") if answer == "object" and not reason else reason


def _opens(board: Board, round: Round, now: int) -> Iterable[Entity]:
    asked = settings_of(round, PollSettings)
    poll = Poll(round.id, tuple(outcome.shortlist(board)), asked.groups, asked.rule)
    return [poll, *electorate.opens(board, round, now)]


class PollSeen(Seen, frozen=True):
    themes: list[str]
    groups: Groups
    rule: support.Rule


@shows(Poll)
def _poll(lens: Lens, it: Poll) -> PollSeen:
    return PollSeen(list(it.themes), it.groups, it.rule)


class PollPicture(msgspec.Struct, frozen=True):
    """groups: which the results are by. too_few: opinion groups were asked, but cannot be found
    among so few voters or themes, so that the results are by initiative. results: those that were
    shown so far, the most supported first; left: how many themes are still to come. chart: the
    support map of what is shown, numbered on from those that are left. slate: for who leads, what
    the carried themes are together; once all results are open, and when there are any. before:
    what the themes that are shown came to in the poll before, when the room has seen that."""

    turnout: electorate.Turnout
    results: list[PollResult] | None
    groups: Groups = "initiatives"
    too_few: bool = False
    left: int = 0
    chart: list[support.Spot] = []
    slate: Slate | None = None
    before: list[PollResult] = []


class Unveil(RoundData, frozen=True, forbid_unknown_fields=True):
    """places: how many are shown from now on, tied themes being one; fewer hides them again."""

    places: Annotated[int, Meta(ge=0, le=1000)]


@command("poll.unveil", Unveil, round_kind="poll", roles=STAFF, undoable=True)
def unveil(ctx: Context, data: Unveil) -> Decision | Refusal:
    """Show so many places of a closed poll's results; with the last one they are all open."""
    board, round = ctx.board, ctx.this_round
    poll = board.get(Poll, round.id)
    if poll is None or round.status != "closed":
        return Refusal("round.still_open")
    places = len({result.rank for result in results(board, round)})
    shown = min(data.places, places)
    after = replace(poll, unveiled=shown, unveiled_at=round.closed_at)
    seen = replace(
        round,
        phase="results" if shown == places else "voting",
        focus=MAP if round.focus == MAP else "",
        focus_ends_at=0,
    )
    if (after, seen) == (poll, round):
        return NOTHING
    return changed("poll.unveiled", after, seen)


def _voters(board: Board, round: Round) -> set[str]:
    ballots = board.all(PollBallot).values()
    return {b.participant for b in ballots if b.round == round.id and (b.answer or b.energy)}


def _picture(lens: Lens, round: Round) -> PollPicture:
    people = electorate.electorate(lens.board, round.id)
    turnout = electorate.turnout(people, _voters(lens.board, round))
    shown = unveiled(lens.board, round)
    if not shown and round.phase != "results":
        return PollPicture(turnout, None)
    given = votes(lens.board, round)
    if given is None:
        return PollPicture(turnout, [])
    left = len(given.poll.themes) - len(shown)
    return PollPicture(
        turnout,
        shown,
        "initiatives" if given.too_few else given.poll.groups,
        given.too_few,
        left,
        chart(shown, left + 1),
        _slate(lens, round, given),
        _before(lens.board, round, shown),
    )


def _before(board: Board, round: Round, shown: list[PollResult]) -> list[PollResult]:
    earlier = electorate.shown_before(board, round)
    themes = {result.theme for result in shown}
    return [r for r in results(board, earlier) if r.theme in themes] if earlier else []


def _slate(lens: Lens, round: Round, given: Votes) -> Slate | None:
    if not lens.staff or round.phase != "results":
        return None
    found = slate(given, measured(given))
    return found if found.chosen else None


def _judges(board: Board, round: Round) -> list[Judged]:
    return [
        Judged(r.theme, r.rank, r.verdict, r.carried, r.vanguard) for r in results(board, round)
    ]


KIND = register(
    RoundKind(
        "poll",
        PollSettings,
        phases=lambda settings, tables: ("voting", "results"),
        closed_first=True,
        opens=_opens,
        joins=electorate.joins,
        judges=_judges,
        picture=_picture,
    )
)
