"""An organiser's own templates in the store, on both databases."""

from __future__ import annotations

from typing import Any

from brouwerij.domain.plans import BREWERY, DECISIONS
from brouwerij.store import templates
from tests.store.conftest import NOW, Write
from tests.store.test_workshops import organiser


def test_template_comes_back_as_it_was_kept_and_only_to_its_owner(write: Write[Any]):
    me, other = organiser(write), organiser(write)
    id = write(lambda s: templates.keep(s, me, DECISIONS, NOW))
    [row] = write(lambda s: templates.of_organiser(s, me))
    assert row.id == id
    assert templates.plan_of(row) == DECISIONS
    assert write(lambda s: templates.of_organiser(s, other)) == []
    assert write(lambda s: templates.owned(s, other, id)) is None
    assert not write(lambda s: templates.rename(s, other, id, "Van mij"))
    assert not write(lambda s: templates.remove(s, other, id, NOW))
    assert write(lambda s: templates.rename(s, me, id, "Anders"))
    assert write(lambda s: templates.owned(s, me, id)).name == "Anders"


def test_removed_template_is_kept_until_the_next_one_is_removed(write: Write[Any]):
    me, other = organiser(write), organiser(write)
    first = write(lambda s: templates.keep(s, me, BREWERY, NOW))
    second = write(lambda s: templates.keep(s, me, DECISIONS, NOW))
    theirs = write(lambda s: templates.keep(s, other, DECISIONS, NOW))
    for who, id in ((me, first), (other, theirs)):
        assert write(lambda s, w=who, i=id: templates.remove(s, w, i, NOW))
        assert not write(lambda s, w=who, i=id: templates.remove(s, w, i, NOW))
        assert write(lambda s, w=who, i=id: templates.owned(s, w, i)) is None

    assert write(lambda s: templates.remove(s, me, second, NOW))

    assert not write(lambda s: templates.put_back(s, me, first))
    assert not write(lambda s: templates.put_back(s, me, theirs))
    assert write(lambda s: templates.put_back(s, me, second))
    assert write(lambda s: templates.put_back(s, other, theirs))
    assert [row.id for row in write(lambda s: templates.of_organiser(s, me))] == [second]
