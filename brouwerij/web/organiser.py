"""What an organiser prepares: the list of workshops, making one, and what it is about."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import (
    Blueprint,
    abort,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import force_locale
from markupsafe import Markup

from brouwerij import identity
from brouwerij.domain.entities import Workshop
from brouwerij.domain.plans import BREWERY, TEMPLATES
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.workshop import MAX_TABLES
from brouwerij.extensions import db
from brouwerij.i18n import current_language, gettext
from brouwerij.live import rooms
from brouwerij.live.kettle import Kettle
from brouwerij.store import erasing
from brouwerij.store import workshops as store
from brouwerij.texts import TEMPLATES as TEMPLATE_WORDS
from brouwerij.texts import refusal as said
from brouwerij.web import about_form, addresses, listing, once, own_templates, privacy, signed_in
from brouwerij.web.links import links_of
from brouwerij.web.security import keep_secret
from brouwerij.web.signed_in import for_organisers

blueprint = Blueprint("organiser", __name__)

FIELDS = {"date.malformed": "date", "workshop.anonymity_locked": "anonymous"}
"""At which field of the form a refusal is shown; the others stand above it."""


@blueprint.get("/sessies")
@for_organisers
def workshops() -> str:
    me = signed_in.me()
    rows = [row for row in store.of_organiser(db.session(), me.id) if row.head]
    found = listing.find(rows, listing.asked(request.args))
    codes = [row.code for row in found.rows]
    near = privacy.near(erasing.kept(db.session(), *codes)) if codes else {}
    return render_template("organiser/list.html", any=bool(rows), found=found, near=near)


@blueprint.get("/o/<token>")
def by_link(token: str) -> Any:
    """The organiser's link of a workshop that was made on the command line."""
    code = identity.code_of_token(token)
    if code is None:
        abort(404)
    signed_in.hold(code)
    return keep_secret(redirect(url_for("organiser.workshop", code=code)))  # type: ignore[arg-type]


@blueprint.get("/sessies/nieuw")
@for_organisers
def new() -> str:
    default = {
        "question": gettext("Hoe kunnen we elkaar versterken?"),
        "language": current_language(),
        "template": request.args.get("sjabloon", BREWERY.name),
        "retention": Workshop("this").retention,
    }
    return _new_form(default, {})


@blueprint.post("/sessies/nieuw")
@for_organisers
def make() -> Any:
    me = signed_in.me()
    template = own_templates.chosen(me.id, request.form.get("template", ""))
    about, wrong = about_form.read(request.form, tables=template.tables if template else 0)
    initiatives, too_much = about_form.read_initiatives(request.form)
    if template is None:
        wrong["template"] = gettext("Kies een plan om mee te beginnen.")
    if template is None or wrong or too_much:
        return _new_form(request.form, wrong | too_much), 422
    plan = msgspec.to_builtins(template.rounds)
    asked = {**about, "plan": plan, "initiatives": initiatives}
    row, result = rooms.create(me.id, asked, id=once.command_id())
    if result.refusal:
        return _new_form(request.form, at_field(result.refusal)), 422
    return redirect(url_for("organiser.workshop", code=row.code), 303)


def _new_form(values: Any, wrong: about_form.Wrong) -> str:
    return render_template(
        "organiser/new.html",
        values=values,
        wrong=wrong,
        own=own_templates.offered(signed_in.me().id),
        ours=TEMPLATES.values(),
        words=TEMPLATE_WORDS,
        most_tables=MAX_TABLES,
    )


@blueprint.get("/sessies/<code:code>")
@for_organisers
def workshop(code: str) -> Any:
    kettle = signed_in.own_workshop(code)
    address = addresses.join_url(code)
    links = links_of(kettle.id)
    rehearsal = store.rehearsal_of(db.session(), kettle.id)
    due = next(iter(erasing.kept(db.session(), code)), None)
    me = signed_in.organiser()
    own = store.owned(db.session(), me.id, code) if me else None
    with kettle.lock:
        shown = render_template(
            "organiser/workshop.html",
            code=code,
            board=kettle.board,
            until=privacy.until(kettle.board.workshop, due),
            minutes=sum(round.minutes for round in kettle.board.rounds),
            address=address,
            spoken=addresses.spoken(address),
            qr=addresses.qr(address),
            links=links,
            rehearsal=rehearsal.code if rehearsal else "",
            own=own,
        )
    response = make_response(shown)
    response.headers["Cache-Control"] = "no-store"  # the facilitator links are on it
    return response


@blueprint.get("/sessies/<code:code>/gegevens")
@for_organisers
def about(code: str) -> str:
    kettle = signed_in.own_workshop(code)
    return _about_form(kettle, about_form.of(kettle.board.workshop), {})


@blueprint.post("/sessies/<code:code>/gegevens")
@for_organisers
def edit(code: str) -> Any:
    kettle = signed_in.own_workshop(code)
    about, wrong = about_form.read(request.form)
    if not wrong:
        asked = rooms.command("workshop.edit", **about)
        result = kettle.submit(signed_in.as_organiser(), [asked])[0]
        if result.refusal is None:
            flash(gettext("Bewaard."))
            return redirect(url_for("organiser.workshop", code=code), 303)
        wrong = at_field(result.refusal)
    return _about_form(kettle, request.form, wrong), 422


def _about_form(kettle: Kettle, values: Any, wrong: about_form.Wrong) -> str:
    return render_template(
        "organiser/about.html",
        code=kettle.code,
        title=kettle.board.workshop.title,
        values=values,
        wrong=wrong,
        most_tables=MAX_TABLES,
    )


@blueprint.get("/sessies/<code:code>/poster")
@for_organisers
def poster(code: str) -> str:
    workshop = signed_in.own_workshop(code).board.workshop
    return render_template(
        "organiser/poster.html", code=code, workshop=workshop, sheet=_sheet(code, workshop)
    )


def _sheet(code: str, workshop: Workshop) -> Markup:
    """What is printed: in the language of the workshop, whoever prints it."""
    address = addresses.join_url(code)
    with force_locale(workshop.language):
        sheet = render_template(
            "organiser/_sheet.html",
            code=code,
            workshop=workshop,
            site=addresses.spoken(addresses.public_url()),
            qr=addresses.qr(address),
        )
    return Markup(sheet)  # noqa: S704 - a template's own output, escaped there


def at_field(refused: Refusal) -> about_form.Wrong:
    return {FIELDS.get(refused.code, ""): said(refused.code, refused.params)}
