"""What is known of somebody: seen, corrected, taken along and deleted by themselves."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from brouwerij.domain.board import Board
from brouwerij.domain.commands import Actor, Contact
from brouwerij.domain.entities import Idea, Participant
from brouwerij.domain.groups import Signup
from brouwerij.live import rooms
from tests.web.browser import Browser, Page
from tests.web.conftest import Make
from tests.web.test_groups import Groups, groups, sign_up  # noqa: F401


def test_mine_shows_what_is_known_and_keeps_it_out_of_caches(
    groups: Groups,  # noqa: F811
    visitor: Browser,
) -> None:
    sign_up(visitor, groups)
    page = visitor.open(f"/{groups.code}/over-mij")
    assert page.status == 200
    assert "Dora" in page.html
    assert "dora@hof.example" in page.html
    file = visitor.client.get(f"/{groups.code}/over-mij.json")
    assert file.headers["Cache-Control"] == "no-store"
    assert file.get_json()["contact"]["email"] == "dora@hof.example"
    assert file.get_json()["initiative"] == "De Hof"


def test_mine_is_for_nobody_else(groups: Groups, other_phone: Browser) -> None:  # noqa: F811
    page = other_phone.open(f"/{groups.code}/over-mij")
    assert page.path.startswith(f"/{groups.code}/hervat")
    assert other_phone.client.get(f"/{groups.code}/over-mij.json").status_code == 404


def test_mine_asks_for_the_personal_code_and_then_shows(
    groups: Groups,  # noqa: F811
    visitor: Browser,
    other_phone: Browser,
    site: Flask,
) -> None:
    sign_up(visitor, groups)
    with site.app_context():
        [person] = [p for p in rooms.kettle(groups.code).people.values() if p.contact]
    asked = other_phone.open(f"/{groups.code}/over-mij")
    page = other_phone.send(
        asked.form(f"/{groups.code}/hervat?naar=over-mij"), resume_code=person.resume_code
    )
    assert page.path == f"/{groups.code}/over-mij"


def test_own_groups_ask_for_the_personal_code_and_then_show(
    groups: Groups,  # noqa: F811
    visitor: Browser,
    other_phone: Browser,
    join: Callable[..., Page],
    site: Flask,
) -> None:
    join(visitor, groups.code, name="Anna", initiative="De Hof")
    with site.app_context():
        [person] = [p for p in rooms.kettle(groups.code).people.values() if p.name == "Anna"]
    asked = other_phone.open(f"/{groups.code}/mijn-groepen")
    form = asked.form(f"/{groups.code}/hervat?naar=mijn-groepen")
    page = other_phone.send(form, resume_code=person.resume_code)
    assert page.path == f"/{groups.code}/mijn-groepen"


def test_mine_when_the_workshop_has_ended_can_still_be_corrected(
    groups: Groups,  # noqa: F811
    visitor: Browser,
    lead: Callable[..., None],
    site: Flask,
) -> None:
    sign_up(visitor, groups)
    lead(groups.code, "workshop.end")
    form = visitor.open(f"/{groups.code}/over-mij").form(f"/{groups.code}/over-mij/bereik")
    wrong = visitor.send(form, contact_email="geen adres")
    assert wrong.status == 422
    visitor.send(form, contact_name="Dora V.", contact_email="nieuw@hof.example")
    page = visitor.open(f"/{groups.code}/over-mij")
    assert "nieuw@hof.example" in page.html
    assert "dora@hof.example" not in page.html


def test_mine_when_deleted_then_name_and_groups_are_gone_and_the_link_works_no_more(
    groups: Groups,  # noqa: F811
    visitor: Browser,
    other_phone: Browser,
    board: Callable[[str], Board],
    site: Flask,
) -> None:
    sign_up(visitor, groups)
    with site.app_context():
        kettle = rooms.kettle(groups.code)
        [me] = [id for id in kettle.people if kettle.people[id].contact]
        resume = kettle.people[me].resume_code
    form = visitor.open(f"/{groups.code}/over-mij/wissen").form(f"/{groups.code}/over-mij/wissen")
    cookie = visitor.cookie(f"p_{groups.code}")
    assert cookie
    for _ in range(2):  # a double tap without script: nothing has come back before the second
        visitor.client.set_cookie(f"p_{groups.code}", cookie)
        done = visitor.send(form)
        assert "Je gegevens zijn gewist." in done.words
    assert me not in kettle.people
    assert board(groups.code).get(Participant, me) is not None
    assert not [s for s in board(groups.code).all(Signup).values() if s.participant == me]
    assert other_phone.open(f"/{groups.code}/hervat/{resume}").status == 404
    assert visitor.open(f"/{groups.code}/over-mij").path.startswith(f"/{groups.code}/hervat")


def test_mine_when_deleted_with_ideas_then_those_go_while_it_runs(
    make: Make,
    phone: Browser,
    join: Callable[..., Page],
    board: Callable[[str], Board],
    lead: Callable[..., None],
    site: Flask,
) -> None:
    code = make("Dag", "ideeenbrouwerij")
    round = next(r.id for r in board(code).rounds if r.kind == "ideas")
    lead(code, "round.open", round=round)
    join(phone, code, name="Anna", initiative="De Hof")
    [me] = board(code).participants
    with site.app_context():
        asked = rooms.command("idea.add", round=round, text="Een kas delen")
        assert rooms.kettle(code).submit(Actor("participant", me), [asked])[0].ok
    page = phone.open(f"/{code}/over-mij")
    assert "Een kas delen" in page.words
    page = phone.open(f"/{code}/over-mij/wissen")
    phone.send(page.form(f"/{code}/over-mij/wissen"), ideas="go")
    assert not board(code).all(Idea)


def test_mine_when_one_wants_to_meet_somebody_then_how_one_is_reached_can_be_corrected(
    make: Make,
    phone: Browser,
    join: Callable[..., Page],
    board: Callable[[str], Board],
    lead: Callable[..., None],
    site: Flask,
) -> None:
    code = make("Dag", "ideeenbrouwerij")
    round = next(r.id for r in board(code).rounds if r.kind == "introductions")
    lead(code, "round.open", round=round)
    join(phone, code, name="Anna", initiative="De Hof")
    [me] = board(code).participants
    with site.app_context():
        kettle = rooms.kettle(code)
        other = rooms.command("participant.join", participant="chris", initiative="Het Nest")
        assert kettle.submit(rooms.SYSTEM, [other])[0].ok
        point = rooms.command("point.add", round=round, sort="bottleneck", text="Geen geld")
        assert kettle.submit(Actor("participant", "chris"), [point])[0].ok
        about = {"round": round, "need": point.id, "offer": board(code).participants[me].initiative}
        contact = {"name": "Anna", "email": "anna@hof.example", "consent": True}
        mine = [
            rooms.command("tap.set", round=round, point=point.id, sort="help", on=True),
            rooms.command("wish.give", **about, **contact),
        ]
        assert all(outcome.ok for outcome in kettle.submit(Actor("participant", me), mine))
    lead(code, "workshop.end")

    page = phone.open(f"/{code}/over-mij")
    assert "Je wilt kennismaken met Het Nest" in page.words
    form = page.form(f"/{code}/over-mij/kennismaken")
    empty = {"introduced_name": "", "introduced_email": ""}
    assert phone.send(form, **empty).status == 422
    assert phone.send(form, introduced_email="geen adres").status == 422
    page = phone.send(form, introduced_email="nieuw@hof.example")
    assert "Bewaard." in page.words
    assert kettle.people[me].introduced == Contact("Anna", "nieuw@hof.example", share=True)

    form = page.form(f"/{code}/over-mij/initiatief")
    assert phone.send(form, initiative="").status == 422
    page = phone.send(form, initiative="Het nest")
    assert "Het Nest" in page.html
    assert "nieuw@hof.example" not in page.html
