"""The wire as docs/protocol.md promises it, under every async mode."""

from __future__ import annotations

import pytest

from brouwerij.simulate.client import NotWelcome
from tests.support.hall import CLUSTERING, IDEAS, Hall, Phone, sees
from tests.support.server import Server
from tests.support.wire import asked


async def test_hello_gives_each_audience_its_own_view(any_server: Server):
    async with Hall(any_server) as hall:
        anna, leader, projector = (
            await hall.phone("Anna"),
            await hall.leader(),
            await hall.projector(),
        )

        assert anna.me in anna.of("participants")
        assert anna.own("me")[anna.me]["name"] == "Anna"
        assert leader.me == projector.me == ""
        assert not leader.mine.entities
        assert not projector.mine.entities
        assert [e["role"] for _, e in (anna.frames[0], leader.frames[0], projector.frames[0])] == [
            "participant",
            "facilitator",
            "projector",
        ]


async def test_hello_without_the_cookie_of_that_audience_is_refused(any_server: Server):
    async with Hall(any_server) as hall:
        cookie = await hall.join("Anna")
        for audience, brought in (("facilitator", cookie), ("participant", hall.leader_cookie)):
            stranger = Phone(any_server.address, hall.code, audience, brought)
            with pytest.raises(NotWelcome, match=r"participant\.unknown"):
                await stranger.start()


async def test_a_command_is_answered_and_patched_to_everybody_else(any_server: Server):
    async with Hall(any_server) as hall:
        leader, anna = await hall.leader(), await hall.phone("Anna")

        outcome = await leader.must("round.open", round=IDEAS)
        await anna.until(lambda c: c.of("rounds")[IDEAS]["status"] == "open")

        assert anna.view.seq == outcome.seq
        assert anna.hellos == 1


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (None, "command.malformed"),
        ("x", "command.malformed"),
        ([], "command.malformed"),
        ([1], "command.malformed"),
        ([{"id": "abcdefgh"}], "command.malformed"),
        ([{"id": "x", "kind": "idea.add", "data": {}}], "command.malformed"),
        ([{"id": "abcdefgh", "kind": "idea.add", "data": {}, "more": 1}], "command.malformed"),
        ([asked("idea.add", round=IDEAS, text=7)], "command.malformed"),
        ([asked("idea.add", round=IDEAS, text="x" * 281)], "text.too_long"),
        ([asked("idea.add", round="r99", text="x")], "round.unknown"),
        ([asked("coffee.make")], "command.unknown"),
        ([asked("round.open", round=IDEAS)], "command.not_allowed"),
        ([asked("undo") for _ in range(17)], "command.malformed"),
    ],
)
async def test_what_is_not_understood_is_refused_and_the_socket_stays_open(
    any_server: Server, payload: object, code: str
):
    async with Hall(any_server) as hall:
        leader, anna = await hall.leader(), await hall.phone("Anna")
        await leader.must("round.open", round=IDEAS)

        reply = await anna.ask("do", payload)

        assert {outcome["error"]["code"] for outcome in reply} == {code}
        await anna.must("idea.add", round=IDEAS, text="Dit gaat wel")
        assert anna.hellos == 1


async def test_a_malformed_hello_is_refused_and_the_socket_stays_open(any_server: Server):
    async with Hall(any_server) as hall:
        anna = await hall.phone("Anna")

        for payload in (None, 7, {"code": hall.code}, {"code": hall.code, "audience": "boss"}):
            reply = await anna.ask("hello", payload)
            assert reply["error"]["code"] == "command.malformed"

        reply = await anna.ask("hello", {"code": "ZZZZZZ", "audience": "participant"})
        assert reply["error"]["code"] == "workshop.unknown"
        assert (await anna.ask("hello", {"code": hall.code, "audience": "participant"}))["ok"]


