"""Workshops in the store: their codes, their owners, and the links to lead them."""

from __future__ import annotations

import secrets
from typing import Any

import pytest

from brouwerij.store import workshops
from brouwerij.store.models import Organiser
from brouwerij.store.people import CODE_ALPHABET
from tests.store.conftest import NOW, Write


def organiser(write: Write[Any]) -> int:
    def make(session: Any) -> int:
        made = Organiser(email=f"{secrets.token_hex(6)}@x.example", password="h", created_at=NOW)
        session.add(made)
        session.flush()
        return made.id

    return write(make)


def test_add_gives_a_code_to_read_aloud_and_a_link_to_lead(write: Write[Any]):
    row = write(lambda s: workshops.add(s, None, NOW))
    assert len(row.code) == workshops.JOIN_CODE_LENGTH
    assert set(row.code) <= set(CODE_ALPHABET)
    assert row.epoch
    assert len(write(lambda s: workshops.links(s, row.id))) == 1


def test_add_when_a_code_is_taken_then_takes_another(
    write: Write[Any], monkeypatch: pytest.MonkeyPatch
):
    taken = write(lambda s: workshops.add(s, None, NOW)).code
    free = f"Z{secrets.token_hex(3).upper()[:5]}"
    drawn = iter([taken, taken, free])
    monkeypatch.setattr(workshops, "make_code", lambda length: next(drawn))

    made = write(lambda s: workshops.add(s, None, NOW))

    assert made.code == free
    assert len(write(lambda s: workshops.links(s, made.id))) == 1


def test_add_when_no_code_is_free_then_makes_none(
    write: Write[Any], monkeypatch: pytest.MonkeyPatch
):
    taken = write(lambda s: workshops.add(s, None, NOW)).code
    monkeypatch.setattr(workshops, "make_code", lambda length: taken)
    before = len(write(workshops.all_of_them))
    with pytest.raises(RuntimeError, match="twenty"):
        write(lambda s: workshops.add(s, None, NOW))
    assert len(write(workshops.all_of_them)) == before


def test_command_that_is_given_again_makes_nothing_more(write: Write[Any]):
    command, other = secrets.token_hex(16), secrets.token_hex(16)
    made, again = (write(lambda s: workshops.add(s, None, NOW, command=command)) for _ in range(2))
    assert made.id == again.id
    links = [
        write(lambda s, c=c: workshops.add_link(s, made.id, "Anna", NOW, c)).id
        for c in (command, command, other)
    ]
    assert links[0] == links[1] != links[2]
    assert len(write(lambda s: workshops.links(s, made.id))) == 3


def test_by_code_when_typed_carelessly_then_finds_the_workshop(write: Write[Any]):
    row = write(lambda s: workshops.add(s, None, NOW))
    typed = f"{row.code[:3].lower()} {row.code[3:]}-"
    assert write(lambda s: workshops.by_code(s, typed)).id == row.id
    assert write(lambda s: workshops.by_code(s, "")) is None


def test_owned_when_it_is_somebody_else_s_then_it_does_not_exist(write: Write[Any]):
    one, other = organiser(write), organiser(write)
    mine = write(lambda s: workshops.add(s, one, NOW))
    later = write(lambda s: workshops.add(s, one, NOW))

    assert write(lambda s: workshops.owned(s, one, mine.code)).id == mine.id
    assert write(lambda s: workshops.owned(s, other, mine.code)) is None
    found = write(lambda s: workshops.of_organiser(s, one))
    assert [row.id for row in found] == [later.id, mine.id]
    assert write(lambda s: workshops.of_organiser(s, other)) == []


def test_link_when_revoked_then_counts_no_more(write: Write[Any], workshop: int):
    first = write(lambda s: workshops.links(s, workshop))[0]
    second = write(lambda s: workshops.add_link(s, workshop, "Bij de bar", NOW))
    assert write(lambda s: workshops.valid_link(s, workshop, first.id))

    assert write(lambda s: workshops.revoke_link(s, workshop, first.id, NOW))

    assert not write(lambda s: workshops.valid_link(s, workshop, first.id))
    assert not write(lambda s: workshops.revoke_link(s, workshop, first.id, NOW))
    assert [link.id for link in write(lambda s: workshops.links(s, workshop))] == [second.id]


def test_link_of_another_workshop_does_not_count(write: Write[Any], workshop: int):
    other = write(lambda s: workshops.add(s, None, NOW))
    link = write(lambda s: workshops.links(s, other.id))[0]

    assert write(lambda s: workshops.valid_link(s, other.id, link.id))
    assert not write(lambda s: workshops.valid_link(s, workshop, link.id))
    assert not write(lambda s: workshops.revoke_link(s, workshop, link.id, NOW))
    assert write(lambda s: workshops.valid_link(s, other.id, link.id))


def test_remove_leaves_nothing(write: Write[Any]):
    row = write(lambda s: workshops.add(s, None, NOW))
    write(lambda s: workshops.remove(s, row.id))
    assert write(lambda s: workshops.by_code(s, row.code)) is None
    assert write(lambda s: workshops.links(s, row.id)) == []
