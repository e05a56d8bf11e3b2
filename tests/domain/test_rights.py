"""Having deleted who one is: what goes, what stays, and what one can do afterwards."""

from __future__ import annotations

from brouwerij.domain.electorate import electorate
from brouwerij.domain.entities import Idea, Participant
from brouwerij.domain.groups import Signup
from brouwerij.domain.points import Tap
from brouwerij.domain.polls import PollBallot
from brouwerij.domain.strengthening import Wish
from tests.domain.conftest import Cast
from tests.domain.meeting import met, wishing
from tests.domain.pouring import pouring
from tests.support.room import FACILITATOR, Room


def test_forget_when_in_a_group_then_name_and_signup_go_and_the_vote_stays() -> None:
    pour = pouring()
    room, anna = pour.room, pour.cast.anna
    pour.join(anna, name="Anna Bakker", email="anna@hof.example", consent=True)
    votes = len(room.board.all(PollBallot))
    room.do(anna, "participant.forget")
    assert anna.id not in room.people
    assert not room.board.all(Signup)
    assert len(room.board.all(PollBallot)) == votes > 0
    assert anna.id in electorate(room.board, room.id("poll"))


def test_forget_when_done_then_one_can_do_nothing_more_and_has_no_vote_in_what_comes() -> None:
    room = Room([{"kind": "clustering"}, {"kind": "poll"}])
    anna, bram = room.join("Anna", "De Hof"), room.join("Bram", "Circa")
    room.themes("Kas")
    room.do(anna, "participant.forget")
    room.open("poll")
    assert set(electorate(room.board, room.id("poll"))) == {bram.id}
    assert room.would(anna, "participant.rename", name="Anna") == "refused participant.unknown"
    assert room.would(anna, "participant.forget") == "refused participant.unknown"


def test_forget_when_one_helps_guests_then_those_go_to_who_leads() -> None:
    room = Room([{"kind": "ideas"}])
    anna = room.join("Anna", "De Hof")
    room.do(FACILITATOR, "participant.help", participant=anna.id, helper=True)
    room.do(anna, "guest.add", initiative="De Hof", names=["Gerda"])
    room.do(anna, "participant.forget")
    [guest] = [p for p in room.board.all(Participant).values() if p.guest]
    assert guest.host == ""


def test_forget_with_ideas_when_others_repeat_or_second_them_then_only_ones_own_go() -> None:
    room = Room([{"kind": "ideas"}, {"kind": "clustering"}])
    anna, bram = room.join("Anna", "De Hof"), room.join("Bram", "Circa")
    room.open("ideas")
    first = room.do(anna, "idea.add", text="Een kas")
    second = room.do(bram, "idea.add", text="Een broeikas")
    room.open("clustering")
    room.lead("idea.same", idea=second, same_as=first)
    room.do(anna, "participant.forget", ideas=True)
    [left] = room.board.all(Idea).values()
    assert (left.id, left.same_as, left.behind) == (second, "", 0)


def test_forget_when_the_workshop_has_ended_then_ideas_stay_without_a_name() -> None:
    room = Room([{"kind": "ideas"}])
    anna = room.join("Anna", "De Hof")
    room.open("ideas")
    room.do(anna, "idea.add", text="Een kas")
    room.lead("workshop.end")
    room.do(anna, "participant.forget", ideas=True)
    assert len(room.board.all(Idea)) == 1
    assert anna.id not in room.people


def test_contact_when_corrected_or_emptied_then_is_so_and_never_without_a_group() -> None:
    pour = pouring()
    room, anna = pour.room, pour.cast.anna
    assert room.would(anna, "contact.correct", email="a@hof.example") == "nothing"
    pour.join(anna, name="Anna", email="anna@hof.example", consent=True)
    room.lead("workshop.end")
    assert room.would(anna, "contact.correct", email="geen") == "refused contact.malformed"
    room.do(anna, "contact.correct", email="nieuw@hof.example")
    contact = room.people[anna.id].contact
    assert contact is not None
    assert contact.email == "nieuw@hof.example"
    room.do(anna, "contact.correct")
    assert room.people[anna.id].contact is None


def test_initiative_when_corrected_then_ones_own_go_along_and_wishes_for_the_other_do_not(
    cast: Cast,
) -> None:
    meeting = met(cast)
    wish = wishing(meeting)
    room, anna, chris = cast.room, cast.anna, cast.chris
    contact = {"name": "Chris", "email": "chris@nest.example", "consent": True}
    room.do(chris, "wish.give", **wish, **contact)
    room.do(anna, "tap.set", point=meeting.bottleneck, sort="recognise", on=True)
    other = room.do(chris, "point.add", sort="factor", text="Een bank")
    room.do(anna, "tap.set", point=other, sort="recognise", on=True)
    room.do(anna, "initiative.correct", initiative="Het Bos")
    bos = room.board.participants[anna.id].initiative
    assert room.board.initiatives[bos].name == "Het Bos"
    assert {tap.initiative for tap in room.board.all(Tap).values()} == {bos, meeting.hof}
    [left] = room.board.all(Wish).values()
    assert (left.participant, left.met) == (chris.id, ())
    assert room.people[anna.id].introduced is None

    room.do(anna, "initiative.correct", initiative="het nest!")
    assert room.board.participants[anna.id].initiative == meeting.nest
    assert {tap.participant for tap in room.board.all(Tap).values()} == {cast.bram.id}, (
        "none on own"
    )
    assert room.would(anna, "initiative.correct", initiative="Het Nest") == "nothing"
    refused = "refused participant.initiative_missing"
    assert room.would(anna, "initiative.correct", initiative=" ") == refused


def test_initiative_when_corrected_after_voting_then_what_was_counted_stays() -> None:
    room = Room([{"kind": "ideas"}, {"kind": "clustering"}, {"kind": "poll"}])
    anna = room.join("Anna", "De Hof")
    room.open("ideas")
    idea = room.do(anna, "idea.add", text="Een kas")
    room.open("clustering")
    room.themes("Kas")
    room.open("poll")
    hof = room.board.participants[anna.id].initiative
    room.do(anna, "initiative.correct", initiative="Circa")
    circa = room.board.participants[anna.id].initiative
    assert electorate(room.board, room.id("poll")) == {anna.id: hof}
    assert room.board.all(Idea)[idea].initiative == circa != hof
