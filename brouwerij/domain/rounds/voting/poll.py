"""Proeven with the draagvlak poll: everyone answers every shortlisted theme.

"I carry this", "I can live with it" or "I object, because …", or nothing; and apart from that
"I want to work on this". The verdict is the measure of broad support (domain/support.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

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
from brouwerij.domain.entities import Entity, Round, Theme, collected
from brouwerij.domain.guests import ShowOfHands, raised
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import Judged, RoundKind, Settings, register
from brouwerij.domain.themes import surviving
from brouwerij.domain.views import Lens, Seen, shows

AnswerWord = Literal["", "support", "live_with", "object"]

ANSWERS = {
    "support": support.Answer.SUPPORT,
    "live_with": support.Answer.LIVE_WITH,
    "object": support.Answer.OBJECT,
}


Groups = Literal["initiatives", "opinions"]
MAP = "map"
"""What a round's focus is while the room looks at the support map."""


class PollSettings(Settings, frozen=True, kw_only=True):
    """groups: whose support is looked at apart: of the initiatives that people come from, or of
    those who answer alike. rule: the thresholds of the verdicts. Both are locked when it opens."""

    groups: Groups = "initiatives"
    rule: support.Rule = support.Rule()


@collected
class Poll(Entity, frozen=True, omit_defaults=True):
    """What was put to the vote, by which rule; its id is the round's.

    unveiled: how many places of the results were shown so far, from the least supported, of what
    was closed at unveiled_at. Closing again begins anew.
    """

    collection: ClassVar[str] = "polls"
    themes: tuple[str, ...] = ()
    groups: Groups = "initiatives"
    rule: support.Rule = support.Rule()
    unveiled: int = 0
    unveiled_at: int = 0


@collected
class PollBallot(Entity, frozen=True, omit_defaults=True):
    """One person's answer to one theme; the id is ROUND:PERSON:THEME.

    energy: wants to work on it.
    """

    collection: ClassVar[str] = "poll_ballots"
    round: str = ""
    participant: str = ""
    theme: str = ""
    answer: AnswerWord = ""
    reason: str = ""
    energy: bool = False

    @property
    def owner(self) -> str:
        return self.participant


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


class SegmentResult(msgspec.Struct, frozen=True):
    size: int
    support: int
    live_with: int
    object: int


class PollResult(msgspec.Struct, frozen=True):
    """A theme's result. Shares are of 1. segments: by initiative, as people came from them, or by
    opinion group "1", "2", …; those with few people together under "", so that nobody's answer
    can be read off. reasons: of the objections, in alphabetical order, never whose."""

    theme: str
    rank: int
    verdict: str
    carried: bool
    vanguard: bool
    people: int
    support: int
    live_with: int
    object: int
    energy: int
    turnout: float
    breadth: float
    tolerance: float
    weakest: float
    bridge: float
    segments: dict[str, SegmentResult]
    reasons: list[str]


class PollPicture(msgspec.Struct, frozen=True):
    """groups: which the results are by. too_few: opinion groups were asked, but cannot be found
    among so few voters or themes, so that the results are by initiative. results: those that were
    shown so far, the most supported first; left: how many themes are still to come. chart: the
    support map of what is shown, numbered on from those that are left."""

    turnout: electorate.Turnout
    results: list[PollResult] | None
    groups: Groups = "initiatives"
    too_few: bool = False
    left: int = 0
    chart: list[support.Spot] = []


class Votes(msgspec.Struct, frozen=True):
    """All that was answered in a poll. by_theme: theme -> ballots; people: voter -> initiative;
    groups: voter -> the group that they count in."""

    poll: Poll
    by_theme: dict[str, list[PollBallot]]
    people: dict[str, str]
    groups: dict[str, str]
    too_few: bool

    def answers(self, theme: str) -> dict[str, support.Answer]:
        return _answers(self.by_theme[theme])


