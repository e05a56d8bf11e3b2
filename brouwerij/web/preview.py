"""A round as a phone will show it, for who plans it: the phone's own page with an example in it."""

from __future__ import annotations

from flask import Blueprint, Response, abort, make_response, render_template, request
from flask_babel import force_locale

from brouwerij import clock
from brouwerij.domain.board import Board
from brouwerij.domain.commands import decide
from brouwerij.domain.copying import copy_of
from brouwerij.domain.preview import preview
from brouwerij.domain.refusals import Refusal
from brouwerij.live import rooms
from brouwerij.web import example, plan_form, signed_in
from brouwerij.web.plan_form import Plan
from brouwerij.web.room import phone_boot
from brouwerij.web.security import may_be_framed
from brouwerij.web.signed_in import for_organisers

blueprint = Blueprint("preview", __name__)


@blueprint.route("/sessies/<code:code>/plan/telefoon/<int:number>", methods=["GET", "POST"])
@for_organisers
def phone(code: str, number: int) -> Response:
    """The round with this number, from 1, of the plan as it was filled in or as it is kept."""
    kettle = signed_in.own_workshop(code)
    with kettle.lock:
        filled_in = _filled_in(kettle.board, plan_form.read(request.form))
        made = copy_of(filled_in or kettle.board)
    if not 1 <= number <= len(made.plan):
        abort(404)
    now = clock.now()
    with force_locale(made.language):
        seen = preview(made, number - 1, example.words(), now)
        boot = phone_boot(kettle, example={**seen._asdict(), "now": now})
        page = render_template(
            "room/preview.html",
            boot=boot,
            first=boot["screens"][made.plan[number - 1].kind],
            code=code,
            number=number,
            last=len(made.plan),
            form=request.form.items(),
            wrong=filled_in is None,
        )
    return may_be_framed(make_response(page))


def _filled_in(board: Board, plan: Plan) -> Board | None:
    """What is prepared, as it would be were this plan saved, which it is not.

    A form that is empty is no plan. None when the plan cannot be saved.
    """
    if not plan:
        return board
    asked = rooms.command("plan.set", rounds=plan)
    decision = decide(board, asked, signed_in.as_organiser(), clock.now())
    if isinstance(decision, Refusal):
        return None
    prepared = (*board.initiatives.values(), *board.rounds, board.workshop)
    coming = decision.change.set if decision.change else ()
    would_be = Board()
    would_be.put((it.ref, it) for it in (*prepared, *coming))
    return would_be
