"""Plans that an organiser keeps: from a workshop, into a new one, under another name, and away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from brouwerij.domain.board import Board
from brouwerij.domain.plans import BREWERY
from tests.web.browser import Browser, Form, Page
from tests.web.conftest import Make

See = Callable[[str], Board]
ALL = "/sessies/sjablonen"


@pytest.fixture
def kept(organiser: Browser, make: Make) -> Callable[..., str]:
    """Keep the plan of a new workshop under a name: what a form sends to choose it."""

    def keep(name: str, **about: object) -> str:
        code = make("Proef", **about)
        page = organiser.send(organiser.open(f"/sessies/{code}/sjabloon").form(), name=name)
        assert f"Je kunt “{name}” kiezen" in page.words
        assert page.path == f"/sessies/{code}"
        return organiser.open("/sessies/nieuw").form().offered["template"][0]

    return keep


def action(page: Page, value: str, name: str) -> Form:
    """The form by which something is done with a template."""
    return page.form(f"{ALL}/{value.removeprefix('eigen-')}/{name}")


def test_plan_is_kept_and_a_workshop_made_of_it(
    organiser: Browser, make: Make, kept: Callable[..., str], board: See
):
    code = make("Ledenavond", "ideeenbrouwerij", tables="5")
    plan = organiser.open(f"/sessies/{code}/plan").form()
    organiser.send(
        plan, **{"0.title": "Wie zijn we", "0.minutes": "7", "0.set.speaking_seconds": "60"}
    )
    naming = organiser.open(f"/sessies/{code}/sjabloon")
    assert naming.form().fields["name"] == "Ledenavond"
    assert "Wie zijn we" in naming.words
    organiser.send(naming.form(), name="Onze ledenavond")
    organiser.send(organiser.open(f"/sessies/{code}/plan").form(), "remove:1")

    page = organiser.open("/sessies/nieuw")
    assert "Onze ledenavond" in page.words
    made = board(make("Volgende", page.form().offered["template"][0]))
    assert [(r.kind, r.title, r.minutes) for r in made.rounds] == [
        (r.kind, "" if n else "Wie zijn we", r.minutes if n else 7)
        for n, r in enumerate(BREWERY.rounds)
    ]
    assert made.rounds[0].settings["speaking_seconds"] == 60
    assert made.workshop.tables == 5


def test_new_workshop_from_the_page_of_templates_has_the_plan_chosen(
    organiser: Browser, kept: Callable[..., str]
):
    value = kept("Vaste avond")
    page = organiser.open(ALL)
    path = next(p for p, t in page.links.items() if p.endswith(f"sjabloon={value}"))
    assert page.links[path] == "Maak hier een sessie van"
    assert organiser.open(path).form().fields["template"] == value
    assert organiser.open("/sessies/nieuw").form().fields["template"] == BREWERY.name


def test_template_gets_another_name(organiser: Browser, kept: Callable[..., str]):
    value = kept("Oude naam")
    path = f"{ALL}/{value.removeprefix('eigen-')}"
    assert organiser.open(ALL).links[path] == "Andere naam"
    page = organiser.send(organiser.open(path).form(), name="Nieuwe naam")
    assert "Nieuwe naam" in page.words
    assert "Oude naam" not in page.words


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (" ", "Geef het sjabloon een naam."),
        ("n" * 81, "Er passen 80 tekens"),
        ("BESTAAT al één", "Je hebt al een sjabloon met deze naam"),
    ],
)
def test_name_that_will_not_do_says_why_and_keeps_what_was_typed(
    organiser: Browser, make: Make, kept: Callable[..., str], name: str, said: str
):
    if "Bestaat al een" not in organiser.open(ALL).words:
        kept("Bestaat al een")
    other = kept(f"Ander {len(name)}")
    paths = (f"/sessies/{make()}/sjabloon", f"{ALL}/{other.removeprefix('eigen-')}")
    for path in paths:
        page = organiser.send(organiser.open(path).form(), name=name)
        assert (page.status, page.focus) == (422, "name")
        assert said in page.wrong["name"]
        assert page.form().fields["name"] == name.strip()
    page = organiser.open(paths[1])
    assert organiser.send(page.form()).status == 200, "its own name is no other's"


def test_template_that_goes_can_be_put_back_until_the_next_one_goes(
    organiser: Browser, kept: Callable[..., str], make: Make
):
    one, other = kept("Gaat eerst"), kept("Gaat daarna")
    page = organiser.send(action(organiser.open(ALL), one, "weg"))
    assert "Gaat eerst” is weg" in page.words
    assert f"template-{one.removeprefix('eigen-')}" not in page.attributes
    undo = action(page, one, "terug")
    page = organiser.send(undo)
    assert page.by_id[f"template-{one.removeprefix('eigen-')}"] == "Gaat eerst"

    organiser.send(action(page, one, "weg"))
    organiser.send(action(organiser.open(ALL), other, "weg"))
    page = organiser.send(undo)
    assert "Dit sjabloon is er niet meer" in page.words
    assert "Gaat eerst" not in page.words


def test_plan_that_is_not_there_is_refused_at_its_place_and_nothing_is_made(
    organiser: Browser, stranger: Browser, kept: Callable[..., str]
):
    gone, mine = kept("Straks weg"), kept("Van mij")
    organiser.send(action(organiser.open(ALL), gone, "weg"))
    for browser, value in (
        (organiser, "toverij"), (organiser, ""), (organiser, gone), (organiser, "eigen-0"),
        (stranger, mine),
    ):  # fmt: skip
        form = browser.open("/sessies/nieuw").form()
        page = browser.send(form, title="Komt er niet", template=value)
        assert (page.status, set(page.wrong)) == (422, {"template"})
        assert page.wrong["template"] == "Kies een plan om mee te beginnen."
        assert page.form().fields["title"] == "Komt er niet"
        assert "Komt er niet" not in browser.open("/sessies").words


def test_template_is_its_owners_only(
    organiser: Browser, stranger: Browser, kept: Callable[..., str]
):
    value = kept("Geheim recept")
    id = value.removeprefix("eigen-")
    for path in (ALL, "/sessies/nieuw", f"{ALL}/{id}"):
        assert "Geheim recept" in organiser.open(path).html
        assert "Geheim recept" not in stranger.open(path).html
    assert stranger.page.status == 404
    token = stranger.open("/sessies/nieuw").form().fields["csrf_token"]
    for path in (f"{ALL}/{id}/weg", f"{ALL}/{id}/terug", f"{ALL}/{id}"):
        stranger.client.post(path, data={"csrf_token": token, "name": "Nu van mij"})
    assert "Geheim recept" in organiser.open(ALL).words


def test_who_has_no_template_reads_how_to_make_one(newcomer: Browser):
    page = newcomer.open(ALL)
    assert "Je hebt nog geen eigen sjabloon" in page.words
    assert page.links["/sessies"] in ("Sessies", "Naar je sessies")
    assert ALL not in newcomer.open("/sessies/nieuw").links