def _answers(ballots: Iterable[PollBallot]) -> dict[str, support.Answer]:
    return {b.participant: ANSWERS[b.answer] for b in ballots if b.answer}


def votes(board: Board, round: Round) -> Votes | None:
    """What was answered in a poll so far; None before it opens."""
    poll = board.get(Poll, round.id)
    if poll is None:
        return None
    ballots = [b for b in board.all(PollBallot).values() if b.round == round.id]
    return votes_in(poll, ballots, electorate.electorate(board, round.id))


def votes_in(poll: Poll, ballots: Iterable[PollBallot], people: dict[str, str]) -> Votes:
    """The ballots of a poll by theme, and in which group each of the people counts."""
    by_theme: dict[str, list[PollBallot]] = {theme: [] for theme in poll.themes}
    for ballot in ballots:
        if ballot.theme in by_theme:
            by_theme[ballot.theme].append(ballot)
    if poll.groups == "initiatives":
        return Votes(poll, by_theme, people, people, False)
    given = {theme: _answers(found) for theme, found in by_theme.items()}
    opinions = support.opinions_in(given, people)
    return Votes(poll, by_theme, people, people if opinions is None else opinions, opinions is None)


def measured(votes: Votes) -> dict[str, support.ThemeSupport]:
    """The measure of every theme, in the order they were put to the vote."""
    return {
        theme: support.measure(
            votes.answers(theme),
            votes.people,
            votes.poll.rule,
            energy=[b.participant for b in given if b.energy],
            segment_of=votes.groups,
        )
        for theme, given in votes.by_theme.items()
    }


def results(board: Board, round: Round) -> list[PollResult]:
    """Every theme of a poll with its verdict, the most carried first."""
    given = votes(board, round)
    if given is None:
        return []
    found = measured(given)
    ranked: list[PollResult] = []
    before = outcome.supporters(board)
    for tied in support.order(found, {theme: before.get(theme, 0) for theme in found}):
        rank = len(ranked) + 1
        ranked += [_result(theme, rank, found[theme], given.by_theme[theme]) for theme in tied]
    return ranked


def unveiled(board: Board, round: Round) -> list[PollResult]:
    """The results that may be seen, the most carried first: all once they are opened, else the
    places shown so far, from the least supported. Tied themes share a place."""
    if round.phase == "results":
        return results(board, round)
    poll = board.get(Poll, round.id)
    if poll is None or round.status != "closed" or poll.unveiled_at != round.closed_at:
        return []
    found = results(board, round)
    seen = sorted({result.rank for result in found}, reverse=True)[: poll.unveiled]
    return [result for result in found if result.rank in seen]


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


def chart(shown: Iterable[PollResult], first: int = 1) -> list[support.Spot]:
    """The support map of some results, numbered from `first` in their order."""
    numbered = [
        support.Placed(number, result.breadth, result.weakest, result.carried)
        for number, result in enumerate(shown, start=first)
    ]
    return support.spots(numbered[::-1])


def _result(
    theme: str, rank: int, found: support.ThemeSupport, ballots: list[PollBallot]
) -> PollResult:
    return PollResult(
        theme=theme,
        rank=rank,
        verdict=found.verdict.value,
        carried=found.verdict.carried,
        vanguard=support.is_vanguard(found),
        people=found.electorate,
        support=found.support,
        live_with=found.live_with,
        object=found.object,
        energy=found.energy,
        turnout=found.turnout,
        breadth=found.breadth,
        tolerance=found.tolerance,
        weakest=found.weakest,
        bridge=found.bridge,
        segments={
            name: SegmentResult(*msgspec.structs.astuple(counts))
            for name, counts in found.segments.items()
        },
        reasons=sorted(b.reason for b in ballots if b.answer == "object"),
    )


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
    groups: Groups = "initiatives" if given.too_few else given.poll.groups
    left = len(given.poll.themes) - len(shown)
    return PollPicture(turnout, shown, groups, given.too_few, left, chart(shown, left + 1))


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