async def test_the_same_command_sent_again_takes_effect_once(any_server: Server):
    async with Hall(any_server) as hall:
        leader, anna = await hall.leader(), await hall.phone("Anna")
        await leader.must("round.open", round=IDEAS)
        command = asked("idea.add", round=IDEAS, text="Eén keer")

        first, second = await anna.ask("do", [command]), await anna.ask("do", [command, command])

        assert first == second[:1] == second[1:]
        assert first[0]["ok"]
        await anna.must("idea.add", round=IDEAS, text="Nog een")
        await anna.until(lambda c: len(c.own("ideas")) == 2)
        assert [i["text"] for i in anna.own("ideas").values()] == ["Eén keer", "Nog een"]


async def test_a_refused_command_stays_refused(any_server: Server):
    async with Hall(any_server) as hall:
        leader, anna = await hall.leader(), await hall.phone("Anna")
        command = asked("idea.add", round=IDEAS, text="Te vroeg")

        early = await anna.ask("do", [command])
        await leader.must("round.open", round=IDEAS)
        later = await anna.ask("do", [command])

        assert early == later
        assert early[0]["error"]["code"] == "round.not_open"
        await anna.must("idea.add", round=IDEAS, text="Op tijd")
        await anna.until(lambda c: bool(c.own("ideas")))
        assert len(anna.own("ideas")) == 1


async def test_an_id_used_for_another_command_is_refused(any_server: Server):
    async with Hall(any_server) as hall:
        leader, anna = await hall.leader(), await hall.phone("Anna")
        await leader.must("round.open", round=IDEAS)
        first = asked("idea.add", round=IDEAS, text="Eerst")
        other = {**first, "data": {"round": IDEAS, "text": "Anders"}}

        together = await anna.ask("do", [first, other])
        apart = await anna.ask("do", [other])

        assert [outcome["ok"] for outcome in together] == [True, False]
        assert together[1]["error"]["code"] == apart[0]["error"]["code"] == "command.id_reused"
        await anna.until(lambda c: first["id"] in c.own("ideas"))
        assert anna.own("ideas")[first["id"]]["text"] == "Eerst"


async def test_who_comes_back_soon_gets_only_what_they_missed(any_server: Server):
    async with Hall(any_server) as hall:
        leader, anna = await hall.leader(), await hall.phone("Anna")
        anna.frames.clear()
        anna.cut(away=0.3)
        await leader.must("round.open", round=IDEAS)

        await anna.until(lambda c: c.hellos == 2)

        welcome = next(payload for event, payload in anna.frames if event == "hello")
        assert welcome["view"] is None
        assert [set(patch["set"]) for patch in welcome["patches"]]
        assert anna.of("rounds")[IDEAS]["status"] == "open"


async def test_who_missed_a_patch_notices_and_asks_for_it(any_server: Server):
    async with Hall(any_server) as hall:
        leader, anna = await hall.leader(), await hall.phone("Anna")
        await leader.must("round.open", round=IDEAS)
        await anna.until(lambda c: c.of("rounds")[IDEAS]["status"] == "open")
        anna.view.seq -= 1  # as if that patch had not come
        anna.view.entities["rounds"][IDEAS]["status"] = "planned"

        await leader.must("message.show", text="Koffie")
        await anna.until(lambda c: c.of("workshop")["this"]["message"] == "Koffie")
        await anna.until(lambda c: c.hellos == 2)

        assert anna.of("rounds")[IDEAS]["status"] == "open"


async def test_who_is_further_behind_than_is_kept_gets_the_whole_view(any_server: Server):
    async with Hall(any_server) as hall:
        leader = await hall.leader()
        await leader.must("round.open", round=IDEAS)
        anna = await hall.phone("Anna")  # the patches before her were never hers

        hello = {"code": hall.code, "audience": "participant", "seq": 1, "epoch": anna.epoch}
        welcome = await anna.ask("hello", hello)

        assert welcome["view"]["rounds"][IDEAS]["status"] == "open"
        assert not welcome["patches"]


async def test_another_epoch_gives_the_whole_view(any_server: Server):
    async with Hall(any_server) as hall:
        anna = await hall.phone("Anna")

        hello = {"code": hall.code, "audience": "participant", "seq": anna.view.seq}
        same = await anna.ask("hello", {**hello, "epoch": anna.epoch})
        other = await anna.ask("hello", {**hello, "epoch": "of a backup"})

        assert same["view"] is None
        assert other["view"]["participants"]


