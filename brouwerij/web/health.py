"""/healthz: whether this process is up and its database answers."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from brouwerij.extensions import db

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def health() -> tuple[Response, int]:
    try:
        db.session.execute(text("SELECT 1 FROM workshops LIMIT 1"))
    except SQLAlchemyError:
        return jsonify(ok=False), 503
    return jsonify(ok=True), 200
