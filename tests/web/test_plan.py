"""The plan editor: every button does what it says and keeps what was filled in."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from brouwerij.domain.board import Board
from brouwerij.domain.rounds import KINDS
from brouwerij.texts import METHODS
from brouwerij.web import plan_form
from brouwerij.web.settings_form import inputs
from tests.web.browser import Browser, Page
from tests.web.conftest import Make

See = Callable[[str], Board]
Lead = Callable[..., None]


@pytest.fixture
def code(make: Make) -> str:
    """A workshop of four rounds: ideas, clustering, dots and a poll."""
    return make(template="korte-stemming")


@pytest.fixture
def press(organiser: Browser, code: str) -> Callable[..., Page]:
    """Open the plan, fill something in and press a button."""

    def pressed(button: str = "save", /, **values: object) -> Page:
        form = organiser.open(f"/sessies/{code}/plan").form()
        return organiser.send(form, button, **values)

    return pressed


def kinds(board: Board) -> list[str]:
    return [round.kind for round in board.rounds]


@pytest.mark.parametrize(
    ("button", "order"),
    [
        ("up:1", ["clustering", "ideas", "dots", "poll"]),
        ("up:3", ["ideas", "clustering", "poll", "dots"]),
        ("down:0", ["clustering", "ideas", "dots", "poll"]),
        ("remove:0", ["clustering", "dots", "poll"]),
        ("remove:3", ["ideas", "clustering", "dots"]),
        ("add:checkout", ["ideas", "clustering", "dots", "poll", "checkout"]),
        ("add:ideas", ["ideas", "clustering", "dots", "poll", "ideas"]),
        ("save", ["ideas", "clustering", "dots", "poll"]),
    ],
)
def test_button_changes_the_order_and_keeps_what_was_filled_in(
    press: Callable[..., Page], board: See, code: str, button: str, order: list[str]
):
    page = press(button, **{"1.title": "Samen clusteren", "1.minutes": "33"})
    assert page.status == 200
    assert kinds(board(code)) == order
    clustering = next(round for round in board(code).rounds if round.kind == "clustering")
    assert (clustering.title, clustering.minutes) == ("Samen clusteren", 33)


@pytest.mark.parametrize(
    "button", ["up:0", "down:3", "up:9", "remove:99", "remove:-1", "add:dans", "x", "up:", "up:1e3"]
)
def test_button_that_leads_nowhere_leaves_the_order(button: str):
    plan = [{"kind": "ideas"}, {"kind": "dots"}, {"kind": "poll"}, {"kind": "checkout"}]
    assert plan_form.pressed(plan, button) == plan
    assert plan_form.pressed(plan, "up:1") != plan


@pytest.mark.parametrize(
    ("button", "place"),
    [("add:ideas", 3), ("up:2", 1), ("up:0", 0), ("down:1", 2), ("down:3", 3), ("save", None),
     ("remove:1", None)],
)  # fmt: skip
def test_page_comes_back_to_the_round_that_moved(button: str, place: int | None):
    assert plan_form.place(button, 4) == place


def test_form_has_an_address_of_its_own(organiser: Browser, code: str):
    """Without one a browser keeps the #ronde-3 that it came by, out of sight of what is said."""
    html = organiser.open(f"/sessies/{code}/plan").html
    assert f'method="post" action="/sessies/{code}/plan"' in html


def test_enter_in_a_field_saves_and_moves_nothing(organiser: Browser, code: str, board: See):
    form = organiser.open(f"/sessies/{code}/plan").form()
    assert form.buttons[0][:2] == ("do", "save")
    organiser.send(form, **{"0.title": "Eerst dit"})
    assert board(code).rounds[0].title == "Eerst dit"
    assert kinds(board(code))[0] == "ideas"


def test_buttons_that_would_do_nothing_are_not_to_be_pressed(organiser: Browser, code: str):
    html = organiser.open(f"/sessies/{code}/plan").html
    for button, off in [("up:0", True), ("down:3", True), ("up:1", False), ("down:0", False)]:
        tag = html[html.index(f'value="{button}"') :].partition(">")[0]
        assert ("disabled" in tag) == off, button


