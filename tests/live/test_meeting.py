"""Who asks to be introduced is known to nobody, until the other side asks the same."""

from __future__ import annotations

from tests.support.hall import Hall
from tests.support.server import Server

EMAIL, NUMBER = "merk-wens@voorbeeld.example", "06 55512345"


async def test_details_of_a_wish_are_seen_by_the_two_who_asked_alone(server: Server):
    async with Hall(server, plan=({"kind": "introductions"},)) as hall:
        leader, wall = await hall.leader(), await hall.projector()
        anna, bram = await hall.phone("Anna"), await hall.phone("Bram", "Het Nest")
        await leader.must("round.open", round="r1")
        need = (await bram.must("point.add", round="r1", sort="bottleneck", text="Geld")).id
        await anna.until(lambda c: need in c.of("points"))
        await anna.must("tap.set", round="r1", point=need, sort="help", on=True)
        offer = anna.of("participants")[anna.me]["initiative"]
        about = {"round": "r1", "need": need, "offer": offer, "consent": True}
        await anna.must("wish.give", name="Merk-Anna", email=EMAIL, **about)
        await bram.until(lambda c: c.of("pictures")["r1"]["needs"][0]["helpers"])
        assert not bram.heard(EMAIL)

        await bram.must("wish.give", name="Merk-Bram", phone=NUMBER, **about)
        await anna.until(lambda c: c.heard(NUMBER))
        await bram.until(lambda c: c.heard(EMAIL))
        await wall.until(lambda c: c.of("pictures")["r1"]["introduced"] == 1)
        await leader.until(lambda c: c.of("pictures")["r1"]["introduced"] == 1)
        for one in (leader, wall, await hall.again(wall)):
            for marker in (EMAIL, NUMBER, "Merk-Anna", "Merk-Bram", "'wishes'"):
                assert not one.heard(marker)
