"""The change log and its receipts, on both databases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError, NoResultFound
from sqlalchemy.orm import Session

from brouwerij.domain.board import Change, Entry, fold
from brouwerij.domain.entities import Idea, Workshop
from brouwerij.store import log, workshops
from brouwerij.store.gate import writer
from brouwerij.store.models import WorkshopRow
from tests.report.conftest import PLAN, held
from tests.store.conftest import NOW, Write, an_app
from tests.support.room import Room
from tests.support.server import let_go


def idea(seq: int, text: str = "Eén fonds 💶") -> Entry:
    change = Change("idea.added", set=(Idea(f"i{seq}", text=text),), undoable=True)
    return Entry(seq, NOW + seq, "anna", f"command-{seq:04}", change)


def read(write: Write[Any], workshop: int, after: int = 0) -> list[Entry]:
    return write(lambda s: list(log.entries(s.connection(), workshop, after)))


def add(write: Write[Any], workshop: int, *entries: Entry) -> None:
    write(lambda s: log.append(s.connection(), workshop, entries))


def test_entries_when_read_back_then_are_as_they_were_written(write: Write[Any], workshop: int):
    dropped = Entry(
        3, NOW, "staff", "command-0003", Change("undone", drop=(("ideas", "i1"),), undoes=1)
    )
    add(write, workshop, idea(1), idea(2))
    add(write, workshop, dropped)

    assert read(write, workshop) == [idea(1), idea(2), dropped]
    assert read(write, workshop, after=2) == [dropped]
    assert read(write, workshop, after=3) == []


def test_entries_of_a_whole_afternoon_fold_into_the_same_board(write: Write[Any], workshop: int):
    room = held(Room(PLAN))
    for at in range(0, len(room.log), 7):
        add(write, workshop, *room.log[at : at + 7])

    board = fold(read(write, workshop))

    assert board.seq == len(room.log)
    assert _plain(board.collections) == _plain(room.board.collections)


def _plain(collections: Any) -> Any:
    return msgspec.to_builtins({name: dict(entities) for name, entities in collections.items()})


def test_append_when_a_number_is_taken_then_nothing_is_written(write: Write[Any], workshop: int):
    add(write, workshop, idea(1))
    with pytest.raises(IntegrityError):
        add(write, workshop, idea(2), idea(1))

    assert read(write, workshop) == [idea(1)]


def test_append_keeps_what_a_list_of_workshops_shows(write: Write[Any], workshop: int):
    about = Workshop("this", title="Cooplink", question="Hoe?", date="2017-01-21", current="r1")
    add(write, workshop, Entry(1, NOW, "system", "c1", Change("workshop.created", set=(about,))))
    add(write, workshop, idea(2))

    row = write(lambda s: s.get(WorkshopRow, workshop))
    assert (row.head, row.title, row.date) == (2, "Cooplink", "2017-01-21")
    assert (row.question, row.stage) == ("Hoe?", "now")


def test_lock_gives_the_head_and_knows_when_the_workshop_is_gone(write: Write[Any], workshop: int):
    add(write, workshop, idea(1), idea(2))
    assert write(lambda s: log.lock(s.connection(), workshop)) == 2
    with pytest.raises(NoResultFound):
        write(lambda s: log.lock(s.connection(), 10**6))


def test_logs_of_two_workshops_are_apart(write: Write[Any], workshop: int):
    other = write(lambda s: workshops.add(s, None, NOW).id)
    add(write, workshop, idea(1, "hier"))
    add(write, other, idea(1, "daar"))

    assert read(write, workshop) == [idea(1, "hier")]
    assert read(write, other) == [idea(1, "daar")]


def receipt(workshop: int, actor: str, command: str, **about: Any) -> dict[str, Any]:
    row = {"workshop_id": workshop, "actor": actor, "command": command, "digest": "d", "seq": 1}
    return {**row, "error": "", "params": {}, **about}


def test_receipts_are_kept_per_sender_and_command(write: Write[Any], workshop: int):
    other = write(lambda s: workshops.add(s, None, NOW).id)
    refused = receipt(workshop, "anna", "two", seq=0, error="text.too_long", params={"limit": 280})
    rows = [
        receipt(workshop, "anna", "one"),
        refused,
        receipt(workshop, "bram", "one", seq=7),
        receipt(other, "anna", "three"),
    ]
    write(lambda s: log.write_receipts(s.connection(), rows))

    asked = [("anna", "one"), ("anna", "two"), ("anna", "three"), ("bram", "two")]
    found = write(lambda s: log.receipts(s.connection(), workshop, asked))

    assert set(found) == {("anna", "one"), ("anna", "two")}
    assert found["anna", "one"].seq == 1
    assert (found["anna", "two"].error, found["anna", "two"].params) == (
        "text.too_long",
        {"limit": 280},
    )


def test_receipts_when_one_is_written_twice_then_nothing_is(write: Write[Any], workshop: int):
    rows = [receipt(workshop, "anna", "new"), receipt(workshop, "anna", "new")]
    with pytest.raises(IntegrityError):
        write(lambda s: log.write_receipts(s.connection(), rows))
    assert not write(lambda s: log.receipts(s.connection(), workshop, [("anna", "new")]))


def test_receipts_are_found_by_their_key_and_not_by_walking_through_all(tmp_path: Path):
    """A tick may not cost more as the afternoon grows longer; SQLite says how it will search."""
    app = an_app(str(tmp_path))
    asked: list[tuple[str, Any]] = []

    @event.listens_for(writer(app).engine, "before_cursor_execute")
    def note(connection, cursor, statement, parameters, context, many):  # type: ignore[no-untyped-def]
        asked.append((statement, parameters))

    def plan(session: Session) -> list[str]:
        connection = session.connection()
        log.receipts(connection, 1, [("anna", "command-0001"), ("bas", "command-0002")])
        statement, parameters = asked[-1]
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        return [row.detail for row in rows]

    found = writer(app).run(plan)
    let_go(app)
    assert "(workshop_id=? AND command=?)" in found[0]
