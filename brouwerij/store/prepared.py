"""Statements that are compiled once and then handed to the driver as they are.

SQLAlchemy still writes the SQL; what it does at every call (cache keys, bind processing) is left
out on the one path that every command takes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import JSON, Connection, CursorResult
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.expression import ClauseElement

from brouwerij import fastjson


class Prepared:
    """A statement whose every parameter has a name, for any dialect."""

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}

    def run(self, connection: Connection, values: Mapping[str, Any]) -> CursorResult[Any]:
        compiled = self._for(connection.dialect)
        return connection.exec_driver_sql(compiled.text, compiled.row(values))

    def run_all(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """The same for every row, in one go."""
        compiled = self._for(connection.dialect)
        connection.exec_driver_sql(compiled.text, [compiled.row(row) for row in rows])

    def _for(self, dialect: Dialect) -> _Compiled:
        if dialect.name not in self._compiled:
            self._compiled[dialect.name] = _Compiled(self._statement, dialect)
        return self._compiled[dialect.name]


class _Compiled:
    """A statement as one driver takes it."""

    def __init__(self, statement: ClauseElement, dialect: Dialect) -> None:
        compiled: Any = statement.compile(dialect=dialect)
        self.text: str = compiled.string
        self._order: list[str] | None = compiled.positiontup
        self._names: list[str] = self._order or list(compiled.binds)
        self._json = {n for n, bind in compiled.binds.items() if isinstance(bind.type, JSON)}

    def row(self, values: Mapping[str, Any]) -> Any:
        """The parameters of one row, in the driver's own shape."""
        ready = [
            fastjson.dumps(values[name]) if name in self._json else values[name]
            for name in self._names
        ]
        return tuple(ready) if self._order else dict(zip(self._names, ready, strict=True))