def test_settings_are_shown_and_kept(press: Callable[..., Page], board: See, code: str):
    page = press(
        "save",
        **{"0.set.silent": False, "0.set.per_person": "3", "2.set.dots": "4",
           "3.set.rule.broad_breadth": "2/3", "3.set.rule.segment_min": "5"},
    )  # fmt: skip
    ideas, _, dots, poll = (round.settings for round in board(code).rounds)
    assert (ideas["silent"], ideas["per_person"], dots["dots"]) == (False, 3, 4)
    assert (poll["rule"]["broad_breadth"], poll["rule"]["segment_min"]) == ("2/3", 5)
    assert poll["rule"]["turnout"] == "3/5"
    fields = page.form().fields
    assert "0.set.silent" not in fields
    assert (fields["0.set.per_person"], fields["3.set.rule.broad_breadth"]) == ("3", "2/3")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_round_of_every_kind_can_be_added_with_all_its_settings(
    press: Callable[..., Page], board: See, code: str, kind: str
):
    page = press(f"add:{kind}")
    assert kinds(board(code))[-1] == kind
    asked = {name for name in page.form().names if name.startswith("4.set.")}
    assert asked == {f"4.set.{it.name}" for it in inputs(KINDS[kind], {})}
    assert press("save").status == 200


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("0.minutes", "0"),
        ("0.minutes", "481"),
        ("0.minutes", "tien"),
        ("0.minutes", ""),
        ("0.title", "t" * 81),
        ("0.set.per_person", "51"),
        ("0.set.per_person", "-1"),
        ("0.set.per_person", "drie"),
        ("0.set.per_person", "9" * 12),
        ("2.set.per_theme", "0"),
        ("3.set.rule.turnout", "de helft"),
        ("3.set.rule.turnout", "1/0"),
    ],
)
def test_field_that_is_wrong_says_so_and_changes_nothing(
    press: Callable[..., Page], board: See, code: str, field: str, value: str
):
    before = board(code).seq
    page = press("up:1", **{"1.title": "Blijft staan", field: value})
    assert page.status == 422
    moved = {"0": "1", "1": "0"}.get(field[0], field[0]) + field[1:]
    assert (set(page.wrong), page.focus) == ({moved}, moved)
    assert page.form().fields["0.title"] == "Blijft staan"
    assert board(code).seq == before


def test_round_that_began_keeps_its_settings_and_its_place_in_the_plan(
    organiser: Browser, press: Callable[..., Page], board: See, lead: Lead, code: str
):
    lead(code, "round.open", round="r1")
    page = organiser.open(f"/sessies/{code}/plan")
    names = page.form().names
    assert not any(name.startswith("0.set.") for name in names)
    assert any(name.startswith("2.set.") for name in names)
    assert re.search(r"Hoeveel ideeën per persoon [^.]+\. 0 ", page.words)
    assert "remove:0" not in [value for _, value, _ in page.form().buttons]

    page = press("down:0", **{"0.title": "Bezig", "0.minutes": "12"})
    round = board(code).rounds[1]
    assert (round.id, round.title, round.minutes, round.settings["silent"]) == (
        "r1",
        "Bezig",
        12,
        True,
    )


def test_round_that_began_since_the_page_was_opened_is_not_removed(
    organiser: Browser, board: See, lead: Lead, code: str
):
    form = organiser.open(f"/sessies/{code}/plan").form()
    lead(code, "round.open", round="r1")
    page = organiser.send(form, "remove:0")
    assert page.status == 422
    assert "al begonnen" in page.words
    assert kinds(board(code))[0] == "ideas"


def test_last_round_cannot_be_removed(press: Callable[..., Page], board: See, code: str):
    for _ in range(3):
        page = press("remove:0")
    assert kinds(board(code)) == ["poll"]
    assert not [value for _, value, _ in page.form().buttons if value.startswith("remove")]


def test_round_that_was_removed_can_be_put_back(
    organiser: Browser, press: Callable[..., Page], board: See, code: str
):
    press("save", **{"1.title": "Clusteren", "1.minutes": "7"})
    before = board(code).rounds
    page = press("remove:1")
    assert "Maak ongedaan" in page.words
    page = organiser.send(page.form(f"/sessies/{code}/plan/terug"))
    assert "Het staat er weer." in page.words
    assert board(code).rounds == before


def test_putting_back_turns_back_nothing_but_the_plan(
    organiser: Browser, press: Callable[..., Page], board: See, lead: Lead, code: str
):
    """Those who lead undo as one: the round that was opened since must stay open."""
    form = press("remove:1").form(f"/sessies/{code}/plan/terug")
    lead(code, "round.open", round="r1")
    page = organiser.send(form)
    assert "Iemand heeft dit daarna veranderd" in page.words
    assert board(code).workshop.current == "r1"
    assert kinds(board(code)) == ["ideas", "dots", "poll"]


def test_same_button_twice_adds_one_round(organiser: Browser, board: See, code: str):
    form = organiser.open(f"/sessies/{code}/plan").form()
    organiser.send(form, "add:checkout")
    page = organiser.send(form, "add:checkout")
    assert kinds(board(code)).count("checkout") == 1
    assert "intussen veranderd" in page.words


def test_page_of_an_older_plan_takes_nothing_away(
    organiser: Browser, press: Callable[..., Page], board: See, code: str
):
    old = organiser.open(f"/sessies/{code}/plan").form()
    press("add:checkout")
    organiser.send(old, "save", **{"0.title": "Uit een ander venster"})
    assert kinds(board(code))[-1] == "checkout"
    assert board(code).rounds[0].title == ""


def test_minutes_are_added_up_in_words(press: Callable[..., Page]):
    assert "Samen 1 uur en 3 minuten" in press("save", **{"0.minutes": "43"}).words


def test_ways_of_voting_are_each_explained_and_one_is_chosen(
    press: Callable[..., Page], organiser: Browser, board: See, code: str
):
    press("add:ballot")
    page = organiser.open(f"/sessies/{code}/plan")
    for words in METHODS.values():
        assert words.name in page.html
        assert words.help in page.html
    assert "Project-Id-Version" not in page.html, "a setting without help says nothing"
    press("save", **{"4.set.method": "consent"})
    assert board(code).rounds[4].settings["method"] == "consent"
