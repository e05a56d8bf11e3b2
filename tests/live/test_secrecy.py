"""What nobody may see is in no frame: markers are planted, and looked for in all that came in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.support.hall import Hall, Phone, sees
from tests.support.server import Server

PLAN = (
    {"kind": "ideas", "settings": {"silent": True, "at_table": True}},
    {"kind": "clustering"},
    {"kind": "dots"},
    {"kind": "poll"},
    {"kind": "workgroups"},
    {"kind": "checkout"},
)
IDEAS, CLUSTERING, DOTS, POLL, GROUPS, CHECKOUT = (f"r{n}" for n in range(1, 7))
IDEA, REASON, SENTENCE = "merk-idee-7f3a", "merk-bezwaar-c19e", "merk-zin-55d0"
NOTE = "merk-notitie-a2b8"
EMAIL, NUMBER = "merk-adres@voorbeeld.example", "06 98765432"
BALLOTS = ("dot_ballots", "poll_ballots", "votes", "checkouts", "electors")
"""The collections that hold what one person gave."""


class Afternoon:
    """Anna gives; who sits elsewhere, who leads and the projector look on."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall

    async def begin(self) -> None:
        self.leader = await self.hall.leader()
        self.anna = await self.hall.phone("Anna")
        self.bram = await self.hall.phone("Bram")
        self.others = [self.bram, self.leader, await self.hall.projector()]

    async def onlookers(self) -> list[Phone]:
        """All but Anna, with all that came before; and newcomers with the same eyes."""
        message = f"tot hier {self.leader.view.seq}"
        await self.leader.must("message.show", text=message)
        for one in self.others:
            await one.until(lambda c: c.of("workshop")["this"]["message"] == message)
        return [*self.others, *[await self.hall.again(one) for one in self.others]]

    async def open(self, round: str) -> None:
        await self.leader.must("round.open", round=round)

    async def results(self, round: str) -> None:
        await self.leader.must("round.close", round=round)
        await self.leader.must("round.reveal", round=round, phase="results")


def pictures(phone: Phone) -> Iterator[dict[str, Any]]:
    """Every picture of a round that ever came in."""
    for _, payload in phone.frames:
        if isinstance(payload, dict):
            parts = [payload.get("view"), payload.get("set")]
            parts += [patch["set"] for patch in payload.get("patches") or ()]
            for part in parts:
                yield from ((part or {}).get("pictures") or {}).values()


def tallies(phone: Phone) -> list[Any]:
    """All that ever came in of what a vote came to."""
    found = [picture.get("results") or picture.get("result") for picture in pictures(phone)]
    return [tally for tally in found if tally]


async def test_ideas_are_seen_at_the_table_and_in_the_room_when_they_are_shared(
    any_server: Server,
):
    async with Hall(any_server, plan=PLAN, tables=2) as hall:
        room = Afternoon(hall)
        await room.begin()
        chris = await hall.phone("Chris")  # at Anna's table
        room.others.append(chris)
        await room.open(IDEAS)
        await room.anna.must("idea.add", round=IDEAS, text=IDEA)
        await room.leader.must("note.write", round=IDEAS, text=NOTE)
        assert not [one for one in await room.onlookers() if one.heard(IDEA)]

        await room.leader.must("round.reveal", round=IDEAS, phase="table")
        at_table = [one.me for one in await room.onlookers() if one.heard(IDEA)]
        assert at_table == [chris.me] * 2

        await room.leader.must("round.reveal", round=IDEAS, phase="room")
        onlookers = await room.onlookers()
        assert all(one.heard(IDEA) for one in onlookers)
        bram_leader_projector_chris = [False, True, False, False]
        assert [one.heard(NOTE) for one in onlookers] == bram_leader_projector_chris * 2
        assert not room.anna.heard(NOTE)


async def test_ballots_are_seen_by_nobody_and_tallies_when_they_are_opened(any_server: Server):
    async with Hall(any_server, plan=PLAN, tables=2) as hall:
        room = Afternoon(hall)
        await room.begin()
        await room.open(CLUSTERING)
        theme = (await room.leader.must("theme.add", round=CLUSTERING, name="Eén fonds")).id
        await room.anna.until(sees("themes", theme))
        votes = [
            (DOTS, "dots.set", {"theme": theme, "dots": 1}, ""),
            (POLL, "poll.answer", {"theme": theme, "answer": "object", "reason": REASON}, REASON),
            (CHECKOUT, "checkout.give", {"mark": 2, "sentence": SENTENCE}, SENTENCE),
        ]
        for opened, (round, kind, data, marker) in enumerate(votes):
            await room.open(round)
            await room.anna.must(kind, round=round, **data)
            for one in await room.onlookers():
                assert not (marker and one.heard(marker)), kind
                assert len(_rounds_told(one)) == opened, kind

            await room.results(round)
            for one in await room.onlookers():
                assert not marker or one.heard(marker), "the control: it is seen once opened"
                assert len(_rounds_told(one)) == opened + 1

        for one in await room.onlookers():
            assert not [name for name in BALLOTS if one.heard(f"'{name}'")]
        assert room.anna.heard("'dot_ballots'"), "the control: one's own are"


