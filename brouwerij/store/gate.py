"""Reaching the store from an app."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from flask import Flask, current_app
from sqlalchemy.orm import Session

from brouwerij.extensions import db
from brouwerij.store.writer import Writer, tune_sqlite

T = TypeVar("T")
_KEY = "brouwerij_writer"


def bind(app: Flask, url: str) -> None:
    """Give an app its writer, and its reading connections the same tuning."""
    app.extensions[_KEY] = Writer(url)
    if url.startswith("sqlite"):
        with app.app_context():
            tune_sqlite(db.engine)


def writer(app: Flask | None = None) -> Writer:
    """The writer of an app, the current one by default."""
    return cast(Writer, (app or current_app).extensions[_KEY])


def write(work: Callable[[Session], T]) -> T:
    """Do work in one transaction of the current app's writer."""
    return writer().run(work)
