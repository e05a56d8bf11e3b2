"""Links to read a report by: until when they work, and that their token is nowhere."""

from __future__ import annotations

import secrets
from typing import Any

import pytest
from sqlalchemy import text

from brouwerij.store import shares, workshops
from tests.store.conftest import NOW, Write

TODAY = "2026-03-11"


@pytest.fixture
def workshop(write: Write[Any]) -> int:
    return int(write(lambda s: workshops.add(s, None, NOW).id))


def share(write: Write[Any], workshop: int, until: str = TODAY) -> str:
    token = secrets.token_urlsafe()
    write(lambda s: shares.share(s, workshop, token, "public", until, NOW))
    return token


def works(write: Write[Any], token: str) -> bool:
    def look(session: Any) -> bool:
        link = shares.by_token(session, token)
        return link is not None and shares.works(link, TODAY)

    return bool(write(look))


@pytest.mark.parametrize(
    ("until", "outcome"), [("2026-03-10", False), (TODAY, True), ("2027-01-01", True)]
)
def test_link_works_until_its_day_and_not_after(
    write: Write[Any], workshop: int, until: str, outcome: bool
):
    assert works(write, share(write, workshop, until)) == outcome


def test_link_that_was_taken_back_works_no_more_and_only_by_its_own_workshop(
    write: Write[Any], workshop: int
):
    token, other = share(write, workshop), share(write, workshop)
    first, second = write(lambda s: [link.id for link in shares.shared(s, workshop)])
    assert not write(lambda s: shares.take_back(s, workshop + 1, first, NOW))
    assert works(write, token)
    assert write(lambda s: shares.take_back(s, workshop, first, NOW))
    assert not write(lambda s: shares.take_back(s, workshop, first, NOW))
    assert write(lambda s: [link.id for link in shares.shared(s, workshop)]) == [second]
    assert (works(write, token), works(write, other)) == (False, True)


def test_token_is_not_in_the_store(write: Write[Any], workshop: int):
    token = share(write, workshop)
    stored = write(lambda s: repr(s.execute(text("SELECT * FROM report_links")).all()))
    assert "public" in stored
    assert token not in stored
    assert not works(write, token + "x")
