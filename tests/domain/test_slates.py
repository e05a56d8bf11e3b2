"""The carried themes as one set: who finds something in it, and what Equal Shares would choose."""

from __future__ import annotations

from typing import Literal

from brouwerij.domain.polls import Poll, PollBallot, measured, votes_in
from brouwerij.domain.slates import Slate, slate
from tests.domain.polling import polling
from tests.support.room import PROJECTOR, STAFF_VIEW, phones

MANY = ("A1", "A2", "A3", "A4", "A5")
FEW = ("B1", "B2")


def of_two_minds(many: int, few: int) -> Slate:
    """So many people support the themes A, so few the themes B; all can live with both."""
    people = {f"p{n}": "Het Nest" for n in range(many + few)}
    ballots = []
    for n, person in enumerate(people):
        for theme in (*MANY, *FEW):
            answer: Literal["support", "live_with"] = (
                "support" if (theme in MANY) == (n < many) else "live_with"
            )
            ballots.append(PollBallot(f"r:{person}:{theme}", "r", person, theme, answer))
    given = votes_in(Poll("r", (*MANY, *FEW)), ballots, people)
    return slate(given, measured(given))


def test_slate_when_a_part_of_the_room_is_left_out_then_proposes_its_share() -> None:
    found = of_two_minds(30, 20)
    assert (found.chosen, found.covered, found.people) == (list(MANY), 30, 50)
    assert sorted(found.proposed) == ["A1", "A2", "A3", "B1", "B2"]
    assert (found.extra, found.missing) == (["B1", "B2"], ["A4", "A5"])


def test_slate_when_the_others_cannot_pay_for_one_then_proposes_nothing_instead() -> None:
    found = of_two_minds(46, 4)
    assert found.covered == 46
    assert (found.extra, found.missing) == ([], [])


def test_slate_is_for_who_leads_once_all_results_are_open() -> None:
    poll = polling()
    poll.say_all(poll.cash, "sssssl-")
    poll.room.close()
    assert poll.room.picture("poll", STAFF_VIEW)["slate"] is None
    poll.room.reveal("results")
    seen = poll.room.picture("poll", STAFF_VIEW)["slate"]
    assert (seen["chosen"], seen["covered"], seen["people"]) == ([poll.cash], 5, 7)
    assert all(poll.room.picture("poll", who)["slate"] is None for who in (phones(), PROJECTOR))


def test_slate_when_nothing_is_carried_then_says_nothing() -> None:
    poll = polling()
    poll.say_all(poll.cash, "lllllll")
    poll.room.results()
    assert poll.room.picture("poll", STAFF_VIEW)["slate"] is None
