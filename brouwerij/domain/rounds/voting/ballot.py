"""Proeven by one of several methods (domain/ballots): one ballot each, hidden until it is opened.

Having the same method twice in a plan is voting again: the later round asks the same themes, and
shows what the earlier one came to beside its own result.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from brouwerij.domain import ballots, electorate, outcome, pairs, ranking, text
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
from brouwerij.domain.guests import ShowOfHands, raised
from brouwerij.domain.merging import merged
from brouwerij.domain.ranking import BallotResult, results
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import RoundKind, register
from brouwerij.domain.views import Lens, Seen, shows
from brouwerij.domain.votes import (
    Amendment,
    Ballot,
    BallotSettings,
    Vote,
    about_now,
    making_room,
    mine_of,
    stands,
    votes,
)

ballots.discover()
shows(Vote)(electorate.seen_by_helper)


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
    about, mine = about_now(ctx.board, data.about), mine_of(ctx.board, round.id, me)
    if ballot is None or not _is_asked(METHODS[ballot.method], ballot, mine, about):
        return Refusal("ballot.not_asked")
    method, stood = METHODS[ballot.method], mine.get(about)
    if data.value is None and not data.abstain:
        return _taken_back(stood)
    answer = _abstention(method, about) if data.abstain else _answer(method, about, data)
    if isinstance(answer, Refusal):
        return answer
    given = _given(round, me, about, answer, stood)
    if given == stood:
        return NOTHING
    moved, gone = making_room(method, mine, given)
    now = mine | {vote.about: vote for vote in (*moved, given)}
    left = {about: vote for about, vote in now.items() if vote not in gone}
    dealt = pairs.filled(ctx.board, round, ballot, me, left)
    return changed("ballot.voted", given, *moved, *dealt, drop=tuple(vote.ref for vote in gone))


def _given(round: Round, who: str, about: str, answer: Answer, stood: Vote | None) -> Vote:
    """An answer as it is kept, instead of what stood there."""
    id, turn = f"{round.id}:{who}:{about}", stood.turn if stood else 0
    return Vote(id, round.id, who, about, answer.value, answer.reason, turn)


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


def _abstention(method: Method, about: str) -> Answer | Refusal:
    """Themes that are put in order are abstained from together only."""
    return Answer() if about == WHOLE or not method.once else Refusal("ballot.not_asked")


def _answer(method: Method, about: str, said: GiveVote | RaiseVotes) -> Answer | Refusal:
    """What was said, when it is one of the method's answers."""
    if said.value not in method.values or about == WHOLE:
        return Refusal("ballot.no_such_answer")
    if said.value not in method.reasoned:
        return Answer(said.value)
    reason = text.optional(said.reason, text.LINE_LENGTH)
    if isinstance(reason, Refusal):
        return reason
    return Answer(said.value, reason) if reason else Refusal("poll.reason_missing")


class RaiseVotes(ShowOfHands, frozen=True, forbid_unknown_fields=True):
    """theme: what is asked, a theme or what the method asks besides. value: the answer of all
    these hands; reason: theirs, when that answer needs one."""

    value: int
    reason: str = ""


@command("ballot.raise", RaiseVotes, round_kind="ballot")
def raise_hands(ctx: Context, data: RaiseVotes) -> Decision | Refusal:
    """Give an answer of so many guests who raise their hands and had not answered this yet."""
    board, round = ctx.board, ctx.this_round
    ballot, about = board.get(Ballot, round.id), about_now(board, data.theme)
    if ballot is None or about not in METHODS[ballot.method].asks(ballot.themes):
        return Refusal("ballot.not_asked")
    method = METHODS[ballot.method]
    if not method.by_hands:
        return Refusal("ballot.no_hands")
    answer = _answer(method, about, data)
    if isinstance(answer, Refusal):
        return answer
    said = {
        v.participant for v in board.all(Vote).values() if (v.round, v.about) == (round.id, about)
    }
    guests = raised(ctx, data, lambda guest: 0 if guest in said else 1)
    if isinstance(guests, Refusal):
        return guests
    given = [_given(round, guest.id, about, answer, None) for guest in guests]
    return changed("ballot.raised", *given, helped=True)


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
        hands += pairs.filled(board, round, ballot, person, {}, len(hands))
    return [ballot, *electorate.opens(board, round, now), *hands]


def _joins(board: Board, round: Round, participant: Participant) -> Iterable[Entity]:
    ballot, mine = board.get(Ballot, round.id), mine_of(board, round.id, participant.id)
    hand = pairs.filled(board, round, ballot, participant.id, mine) if ballot else []
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


class BallotPicture(msgspec.Struct, frozen=True):
    """before: what the vote that this one repeats came to, when the room has seen that."""

    turnout: electorate.Turnout
    method: MethodName
    results: list[BallotResult] | None
    before: list[BallotResult] | None


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


KIND = register(
    RoundKind(
        "ballot",
        BallotSettings,
        phases=lambda settings, tables: ("voting", "results"),
        closed_first=True,
        opens=_opens,
        joins=_joins,
        picture=_picture,
        shortlists=ranking.shortlist,
        merges=merged,
        stands=stands,
    )
)
