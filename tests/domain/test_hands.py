"""A show of hands among guests: ballots of single people, within what each of them has."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.domain.rounds.voting.dots import DotBallot, budget
from tests.domain.balloting import Balloting, balloting
from tests.domain.conftest import seated
from tests.domain.dotting import Dotting, dotting
from tests.domain.polling import Polling, polling
from tests.support.room import FACILITATOR, STAFF_VIEW, Room


@pytest.fixture
def vote() -> Dotting:
    return dotting()


@pytest.fixture
def poll() -> Polling:
    return polling()


def raised(vote: Dotting, theme: str, hands: int, initiative: str) -> str:
    room = vote.room
    data = {"theme": theme, "initiative": initiative, "hands": hands}
    outcome = room.would(FACILITATOR, "dots.raise", **data)
    if outcome == "dots.raised":
        room.lead("dots.raise", **data)
    return outcome


def test_hands_when_counted_then_are_ballots_of_the_first_guests_and_undone_as_one(
    vote: Dotting,
) -> None:
    room = vote.room
    guests = room.guests(3, "Circa")
    circa = room.person(guests[0]).initiative
    before = room.state()
    assert raised(vote, vote.cash, 2, circa) == "dots.raised"
    assert [b.participant for b in room.board.all(DotBallot).values()] == [g.id for g in guests[:2]]
    assert raised(vote, vote.cash, 2, circa) == "refused hands.too_many"
    room.do(FACILITATOR, "undo")
    assert room.state() == before


def test_hands_when_a_helper_counts_then_only_their_own_guests_are_there(vote: Dotting) -> None:
    room = vote.room
    helper, other = room.helper(vote.cast.anna), room.helper(vote.cast.bram)
    (guest,) = room.guests(1, "Circa", helper)
    hands = {"theme": vote.cash, "initiative": room.person(guest).initiative, "hands": 1}
    assert room.would(helper, "dots.raise", **hands) == "dots.raised"
    assert room.would(other, "dots.raise", **hands) == "refused hands.too_many"
    assert room.would(vote.cast.chris, "dots.raise", **hands) == "refused command.not_allowed"
    assert room.would(helper, "dots.raise", **hands | {"theme": "x"}) == "refused theme.unknown"


def test_hands_when_a_budget_is_used_then_that_guest_is_passed_over(vote: Dotting) -> None:
    room = vote.room
    first, second = room.guests(2, "Circa")
    for theme in (vote.cash, vote.film):
        room.do(FACILITATOR, "dots.set", theme=theme, dots=1, guest=first.id)
    circa = room.person(first).initiative
    assert raised(vote, vote.land, 2, circa) == "refused hands.too_many"
    assert raised(vote, vote.land, 1, circa) == "dots.raised"
    assert room.own(second)["dot_ballots"][f"{room.id('dots')}:{second.id}"]["dots"] == {
        vote.land: 1
    }


HANDS = st.lists(
    st.sets(st.integers(0, 3), max_size=2).map(sorted), min_size=1, max_size=7
)  # per person, the themes they raise their hand for


@given(people=HANDS)
@settings(max_examples=60, deadline=None)
def test_hands_when_people_keep_to_their_budget_then_every_count_fits(
    people: list[list[int]],
) -> None:
    vote = seated(Room([{"kind": "clustering"}, {"kind": "dots", "settings": {"dots": 2}}]))
    room, themes = vote.room, vote.room.themes("A", "B", "C", "D")
    room.open("dots")
    guests = room.guests(len(people), "Circa")
    circa = room.person(guests[0]).initiative
    counts = [sum(n in one for one in people) for n in range(4)]
    for theme, hands in zip(themes, counts, strict=True):
        if hands:
            room.lead("dots.raise", theme=theme, initiative=circa, hands=hands)
    room.results()
    found = {r["theme"]: r["supporters"] for r in room.picture("dots")["results"]}
    assert [found[theme] for theme in themes] == counts


DOING = st.one_of(
    st.tuples(st.just("dot"), st.integers(0, 2), st.integers(0, 3), st.integers(0, 1)),
    st.tuples(st.just("hands"), st.integers(1, 3), st.integers(0, 3), st.just(0)),
    st.tuples(st.just("undo"), st.integers(0, 5), st.just(0), st.just(0)),
    st.tuples(st.just("merge"), st.integers(0, 3), st.integers(0, 3), st.just(0)),
)


@given(doing=st.lists(DOING, max_size=25), dots=st.sampled_from([0, 2]))
@settings(max_examples=120, deadline=None)
def test_budget_when_helped_counted_merged_and_undone_then_is_never_exceeded(
    doing: list[tuple[str, int, int, int]], dots: int
) -> None:
    room = Room([{"kind": "clustering"}, {"kind": "dots", "settings": {"dots": dots}}])
    names = [f"T{n}" for n in range(14)]  # one merge takes a dot off what each person has
    themes = room.themes(*names)
    room.open("dots")
    guests = room.guests(3, "Circa")
    round, circa = room.round("dots"), room.person(guests[0]).initiative
    asked: dict[str, Any]
    for what, one, other, number in doing:
        if what == "dot":
            kind, asked = "dots.set", {"theme": themes[other], "dots": number}
            asked["guest"] = guests[one].id
        elif what == "hands":
            kind = "dots.raise"
            asked = {"theme": themes[other], "initiative": circa, "hands": one}
        elif what == "merge":
            kind = "theme.merge"
            asked = {"round": room.id("clustering"), "theme": themes[one], "into": themes[other]}
        else:
            steps = room.board.steps["staff"]
            kind, asked = "undo", {"command": steps[-1 - one % len(steps)].command}
        most = max(budget(room.board, round), 0)
        held = {b.id: sum(b.dots.values()) for b in room.board.all(DotBallot).values()}
        if room.would(FACILITATOR, kind, **asked).startswith("refused"):
            continue
        room.lead(kind, **asked)
        for ballot in room.board.all(DotBallot).values():
            given_now = sum(ballot.dots.values())
            assert given_now <= max(most, budget(room.board, round), held.get(ballot.id, 0))
            assert set(ballot.dots.values()) <= {1}


def answered(poll: Polling) -> dict[str, str]:
    """Guest -> answer about cash, of those who gave one."""
    ballots = poll.room.sees(STAFF_VIEW).get("poll_ballots", {}).values()
    return {b["participant"]: b["answer"] for b in ballots}


def test_poll_hands_when_counted_then_each_guest_answers_once(poll: Polling) -> None:
    room = poll.room
    guests = room.guests(4, "Circa")
    hands = {"theme": poll.merged, "initiative": room.person(guests[0]).initiative}
    room.lead("poll.raise", **hands, answer="support", hands=2)
    objection = {"answer": "object", "hands": 1, "reason": "Te duur"}
    missing = objection | {"reason": " "}
    assert room.would(FACILITATOR, "poll.raise", **hands, **missing) == (
        "refused poll.reason_missing"
    )
    room.lead("poll.raise", **hands, **objection)
    more = {"answer": "live_with", "hands": 2}
    assert room.would(FACILITATOR, "poll.raise", **hands, **more) == "refused hands.too_many"
    words = ("support", "support", "object")
    assert answered(poll) == {g.id: word for g, word in zip(guests, words, strict=False)}
    room.results()
    found = poll.result(poll.cash)
    assert (found["people"], found["support"], found["object"]) == (11, 2, 1)
    assert found["reasons"] == ["Te duur"]


def test_poll_hands_when_undone_then_energy_and_earlier_answers_stand(poll: Polling) -> None:
    room = poll.room
    first, second = room.guests(2, "Circa")
    works = {"theme": poll.cash, "answer": "", "energy": True, "guest": first.id}
    room.do(FACILITATOR, "poll.answer", **works)
    before = room.state()
    hands = {"theme": poll.cash, "initiative": room.person(second).initiative, "hands": 2}
    room.lead("poll.raise", **hands, answer="live_with")
    assert set(answered(poll).values()) == {"live_with"}
    room.do(FACILITATOR, "undo")
    assert room.state() == before
    wrong = {"theme": "nothing", "answer": "support"}
    assert room.would(FACILITATOR, "poll.raise", **hands | wrong) == "refused theme.unknown"


def test_undo_when_the_budget_became_smaller_since_then_is_refused() -> None:
    cast = seated(Room([{"kind": "clustering"}, {"kind": "dots"}]))
    room, themes = cast.room, cast.room.themes(*"ABCDEFGHIJKLMN")
    room.open("dots")
    (guest,) = room.guests(1, "Circa")
    has = budget(room.board, room.round("dots"))
    for theme in themes[:has]:
        room.do(FACILITATOR, "dots.set", theme=theme, dots=1, guest=guest.id)
    taken = room.do(FACILITATOR, "dots.set", theme=themes[0], dots=0, guest=guest.id)
    assert room.would(FACILITATOR, "undo", command=taken) == "undone"
    room.lead("theme.merge", round=room.id("clustering"), theme=themes[-1], into=themes[-2])
    assert budget(room.board, room.round("dots")) == has - 1
    assert room.would(FACILITATOR, "undo", command=taken) == "refused undo.changed_since"


def test_undo_when_the_theme_went_up_in_another_since_then_is_refused(vote: Dotting) -> None:
    room = vote.room
    (guest,) = room.guests(1, "Circa")
    room.do(FACILITATOR, "dots.set", theme=vote.film, dots=1, guest=guest.id)
    taken = room.do(FACILITATOR, "dots.set", theme=vote.film, dots=0, guest=guest.id)
    assert room.would(FACILITATOR, "undo", command=taken) == "undone"
    room.lead("theme.merge", round=room.id("clustering"), theme=vote.film, into=vote.cash)
    assert room.would(FACILITATOR, "undo", command=taken) == "refused undo.changed_since"


# By any other method


def by_hand(ballot: Balloting, initiative: str, **data: Any) -> str:
    """What a show of hands would come to; it is given when it may be."""
    room = ballot.room
    asked = {"theme": ballot.themes[0], "initiative": initiative, "hands": 1} | data
    outcome = room.would(FACILITATOR, "ballot.raise", **asked)
    if not outcome.startswith("refused"):
        room.lead("ballot.raise", **asked)
    return outcome


def guests_of(ballot: Balloting, number: int) -> tuple[list[str], str]:
    """The ids of so many guests, and of the initiative they come from."""
    guests = ballot.room.guests(number, "Circa")
    return [guest.id for guest in guests], ballot.room.person(guests[0]).initiative


@pytest.mark.parametrize(
    ("method", "value", "outcome"),
    [
        ("gradients", 4, "ballot.raised"),
        ("gradients", 0, "refused ballot.no_such_answer"),
        ("consent", 1, "ballot.raised"),
        ("consent", 0, "refused poll.reason_missing"),
        ("systemic", 10, "ballot.raised"),
        ("ranked", 1, "refused ballot.no_hands"),
        ("pairwise", 1, "refused ballot.not_asked"),
    ],
)
def test_ballot_hands_when_the_method_is_so_then(method: str, value: int, outcome: str) -> None:
    ballot = balloting(method)
    _, circa = guests_of(ballot, 2)
    assert by_hand(ballot, circa, value=value) == outcome


def test_ballot_hands_when_counted_then_each_guest_answers_once_and_undo_takes_all_back() -> None:
    ballot = balloting("consent")
    room, (cash, film, _) = ballot.room, ballot.themes
    guests, circa = guests_of(ballot, 4)
    room.do(FACILITATOR, "ballot.vote", about=cash, abstain=True, guest=guests[0])
    before = room.state()
    assert by_hand(ballot, circa, value=1, hands=2, theme=ballot.merged) == "ballot.raised"
    told = room.log[-1].change
    assert (told.helped, {v["participant"] for v in votes(ballot)}) == (True, set(guests[:3]))
    assert by_hand(ballot, circa, value=0, reason="Te duur", hands=2) == "refused hands.too_many"
    assert by_hand(ballot, circa, value=1, theme="nothing") == "refused ballot.not_asked"
    room.lead("undo")
    assert room.state() == before
    by_hand(ballot, circa, value=0, reason="Te duur", hands=3)
    by_hand(ballot, circa, value=1, hands=4, theme=film)
    assert ballot.picture()["turnout"]["voted"] == 4
    assert ballot.results()[cash][2:] == ([0, 3], 1, 3)


def test_ballot_hands_when_leaving_things_as_they_are_is_asked_too_then_counts_them() -> None:
    ballot = balloting("systemic")
    _, circa = guests_of(ballot, 2)
    assert by_hand(ballot, circa, value=7, hands=2, theme="passive") == "ballot.raised"
    assert {(v["about"], v["value"]) for v in votes(ballot)} == {("passive", 7)}


def votes(ballot: Balloting) -> list[dict[str, Any]]:
    return list(ballot.room.sees(STAFF_VIEW).get("votes", {}).values())


def test_undo_when_another_theme_has_the_place_now_then_is_refused() -> None:
    ballot = balloting("ranked")
    room, (cash, film, _) = ballot.room, ballot.themes
    (guest,), _ = guests_of(ballot, 1)

    def say(theme: str, value: int | None) -> str:
        return room.do(FACILITATOR, "ballot.vote", about=theme, value=value, guest=guest)

    say(cash, 1)
    say(film, 2)
    swapped = say(film, 1)
    assert room.would(FACILITATOR, "undo", command=swapped) == "undone"
    room.lead("undo", command=swapped)
    taken = say(cash, None)
    say(film, 1)
    assert room.would(FACILITATOR, "undo", command=taken) == "refused undo.changed_since"
    say(film, 3)
    assert room.would(FACILITATOR, "undo", command=taken) == "undone"
