"""Proeven by one of several methods (domain/ballots): one ballot each, hidden until it is opened.

Having the same method twice in a plan is voting again: the later round asks the same themes, and
shows what the earlier one came to beside its own result.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import msgspec
from msgspec import Meta

from brouwerij.domain import ballots, electorate, outcome, text
from brouwerij.domain.ballots import METHODS, WHOLE, Answer, Method, MethodName
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
from brouwerij.domain.entities import Entity, Participant, Round
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import RoundKind, Settings, register
from brouwerij.domain.themes import surviving
from brouwerij.domain.views import Lens, Seen, shows
from brouwerij.domain.votes import Amendment, Ballot, Vote, deal, making_room, mine_of, votes

ballots.discover()
shows(Vote)(electorate.seen_by_helper)

HAND = 3
"""How many pairs somebody has before them, so that they can go on while the line is gone; ours."""


class BallotSettings(Settings, frozen=True, kw_only=True):
    """shortlist: how many themes go on, by a method that draws no line of its own. pairs: how many
    each person compares at most, by the method that compares pairs."""

    method: MethodName = "gradients"
    shortlist: Annotated[int, Meta(ge=1, le=50)] = 8
    pairs: Annotated[int, Meta(ge=1, le=50)] = 10


class GiveVote(ForGuest, frozen=True, forbid_unknown_fields=True):
    """about: what was asked. value: the answer; None with `abstain`, and None to take it back."""

    about: str
    value: int | None = None
    abstain: bool = False
    reason: str = ""


@command("ballot.vote", GiveVote, round_kind="ballot", roles=frozenset(("participant",)))
def vote(ctx: Context, data: GiveVote) -> Decision | Refusal:
    """Answer one thing of the ballot, abstain from it, or take the answer back."""
    round = ctx.this_round
    me, ballot = electorate.voter(ctx), ctx.board.get(Ballot, round.id)
    if isinstance(me, Refusal):
        return me
    theme = surviving(ctx.board, data.about)
    about = theme.id if theme else data.about
    mine = mine_of(ctx.board, round.id, me)
    if ballot is None or not _is_asked(METHODS[ballot.method], ballot, mine, about):
        return Refusal("ballot.not_asked")
    method, stood = METHODS[ballot.method], mine.get(about)
    if data.value is None and not data.abstain:
        return _taken_back(stood)
    answer = _answer(method, data)
    if isinstance(answer, Refusal):
        return answer
    given = Vote(
        f"{round.id}:{me}:{about}", round.id, me, about, answer.value, answer.reason,
        turn=stood.turn if stood else 0,
    )  # fmt: skip
    if given == stood:
        return NOTHING
    moved, gone = making_room(method, mine, given)
    dealt = _dealt_after(ctx, ballot, mine, stood)
    return changed("ballot.voted", given, *moved, *dealt, drop=tuple(vote.ref for vote in gone))


def _is_asked(method: Method, ballot: Ballot, mine: dict[str, Vote], about: str) -> bool:
    dealt = mine[about].turn > 0 if about in mine else False
    return dealt or about in method.asks(ballot.themes)


def _taken_back(stood: Vote | None) -> Decision:
    """A pair that was dealt stays on the table; any other answer goes."""
    if stood is None or stood.open:
        return NOTHING
    if stood.turn:
        return changed("ballot.voted", replace(stood, value=None, open=True))
    return changed("ballot.voted", drop=(stood.ref,))


def _dealt_after(
    ctx: Context, ballot: Ballot, mine: dict[str, Vote], stood: Vote | None
) -> list[Vote]:
    """The pair that comes in the hand for the one that was answered now."""
    if stood is None or not stood.open or stood.turn == 0:
        return []
    had = [vote.about for vote in mine.values() if vote.turn]
    left = settings_of(ctx.this_round, BallotSettings).pairs - len(had)
    return deal(ballot, stood.participant, had, len(ctx.board.all(Vote)), min(1, left))


def _answer(method: Method, data: GiveVote) -> Answer | Refusal:
    """What was said, when it is one of the method's answers."""
    if data.abstain:
        return Answer() if _may_abstain(method, data.about) else Refusal("ballot.not_asked")
    if data.value not in method.values or data.about == WHOLE:
        return Refusal("ballot.no_such_answer")
    if data.value not in method.reasoned:
        return Answer(data.value)
    reason = text.optional(data.reason, text.LINE_LENGTH)
    if isinstance(reason, Refusal):
        return reason
    return Answer(data.value, reason) if reason else Refusal("poll.reason_missing")


