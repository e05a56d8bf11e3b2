"""Migrations: what is stored comes along, both ways, on both databases."""

from __future__ import annotations

from pathlib import Path

import flask_migrate
import pytest
from sqlalchemy import Connection, MetaData, text

from brouwerij import create_app
from brouwerij.config import ROOT, from_environment
from brouwerij.extensions import db
from tests.support.server import let_go

MIGRATIONS = str(ROOT / "migrations")
RETENTION = ("retention", "ended_at", "purged_at")
ROWS = (
    "INSERT INTO workshops (id, code, epoch, head, title, date, created_at) "
    "VALUES (1, 'abc', 'e', 2, 't', '', 1)",
    'INSERT INTO changes (workshop_id, seq, at, "by", command, kind, body) '
    "VALUES (1, 2, 5, 'anna', 'c2', 'k', '{}'), (1, 1, 4, 'anna', 'c1', 'k', "
    """'{"set": {"workshop": [{"id": "this", "question": "Hoe", "current": "r1"}]}}')""",
    "INSERT INTO receipts (workshop_id, actor, command, digest, seq, error, params) "
    "VALUES (1, 'anna', 'c1', 'd', 1, '', '{}'), (1, 'bas', 'c1', 'd', 1, 'no', '{}')",
)


@pytest.mark.parametrize("database", ["sqlite", pytest.param("postgresql", marks=pytest.mark.wire)])
def test_rows_come_along_up_and_down_and_the_models_agree(
    database: str, tmp_path: Path, request: pytest.FixtureRequest
):
    settings = {"BROUWERIJ_INSTANCE": str(tmp_path)}
    if database == "postgresql":
        settings["DATABASE_URL"] = request.getfixturevalue("postgres").database()
    app = create_app(from_environment(settings))
    with app.app_context():
        flask_migrate.upgrade(directory=MIGRATIONS, revision="0001")
        with db.engine.begin() as connection:
            for row in ROWS:
                connection.execute(text(row))
            before = _contents(connection)
        for there in ("head", "0001", "head"):
            move = flask_migrate.downgrade if there == "0001" else flask_migrate.upgrade
            move(directory=MIGRATIONS, revision=there)
            with db.engine.begin() as connection:
                found = _contents(connection)
                told = [found["workshops"][0].pop(name, None) for name in ("question", "stage")]
                assert found["workshops"][0].pop("rehearses", "None") == "None"
                kept = [found["workshops"][0].pop(name, None) for name in RETENTION]
                assert kept == (["90", "0", "0"] if there == "head" else [None] * 3)
                away = found["workshops"][0].pop("put_away_at", None)
                assert away == ("0" if there == "head" else None)
                assert found["workshops"][0].pop("command", "None") == "None"
                assert found == before, there
                assert told == ([None, None] if there == "0001" else ["Hoe", "now"])
        flask_migrate.check(directory=MIGRATIONS)
    let_go(app)


def _contents(connection: Connection) -> dict[str, list[dict[str, str]]]:
    """The rows that were put in, whatever their order and that of their columns."""
    kept = MetaData()
    kept.reflect(connection, only=["workshops", "changes", "receipts"])
    return {
        name: sorted(
            (
                {column: str(value) for column, value in row.items()}
                for row in connection.execute(table.select()).mappings()
            ),
            key=lambda row: sorted(row.items()),
        )
        for name, table in kept.tables.items()
    }
