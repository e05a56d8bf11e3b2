"""Showing a poll's results place by place: in which order, and what is told before a step."""

from __future__ import annotations

import msgspec
import pytest

from brouwerij.domain.commands import Actor
from brouwerij.domain.rounds.voting.poll import MAP
from tests.domain.polling import NAMES
from tests.support.room import FACILITATOR, PROJECTOR, STAFF_VIEW, Room, phones

EVERYBODY = (phones(), PROJECTOR, STAFF_VIEW)
SUPPORTERS = {"Kas": 7, "Film": 2, "Fonds": 4, "Winkel": 2, "Koor": 0}
"""How many of seven carry each theme; Film and Winkel are tied."""
FROM_THE_LEAST = [["Koor"], ["Film", "Winkel"], ["Fonds"], ["Kas"]]
REASON = "Merk van {}"


class Unveiling:
    """A closed poll over five themes, of which nothing is shown; an objection to each but Kas."""

    def __init__(self) -> None:
        self.room = Room([{"kind": "clustering"}, {"kind": "poll"}])
        people = [self.room.join(name, "De Groene Hof") for name in NAMES]
        ids = self.room.themes(*SUPPORTERS)
        self.names = dict(zip(ids, SUPPORTERS, strict=True))
        self.room.open("poll")
        for id, (name, many) in zip(ids, SUPPORTERS.items(), strict=True):
            for n, person in enumerate(people):
                answer = "support" if n < many else "object"
                reason = REASON.format(name) if answer == "object" else ""
                self.room.do(person, "poll.answer", theme=id, answer=answer, reason=reason)
        self.room.close()

    def to(self, places: int) -> None:
        self.room.lead("poll.unveil", places=places)

    def would(self, places: int) -> str:
        return self.room.would(
            FACILITATOR, "poll.unveil", round=self.room.board.workshop.current, places=places
        )

    @property
    def seen(self) -> set[str]:
        results = self.room.picture("poll")["results"] or []
        return {self.names[result["theme"]] for result in results}

    def told(self) -> list[str]:
        """All that each audience sees now, as it travels."""
        return [msgspec.json.encode(self.room.sees(one)).decode() for one in EVERYBODY]


@pytest.fixture
def unveiling() -> Unveiling:
    return Unveiling()


@pytest.mark.parametrize("places", range(len(FROM_THE_LEAST) + 1))
def test_unveil_when_so_many_places_are_shown_then_the_rest_is_in_no_view(
    unveiling: Unveiling, places: int
) -> None:
    unveiling.to(places)
    shown = {name for place in FROM_THE_LEAST[:places] for name in place}
    assert unveiling.seen == shown
    for told in unveiling.told():
        reasons = {name for name in SUPPORTERS if REASON.format(name) in told}
        assert reasons == shown - {"Kas"}  # nobody objects to it


def test_unveil_when_a_theme_is_hidden_then_its_numbers_change_nothing_that_is_told() -> None:
    """Two rooms that differ only in what is still to come."""
    one, other = Unveiling(), Unveiling()
    for unveiling, theme_answers in ((one, 7), (other, 6)):
        unveiling.room.open("poll")
        kas = next(id for id, name in unveiling.names.items() if name == "Kas")
        for person in list(unveiling.room.board.participants)[theme_answers:]:
            unveiling.room.do(
                Actor("participant", person), "poll.answer", theme=kas, answer="live_with"
            )
        unveiling.room.close()
        unveiling.to(3)
    assert one.room.picture("poll") == other.room.picture("poll")
    one.to(4)
    other.to(4)
    assert one.room.picture("poll") != other.room.picture("poll"), "the control: they differ"


def test_chart_when_some_are_hidden_then_shows_only_the_others_by_their_own_number(
    unveiling: Unveiling,
) -> None:
    for places, numbers in ((1, {5}), (2, {3, 4, 5}), (4, {1, 2, 3, 4, 5})):
        unveiling.to(places)
        chart = unveiling.room.picture("poll")["chart"]
        assert {number for spot in chart for number in spot["numbers"]} == numbers


def test_unveil_when_the_last_place_is_shown_then_the_results_are_open(
    unveiling: Unveiling,
) -> None:
    unveiling.to(3)
    assert unveiling.room.round("poll").phase == "voting"
    unveiling.to(100)
    assert unveiling.room.round("poll").phase == "results"
    unveiling.to(3)
    assert unveiling.room.round("poll").phase == "voting"
    assert unveiling.seen == {"Koor", "Film", "Winkel", "Fonds"}


def test_unveil_when_undone_then_shows_what_it_showed(unveiling: Unveiling) -> None:
    unveiling.to(1)
    before = unveiling.room.state()
    for places in (2, 4, 0):
        unveiling.to(places)
        unveiling.room.do(FACILITATOR, "undo")
        assert unveiling.room.state() == before


def test_unveil_when_the_poll_was_opened_and_closed_again_then_begins_anew(
    unveiling: Unveiling,
) -> None:
    unveiling.to(2)
    unveiling.room.open("poll")
    assert unveiling.seen == set()
    assert unveiling.would(1) == "refused round.still_open"
    unveiling.room.wait(1)
    unveiling.room.close()
    assert unveiling.seen == set()


def test_unveil_when_asked_the_same_again_then_nothing_happens(unveiling: Unveiling) -> None:
    unveiling.to(2)
    assert unveiling.would(2) == "nothing"
    assert unveiling.would(-1) == "refused command.malformed"


def test_unveil_when_a_participant_asks_then_is_not_allowed(unveiling: Unveiling) -> None:
    anna = unveiling.room.join("Anna", "De Groene Hof")
    round = unveiling.room.board.workshop.current
    assert unveiling.room.would(anna, "poll.unveil", round=round, places=1) == (
        "refused command.not_allowed"
    )


@pytest.mark.parametrize(("looking", "then"), [(MAP, MAP), ("a theme", "")])
def test_focus_when_a_place_is_shown_then_only_the_map_stays(
    unveiling: Unveiling, looking: str, then: str
) -> None:
    unveiling.room.lead("round.focus", focus=looking)
    unveiling.to(1)
    assert unveiling.room.round("poll").focus == then
