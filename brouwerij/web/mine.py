"""/CODE/over-mij: what is known of somebody, to see, correct, take along or have deleted."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import (
    Blueprint,
    Response,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)

from brouwerij import identity
from brouwerij.domain.commands import Contact
from brouwerij.domain.entities import Idea, Participant, Theme
from brouwerij.domain.groups import Group, Signup
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.strengthening import other_side, wishes_of
from brouwerij.domain.views import Person
from brouwerij.i18n import gettext
from brouwerij.live.kettle import Kettle
from brouwerij.texts import refusal as said
from brouwerij.web import join, own
from brouwerij.web.group_files import File, attached
from brouwerij.web.security import keep_secret

blueprint = Blueprint("mine", __name__)


class Known(msgspec.Struct, frozen=True):
    """All that is known of somebody. contact: for their groups, introduced: for who was introduced
    to them. wishes: the initiatives they wanted to meet about a need."""

    name: str
    initiative: str
    ideas: list[str]
    groups: list[str]
    wishes: list[str]
    contact: Contact | None
    introduced: Contact | None


def known(kettle: Kettle, me: str) -> Known:
    """What is known of a participant. Call it with the lock held."""
    board, person = kettle.board, kettle.people.get(me, Person())
    initiatives = board.initiatives
    groups = [board.all(Group)[s.group] for s in board.all(Signup).values() if s.participant == me]
    others = [initiatives[other_side(board, wish)].name for wish in wishes_of(board, me)]
    return Known(
        name=person.name,
        initiative=initiatives[board.participants[me].initiative].name,
        ideas=[idea.text for idea in board.all(Idea).values() if idea.author == me],
        groups=[board.all(Theme)[group.theme].name for group in groups],
        wishes=list(dict.fromkeys(others)),
        contact=person.contact,
        introduced=person.introduced,
    )


@blueprint.get("/<code:code>/over-mij")
@own.page
def page(kettle: Kettle, me: str) -> Any:
    return _page(kettle, me, {})


def _page(kettle: Kettle, me: str, wrong: dict[str, str]) -> Any:
    with kettle.lock:
        all_of_it = known(kettle, me)
    shown = render_template(
        "mine/page.html",
        code=kettle.code,
        workshop=kettle.board.workshop,
        known=all_of_it,
        contact=all_of_it.contact or Contact(),
        introduced=all_of_it.introduced or Contact(),
        values=request.form,
        wrong=wrong,
    )
    return keep_secret(make_response(shown))


@blueprint.get("/<code:code>/over-mij.json")
def file(code: str) -> Response:
    """The same to take along."""
    kettle, me = join.who_asks(code)
    with kettle.lock:
        content = msgspec.json.format(msgspec.json.encode(known(kettle, me)))
    return attached(File(content, "application/json", f"{code}.json"))


@blueprint.post("/<code:code>/over-mij/naam")
def rename(code: str) -> Any:
    kettle, me = join.who_asks(code)
    refused = own.ask(kettle, me, "participant.rename", name=request.form.get("name", ""))
    return _saved(kettle, me, refused, "name")


@blueprint.post("/<code:code>/over-mij/initiatief")
def come_from(code: str) -> Any:
    kettle, me = join.who_asks(code)
    named = request.form.get("initiative", "")
    return _saved(
        kettle, me, own.ask(kettle, me, "initiative.correct", initiative=named), "initiative"
    )


@blueprint.post("/<code:code>/over-mij/bereik")
def reach(code: str) -> Any:
    """How one's groups reach one; left empty, nothing of it is kept."""
    kettle, me = join.who_asks(code)
    share = "contact_share" in request.form
    refused = own.ask(kettle, me, "contact.correct", **_given("contact"), share=share)
    return _saved(kettle, me, refused, "contact_email")


@blueprint.post("/<code:code>/over-mij/kennismaken")
def meet(code: str) -> Any:
    """How one is reached by who was introduced to one, as long as one wants to meet somebody."""
    kettle, me = join.who_asks(code)
    given = _given("introduced")
    with kettle.lock:
        wish = next(iter(wishes_of(kettle.board, me)), None)
    if wish is None or not any(given.values()):
        refused: Refusal | None = Refusal("contact.missing")
    else:
        about = {"round": wish.round, "need": wish.need, "offer": wish.offer}
        refused = own.ask(kettle, me, "wish.give", **about, **given, consent=True)
    return _saved(kettle, me, refused, "introduced_email")


def _given(whom: str) -> dict[str, str]:
    """How one is reached, as filled in for some."""
    return {part: request.form.get(f"{whom}_{part}", "") for part in ("name", "email", "phone")}


def _saved(kettle: Kettle, me: str, refused: Refusal | None, field: str) -> Any:
    if refused is not None:
        return _page(kettle, me, {field: said(refused.code, refused.params)}), 422
    flash(gettext("Bewaard."))
    return redirect(url_for("mine.page", code=kettle.code), 303)


@blueprint.get("/<code:code>/over-mij/wissen")
def sure(code: str) -> Any:
    """What deleting does, before it is done."""
    kettle, me = join.who_asks(code)
    with kettle.lock:
        all_of_it = known(kettle, me)
    shown = render_template(
        "mine/forget.html", code=code, workshop=kettle.board.workshop, known=all_of_it
    )
    return keep_secret(make_response(shown))


@blueprint.post("/<code:code>/over-mij/wissen")
def forget(code: str) -> Any:
    """Have oneself forgotten; sent twice it says the same."""
    if _was_forgotten(code):
        return _forgotten(code)
    kettle, me = join.who_asks(code)
    refused = own.ask(kettle, me, "participant.forget", ideas=request.form.get("ideas") == "go")
    if refused is not None:
        flash(said(refused.code, refused.params), "wrong")
        return redirect(url_for("mine.page", code=code), 303)
    return _forgotten(code)


def _was_forgotten(code: str) -> bool:
    """Whether this browser is still that of somebody who is not known any more."""
    kettle, me = join.find(code), identity.participant(request.cookies, code)
    known = kettle.board.get(Participant, me) if kettle and me else None
    return known is not None and known.forgotten


def _forgotten(code: str) -> Any:
    flash(gettext("Je gegevens zijn gewist."))
    response = redirect(url_for("join.page", code=code), 303)
    response.delete_cookie(identity.participant_cookie(code))
    return response
