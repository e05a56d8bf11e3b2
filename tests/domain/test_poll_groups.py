"""Proeven with the poll: whose support is looked at apart, initiatives or who answers alike."""

from __future__ import annotations

from typing import Any

import pytest

from brouwerij.domain.commands import Actor
from tests.support.room import PROJECTOR, STAFF_VIEW, Room, phones

THEMES = [f"Thema {n}" for n in range(10)]


def polled(people: int, groups: str, *, themes: int = 10) -> tuple[Room, list[Actor]]:
    """A poll in a room of two initiatives, in both of which two minds sit side by side.

    One mind supports the even themes and objects to the odd ones, the other the other way round;
    all support the first theme, and two did not answer a thing.
    """
    room = Room([{"kind": "clustering"}, {"kind": "poll", "settings": {"groups": groups}}])
    here = [room.join(f"P{n}", "Hof" if n < people // 2 else "Nest") for n in range(people)]
    for n in range(2):
        room.join(f"Silent{n}", "Hof")
    listed = room.themes(*THEMES[:themes])
    room.open("poll")
    for n, who in enumerate(here):
        for at, theme in enumerate(listed):
            yes = at == 0 or at % 2 == n % 2
            answer = {"answer": "support"} if yes else {"answer": "object", "reason": "Nee"}
            room.do(who, "poll.answer", theme=theme, **answer)
    room.results()
    return room, here


def picture(room: Room) -> dict[str, Any]:
    return dict(room.picture("poll"))


def by_name(room: Room) -> dict[str, dict[str, Any]]:
    names = {id: theme.name for id, theme in room.board.collections["themes"].items()}
    return {names[result["theme"]]: result for result in picture(room)["results"]}


def test_groups_when_opinions_are_chosen_are_who_answer_alike() -> None:
    room, _ = polled(30, "opinions")
    assert picture(room)["groups"] == "opinions"
    assert picture(room)["too_few"] is False
    split, shared = by_name(room)["Thema 1"], by_name(room)["Thema 0"]
    sizes = {name: (s["size"], s["support"]) for name, s in split["segments"].items()}
    assert sorted(sizes) == ["1", "2"]
    assert sorted(sizes.values()) == [(15, 0), (15, 15)]
    assert (split["weakest"], split["verdict"]) == (0, "divided")
    assert (shared["weakest"], shared["verdict"]) == (1, "broad")
    assert shared["people"] == 32


def test_groups_when_initiatives_are_chosen_are_where_people_come_from() -> None:
    room, _ = polled(30, "initiatives")
    assert picture(room)["groups"] == "initiatives"
    segments = by_name(room)["Thema 1"]["segments"]
    assert {s["size"] for s in segments.values()} == {15, 17}
    assert segments.keys() == room.board.collections["initiatives"].keys()


@pytest.mark.parametrize(("people", "themes"), [(29, 10), (30, 9)])
def test_groups_when_voters_or_themes_are_too_few_are_initiatives_and_that_is_said(
    people: int, themes: int
) -> None:
    room, _ = polled(people, "opinions", themes=themes)
    assert (picture(room)["groups"], picture(room)["too_few"]) == ("initiatives", True)
    asked, _ = polled(people, "initiatives", themes=themes)
    assert picture(room)["results"] == picture(asked)["results"]


def test_groups_when_the_poll_opens_are_told_to_everybody() -> None:
    room, _ = polled(30, "opinions")
    for audience in (phones(), PROJECTOR, STAFF_VIEW):
        (poll,) = room.sees(audience)["polls"].values()
        assert poll["groups"] == "opinions"


def test_groups_when_the_results_are_not_open_yet_say_nothing() -> None:
    room, _ = polled(29, "opinions")
    room.open("poll")
    assert (picture(room)["results"], picture(room)["too_few"]) == (None, False)