def _may_abstain(method: Method, about: str) -> bool:
    """Themes that are put in order are abstained from together only."""
    return about == WHOLE or not method.once


class Amend(RoundData, frozen=True, forbid_unknown_fields=True):
    """text: how the proposal reads from now on; "" as it was."""

    theme: str
    text: str


@command("ballot.amend", Amend, round_kind="ballot", roles=STAFF, undoable=True)
def amend(ctx: Context, data: Amend) -> Decision | Refusal:
    """Amend a proposal after its vote, for the next round by the same method."""
    round, ballot = ctx.this_round, ctx.board.get(Ballot, ctx.this_round.id)
    if ballot is None or data.theme not in ballot.themes or not METHODS[ballot.method].amends:
        return Refusal("ballot.not_asked")
    words = text.optional(data.text, text.LINE_LENGTH)
    if isinstance(words, Refusal):
        return words
    id = f"{round.id}:{data.theme}"
    stood = ctx.board.get(Amendment, id)
    if words == (stood.text if stood else ""):
        return NOTHING
    return changed("ballot.amended", Amendment(id, round.id, data.theme, words))


def _opens(board: Board, round: Round, now: int) -> Iterable[Entity]:
    ballot = _put(board, round)
    hands = list[Vote]()
    for person in board.participants:
        hands += deal(ballot, person, [], len(hands), _hand(round))
    return [ballot, *electorate.opens(board, round, now), *hands]


def _hand(round: Round) -> int:
    """How many pairs somebody has before them at a time."""
    return min(HAND, settings_of(round, BallotSettings).pairs)


def _joins(board: Board, round: Round, participant: Participant) -> Iterable[Entity]:
    ballot, held = board.get(Ballot, round.id), mine_of(board, round.id, participant.id)
    hand = (
        deal(ballot, participant.id, [], len(board.all(Vote)), _hand(round))
        if ballot and not held
        else []
    )
    return [*electorate.joins(board, round, participant), *hand]


def _put(board: Board, round: Round) -> Ballot:
    """What a round puts to the vote: what the last by its method did, or that amended, or anew."""
    method = METHODS[settings_of(round, BallotSettings).method]
    earlier = _earlier(board, method.name)
    if earlier is None:
        return Ballot(round.id, method.name, tuple(outcome.shortlist(board)))
    if not method.amends:
        return Ballot(round.id, method.name, earlier.themes, earlier.id)
    rest = method.count(earlier.themes, votes(board, earlier.id)).accepted or frozenset()
    open = tuple(theme for theme in earlier.themes if theme not in rest)
    since = {a.theme: a.text for a in board.all(Amendment).values() if a.round == earlier.id}
    amended = {t: since.get(t) or earlier.amended.get(t, "") for t in open}
    return Ballot(
        round.id, method.name, open, earlier.id, {t: words for t, words in amended.items() if words}
    )


def _earlier(board: Board, method: MethodName) -> Ballot | None:
    """The last ballot by this method that was opened."""
    opened = [ballot for ballot in board.all(Ballot).values() if ballot.method == method]
    return opened[-1] if opened else None


class BallotSeen(Seen, frozen=True):
    method: MethodName
    themes: list[str]
    before: str = ""
    amended: dict[str, str] = {}


@shows(Ballot)
def _ballot(lens: Lens, it: Ballot) -> BallotSeen:
    return BallotSeen(it.method, list(it.themes), it.before, it.amended)


