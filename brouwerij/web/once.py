"""The command that a form is, with an id as all commands have: sent twice, it is done once.

A page gives its form a ticket. What is filled in belongs to it, so that going back to a form and
asking something else with it is another command.
"""

from __future__ import annotations

import hashlib

import msgspec
from flask import Flask, current_app, request
from itsdangerous import Signer

from brouwerij.live import rooms
from brouwerij.web import signed_in

DIGITS = 32
"""How much of the digest is the id; a command's has room for 40."""


def init_tickets(app: Flask) -> None:
    """Let templates give their forms tickets."""
    app.jinja_env.globals["new_ticket"] = rooms.new_id


def command_id(file: bytes = b"") -> str:
    """The id of the command that this form is. file: what came with it.

    A form without a ticket is a command of its own every time.
    """
    if "ticket" not in request.form:
        return rooms.new_id()
    filled_in = sorted(request.form.items(multi=True))
    asked = msgspec.json.encode([request.path, signed_in.as_organiser().key, filled_in])
    return hashlib.sha256(asked + file).hexdigest()[:DIGITS]


def token() -> str:
    """A secret to open what this form makes; the same when the form is sent again."""
    signer = Signer(current_app.config["SECRET_KEY"], salt="brouwerij.once")
    return signer.get_signature(command_id()).decode()
