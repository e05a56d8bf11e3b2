"""A round as a phone will show it, for who plans it: the phone's own page with an example in it."""

from __future__ import annotations

from flask import Blueprint, Response, abort, make_response, render_template, request
from flask_babel import force_locale

from brouwerij import clock
from brouwerij.domain.board import Board
from brouwerij.domain.commands import decide
from brouwerij.domain.entities import Round, Workshop
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
        asked = plan_form.read(request.form)
        filled_in = _filled_in(kettle.board, asked) if asked else kettle.board.rounds
        plan = filled_in or kettle.board.rounds
        workshop, initiatives = kettle.board.workshop, [*kettle.board.initiatives.values()]
    if not 1 <= number <= len(plan):
        abort(404)
    now = clock.now()
    with force_locale(workshop.language):
        seen = preview(workshop, initiatives, plan, number - 1, example.words(), now)
        boot = phone_boot(kettle, example={**seen._asdict(), "now": now})
        page = render_template(
            "room/preview.html",
            boot=boot,
            first=boot["screens"][plan[number - 1].kind],
            code=code,
            number=number,
            last=len(plan),
            form=request.form.items(),
            wrong=filled_in is None,
        )
    return may_be_framed(make_response(page))


def _filled_in(board: Board, plan: Plan) -> list[Round] | None:
    """The rounds as they would be were this plan saved, which it is not; None when it cannot be."""
    asked = rooms.command("plan.set", rounds=plan)
    decision = decide(board, asked, signed_in.as_organiser(), clock.now())
    if isinstance(decision, Refusal):
        return None
    if decision.change is None:
        return board.rounds
    coming = decision.change.set
    rounds = {**board.all(Round), **{it.id: it for it in coming if isinstance(it, Round)}}
    order = next(it.plan for it in coming if isinstance(it, Workshop))
    return [rounds[id] for id in order]
