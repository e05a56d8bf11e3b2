"""The pages in the room: the phone, the projector and the facilitator's own.

Each is an empty page with what its script starts from. Who may lead is known by the cookie that a
facilitator link gives; an organiser gets that cookie by opening the page of an own workshop.
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, make_response, redirect, render_template, request, url_for
from flask_babel import force_locale

from brouwerij import aio, clock, identity
from brouwerij.domain.entities import Workshop
from brouwerij.domain.history import history
from brouwerij.domain.rounds import KINDS
from brouwerij.domain.views import Person
from brouwerij.extensions import db
from brouwerij.i18n import COOKIE, LANGUAGES, current_language, gettext
from brouwerij.live.kettle import Kettle
from brouwerij.report import words
from brouwerij.store import log, workshops
from brouwerij.store.gate import write
from brouwerij.store.models import FacilitatorLink, WorkshopRow
from brouwerij.web import errors, home, join, signed_in
from brouwerij.web.addresses import join_url, public, qr
from brouwerij.web.assets import asset_addresses
from brouwerij.web.security import keep_secret

blueprint = Blueprint("room", __name__)


@blueprint.get("/<code:code>/mee")
def phone(code: str) -> Any:
    kettle = join.find(code)
    if kettle is None:
        return home.unknown(code)
    me = join.who(kettle)
    if me is None:
        return redirect(url_for("join.page", code=code))
    mine = kettle.people.get(me, Person())
    resume = public("join.resume_by_link", code=code, resume_code=mine.resume_code or "-")
    boot = phone_boot(kettle, personalUrl=resume if mine.resume_code else "")
    now = kettle.board.current
    first = boot["screens"][now.kind] if now else []
    return render_template("room/phone.html", boot=boot, first=first)


@blueprint.get("/b/<token>")
def facilitator_link(token: str) -> Any:
    """A link for who leads: the secret goes into a cookie and out of the address.

    It ends on the page to lead from, or with ?op=projector on the projector.
    """
    id = identity.link_of_token(token)
    link = db.session.get(FacilitatorLink, id) if id is not None else None
    row = db.session.get(WorkshopRow, link.workshop_id) if link and not link.revoked_at else None
    if link is None or row is None:
        return errors.page(
            403,
            gettext("Deze link werkt niet meer"),
            gettext("Vraag de organisator om een nieuwe link, en open die op dit apparaat."),
        )
    page = "projector" if request.args.get("op") == "projector" else "facilitator"
    response = redirect(url_for(f"room.{page}", code=row.code))
    identity.give_facilitator(response, row.code, link.id)  # type: ignore[arg-type]
    return keep_secret(response)  # type: ignore[arg-type]


@blueprint.get("/<code:code>/begeleiding")
def facilitator(code: str) -> Any:
    return _lead(code, "facilitator", "room/facilitator.html")


@blueprint.get("/<code:code>/projector")
def projector(code: str) -> Any:
    return _lead(code, "projector", "room/projector.html")


def _lead(code: str, audience: str, template: str) -> Any:
    """A page for who leads; anybody else is told to ask for the link."""
    kettle = join.find(code)
    if kettle is None:
        return home.unknown(code)
    leads = _leads(kettle)
    if not leads and not signed_in.owns(code):
        abort(403)
    with force_locale(_chosen() or kettle.board.workshop.language):
        report = url_for("report.page", code=code) if signed_in.owns(code) else ""
        boot = _boot(
            kettle, audience, controls=True, logo=_logo(kettle.board.workshop), reportUrl=report
        )
        shown = render_template(template, boot=boot, qr=qr(join_url(code)))
    response = make_response(shown)
    if not leads:
        identity.give_facilitator(response, code, _own_link(kettle.id))
    return response


@blueprint.get("/<code:code>/thema/<theme>")
def theme(code: str, theme: str) -> Any:
    """How a theme came to be, for who leads."""
    kettle = join.find(code)
    if kettle is None:
        return home.unknown(code)
    if not _leads(kettle) and not signed_in.owns(code):
        abort(403)
    entries = write(lambda session: list(log.entries(session.connection(), kettle.id)))
    moments = aio.offload(history, entries, theme)
    if not moments:
        abort(404)
    name = next(moment.name for moment in reversed(moments) if moment.name)
    return render_template("room/theme.html", name=name, moments=moments, clock=words.clock)


def _leads(kettle: Kettle) -> bool:
    """Whether this visitor came by a facilitator link that is still good."""
    link = identity.facilitator_link(request.cookies, kettle.code)
    return link is not None and workshops.valid_link(db.session(), kettle.id, link)


def _own_link(workshop: int) -> int:
    """A link for the organiser to come in by: the first that is valid, or a new one."""
    known = workshops.links(db.session(), workshop)
    if known:
        return known[0].id
    return write(lambda session: workshops.add_link(session, workshop, "", clock.now()).id)


def _chosen() -> str | None:
    """The language this visitor chose, for a screen that is otherwise in the workshop's own."""
    chosen = request.args.get("lang") or request.cookies.get(COOKIE)
    return chosen if chosen in LANGUAGES else None


def phone_boot(kettle: Kettle, **more: Any) -> dict[str, Any]:
    """What the phone's script starts from; screens: kind of round -> its scripts."""
    screens = {kind: asset_addresses(f"phone/{kind}.js") for kind in KINDS}
    return _boot(kettle, "participant", screens=screens, **more)


def _logo(workshop: Workshop) -> dict[str, str] | None:
    """The logo for the screen on which people come in."""
    if not workshop.logo:
        return None
    address = url_for("appearance_files.logo", hash=workshop.logo)
    return {"address": address, "text": workshop.logo_text or workshop.title}


def _boot(kettle: Kettle, audience: str, **more: Any) -> dict[str, Any]:
    """What a page's script starts from. No secret but a participant's own link is in it."""
    workshop = kettle.board.workshop
    return {
        "code": kettle.code,
        "audience": audience,
        "language": current_language(),
        "title": workshop.title,
        "question": workshop.question,
        "joinUrl": join_url(kettle.code),
        "rehearsal": workshop.rehearsal,
        **more,
    }
