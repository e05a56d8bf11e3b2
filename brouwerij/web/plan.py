"""/sessies/CODE/plan: the rounds of a workshop, in order. Every button keeps what was filled in."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for

from brouwerij.domain.commands import Command
from brouwerij.domain.refusals import Refusal
from brouwerij.i18n import gettext
from brouwerij.live import rooms
from brouwerij.live.kettle import Kettle
from brouwerij.texts import KINDS as KIND_WORDS
from brouwerij.texts import refusal as said
from brouwerij.web import plan_form, signed_in
from brouwerij.web.plan_form import RoundForm
from brouwerij.web.signed_in import for_organisers

blueprint = Blueprint("plan", __name__)


@blueprint.get("/sessies/<code:code>/plan")
@for_organisers
def page(code: str) -> str:
    kettle = signed_in.own_workshop(code)
    return _page(kettle, _rounds_of(kettle))


@blueprint.post("/sessies/<code:code>/plan")
@for_organisers
def change(code: str) -> Any:
    kettle = signed_in.own_workshop(code)
    if request.form.get("plan") != _seen(kettle):
        # An old page, or the same button twice: what it says is about another plan.
        flash(gettext("Het plan was intussen veranderd. Zo staat het er nu voor."), "wrong")
        return redirect(url_for("plan.page", code=code), 303)
    button = request.form.get("do", "save")
    rounds = plan_form.pressed(plan_form.read(request.form), button)
    filled = plan_form.filled_in(kettle.board, rounds)
    if any(it.wrong for it in filled):
        return _page(kettle, filled, gettext("Bewaren kan zo nog niet. Kijk de velden na.")), 422
    refused = _submit(kettle, rooms.command("plan.set", rounds=rounds))
    if refused:
        again = filled or _rounds_of(kettle)
        return _page(kettle, again, said(refused.code, refused.params)), 422
    _tell(button, code)
    at = plan_form.place(button, len(rounds))
    anchor = None if at is None else f"ronde-{at + 1}"
    return redirect(url_for("plan.page", code=code, _anchor=anchor), 303)


@blueprint.post("/sessies/<code:code>/plan/terug")
@for_organisers
def undo(code: str) -> Any:
    """Put a removed round back, unless whoever leads did something else since."""
    kettle = signed_in.own_workshop(code)
    refused = _submit(kettle, rooms.command("undo")) if _changed_last(kettle) else _built_on()
    if refused:
        flash(said(refused.code, refused.params), "wrong")
    else:
        flash(gettext("Het staat er weer."))
    return redirect(url_for("plan.page", code=code), 303)


def _changed_last(kettle: Kettle) -> bool:
    """Whether the plan was the last thing changed: undo would turn back anything else too."""
    with kettle.lock:
        steps = kettle.board.steps.get(signed_in.as_organiser().key)
        return steps is not None and len(steps) > 0 and steps[-1].kind == "plan.set"


def _built_on() -> Refusal:
    return Refusal("undo.changed_since")


def _submit(kettle: Kettle, asked: Command) -> Refusal | None:
    return kettle.submit(signed_in.as_organiser(), [asked])[0].refusal


def _tell(button: str, code: str) -> None:
    """Say that it was kept; a round that moved or came shows that by itself."""
    name = button.partition(":")[0]
    if name == "remove":
        flash(gettext("De ronde is uit het plan."), f"undo:{url_for('plan.undo', code=code)}")
    elif name == "save":
        flash(gettext("Bewaard."))


def _rounds_of(kettle: Kettle) -> list[RoundForm]:
    with kettle.lock:
        return plan_form.rounds_of(kettle.board)


def _seen(kettle: Kettle) -> str:
    """Which rounds there are in what order, for a page to say which plan it shows."""
    return ",".join(kettle.board.workshop.plan)


def _page(kettle: Kettle, rounds: list[RoundForm], refused: str = "") -> str:
    """The plan as it is or as it was filled in. What is wrong at a field comes first."""
    wrong = {field: what for it in rounds for field, what in it.wrong.items()}
    if refused:
        wrong[""] = refused
    return render_template(
        "organiser/plan.html",
        code=kettle.code,
        workshop=kettle.board.workshop,
        seen=_seen(kettle),
        rounds=rounds,
        total=sum(it.minutes for it in rounds if isinstance(it.minutes, int)),
        kinds=KIND_WORDS,
        wrong=wrong,
    )
