"""The API for programs: joining, by the same rules and with the same cookie as the page."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Blueprint, Response, jsonify, request

from brouwerij import identity
from brouwerij.domain.workshop import Tables
from brouwerij.extensions import csrf
from brouwerij.i18n import gettext
from brouwerij.texts import refusal as said
from brouwerij.web import join, limits
from brouwerij.web.errors import problem
from brouwerij.web.security import is_own_origin

blueprint = Blueprint("api", __name__, url_prefix="/api")
csrf.exempt(blueprint)

STATUS = {"workshop.unknown": 404, "workshop.ended": 409, "command.retry": 503}


class Newcomer(msgspec.Struct, forbid_unknown_fields=True):
    """Who comes in. table: 0 to be dealt one."""

    initiative: str
    name: str = ""
    table: Tables = 0


@blueprint.before_request
def only_our_own_json() -> tuple[Response, int] | None:
    """No form of another site can send JSON, and its scripts name their origin."""
    if not is_own_origin():
        return problem(403, "http.origin", gettext("Dit kan niet vanaf een andere website."))
    if request.mimetype != "application/json":
        return problem(415, "http.json_only", gettext("Stuur de gegevens als JSON."))
    return None


@blueprint.post("/workshops/<code:code>/participants")
def participants(code: str) -> Any:
    """Take part: {name, initiative, table?} -> 201 {participant, resume_code} and the cookie."""
    kettle = join.find(code)
    if kettle is None:
        limits.wrong_code()
        return refused("workshop.unknown", {})
    try:
        newcomer = msgspec.json.decode(request.get_data(), type=Newcomer)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return problem(400, "command.malformed", said("command.malformed", {}))
    participant = join.new_participant()
    no = join.join(kettle, participant, msgspec.structs.asdict(newcomer))
    if no is not None:
        return refused(no.code, no.params)
    person = kettle.people.get(participant)
    response = jsonify(participant=participant, resume_code=person.resume_code if person else "")
    identity.give_participant(response, code, participant)
    return response, 201


def refused(code: str, params: dict[str, str | int]) -> tuple[Response, int]:
    return problem(STATUS.get(code, 422), code, said(code, params))