def _rounds_told(phone: Phone) -> set[str]:
    """Of which rounds this client now knows what came out."""
    assert bool(tallies(phone)) == any(map(_told, phone.of("pictures").values()))
    return {id for id, picture in phone.of("pictures").items() if _told(picture)}


def _told(picture: dict[str, Any]) -> bool:
    return bool(picture.get("results") or picture.get("result"))


async def test_contact_details_are_seen_by_nobody_but_oneself(any_server: Server):
    async with Hall(any_server, plan=PLAN, tables=2) as hall:
        room = Afternoon(hall)
        await room.begin()
        await room.open(CLUSTERING)
        theme = (await room.leader.must("theme.add", round=CLUSTERING, name="Eén fonds")).id
        await room.open(GROUPS)
        await room.leader.until(sees("groups", f"{GROUPS}:{theme}"))
        details = {"name": "Anna Bakker", "email": EMAIL, "phone": NUMBER}
        await room.anna.must(
            "group.join", round=GROUPS, group=f"{GROUPS}:{theme}", role="lead", consent=True,
            share=True, **details,
        )  # fmt: skip

        for one in await room.onlookers():
            assert one.heard("Anna Bakker"), "the control: who signed up is seen by name"
            assert not one.heard(EMAIL)
            assert not one.heard(NUMBER)
        assert room.anna.own("me")[room.anna.me]["contact"]["email"] == EMAIL

        wrong = {"name": "Anna Bakker", "email": f"{IDEA}@", "consent": True, "role": "lead"}
        await room.anna.do("group.join", round=GROUPS, group=f"{GROUPS}:{theme}", **wrong)
        await room.anna.do("idea.add", round=IDEAS, text=SENTENCE, more=NUMBER)
        assert "serving on" in any_server.log, "the control: it is the log"
        for marker in ("Anna Bakker", EMAIL, NUMBER, IDEA, SENTENCE, "Eén fonds"):
            assert marker not in any_server.log


async def test_names_are_seen_by_nobody_in_an_anonymous_workshop(any_server: Server):
    for anonymous in (True, False):
        async with Hall(any_server, plan=PLAN, anonymous=anonymous) as hall:
            room = Afternoon(hall)
            await room.begin()
            await room.anna.do("participant.rename", name="merk-naam-91")
            await room.open(IDEAS)
            await room.leader.must("round.reveal", round=IDEAS, phase="room")
            idea = (await room.anna.must("idea.add", round=IDEAS, text=IDEA)).id
            for one in await room.onlookers():
                assert one.heard("merk-naam-91") != anonymous
                assert ("author" in one.of("ideas")[idea]) != anonymous


async def test_judgements_are_seen_by_nobody_when_the_room_sorts_together(any_server: Server):
    sorting = ({"kind": "ideas"}, {"kind": "clustering", "settings": {"together": True}})
    async with Hall(any_server, plan=sorting) as hall:
        room = Afternoon(hall)
        await room.begin()
        await room.open("r1")
        idea = (await room.anna.must("idea.add", round="r1", text=IDEA)).id
        await room.open("r2")
        theme = (await room.leader.must("theme.add", round="r2", name="Eén fonds")).id
        await room.anna.must("idea.sort", round="r2", idea=idea, theme=theme)
        for one in await room.onlookers():
            assert one.of("pictures")["r2"] == {"judged": {idea: 1}, "contested": {}}
            assert not one.heard("'sortings'")
            assert not one.of("ideas")[idea].get("theme")
        assert room.anna.own("sortings"), "the control: one's own is"

        await room.bram.must("idea.sort", round="r2", idea=idea, theme=theme)
        for one in await room.onlookers():
            assert one.of("ideas")[idea]["theme"] == theme, "the control: it settled"
            assert one is room.bram or one.me == room.bram.me or not one.heard("'sortings'")


async def test_a_poll_shown_place_by_place_is_in_no_frame_before_its_step(any_server: Server):
    async with Hall(any_server, plan=({"kind": "clustering"}, {"kind": "poll"})) as hall:
        room = Afternoon(hall)
        await room.begin()
        await room.open("r1")
        least = (await room.leader.must("theme.add", round="r1", name="Eén fonds")).id
        most = (await room.leader.must("theme.add", round="r1", name="Eén feest")).id
        await room.open("r2")
        for voter, theme, reason in ((room.anna, least, "merk-eerst"), (room.bram, least, REASON)):
            data = {"theme": theme, "answer": "object", "reason": reason}
            await voter.must("poll.answer", round="r2", **data)
        data = {"theme": most, "answer": "object", "reason": SENTENCE}
        await room.anna.must("poll.answer", round="r2", **data)
        await room.bram.must("poll.answer", round="r2", theme=most, answer="support")
        await room.leader.must("round.close", round="r2")
        for places, told, hidden in ((1, "merk-eerst", SENTENCE), (2, SENTENCE, "")):
            assert not any(
                one.heard(told) for one in await room.onlookers() if one is not room.bram
            )
            await room.leader.must("poll.unveil", round="r2", places=places)
            for one in await room.onlookers():
                assert one.heard(told), "the control: it is seen once shown"
                assert not (hidden and one.heard(hidden))
