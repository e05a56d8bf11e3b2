"""Counting a poll again from its log: the same, or it says what is not."""

from __future__ import annotations

from fractions import Fraction

from brouwerij.domain.audit import recount
from brouwerij.domain.board import fold
from brouwerij.domain.polls import PollBallot
from tests.domain.polling import polling


def test_recount_when_results_are_opened_is_what_the_screens_show() -> None:
    poll = polling()
    poll.say_all(poll.cash, "sssslo-")
    poll.say_all(poll.cash, "ssssls-")
    poll.say_all(poll.film, "-------")
    hans = poll.room.join("Hans", "Het Nest")
    poll.say(hans, poll.cash, "support")
    poll.room.results()
    (count,) = recount(poll.room.log, poll.room.board)
    assert (count.electors, [late.participant for late in count.late]) == (7, [hans.id])
    assert count.differs == []
    cash = count.found[poll.cash]
    assert (cash.support, cash.live_with, cash.object, cash.electorate) == (6, 1, 0, 8)
    assert cash.verdict == poll.result(poll.cash)["verdict"] == "broad"
    assert count.coverage == Fraction(6, 8)
    assert count.proposal == []


def test_recount_when_all_parts_of_the_room_can_pay_proposes_as_many_as_are_carried() -> None:
    poll = polling()
    poll.say_all(poll.cash, "sssssss")
    poll.room.results()
    (count,) = recount(poll.room.log, poll.room.board)
    assert (count.coverage, count.proposal) == (1, [poll.cash])


def test_recount_when_results_are_secret_counts_nothing() -> None:
    poll = polling()
    poll.say_all(poll.cash, "sssslo-")
    poll.room.close()
    assert recount(poll.room.log, poll.room.board) == []
    poll.room.reveal("results")
    assert len(recount(poll.room.log, poll.room.board)) == 1


def test_recount_when_the_board_has_another_ballot_says_of_which_theme() -> None:
    poll = polling()
    poll.say_all(poll.cash, "sssslo-")
    poll.room.results()
    board = fold(poll.room.log)
    ballots = board.collections["poll_ballots"]
    id, ballot = next((i, b) for i, b in ballots.items() if isinstance(b, PollBallot))
    ballots[id] = PollBallot(id, ballot.round, ballot.participant, ballot.theme, "live_with")
    (count,) = recount(poll.room.log, board)
    assert count.differs == [poll.cash]


def test_recount_when_somebody_came_in_after_the_opening_lists_them_apart() -> None:
    poll = polling()
    poll.room.results()
    before = recount(poll.room.log, poll.room.board)[0]
    poll.room.open("poll")
    poll.room.join("Hans", "Het Nest")
    poll.room.results()
    after = recount(poll.room.log, poll.room.board)[0]
    assert (len(before.late), len(after.late)) == (0, 1)
    assert before.electors == after.electors
