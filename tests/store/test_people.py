"""Personal data: kept beside the log, found by code, erased without touching the log."""

from __future__ import annotations

from typing import Any

from brouwerij.domain.commands import Contact, PersonUpdate
from brouwerij.store import people, workshops
from brouwerij.store.models import PersonRow
from tests.store.conftest import NOW, Write

CONTACT = Contact("Greet Groeier", "greet@groenehof.example", "06 1234 5678", share=True)


def save(write: Write[Any], workshop: int, *updates: PersonUpdate, now: int = NOW) -> None:
    write(lambda s: people.save(s, workshop, list(updates), now))


def row(write: Write[Any], workshop: int, participant: str) -> PersonRow:
    return write(lambda s: s.get(PersonRow, (workshop, participant)))


def test_save_when_somebody_is_new_then_they_have_a_code_to_come_back_by(
    write: Write[Any], workshop: int
):
    save(write, workshop, PersonUpdate("anna", name="Anna"), PersonUpdate("bram", name=""))

    known = write(lambda s: people.load(s, workshop))

    assert {id: person.name for id, person in known.items()} == {"anna": "Anna", "bram": ""}
    code = known["anna"].resume_code
    assert len(code) == people.RESUME_CODE_LENGTH
    assert set(code) <= set(people.CODE_ALPHABET)
    assert code != known["bram"].resume_code


def test_save_when_only_one_thing_is_given_then_the_rest_stays(write: Write[Any], workshop: int):
    save(write, workshop, PersonUpdate("anna", name="Anna"))
    before = write(lambda s: people.load(s, workshop))["anna"]
    save(write, workshop, PersonUpdate("anna", contact=CONTACT))
    save(write, workshop, PersonUpdate("anna", name="Anneke"))

    after = write(lambda s: people.load(s, workshop))["anna"]

    assert (after.name, after.contact, after.resume_code) == (
        "Anneke",
        CONTACT,
        before.resume_code,
    )


def test_save_when_contact_is_taken_back_then_nothing_of_it_is_left(
    write: Write[Any], workshop: int
):
    save(write, workshop, PersonUpdate("anna", name="Anna", contact=CONTACT), now=NOW + 5)
    assert row(write, workshop, "anna").consent_at == NOW + 5

    save(write, workshop, PersonUpdate("anna", contact=Contact()))

    kept = row(write, workshop, "anna")
    assert (kept.contact_name, kept.contact_email, kept.contact_phone) == ("", "", "")
    assert (kept.contact_share, kept.consent_at) == (False, 0)
    assert write(lambda s: people.load(s, workshop))["anna"].contact is None


def test_by_resume_code_when_typed_carelessly_then_finds_the_person(
    write: Write[Any], workshop: int
):
    save(write, workshop, PersonUpdate("anna", name="Anna"))
    code = row(write, workshop, "anna").resume_code
    typed = f" {code[:4].lower()}-{code[4:]} "

    assert write(lambda s: people.by_resume_code(s, workshop, typed)) == "anna"
    other = write(lambda s: workshops.add(s, None, NOW).id)
    assert write(lambda s: people.by_resume_code(s, other, code)) is None


def test_by_resume_code_when_nothing_is_typed_then_finds_nobody(write: Write[Any], workshop: int):
    save(write, workshop, PersonUpdate("anna", name="Anna"))
    write(lambda s: setattr(s.get(PersonRow, (workshop, "anna")), "resume_code", ""))
    assert write(lambda s: people.by_resume_code(s, workshop, " - ")) is None


def test_some_gives_those_asked_for_and_no_others(write: Write[Any], workshop: int):
    save(write, workshop, *(PersonUpdate(id, name=id.title()) for id in ("anna", "bram", "chris")))
    found = write(lambda s: people.some(s, workshop, {"anna", "chris", "nobody"}))
    assert {id: person.name for id, person in found.items()} == {"anna": "Anna", "chris": "Chris"}
