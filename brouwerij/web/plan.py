"""/sessies/CODE/plan: the rounds of a workshop, in order. Every button keeps what was filled in."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for

from brouwerij.domain.commands import Command
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import KINDS
from brouwerij.i18n import gettext
from brouwerij.live import rooms
from brouwerij.live.kettle import Kettle
from brouwerij.texts import KINDS as KIND_WORDS
from brouwerij.texts import refusal as said
from brouwerij.web import plan_form, signed_in
from brouwerij.web.signed_in import for_organisers

blueprint = Blueprint("plan", __name__)


@blueprint.get("/sessies/<code:code>/plan")
@for_organisers
def page(code: str) -> str:
    return _page(signed_in.own_workshop(code))


@blueprint.post("/sessies/<code:code>/plan")
@for_organisers
def change(code: str) -> Any:
    kettle = signed_in.own_workshop(code)
    button = request.form.get("do", "save")
    rounds = plan_form.pressed(plan_form.read(request.form), button, request.form.get("add", ""))
    refused = _submit(kettle, rooms.command("plan.set", rounds=rounds))
    if refused:
        return _page(kettle, said(refused.code, refused.params)), 422
    flash(gettext("Weg. Je kunt het terugdraaien.") if "remove" in button else gettext("Bewaard."))
    return redirect(url_for("plan.page", code=code, _anchor=_place(button, len(rounds))), 303)


@blueprint.post("/sessies/<code:code>/plan/terug")
@for_organisers
def undo(code: str) -> Any:
    kettle = signed_in.own_workshop(code)
    refused = _submit(kettle, rooms.command("undo"))
    flash(said(refused.code, refused.params) if refused else gettext("Teruggedraaid."))
    return redirect(url_for("plan.page", code=code), 303)


def _submit(kettle: Kettle, asked: Command) -> Refusal | None:
    return kettle.submit(signed_in.as_organiser(), [asked])[0].refusal


def _place(button: str, rounds: int) -> str | None:
    """The anchor of the round that a button moved or added, to come back to it."""
    name, _, place = button.partition(":")
    if name == "add":
        return f"ronde-{rounds}"
    shift = {"up": 0, "down": 2}.get(name)
    return (
        f"ronde-{max(1, int(place) + shift)}" if shift is not None and place.isdecimal() else None
    )


def _page(kettle: Kettle, wrong: str = "") -> str:
    with kettle.lock:
        rounds = plan_form.rounds_of(kettle.board)
        return render_template(
            "organiser/plan.html",
            code=kettle.code,
            workshop=kettle.board.workshop,
            rounds=rounds,
            total=sum(it.round.minutes for it in rounds),
            kinds=KINDS,
            kind_words=KIND_WORDS,
            wrong=wrong,
        )
