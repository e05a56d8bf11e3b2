"""The logos of workshops: each of its own workshop, and gone with it."""

from __future__ import annotations

from typing import Any

from brouwerij.store import erasing, logos, workshops
from tests.store.conftest import NOW, Write

ONE, OTHER = b"\x89PNG one", b"\x89PNG another"


def test_keep_when_a_picture_is_kept_then_it_is_known_by_its_hash_and_once(
    write: Write[Any], workshop: int
):
    hash = write(lambda s: logos.keep(s, workshop, ONE))
    assert hash == write(lambda s: logos.keep(s, workshop, ONE)) == logos.hash_of(ONE)
    assert len(hash) == 64
    assert write(lambda s: logos.of(s, workshop, hash)) == ONE
    assert write(lambda s: logos.all_of(s, workshop)) == {hash: ONE}


def test_of_when_it_is_another_workshops_then_it_has_none_and_anybody_sees_it_by_its_hash(
    write: Write[Any], workshop: int
):
    hash = write(lambda s: logos.keep(s, workshop, ONE))
    elsewhere = write(lambda s: workshops.add(s, None, NOW).id)
    assert write(lambda s: logos.of(s, elsewhere, hash)) == b""
    assert write(lambda s: logos.of(s, workshop, "")) == b""
    assert write(lambda s: logos.by_hash(s, hash)) == ONE
    assert write(lambda s: logos.by_hash(s, "0" * 64)) == b""


def test_remove_when_a_workshop_goes_then_its_logos_go_and_the_same_of_another_stays(
    write: Write[Any], workshop: int
):
    elsewhere = write(lambda s: workshops.add(s, None, NOW).id)
    for id in (workshop, elsewhere):
        write(lambda s, id=id: logos.keep(s, id, ONE))
    write(lambda s: workshops.remove(s, workshop))
    assert write(lambda s: logos.all_of(s, workshop)) == {}
    assert write(lambda s: logos.all_of(s, elsewhere)) == {logos.hash_of(ONE): ONE}


def test_erase_when_people_are_erased_then_the_logo_stays_and_what_it_replaced_goes(
    write: Write[Any], workshop: int
):
    for png in (ONE, OTHER):
        write(lambda s, png=png: logos.keep(s, workshop, png))
    write(lambda s: erasing.erase(s, workshop, logos.hash_of(OTHER)))
    assert write(lambda s: logos.all_of(s, workshop)) == {logos.hash_of(OTHER): OTHER}
