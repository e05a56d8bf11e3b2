"""Organisers' accounts: made by a link that works once, opened by a password."""

from __future__ import annotations

import secrets
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from brouwerij.store import accounts
from brouwerij.store.models import Invitation, Organiser
from tests.store.conftest import NOW, Write

PASSWORD = "een lange zin als wachtwoord"


@pytest.fixture
def email() -> str:
    """An address that no other test has."""
    return f"Heleen.{secrets.token_hex(4)}@Cooplink.example"


def invite(write: Write[Any]) -> str:
    return write(lambda s: accounts.invite(s, NOW))


def sign_up(write: Write[Any], token: str, email: str, hash: str = "h") -> Organiser | None:
    return write(lambda s: accounts.sign_up(s, token, email, hash, NOW))


def test_invitation_works_once(write: Write[Any], email: str):
    token = invite(write)
    assert write(lambda s: accounts.open_invitation(s, token))

    made = sign_up(write, token, email)

    assert made is not None
    assert sign_up(write, token, f"other-{email}") is None
    assert write(lambda s: accounts.open_invitation(s, token)) is None
    assert write(accounts.anybody)


def test_invitation_is_kept_so_that_who_reads_the_database_cannot_use_it(write: Write[Any]):
    token = invite(write)
    kept = write(lambda s: s.scalars(select(Invitation.token_hash)).all())
    assert all(token not in hash for hash in kept)


@pytest.mark.parametrize("token", ["", "made-up"])
def test_invitation_when_made_up_then_makes_no_account(write: Write[Any], email: str, token: str):
    assert sign_up(write, token, email) is None
    assert write(lambda s: accounts.sign_in(s, email, PASSWORD)) is None


def test_sign_up_when_the_address_is_taken_then_the_link_still_works(write: Write[Any], email: str):
    sign_up(write, invite(write), email)
    token = invite(write)
    with pytest.raises(IntegrityError):
        sign_up(write, token, email.upper())
    assert write(lambda s: accounts.open_invitation(s, token))


def test_sign_in_takes_the_right_password_and_no_other(write: Write[Any], email: str):
    made = sign_up(write, invite(write), email, accounts.hash_password(PASSWORD))
    assert made is not None

    def signed_in(address: str, password: str) -> Organiser | None:
        return write(lambda s: accounts.sign_in(s, address, password))

    found = signed_in(f" {email.upper()} ", PASSWORD)
    assert found is not None
    assert found.id == made.id
    assert signed_in(email, PASSWORD.upper()) is None
    assert signed_in(email, "") is None
    assert signed_in(f"x{email}", PASSWORD) is None


def test_sign_in_when_the_hash_is_damaged_then_is_refused(write: Write[Any], email: str):
    sign_up(write, invite(write), email, "no hash")
    assert write(lambda s: accounts.sign_in(s, email, PASSWORD)) is None
