"""What a group's lead takes along, read back by what would read it: mail, cards and calendar."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest
from flask import Flask
from flask_babel import force_locale
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar.parser import Contentlines

from brouwerij.report.model import build
from brouwerij.report.outreach import cards, mail, meeting
from brouwerij.report.parts import groups
from brouwerij.report.reading import Reading
from brouwerij.report.shapes import Edition, GroupLine, Member, Reach, Report
from tests.domain.pouring import Pouring, pouring

pytestmark = pytest.mark.usefixtures("app")

ANNA = {"name": "Anna, de Wit; jr.", "email": "anna@hof.example", "phone": "06 1234 5678"}
BRAM = {"name": "Bram", "email": "bram@hof.example"}
PLAN = {"goal": "Samen inkopen", "first_step": "Bellen", "date": "2017-03-11", "needs": "Een zaal"}


@pytest.fixture
def pour() -> Pouring:
    """Anna leads and shares how to reach her; Bram lets the organiser only; Chris gave nothing."""
    pour = pouring()
    pour.join(pour.cast.anna, role="lead", **ANNA, consent=True, share=True)
    pour.join(pour.cast.bram, **BRAM, consent=True)
    pour.join(pour.cast.chris, role="follower")
    pour.room.lead("group.plan", group=pour.group, **PLAN)
    return pour


def report(pour: Pouring) -> Report:
    return build(pour.room.board, pour.room.people, Edition.ORGANISER, pour.room.now, "GROEP1")


def own(pour: Pouring, who: str) -> GroupLine:
    """The group as somebody in it may know it."""
    reading = Reading(pour.room.board, pour.room.people, Edition.PARTICIPANTS)
    return groups.own(reading, who)[pour.group]


def read(file: bytes) -> list[dict[str, str]]:
    """The cards in a file: per card its values by name."""
    found: list[dict[str, str]] = []
    for line in Contentlines.from_ical(file.decode()):
        if not line:
            continue
        name, _, value = line.partition(":")
        if name == "BEGIN":
            found.append({})
        found[-1][name] = re.sub(r"\\(.)", r"\1", value)
    return found


def addresses(line: GroupLine) -> set[str]:
    return {card["EMAIL"] for card in read(cards(line))}


def test_cards_for_the_organiser_are_of_all_who_may_be_reached(pour: Pouring):
    anna, bram = read(cards(report(pour).groups[0]))
    assert (anna["VERSION"], anna["FN"], anna["TEL"]) == ("4.0", ANNA["name"], ANNA["phone"])
    assert (bram["FN"], bram["EMAIL"], bram["ORG"]) == ("Bram", BRAM["email"], "De Groene Hof")
    assert "TEL" not in bram


def test_group_as_its_own_people_know_it_has_only_what_was_shared(pour: Pouring):
    both = {ANNA["email"], BRAM["email"]}
    assert addresses(report(pour).groups[0]) == both
    assert addresses(own(pour, pour.cast.anna.id)) == {ANNA["email"]}
    assert addresses(own(pour, pour.cast.bram.id)) == both  # one's own are one's own
    assert addresses(own(pour, pour.cast.chris.id)) == set()  # who follows is told of nobody
    reading = Reading(pour.room.board, pour.room.people, Edition.PARTICIPANTS)
    assert groups.own(reading, "person-nobody") == {}


WILD = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=120)


@given(name=WILD, initiative=WILD)
def test_cards_whatever_people_are_called_are_read_back_the_same(name: str, initiative: str):
    member = Member(
        name=name, initiative=initiative, reach=Reach(email="a@b.nl", phone="", share=True)
    )
    file = cards(GroupLine(theme="Kas", vanguard=False, members=(member,)))
    (card,) = read(file)
    assert (card["FN"], card["ORG"]) == (name, initiative)
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))


def test_meeting_is_a_day_in_the_calendar_without_addresses(pour: Pouring):
    made = report(pour)
    file = meeting(made, made.groups[0], pour.group)
    (event,) = Calendar.from_ical(file).events
    assert (event.start.isoformat(), event.end.isoformat()) == ("2017-03-11", "2017-03-12")
    assert event["summary"] == "Werkgroep: Kas"
    assert {"Doel: Samen inkopen", "Eerste stap: Bellen"} <= set(event["description"].split("\n"))
    assert b"@hof" not in file
    again = meeting(report(pour), made.groups[0], pour.group)
    (moved,) = Calendar.from_ical(again).events
    assert moved["uid"] == event["uid"]


def test_meeting_without_a_date_cannot_be_made(pour: Pouring):
    made = report(pour)
    undated = msgspec.structs.replace(made.groups[0], date="")
    with pytest.raises(ValueError, match="isoformat"):
        meeting(made, undated, pour.group)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", ("Beste mensen,", "Eerste stap: Bellen", "- Bram (De Groene Hof), doet mee")),
        ("en", ("Dear all,", "First step: Bellen", "- Bram (De Groene Hof), takes part")),
    ],
)
def test_mail_tells_what_was_agreed_and_who_is_in(
    app: Flask, pour: Pouring, language: str, words: tuple[str, ...]
):
    with app.app_context(), force_locale(language):
        made = mail(report(pour), report(pour).groups[0])
    for line in words:
        assert line in made.text
    assert ANNA["email"] not in made.text


def test_mail_link_has_everybody_in_bcc_and_the_whole_text(pour: Pouring):
    made = mail(report(pour), report(pour).groups[0])
    link = urlsplit(made.address)
    query: dict[str, Any] = parse_qs(link.query)
    assert (link.scheme, link.path) == ("mailto", "")
    assert query["bcc"] == [f"{ANNA['email']},{BRAM['email']}"]
    assert query["body"][0].replace("\r\n", "\n") == made.text


def test_mail_of_a_group_without_anybody_says_what_is_missing(pour: Pouring):
    pour.room.lead("group.start", theme=pour.film)
    made = mail(report(pour), report(pour).groups[1])
    assert made.to == ()
    assert "Er mist nog een trekker. Er zijn nog 3 mensen nodig." in made.text
    assert "Wanneer spreken we af?" in made.text
