"""The plans that can be started from, and those of one's own: keeping, renaming, removing them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for

from brouwerij import clock
from brouwerij.domain import text
from brouwerij.domain.copying import plan_of
from brouwerij.domain.plans import TEMPLATES, Template
from brouwerij.extensions import db
from brouwerij.i18n import gettext
from brouwerij.store import templates as store
from brouwerij.store.gate import write
from brouwerij.store.models import TemplateRow
from brouwerij.web import about_form, signed_in
from brouwerij.web.signed_in import for_organisers

blueprint = Blueprint("own_templates", __name__)

OWN = "eigen-"
"""What the value of an own template begins with in a form; its id follows."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One's own plan to start from. id: in the store; value: in a form."""

    id: int
    value: str
    plan: Template


def offered(organiser: int) -> list[Offer]:
    """An organiser's own templates, the newest first."""
    rows = store.of_organiser(db.session(), organiser)
    return [Offer(row.id, f"{OWN}{row.id}", store.plan_of(row)) for row in rows]


def chosen(organiser: int, value: str) -> Template | None:
    """The plan that a form names; None when this organiser has no such plan to start from."""
    own = {offer.value: offer.plan for offer in offered(organiser)}
    return TEMPLATES.get(value) or own.get(value)


@blueprint.get("/sessies/sjablonen")
@for_organisers
def page() -> str:
    return render_template("organiser/templates.html", own=offered(signed_in.me().id))


@blueprint.get("/sessies/<code:code>/sjabloon")
@for_organisers
def naming(code: str) -> str:
    plan = _planned(code)
    return _form(plan, plan.name, {}, code=code)


@blueprint.post("/sessies/<code:code>/sjabloon")
@for_organisers
def keep(code: str) -> Any:
    """Keep the plan of a workshop as it is now; changing the one later leaves the other."""
    me, plan = signed_in.me(), _planned(code)
    name, wrong = _name(me.id)
    kept = Template(name, plan.rounds, plan.tables)
    if wrong and kept not in [offer.plan for offer in offered(me.id)]:
        return _form(plan, name, wrong, code=code), 422
    write(lambda session: store.keep(session, me.id, kept, clock.now()))
    flash(gettext("Bewaard. Je kunt “%(name)s” kiezen als je een nieuwe sessie maakt.", name=name))
    return redirect(url_for("organiser.workshop", code=code), 303)


@blueprint.get("/sessies/sjablonen/<int:id>")
@for_organisers
def renaming(id: int) -> str:
    row = _own(id)
    return _form(store.plan_of(row), row.name, {})


@blueprint.post("/sessies/sjablonen/<int:id>")
@for_organisers
def rename(id: int) -> Any:
    me, row = signed_in.me(), _own(id)
    name, wrong = _name(me.id, id)
    if wrong:
        return _form(store.plan_of(row), name, wrong), 422
    write(lambda session: store.rename(session, me.id, id, name))
    flash(gettext("Bewaard."))
    return redirect(url_for("own_templates.page"), 303)


@blueprint.post("/sessies/sjablonen/<int:id>/weg")
@for_organisers
def remove(id: int) -> Any:
    me, row = signed_in.me(), _own(id)
    write(lambda session: store.remove(session, me.id, id, clock.now()))
    said = gettext(
        "Het sjabloon “%(name)s” is weg. Je sessies blijven zoals ze zijn.", name=row.name
    )
    flash(said, f"undo:{url_for('own_templates.put_back', id=id)}")
    return redirect(url_for("own_templates.page"), 303)


@blueprint.post("/sessies/sjablonen/<int:id>/terug")
@for_organisers
def put_back(id: int) -> Any:
    me = signed_in.me()
    if write(lambda session: store.put_back(session, me.id, id)):
        flash(gettext("Het staat er weer."))
    else:
        flash(
            gettext("Dit sjabloon is er niet meer. Bewaar het opnieuw vanaf een sessie."), "wrong"
        )
    return redirect(url_for("own_templates.page"), 303)


def _planned(code: str) -> Template:
    """The plan of a workshop as a template, under the title of the workshop."""
    signed_in.me()  # who has only a link has no templates
    kettle = signed_in.own_workshop(code)
    with kettle.lock:
        workshop = kettle.board.workshop
        return Template(workshop.title, plan_of(kettle.board), workshop.tables)


def _own(id: int) -> TemplateRow:
    row = store.owned(db.session(), signed_in.me().id, id)
    return row if row is not None else abort(404)


def _name(organiser: int, id: int = 0) -> tuple[str, about_form.Wrong]:
    """The name that was filled in, and what is wrong with it. id: of the template it is for."""
    name = text.clean(request.form.get("name", ""))
    wrong = about_form.wrong_text(
        name, text.NAME_LENGTH, gettext("Geef het sjabloon een naam.")
    ) or _taken(organiser, name, id)
    return name, {"name": wrong} if wrong else {}


def _taken(organiser: int, name: str, id: int) -> str:
    """What to say when another template has this name; "" when none has."""
    others = [row for row in store.of_organiser(db.session(), organiser) if row.id != id]
    if text.folded(name) not in {text.folded(row.name) for row in others}:
        return ""
    return gettext("Je hebt al een sjabloon met deze naam. Kies een andere.")


def _form(plan: Template, name: str, wrong: about_form.Wrong, code: str = "") -> str:
    """The page on which a template gets its name. code: of the workshop that it is made from."""
    return render_template("organiser/template.html", plan=plan, name=name, wrong=wrong, code=code)
