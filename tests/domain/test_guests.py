"""People without a phone: who lets them in, who acts for them, and hands that are counted."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.domain.commands import Actor
from brouwerij.domain.entities import Participant
from brouwerij.domain.rounds.voting.dots import DotBallot, budget
from tests.domain.conftest import Cast, seated
from tests.domain.dotting import Dotting, dotting
from tests.domain.polling import Polling, polling
from tests.support.room import (
    FACILITATOR,
    ORGANISER,
    PROJECTOR,
    STAFF_VIEW,
    STRANGER,
    SYSTEM,
    Room,
    phones,
)


@pytest.fixture
def vote() -> Dotting:
    return dotting()


@pytest.fixture
def poll() -> Polling:
    return polling()


def person(room: Room, who: Actor) -> Participant:
    return room.board.participants[who.id]


# Coming in


def test_add_when_each_role_asks_then_helpers_and_leaders_may(cast: Cast) -> None:
    room, data = cast.room, {"initiative": "Circa", "number": 2}
    helper = room.helper(cast.anna)
    outcomes = {
        FACILITATOR: "guest.added",
        ORGANISER: "guest.added",
        helper: "guest.added",
        cast.bram: "refused command.not_allowed",
        STRANGER: "refused participant.unknown",
        SYSTEM: "refused command.not_allowed",
    }
    assert {who: room.would(who, "guest.add", **data) for who in outcomes} == outcomes


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"initiative": " "}, "participant.initiative_missing"),
        ({"initiative": "i" * 81}, "text.too_long"),
        ({"names": ["n" * 81]}, "text.too_long"),
        ({"number": 0}, "command.malformed"),
        ({"number": 101}, "command.malformed"),
        ({"names": ["n"] * 101}, "command.malformed"),
    ],
)
def test_add_when_something_is_wrong_then_says_what(
    cast: Cast, fields: dict[str, Any], code: str
) -> None:
    guests = {"initiative": "Circa", "number": 2}
    assert cast.room.would(FACILITATOR, "guest.add", **guests | fields) == f"refused {code}"


def test_add_when_done_twice_then_numbers_go_on_and_the_initiative_is_one(cast: Cast) -> None:
    room = cast.room
    guests = room.guests(2, "Circa") + room.guests(1, " círca ")
    assert [person(room, guest).number for guest in guests] == [1, 2, 3]
    assert len({person(room, guest).initiative for guest in guests}) == 1
    assert all(person(room, guest).guest for guest in guests)


def test_add_when_a_helper_does_then_guests_sit_at_their_table(at_tables: Cast) -> None:
    room, helper = at_tables.room, at_tables.room.helper(at_tables.bram)
    (guest,) = room.guests(1, "Circa", helper)
    assert (person(room, guest).host, person(room, guest).table) == (helper.id, 2)


def test_names_when_given_then_are_personal_data_and_not_in_an_anonymous_workshop(
    cast: Cast, anonymous: Cast
) -> None:
    for room, name in ((cast.room, "Ada"), (anonymous.room, "")):
        (guest,) = room.guests(1, "Circa", name="Ada")
        assert room.sees(STAFF_VIEW)["participants"][guest.id]["number"] == 1
        assert room.sees(STAFF_VIEW)["participants"][guest.id].get("name", "") == name
        assert "Ada" not in str(room.log)


def test_add_when_undone_then_nobody_came(cast: Cast) -> None:
    room, before = cast.room, cast.room.state()
    room.guests(3, "Circa")
    room.do(FACILITATOR, "undo")
    assert room.state() == before


def test_add_when_a_guest_did_something_then_is_not_undone(cast: Cast) -> None:
    room = cast.room
    id = room.do(FACILITATOR, "guest.add", initiative="Circa")
    room.open("ideas")
    room.do(FACILITATOR, "idea.add", text="Fonds", guest=f"{id}-1")
    assert room.would(FACILITATOR, "undo", command=id) == "refused undo.changed_since"


# Who acts for whom


def test_helping_when_each_asks_for_a_guest_then_only_their_helper_and_who_leads(
    vote: Dotting,
) -> None:
    room, cast = vote.room, vote.cast
    helper, other = room.helper(cast.anna), room.helper(cast.bram)
    (guest,) = room.guests(1, "Circa", helper)
    outcomes = {
        helper: "dots.set",
        FACILITATOR: "dots.set",
        ORGANISER: "dots.set",
        other: "refused guest.not_yours",
        cast.chris: "refused guest.not_yours",
        STRANGER: "refused guest.not_yours",
        SYSTEM: "refused command.not_allowed",
    }
    dot = {"theme": vote.cash, "dots": 1, "guest": guest.id}
    assert {who: room.would(who, "dots.set", **dot) for who in outcomes} == outcomes
    room.lead("participant.help", participant=helper.id, helper=False)
    assert room.would(helper, "dots.set", **dot) == "refused guest.not_yours"


@pytest.mark.parametrize("guest", ["person-bram", "nobody", "\ud800"])
def test_helping_when_it_is_no_guest_then_is_refused(vote: Dotting, guest: str) -> None:
    helper = vote.room.helper(vote.cast.anna)
    dot = {"theme": vote.cash, "dots": 1, "guest": guest}
    for actor in (helper, FACILITATOR):
        assert vote.room.would(actor, "dots.set", **dot) == "refused guest.unknown"


@pytest.mark.parametrize("guest", [3, True, ["a"], {}])
def test_helping_when_the_guest_is_no_text_then_is_malformed(vote: Dotting, guest: Any) -> None:
    asked = {"theme": vote.cash, "dots": 1, "guest": guest}
    assert vote.room.would(vote.cast.anna, "dots.set", **asked) == "refused command.malformed"


@pytest.mark.parametrize("helper_is", ["participant", "facilitator"])
def test_voting_when_for_a_guest_then_counts_as_one_person_and_says_by_whom(
    vote: Dotting, helper_is: str
) -> None:
    room = vote.room
    helper = room.helper(vote.cast.anna) if helper_is == "participant" else FACILITATOR
    before = room.picture("dots")["turnout"]
    (guest,) = room.guests(1, "Het Nest", helper)
    room.do(helper, "dots.set", theme=vote.cash, dots=1, guest=guest.id)
    told = room.log[-1]
    assert (told.by, told.change.helped, told.change.undoable) == (helper.key, True, True)
    vote.give(vote.cast.bram, vote.cash)
    assert not room.log[-1].change.helped
    now = room.picture("dots")["turnout"]
    assert (now["voted"], now["people"]) == (before["voted"] + 2, before["people"] + 1)
    room.results()
    assert vote.results()[vote.cash][1:3] == (2, 2)


def test_voting_when_the_round_is_not_open_then_who_leads_cannot_either(vote: Dotting) -> None:
    room = vote.room
    (guest,) = room.guests(1, "Circa")
    dot = {"theme": vote.cash, "dots": 1, "guest": guest.id}
    hands = {"theme": vote.cash, "initiative": person(room, guest).initiative, "hands": 1}
    room.do(FACILITATOR, "dots.set", **dot)
    for step, code in (("pause", "paused"), ("close", "closed")):
        room.lead(f"round.{step}")
        assert room.would(FACILITATOR, "dots.set", **dot | {"dots": 0}) == f"refused round.{code}"
        assert room.would(FACILITATOR, "dots.raise", **hands) == f"refused round.{code}"
    cast_vote = next(step.command for step in room.board.steps["staff"] if step.kind == "dots.set")
    assert room.would(FACILITATOR, "undo", command=cast_vote) == "refused round.closed"


def test_guest_when_let_in_while_the_ballot_is_open_then_may_vote(poll: Polling) -> None:
    (guest,) = poll.room.guests(1, "Circa")
    answer = {"theme": poll.cash, "answer": "support", "guest": guest.id}
    assert poll.room.would(FACILITATOR, "poll.answer", **answer) == "poll.answered"
    assert poll.room.picture("poll")["turnout"]["people"] == 8


def test_ballots_when_of_a_guest_then_helper_and_leader_see_them_and_no_other(
    vote: Dotting,
) -> None:
    room, cast = vote.room, vote.cast
    helper, other = room.helper(cast.anna), room.helper(cast.bram)
    (guest,) = room.guests(1, "Circa", helper)
    room.do(helper, "dots.set", theme=vote.cash, dots=1, guest=guest.id)
    vote.give(cast.chris, vote.film)
    theirs = f"{room.id('dots')}:{guest.id}"
    assert set(room.own(helper)["dot_ballots"]) == {theirs}
    assert "dot_ballots" not in room.own(other)
    assert set(room.sees(STAFF_VIEW)["dot_ballots"]) == {theirs}
    for audience in (PROJECTOR, phones(), phones(1)):
        assert "dot_ballots" not in room.sees(audience)


# A show of hands


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
    circa = person(room, guests[0]).initiative
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
    hands = {"theme": vote.cash, "initiative": person(room, guest).initiative, "hands": 1}
    assert room.would(helper, "dots.raise", **hands) == "dots.raised"
    assert room.would(other, "dots.raise", **hands) == "refused hands.too_many"
    assert room.would(vote.cast.chris, "dots.raise", **hands) == "refused command.not_allowed"
    assert room.would(helper, "dots.raise", **hands | {"theme": "x"}) == "refused theme.unknown"


def test_hands_when_a_budget_is_used_then_that_guest_is_passed_over(vote: Dotting) -> None:
    room = vote.room
    first, second = room.guests(2, "Circa")
    for theme in (vote.cash, vote.film):
        room.do(FACILITATOR, "dots.set", theme=theme, dots=1, guest=first.id)
    circa = person(room, first).initiative
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
    circa = person(room, guests[0]).initiative
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
    round, circa = room.round("dots"), person(room, guests[0]).initiative
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
    hands = {"theme": poll.merged, "initiative": person(room, guests[0]).initiative}
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
    hands = {"theme": poll.cash, "initiative": person(room, second).initiative, "hands": 2}
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
