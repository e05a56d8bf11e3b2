"""What a folder holds is found by looking in it, and a name is given once."""

from __future__ import annotations

import msgspec
import pytest

from brouwerij.domain.registry import Registry


class Thing(msgspec.Struct, frozen=True):
    name: str


def test_register_when_the_name_is_taken_then_it_is_refused():
    things = Registry[Thing]("thing", __name__)
    first = things.register(Thing("een"))
    with pytest.raises(ValueError, match="thing een is declared twice"):
        things.register(Thing("een"))
    assert things == {"een": first}
