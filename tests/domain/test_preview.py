"""A round is previewed with its own settings and something to look at, and nothing else changes."""

from __future__ import annotations

from typing import Any

import pytest

from brouwerij.domain.ballots import METHODS
from brouwerij.domain.plans import TEMPLATES, PlannedRound
from brouwerij.domain.preview import PARTS, Preview, Words, preview
from brouwerij.domain.rounds import KINDS
from brouwerij.domain.workshop import CreateWorkshop
from tests.support.room import START

WORDS = Words(
    names=("Noor", "Bram", "Fatima", "Jaap", "Elif"),
    initiatives=("Hof", "Nest", "Werf"),
    introductions=(("Wij", "Mooi", "Lukt", "Lastig"),),
    themes={name: [f"{name} {n}" for n in range(3)] for name in ("Kas", "Film", "Fonds")},
    objection="Te duur",
    amendment="Eerst een half jaar",
    card={"what": "Een avond", "why": "Daarom", "first_step": "Bellen", "who": "Wij", "needs": "€"},
)
SHOWN = {
    "introductions": "introductions", "ideas": "own ideas", "clustering": "ideas", "dots": "themes",
    "poll": "polls", "ballot": "ballots", "elaboration": "cards", "workgroups": "signups",
    "checkout": "pictures",
}  # fmt: skip
"""Per kind of round the collection that its screen cannot do without."""


def planned(*rounds: dict[str, Any]) -> tuple[PlannedRound, ...]:
    return tuple(PlannedRound(**round) for round in rounds)


def shown(
    plan: tuple[PlannedRound, ...], at: int, initiatives: tuple[str, ...] = (), **about: Any
) -> tuple[Preview, dict[str, Any]]:
    """A round of a plan as it is previewed, and that round as the phone sees it."""
    made = CreateWorkshop("Proef", "Hoe verder?", plan=plan, initiatives=initiatives, **about)
    found = preview(made, at, WORDS, START)
    return found, found.view["rounds"][found.view["workshop"]["this"]["current"]]


ROUNDS = [(name, at) for name, plan in TEMPLATES.items() for at in range(len(plan.rounds))]


@pytest.mark.parametrize(("template", "at"), ROUNDS)
def test_round_of_a_plan_is_open_with_its_settings_and_something_to_look_at(template: str, at: int):
    made = TEMPLATES[template]
    seen, round = shown(made.rounds, at, tables=made.tables)
    asked, workshop = made.rounds[at], seen.view["workshop"]["this"]
    assert (round["kind"], round["status"], round["phase"]) == (
        asked.kind, "open", round["phases"][0],
    )  # fmt: skip
    assert round["ends_at"] == START + asked.minutes * 60_000
    assert asked.settings.items() <= round["settings"].items()
    assert workshop["plan"].index(workshop["current"]) == at
    own = {f"own {name}": what for name, what in seen.mine.items()}
    assert (seen.view | own)[SHOWN[asked.kind]]
    assert seen.mine["me"]["example-0"]["name"] == "Noor"


def test_every_kind_of_round_has_its_part():
    assert PARTS.keys() == SHOWN.keys() == set(KINDS)


VOTE = ({"kind": "ideas"}, {"kind": "clustering"})


@pytest.mark.parametrize("method", sorted(METHODS))
def test_vote_by_every_method_asks_what_there_is(method: str):
    vote = {"kind": "ballot", "settings": {"method": method}}
    seen, round = shown(planned(*VOTE, vote), 2)
    (ballot,) = seen.view["ballots"].values()
    assert (ballot["method"], len(ballot["themes"])) == (method, 3)
    assert round["settings"]["method"] == method
    dealt = seen.mine.get("votes", {}).values()
    assert bool(dealt) == (METHODS[method].deals is not None)
    assert all(vote["open"] for vote in dealt)


@pytest.mark.parametrize("method", sorted(METHODS))
def test_round_after_a_vote_by_every_method_goes_on_with_themes(method: str):
    vote = {"kind": "ballot", "settings": {"method": method}}
    seen, _ = shown(planned(*VOTE, vote, {"kind": "workgroups"}), 3)
    assert seen.view["groups"]


def test_second_vote_by_consent_asks_what_was_amended():
    vote = {"kind": "ballot", "settings": {"method": "consent"}}
    seen, _ = shown(planned(*VOTE, vote, vote), 3)
    *_, again = seen.view["ballots"].values()
    assert list(again["amended"].values()) == [WORDS.amendment]


def test_settings_that_allow_less_are_kept_to():
    both, _ = shown(planned({"kind": "ideas"}), 0)
    one, _ = shown(planned({"kind": "ideas", "settings": {"per_person": 1}}), 0)
    assert (len(both.mine["ideas"]), len(one.mine["ideas"])) == (2, 1)


def test_ideas_that_are_shared_at_once_are_seen_and_silent_ones_are_not():
    silent, _ = shown(planned({"kind": "ideas"}), 0)
    shared, _ = shown(planned({"kind": "ideas", "settings": {"silent": False}}), 0)
    assert "ideas" not in silent.view
    assert len(shared.view["ideas"]) == 9


@pytest.mark.parametrize("together", [False, True])
def test_sorting_leaves_ideas_to_sort(together: bool):
    plan = planned({"kind": "ideas"}, {"kind": "clustering", "settings": {"together": together}})
    seen, _ = shown(plan, 1)
    placed = [idea.get("theme", "") for idea in seen.view["ideas"].values()]
    assert (placed.count(""), len(set(placed))) == (3, 4)


def test_own_initiatives_come_first_and_others_only_where_they_are_too_few():
    plan = planned({"kind": "introductions"})
    few, _ = shown(plan, 0, ("CW Circa",))
    many, _ = shown(plan, 0, ("A", "B", "C", "D"))
    assert [it["name"] for it in few.view["initiatives"].values()] == ["CW Circa", "Hof", "Nest"]
    assert [it["name"] for it in many.view["initiatives"].values()] == ["A", "B", "C", "D"]


def test_anonymous_workshop_names_nobody():
    seen, _ = shown(planned(*VOTE), 1, anonymous=True)
    assert not any(person.get("name") for person in seen.view["participants"].values())
    assert not any(idea.get("author") for idea in seen.view["ideas"].values())


def test_vote_in_a_plan_that_makes_no_themes_asks_nothing():
    seen, round = shown(planned({"kind": "dots"}, {"kind": "poll"}, {"kind": "ballot"}), 2)
    assert (round["kind"], round["status"]) == ("ballot", "open")
    assert "themes" not in seen.view


def test_phone_has_done_nothing_in_a_vote_yet():
    seen, _ = shown(planned(*VOTE, {"kind": "dots"}, {"kind": "poll"}), 3)
    assert seen.mine.keys() == {"me", "ideas"}
