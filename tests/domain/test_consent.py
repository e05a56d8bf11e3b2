"""Consent: one reasoned objection is enough; what was not accepted is amended and asked again."""

from __future__ import annotations

from typing import Any

import pytest

from brouwerij.domain import outcome
from tests.domain.balloting import Balloting, balloting
from tests.domain.counting import counted
from tests.domain.doors import TOO_LONG, Asked, heard_from, heard_when, undone
from tests.support.room import FACILITATOR, PROJECTOR, STAFF_VIEW, phones

YES, NO = 1, 0


@pytest.fixture
def ballot() -> Balloting:
    return balloting("consent")


@pytest.mark.parametrize(
    ("answers", "places", "accepted"),
    [
        ({"kas": [YES, YES, YES], "film": [YES, YES, NO]}, [["kas"], ["film"]], {"kas"}),
        ({"kas": [YES, None, ""], "film": [YES, YES, YES]}, [["kas", "film"]], {"kas", "film"}),
        ({"kas": [NO, NO, YES], "film": [NO, "", ""]}, [["film"], ["kas"]], set()),
        ({"kas": [None, None, ""], "film": [NO, "", ""]}, [["film"], ["kas"]], set()),
    ],
)
def test_count_when_worked_out_by_hand(
    answers: Any, places: list[list[str]], accepted: set[str]
) -> None:
    found = counted("consent", answers)
    assert [sorted(place) for place in found.places] == [sorted(place) for place in places]
    assert found.accepted == accepted


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ({"value": NO, "reason": "Te duur"}, "ballot.voted"),
        ({"value": NO}, "refused poll.reason_missing"),
        ({"value": NO, "reason": " \x00"}, "refused poll.reason_missing"),
        ({"value": NO, "reason": "i" * 281}, TOO_LONG),
        ({"value": YES}, "ballot.voted"),
        ({"abstain": True}, "ballot.voted"),
    ],
)
def test_vote_when_it_is_an_objection_then_needs_its_reason(
    ballot: Balloting, said: dict[str, Any], outcome: str
) -> None:
    assert ballot.would(ballot.cast.anna, ballot.themes[0], **said) == outcome


def test_reasons_when_told_then_are_in_alphabetical_order_and_of_nobody(
    ballot: Balloting,
) -> None:
    cash = ballot.themes[0]
    ballot.vote(ballot.cast.anna, cash, NO, reason="Te duur")
    ballot.vote(ballot.cast.bram, cash, NO, reason="Nu nog niet")
    ballot.vote(ballot.cast.chris, cash, YES, reason="Dit telt niet")
    ballot.room.results()
    (found,) = [r for r in ballot.picture()["results"] if r["theme"] == cash]
    assert found["reasons"] == ["Nu nog niet", "Te duur"]


def everybody(ballot: Balloting, theme: str, value: int) -> None:
    for who in (ballot.cast.anna, ballot.cast.bram, ballot.cast.chris):
        ballot.vote(who, theme, value, reason="Te duur")


AMEND = Asked(
    "ballot.amended", lambda b: {"theme": b.themes[0], "text": "Een kleine kas"}, "leaders", True
)


def test_amend_when_each_role_asks_then_only_who_leads_is_heard(ballot: Balloting) -> None:
    assert heard_from(ballot.cast, "ballot.amend", AMEND.data(ballot)) == AMEND.by_role()


def test_amend_when_the_round_is_so_then_is_heard_or_not(ballot: Balloting) -> None:
    assert heard_when(ballot.cast, "ballot.amend", AMEND.data(ballot)) == AMEND.by_status()


def test_amend_when_undone_then_is_gone(ballot: Balloting) -> None:
    assert undone(ballot.cast, "ballot.amend", AMEND, AMEND.data(ballot))


def test_amend_when_the_method_ranks_only_then_is_refused() -> None:
    ballot = balloting("gradients")
    outcome = ballot.room.would(FACILITATOR, "ballot.amend", theme=ballot.themes[0], text="Anders")
    assert outcome == "refused ballot.not_asked"


def test_amendment_when_not_put_to_the_vote_yet_then_only_who_leads_sees_it(
    ballot: Balloting,
) -> None:
    ballot.room.lead("ballot.amend", theme=ballot.themes[0], text="Een kleine kas")
    assert "amendments" in ballot.room.sees(STAFF_VIEW)
    assert all("amendments" not in ballot.room.sees(who) for who in (PROJECTOR, phones()))


def test_again_when_some_were_accepted_then_only_the_others_are_asked_as_amended(
    ballot: Balloting,
) -> None:
    cash, film, land = ballot.themes
    everybody(ballot, cash, NO)
    everybody(ballot, film, YES)
    ballot.results()
    ballot.room.lead("ballot.amend", theme=cash, text="  Een kleine\x00 kas ")
    ballot.again()
    seen = ballot.room.sees(phones())["ballots"][ballot.round]
    assert seen["themes"] == [cash, land]
    assert seen["amended"] == {cash: "Een kleine kas"}
    assert ballot.would(ballot.cast.anna, film, value=YES) == "refused ballot.not_asked"
    everybody(ballot, cash, YES)
    assert {t: r[1] for t, r in ballot.results().items()} == {cash: True, land: False}
    assert [r["theme"] for r in ballot.picture()["before"]] == [film, cash, land]


def test_shortlist_when_voted_twice_then_holds_what_either_accepted(ballot: Balloting) -> None:
    cash, film, _ = ballot.themes
    everybody(ballot, film, YES)
    everybody(ballot, cash, NO)
    ballot.results()
    ballot.again()
    everybody(ballot, cash, YES)
    ballot.results()
    assert outcome.shortlist(ballot.room.board) == [film, cash]


def test_amended_when_asked_a_third_time_then_keeps_how_it_read(ballot: Balloting) -> None:
    cash = ballot.themes[0]
    everybody(ballot, cash, NO)
    ballot.results()
    ballot.room.lead("ballot.amend", theme=cash, text="Een kleine kas")
    ballot.again()
    everybody(ballot, cash, NO)
    ballot.again()
    assert ballot.room.sees(phones())["ballots"][ballot.round]["amended"] == {
        cash: "Een kleine kas"
    }
