"""Both databases: SQLite in a file, and a PostgreSQL server of the tests' own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import flask_migrate
import pytest
from flask import Flask
from sqlalchemy.orm import Session

from brouwerij import create_app
from brouwerij.config import ROOT, from_environment
from brouwerij.store import workshops
from brouwerij.store.gate import writer
from brouwerij.store.writer import Writer
from tests.support.server import let_go

T = TypeVar("T")
Write = Callable[[Callable[[Session], T]], T]
NOW = 1_485_000_000_000


def an_app(instance: str, **settings: str) -> Flask:
    """An app with a migrated database of its own."""
    app = create_app(from_environment({"BROUWERIJ_INSTANCE": instance, **settings}))
    with app.app_context():
        flask_migrate.upgrade(directory=str(ROOT / "migrations"))
    return app


@pytest.fixture(
    scope="session",
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.wire)],
)
def app(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    """An app on each database, shared by the tests; make a workshop of your own in it."""
    settings: dict[str, str] = {}
    if request.param == "postgresql":
        settings["DATABASE_URL"] = request.getfixturevalue("postgres").database()
    made = an_app(str(tmp_path_factory.mktemp(request.param)), **settings)
    yield made
    let_go(made)


@pytest.fixture
def source(app: Flask) -> Writer:
    return writer(app)


@pytest.fixture
def write(source: Writer) -> Write[T]:
    """Do something in one transaction."""
    return source.run


@pytest.fixture
def workshop(write: Write[int]) -> int:
    """The id of a new workshop without anything in it."""
    return write(lambda session: workshops.add(session, None, NOW).id)
