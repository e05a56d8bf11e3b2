"""The page on which the organiser gives a workshop a logo and an accent colour."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for

from brouwerij import aio, images
from brouwerij.domain import colours, text
from brouwerij.domain.refusals import Refusal
from brouwerij.extensions import db
from brouwerij.i18n import gettext
from brouwerij.live import rooms
from brouwerij.live.kettle import Kettle
from brouwerij.store import logos
from brouwerij.store.gate import write
from brouwerij.texts import refusal as said
from brouwerij.web import limits, signed_in
from brouwerij.web.signed_in import for_organisers

blueprint = Blueprint("appearance", __name__)

LARGEST = 16 * 1024 * 1024
"""Of what is sent, in bytes: a file that is too large for a logo is still told so in the form."""
OURS = colours.Shades("#a8481a", "#8a3911", "#f0935a", "#e9b44c")
"""The copper of Brouwerij itself, for who chooses no colour; as in static/css/tokens.css."""
Look = dict[str, str]
"""What appearance.set takes."""


@blueprint.url_value_preprocessor
def make_room(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Let the file in before anything reads the form."""
    request.max_content_length = LARGEST


@blueprint.get("/sessies/<code:code>/uiterlijk")
@for_organisers
def page(code: str) -> str:
    return _page(signed_in.own_workshop(code), {}, {})


@blueprint.post("/sessies/<code:code>/uiterlijk")
@for_organisers
def dress(code: str) -> Any:
    kettle = signed_in.own_workshop(code)
    look, wrong = _read(kettle)
    if wrong:
        return _page(kettle, look, wrong), 422
    asked = rooms.command("appearance.set", **look)
    [result] = kettle.submit(signed_in.as_organiser(), [asked])
    if result.refusal:
        return _page(kettle, look, {"": said(result.refusal.code, result.refusal.params)}), 422
    back = url_for("appearance.take_back", code=code, command=asked.id)
    flash(gettext("Bewaard."), f"undo:{back}")
    return redirect(url_for("appearance.page", code=code), 303)


@blueprint.post("/sessies/<code:code>/uiterlijk/terug/<command>")
@for_organisers
def take_back(code: str, command: str) -> Any:
    """Undo what was set."""
    kettle = signed_in.own_workshop(code)
    asked = rooms.command("undo", command=command)
    [result] = kettle.submit(signed_in.as_organiser(), [asked])
    if result.refusal:
        flash(said(result.refusal.code, result.refusal.params), "wrong")
    else:
        flash(gettext("Het uiterlijk is weer zoals het was."))
    return redirect(url_for("appearance.page", code=code), 303)


def _read(kettle: Kettle) -> tuple[Look, dict[str, str]]:
    """What was filled in, and what is wrong with it by field. A logo that is good is kept at once,
    so that it need not be chosen again when something else is wrong."""
    form = request.form
    typed = form.get("accent", "").strip()
    accent = colours.typed(typed) if typed else ""
    words = text.optional(form.get("logo_text", ""), text.NAME_LENGTH)
    logo = _logo(kettle)
    look = {"accent": accent or typed, "logo_text": form.get("logo_text", "")}
    wrong = {
        "file": said(logo.code, logo.params) if isinstance(logo, Refusal) else "",
        "logo_text": said(words.code, words.params) if isinstance(words, Refusal) else "",
        "accent": gettext("Vul een kleur in zoals #a8481a, of laat het veld leeg.")
        if accent is None
        else "",
    }
    look["logo"] = _known(kettle) if isinstance(logo, Refusal) else logo
    return look, {field: what for field, what in wrong.items() if what}


def _logo(kettle: Kettle) -> str | Refusal:
    """The hash of the logo that was asked for; "" for none."""
    content = _sent()
    if content:
        limits.allow(limits.LOGOS, kettle.code)
        limits.failed(limits.LOGOS, kettle.code)
        made = aio.offload(images.remade, content)
        if isinstance(made, Refusal):
            return made
        return write(lambda session: logos.keep(session, kettle.id, made))
    return "" if request.form.get("remove") else _known(kettle)


def _sent() -> bytes:
    """The file that was chosen; nothing without one."""
    file = request.files.get("file")
    if file is None:
        return b""
    with closing(file):
        return file.read()


def _known(kettle: Kettle) -> str:
    """The logo that the form had, if it is one of this workshop."""
    hash = request.form.get("logo", "")
    return hash if logos.of(db.session(), kettle.id, hash) else ""


def _page(kettle: Kettle, look: Look, wrong: dict[str, str]) -> str:
    workshop = kettle.board.workshop
    values = {
        "accent": workshop.accent,
        "logo": workshop.logo,
        "logo_text": workshop.logo_text,
        "title": workshop.title,
    } | look
    accent = "" if "accent" in wrong else values["accent"]
    return render_template(
        "organiser/appearance.html",
        code=kettle.code,
        workshop=workshop,
        values=values,
        shown=values | {"accent": accent},
        shades=colours.shades(accent) if accent else OURS,
        ours=OURS.day,
        wrong=wrong,
    )
