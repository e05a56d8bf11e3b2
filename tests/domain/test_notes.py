"""Notes of those who lead: written in any state of a round, and seen by nobody else."""

from __future__ import annotations

from tests.domain.conftest import Cast
from tests.support.room import FACILITATOR, ORGANISER, PROJECTOR, STAFF_VIEW, phones

TEXT = "Let op: Chris wil straks iets zeggen"


def test_note_when_it_is_written_then_only_those_who_lead_see_it(cast: Cast) -> None:
    room = cast.room
    room.do(FACILITATOR, "note.write", round="r2", text=f"  {TEXT}\n")
    assert room.sees(STAFF_VIEW)["notes"] == {"r2": {"text": TEXT}}
    for audience in (phones(), phones(1), PROJECTOR):
        assert TEXT not in repr(room.sees(audience))
    assert TEXT not in repr(room.own(cast.anna))


def test_note_when_it_is_written_again_then_it_replaces_and_an_empty_one_takes_away(
    cast: Cast,
) -> None:
    room = cast.room
    for text in (TEXT, "Koffie later"):
        assert room.would(ORGANISER, "note.write", round="r9", text=text) == "note.written"
        room.do(ORGANISER, "note.write", round="r9", text=text)
    assert room.would(FACILITATOR, "note.write", round="r9", text="Koffie  later") == "nothing"
    assert room.sees(STAFF_VIEW)["notes"] == {"r9": {"text": "Koffie later"}}
    room.do(FACILITATOR, "note.write", round="r9", text=" ")
    assert "notes" not in room.sees(STAFF_VIEW)
    assert room.would(FACILITATOR, "note.write", round="r9", text="") == "nothing"


def test_note_when_it_cannot_be_written_then_says_why(cast: Cast) -> None:
    room = cast.room
    asked = {"kind": "note.write", "round": "r1", "text": TEXT}
    assert room.would(cast.anna, **asked) == "refused command.not_allowed"
    assert room.would(FACILITATOR, **asked | {"round": "r99"}) == "refused round.unknown"
    assert room.would(FACILITATOR, **asked | {"text": "z" * 1001}) == "refused text.too_long"
    room.lead("workshop.end")
    assert room.would(FACILITATOR, **asked) == "note.written"