async def test_who_comes_back_at_another_table_gets_its_whole_view(any_server: Server):
    async with Hall(any_server, tables=2) as hall:
        leader, anna = await hall.leader(), await hall.phone("Anna")
        anna.cut(away=0.3)
        await leader.must("participant.sit", participant=anna.me, table=2)

        await anna.until(lambda c: c.hellos == 2)

        welcome = [payload for event, payload in anna.frames if event == "hello"][-1]
        assert welcome["view"] is not None
        assert anna.own("me")[anna.me]["table"] == 2


async def test_who_is_moved_to_another_table_sees_what_that_table_sees(any_server: Server):
    plan = ({"kind": "ideas", "settings": {"silent": True, "at_table": True}},)
    async with Hall(any_server, tables=2, plan=plan) as hall:
        leader, anna, bram = await hall.leader(), await hall.phone("Anna"), await hall.phone("Bram")
        await leader.must("round.open", round=IDEAS)
        idea = await bram.must("idea.add", round=IDEAS, text="Van tafel twee")
        await leader.must("round.reveal", round=IDEAS, phase="table")
        assert idea.id not in anna.of("ideas")

        await leader.must("participant.sit", participant=anna.me, table=2)
        await anna.until(sees("ideas", idea.id))


async def test_what_comes_too_late_is_kept_for_the_facilitator(any_server: Server):
    async with Hall(any_server) as hall:
        leader, anna, bram = await hall.leader(), await hall.phone("Anna"), await hall.phone("Bram")
        await leader.must("round.open", round=IDEAS)
        await leader.must("round.reveal", round=IDEAS, phase="room")
        await leader.must("round.open", round=CLUSTERING)

        late = await anna.must("idea.add", round=IDEAS, text="Uit de tunnel")
        await leader.until(sees("ideas", late.id))
        await leader.until(lambda c: c.of("pictures")[IDEAS]["parked"] == 1)
        assert leader.of("ideas")[late.id]["parked"]
        assert not bram.heard("Uit de tunnel")

        await leader.must("idea.admit", idea=late.id)
        await bram.until(sees("ideas", late.id))


async def test_digest_is_of_what_this_connection_should_hold(any_server: Server):
    async with Hall(any_server) as hall:
        leader, anna, projector = (
            await hall.leader(),
            await hall.phone("Anna"),
            await hall.projector(),
        )
        await leader.must("round.open", round=IDEAS)
        idea = await anna.must("idea.add", round=IDEAS, text="Alleen van mij")

        told = {one: await one.ask("digest", None) for one in (leader, anna, projector)}

        assert {reply["seq"] for reply in told.values()} == {idea.seq}
        assert [one.digest for one in told] == [reply["digest"] for reply in told.values()]
        assert told[anna] != told[projector]
        anna.mine.entities["ideas"].clear()
        assert anna.digest != told[anna]["digest"], "the control: it is of one's own things too"


async def test_digest_before_hello_is_refused(any_server: Server):
    import socketio

    async with Hall(any_server) as hall:
        early = socketio.AsyncClient(reconnection=False)
        await early.connect(f"{any_server.address}/?w={hall.code}", transports=["websocket"])
        reply = await early.call("digest")
        await early.disconnect()
        assert reply["error"]["code"] == "command.not_allowed"


async def test_two_devices_of_one_person_do_not_make_each_other_ask_again(any_server: Server):
    async with Hall(any_server) as hall:
        leader, phone = await hall.leader(), await hall.phone("Anna")
        await leader.must("round.open", round=IDEAS)
        await leader.must("message.show", text="Koffie")
        tablet = await hall.again(phone)

        idea = await phone.must("idea.add", round=IDEAS, text="Op beide te zien")

        for one in (phone, tablet):
            await one.until(lambda c: idea.id in c.own("ideas"))
            assert one.hellos == 1
