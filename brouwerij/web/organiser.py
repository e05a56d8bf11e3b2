"""What an organiser prepares: the list of workshops, making one, and what it is about."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import (
    Blueprint,
    abort,
    current_app,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)

from brouwerij import identity
from brouwerij.domain.dates import is_date
from brouwerij.domain.plans import BREWERY, TEMPLATES
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.workshop import MAX_TABLES
from brouwerij.extensions import db
from brouwerij.i18n import current_language, gettext
from brouwerij.live import rooms
from brouwerij.store import workshops as store
from brouwerij.texts import TEMPLATES as TEMPLATE_WORDS
from brouwerij.texts import refusal as said
from brouwerij.web import addresses, signed_in
from brouwerij.web.links import links_of
from brouwerij.web.security import keep_secret
from brouwerij.web.signed_in import for_organisers

blueprint = Blueprint("organiser", __name__)

MOST_INITIATIVES = 200
FIELDS = {"date.malformed": "date", "workshop.anonymity_locked": "anonymous"}
"""At which field of the form a refusal is shown; the others stand above it."""


@blueprint.get("/sessies")
@for_organisers
def workshops() -> str:
    me = signed_in.me()
    rows = store.of_organiser(db.session(), me.id)
    kettles = [kettle for row in rows if (kettle := _begun(row.code))]
    return render_template("organiser/list.html", kettles=kettles, me=me, state=state)


def _begun(code: str) -> Any:
    kettle = rooms.kettle(code)
    return kettle if kettle.board.seq else None


def state(board: Any) -> str:
    """How far a workshop is: soon, now or ended."""
    if board.workshop.state == "ended":
        return "ended"
    return "now" if board.current else "soon"


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
        "template": BREWERY.name,
        "tables": str(BREWERY.tables),
    }
    return _new_form(default, {})


@blueprint.post("/sessies/nieuw")
@for_organisers
def make() -> Any:
    about, wrong = read_about(request.form)
    template = TEMPLATES.get(request.form.get("template", ""), BREWERY)
    names = [line.strip() for line in request.form.get("initiatives", "").splitlines()]
    if wrong:
        return _new_form(request.form, wrong), 422
    plan = msgspec.to_builtins(template.rounds)
    initiatives = [name for name in names if name][:MOST_INITIATIVES]
    data = {**about, "plan": plan, "initiatives": initiatives}
    row, result = rooms.create(signed_in.me().id, data)
    if result.refusal:
        return _new_form(request.form, at_field(result.refusal)), 422
    return redirect(url_for("organiser.workshop", code=row.code), 303)


def _new_form(values: Any, wrong: dict[str, str]) -> str:
    return render_template(
        "organiser/new.html",
        values=values,
        wrong=wrong,
        templates=TEMPLATES.values(),
        template_words=TEMPLATE_WORDS,
        most_tables=MAX_TABLES,
    )


@blueprint.get("/sessies/<code:code>")
@for_organisers
def workshop(code: str) -> Any:
    kettle = signed_in.own_workshop(code)
    address = addresses.join_url(code)
    links = links_of(kettle.id)
    with kettle.lock:
        shown = render_template(
            "organiser/workshop.html",
            code=code,
            board=kettle.board,
            state=state(kettle.board),
            address=address,
            spoken=addresses.spoken(address),
            qr=addresses.qr(address),
            links=links,
            has_report="report.page" in current_app.view_functions,
        )
    response = make_response(shown)
    response.headers["Cache-Control"] = "no-store"  # the facilitator links are on it
    return response


@blueprint.get("/sessies/<code:code>/gegevens")
@for_organisers
def about(code: str) -> str:
    kettle = signed_in.own_workshop(code)
    it = kettle.board.workshop
    values = {**msgspec.to_builtins(it), "tables": str(it.tables or ""), "language": it.language}
    return _about_form(code, values, {})


@blueprint.post("/sessies/<code:code>/gegevens")
@for_organisers
def edit(code: str) -> Any:
    kettle = signed_in.own_workshop(code)
    about, wrong = read_about(request.form)
    if not wrong:
        asked = rooms.command("workshop.edit", **about)
        result = kettle.submit(signed_in.as_organiser(), [asked])[0]
        if result.refusal is None:
            flash(gettext("Bewaard."))
            return redirect(url_for("organiser.workshop", code=code), 303)
        wrong = at_field(result.refusal)
    return _about_form(code, request.form, wrong), 422


def _about_form(code: str, values: Any, wrong: dict[str, str]) -> str:
    return render_template(
        "organiser/about.html", code=code, values=values, wrong=wrong, most_tables=MAX_TABLES
    )


@blueprint.get("/sessies/<code:code>/poster")
@for_organisers
def poster(code: str) -> str:
    kettle = signed_in.own_workshop(code)
    address = addresses.join_url(code)
    return render_template(
        "organiser/poster.html",
        code=code,
        workshop=kettle.board.workshop,
        spoken=addresses.spoken(address),
        site=addresses.spoken(addresses.public_url()),
        qr=addresses.qr(address),
    )


def read_about(form: Any) -> tuple[dict[str, Any], dict[str, str]]:
    """What a workshop is about as filled in, and what is wrong with it by field."""
    tables = form.get("tables", "").strip() or "0"
    about = {
        "title": form.get("title", "").strip(),
        "question": form.get("question", "").strip(),
        "date": form.get("date", "").strip(),
        "language": "en" if form.get("language") == "en" else "nl",
        "anonymous": bool(form.get("anonymous")),
        "tables": int(tables) if tables.isdecimal() and len(tables) < 5 else MAX_TABLES + 1,
    }
    wrong: dict[str, str] = {}
    if not about["title"]:
        wrong["title"] = gettext("Geef de sessie een naam.")
    if not about["question"]:
        wrong["question"] = gettext("Schrijf op welke vraag de zaal gaat beantwoorden.")
    if about["date"] and not is_date(str(about["date"])):
        wrong["date"] = said("date.malformed", {})
    if int(about["tables"]) > MAX_TABLES:
        wrong["tables"] = gettext("Kies een aantal van 0 tot %(num)s.", num=MAX_TABLES)
    return about, wrong


def at_field(refused: Refusal) -> dict[str, str]:
    return {FIELDS.get(refused.code, ""): said(refused.code, refused.params)}