class AmendmentSeen(Seen, frozen=True):
    round: str
    theme: str
    text: str = ""


@shows(Amendment)
def _amendment(lens: Lens, it: Amendment) -> AmendmentSeen | None:
    """Only who leads, until it is put to the vote."""
    return AmendmentSeen(it.round, it.theme, it.text) if lens.staff else None


class BallotResult(msgspec.Struct, frozen=True):
    """What a theme came to. Themes with the same rank are tied. counts: how many gave each of the
    method's answers, in its order; blank: how many of the electorate did not answer; goes_on:
    whether the next rounds are about it; score: what it is ranked by, in the method's own measure,
    None when nobody answered; reasons: in alphabetical order, never whose."""

    theme: str
    rank: int
    goes_on: bool
    counts: list[int]
    abstained: int
    blank: int
    score: float | None
    reasons: list[str]


class BallotPicture(msgspec.Struct, frozen=True):
    """before: what the vote that this one repeats came to, when the room has seen that."""

    turnout: electorate.Turnout
    method: MethodName
    results: list[BallotResult] | None
    before: list[BallotResult] | None


def results(board: Board, round: Round) -> list[BallotResult]:
    """Every theme of a ballot with what it came to, the most wanted first."""
    ballot = board.get(Ballot, round.id)
    if ballot is None:
        return []
    given = votes(board, round.id)
    counted = METHODS[ballot.method].count(ballot.themes, given)
    going = _going_on(counted, settings_of(round, BallotSettings).shortlist)
    method = METHODS[ballot.method]
    people = len(electorate.electorate(board, round.id)) if method.per_person else 0
    ranked: list[BallotResult] = []
    for tied in counted.places:
        rank = len(ranked) + 1
        for theme in tied:
            found = _result(theme, rank, theme in going, counted.counted[theme], people)
            reasons = sorted(answer.reason for answer in ballots.answers_to(theme, given))
            ranked.append(replace(found, reasons=[reason for reason in reasons if reason]))
    return ranked


def _result(
    theme: str, rank: int, goes_on: bool, found: ballots.Counted, people: int
) -> BallotResult:
    return BallotResult(
        theme=theme,
        rank=rank,
        goes_on=goes_on,
        counts=list(found.counts),
        abstained=found.abstained,
        blank=max(0, people - sum(found.counts) - found.abstained),
        score=None if found.score is None else float(found.score),
        reasons=[],
    )


def _going_on(counted: ballots.Count, shortlist: int) -> frozenset[str]:
    """What the method accepts, else the first of its ranking with all that tie with the last."""
    if counted.accepted is not None:
        return counted.accepted
    going: list[str] = []
    for tied in counted.places:
        if len(going) >= shortlist or counted.counted[tied[0]].score is None:
            break
        going += tied
    return frozenset(going)


def _picture(lens: Lens, round: Round) -> BallotPicture | None:
    board, ballot = lens.board, lens.board.get(Ballot, round.id)
    if ballot is None:
        return None
    opened = round.phase == "results"
    before = board.get(Round, ballot.before)
    return BallotPicture(
        electorate.turnout(electorate.electorate(board, round.id), set(votes(board, round.id))),
        ballot.method,
        results(board, round) if opened else None,
        results(board, before) if opened and before and before.phase == "results" else None,
    )


def _shortlist(board: Board, round: Round) -> list[str]:
    """What goes on; also what was accepted before and not asked again."""
    ballot = board.get(Ballot, round.id)
    earlier = board.get(Round, ballot.before) if ballot else None
    again = set(ballot.themes) if ballot else set()
    kept = [theme for theme in _shortlist(board, earlier) if theme not in again] if earlier else []
    return kept + [result.theme for result in results(board, round) if result.goes_on]


KIND = register(
    RoundKind(
        "ballot",
        BallotSettings,
        phases=lambda settings, tables: ("voting", "results"),
        closed_first=True,
        opens=_opens,
        joins=_joins,
        picture=_picture,
        shortlists=_shortlist,
    )
)
