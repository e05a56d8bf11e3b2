"""JSON: what it holds is written down, and brought back it tells the same again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.domain.board import Board
from brouwerij.domain.refusals import Refusal
from brouwerij.report.carried import Carried, read
from brouwerij.report.model import build
from brouwerij.report.restoring import restored
from brouwerij.report.shapes import Edition
from tests.domain.afternoon import going_on
from tests.report.reading import CODE, exported, text_of
from tests.support.room import PROJECTOR, STAFF_VIEW, SYSTEM, Room, phones

pytestmark = pytest.mark.usefixtures("app")
each_edition = pytest.mark.parametrize("edition", list(Edition))


class Empty(Room):
    """A room that a workshop is to be restored in."""

    def __init__(self, now: int) -> None:
        self.board, self.people, self.log = Board(), {}, []
        self.now, self._made = now, 0


def brought_back(file: bytes, now: int) -> Room:
    """The room of the workshop that a file is brought back as."""
    carried = read(file)
    assert isinstance(carried, Carried), carried
    asked = restored(carried)
    assert not isinstance(asked, Refusal), asked
    room = Empty(now)
    room.do(SYSTEM, "workshop.restore", **msgspec.to_builtins(asked))
    return room


@each_edition
def test_report_of_the_afternoon_when_brought_back_then_tells_the_same(
    cooplink: Room, edition: Edition
):
    file = exported(cooplink, "json", edition)
    again = brought_back(file, cooplink.now)
    assert exported(again, "json", edition) == file


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 2**16), min_size=48, max_size=80), st.sampled_from(Edition))
def test_report_of_any_afternoon_when_brought_back_then_tells_the_same(
    numbers: list[int], edition: Edition
):
    *_, afternoon = going_on(numbers)
    room = afternoon.room
    file = exported(room, "json", edition)
    assert exported(brought_back(file, room.now), "json", edition) == file


@pytest.mark.parametrize("format", ["json", "md", "html"])
def test_every_edition_when_brought_back_from_the_organiser_s_then_tells_the_same(
    cooplink: Room, format: str
):
    again = brought_back(exported(cooplink, "json", Edition.ORGANISER), cooplink.now)
    for edition in Edition:
        one, two = (text_of(exported(r, format, edition), format) for r in (cooplink, again))
        assert one == two


def test_names_of_who_signed_up_stay_out_of_the_log(cooplink: Room):
    file = exported(cooplink, "json", Edition.ORGANISER)
    again = brought_back(file, cooplink.now)
    log = msgspec.json.encode(again.log).decode()
    assert "Statuten lezen" in log
    for theirs in ("Greet Groeier", "Nestor 0", "greet@groenehof.example", "06 1234 5678"):
        assert theirs in file.decode()
        assert theirs not in log


def test_wider_edition_than_was_brought_back_tells_no_more_than_that(cooplink: Room):
    again = brought_back(exported(cooplink, "json", Edition.PARTICIPANTS), cooplink.now)
    asked = build(again.board, again.people, Edition.ORGANISER, again.now, CODE)
    assert asked.edition is Edition.PARTICIPANTS


def test_workshop_that_was_brought_back_can_be_seen_and_goes_on(cooplink: Room):
    again = brought_back(exported(cooplink, "json", Edition.ORGANISER), cooplink.now)
    for audience in (STAFF_VIEW, PROJECTOR, phones()):
        assert again.sees(audience)
    assert again.board.workshop.state == "ended"
    again.lead("workshop.resume")
    anna = again.join("Anna", "Het Nest")
    plan = [{"kind": round.kind, "id": round.id} for round in again.board.rounds]
    again.lead("plan.set", rounds=[*plan, {"kind": "poll"}])
    again.lead("round.open", round=again.board.rounds[-1].id)
    theme = next(iter(again.sees(STAFF_VIEW)["themes"]))
    again.do(anna, "poll.answer", theme=theme, answer="live_with")
    again.results()
    told = build(again.board, again.people, Edition.PARTICIPANTS, again.now, CODE)
    assert told.poll
    assert told.poll.people == 1
    assert told.checkout, "what was not asked again is as it was told"


ROUND = {"kind": "ideas", "title": "", "minutes": 1}


def changed(file: bytes, **report: Any) -> bytes:
    plain = msgspec.json.decode(file)
    return msgspec.json.encode(plain | {"report": plain["report"] | report})


@pytest.mark.parametrize(
    ("code", "file"),
    [
        ("file.not_ours", lambda file: b""),
        ("file.not_ours", lambda file: b"[" * 100_000),
        ("file.not_ours", lambda file: b'{"brouwerij": "archive", "version": 1}'),
        ("file.version", lambda file: file.replace(b'"version": 1', b'"version": 2')),
        ("file.damaged", lambda file: changed(file, title=3)),
        ("file.damaged", lambda file: changed(file, question="w" * 10_001)),
        ("file.damaged", lambda file: changed(file, date="morgen")),
        (
            "file.damaged",
            lambda file: changed(file, rounds=[{"kind": "x", "title": "", "minutes": 1}]),
        ),
        ("file.damaged", lambda file: changed(file, themes=[])),
    ],
)
def test_file_that_is_not_as_it_was_made_is_refused_with_what_is_wrong(
    cooplink: Room, code: str, file: Callable[[bytes], bytes]
):
    carried = read(file(exported(cooplink, "json")))
    found = carried if isinstance(carried, Refusal) else restored(carried)
    assert isinstance(found, Refusal)
    assert found.code == code


def test_names_in_a_file_are_made_clean(cooplink: Room):
    carried = read(changed(exported(cooplink, "json"), title="An\u200dna\u202e"))
    assert isinstance(carried, Carried)
    assert carried.report.title == "Anna"
