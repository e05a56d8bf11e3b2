"""What may belong together: told to who asks, of what they have in view, while the rest goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.hall import CLUSTERING, IDEAS, Hall, Phone, sees
from tests.support.server import close_app
from tests.support.thinking import Held

MONEY = ["Geld lenen", "Geld sparen", "Geld delen"]
FOOD = ["Eten koken", "Eten bezorgen", "Eten kweken"]


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Held]:
    instance = tmp_path_factory.mktemp("held") / "instance"
    instance.mkdir()
    server = Held(instance)
    server.start()
    try:
        yield server
    finally:
        server.kill()
        close_app(server)


@pytest.fixture
def held(one_server: Held) -> Held:
    """A server whose embedding this test holds in its hands."""
    one_server.as_new()
    return one_server


async def give(phone: Phone, texts: list[str]) -> list[str]:
    """Bring in ideas; their ids."""
    return [(await phone.must("idea.add", round=IDEAS, text=text)).id for text in texts]


async def shared(leader: Phone) -> None:
    """The room sees all ideas, and sorts them."""
    await leader.must("round.reveal", round=IDEAS, phase="room")
    await leader.must("round.open", round=CLUSTERING)


async def asked_for(server: Held, times: int) -> None:
    while server.asked < times:
        await asyncio.sleep(0.01)


def themes(answer: dict[str, Any], idea: str) -> list[str]:
    return [answer["themes"][place] for place in answer["ideas"][idea]]


async def test_suggest_when_the_room_has_placed_some_then_the_theme_of_the_like_comes_first(
    held: Held,
):
    async with Hall(held) as hall:
        leader, anna = await hall.leader(), await hall.phone("Anna")
        await leader.must("round.open", round=IDEAS)
        money, food = await give(anna, MONEY), await give(anna, FOOD)
        await shared(leader)
        titles = [("Samen", money[:1]), ("Anders", food[:1]), ("Verder", []), ("Later", [])]
        made = [
            (await leader.must("theme.add", round=CLUSTERING, name=name, ideas=ideas)).id
            for name, ideas in titles
        ]
        await anna.until(sees("themes", made[-1]))

        for asker in (anna, leader, await hall.projector()):
            answer = await asker.ask("suggest", None)
            assert answer["available"]
            assert set(answer["ideas"]) == {*money[1:], *food[1:]}, "those that are loose"
            assert {len(places) for places in answer["ideas"].values()} == {3}
            assert {themes(answer, idea)[0] for idea in money[1:]} == {made[0]}
            assert {themes(answer, idea)[0] for idea in food[1:]} == {made[1]}


async def test_answers_are_made_of_what_the_asker_has_in_view_and_of_nothing_else(held: Held):
    async with Hall(held) as hall:
        leader, anna = await hall.leader(), await hall.phone("Anna")
        await leader.must("round.open", round=IDEAS)
        money = await give(anna, [*MONEY, "Geld lenen!"])
        secret = [await one.ask("suggest", None) for one in (anna, leader)]
        secret += [await leader.ask("propose", None), await leader.ask("alike", None)]
        assert not [answer for answer in secret if any(id in repr(answer) for id in money)]

        await leader.must("round.reveal", round=IDEAS, phase="room")
        await leader.must("idea.hide", idea=money[0], hidden=True)
        await anna.until(lambda c: set(c.of("ideas")) == set(money[1:]))
        answer = await anna.ask("suggest", None)
        assert set(answer["ideas"]) == set(money[1:]), "the control: what is shared is in it"
        await leader.must("idea.hide", idea=money[0], hidden=False)
        await leader.until(lambda c: not c.of("ideas")[money[0]].get("hidden"))
        assert [money[0], money[3]] in (await leader.ask("alike", None))["pairs"]


async def test_proposals_and_pairs_are_for_who_leads(held: Held):
    async with Hall(held) as hall:
        leader, anna = await hall.leader(), await hall.phone("Anna")
        await leader.must("round.open", round=IDEAS)
        money, food = await give(anna, MONEY), await give(anna, FOOD)
        await shared(leader)
        await leader.until(lambda c: c.of("rounds")[CLUSTERING]["status"] == "open")
        before = leader.view.seq

        for question in ("propose", "alike"):
            refused = await anna.ask(question, None)
            assert refused["error"]["code"] == "command.not_allowed"
        answer = await leader.ask("propose", None)

        groups = {frozenset(theme["ideas"]) for theme in answer["themes"]}
        assert groups == {frozenset(money), frozenset(food)}
        assert all(theme["name"] for theme in answer["themes"])
        assert leader.view.seq == before
        assert not leader.of("themes"), "nothing happens by itself"


async def test_fifty_who_ask_the_same_cost_one_answer_and_votes_go_on_meanwhile(held: Held):
    async with Hall(held) as hall:
        crowd = hall.crowd(50)
        leader = await hall.leader()
        await leader.must("round.open", round=IDEAS)
        anna = await hall.phone("Anna")
        await give(anna, [*MONEY, *FOOD])
        await shared(leader)
        theme = await leader.must("theme.add", round=CLUSTERING, name="Geld")
        phones = [await hall.enter(cookie) for cookie in crowd]
        for phone in phones:
            await phone.until(sees("themes", theme.id))
        held.hold()

        first = asyncio.create_task(anna.ask("suggest", None, 60))
        await asked_for(held, 1)
        questions = [asyncio.create_task(phone.ask("suggest", None, 60)) for phone in phones]
        slow = asyncio.create_task(leader.ask("propose", None, 60))
        ideas = list(phones[0].of("ideas"))
        for phone, idea in zip(phones, ideas * 9, strict=False):
            await phone.must("idea.place", round=CLUSTERING, idea=idea, theme=theme.id)
        assert not first.done()
        assert not slow.done()
        assert not any(question.done() for question in questions), "all were still being made"
        held.go_on()

        answers = await asyncio.gather(*questions)
        assert answers == answers[:1] * 50
        assert (await slow)["available"]
        assert (await first)["available"]
        assert held.asked == 3, "the first, the one for fifty, the proposal"

        for phone in phones[:5]:
            await phone.ask("suggest", None)
        assert held.asked == 3, "nothing changed since"


async def test_fits_when_who_leads_asks_then_are_of_others_by_meaning_or_else_by_letters(
    held: Held,
):
    plan = ({"kind": "introductions"}, {"kind": "ideas"})
    async with Hall(held, plan=plan) as hall:
        leader = await hall.leader()
        anna, bram = await hall.phone("Anna", "De Hof"), await hall.phone("Bram", "Het Nest")
        await leader.must("round.open", round="r1")
        told = (
            (anna, "factor", "Geld lenen van vrienden"),
            (bram, "bottleneck", "Geld ontbreekt"),
            (anna, "factor", "Eten kweken"),
            (anna, "bottleneck", "Eten wordt duur"),
        )
        points = [
            (await phone.must("point.add", round="r1", sort=sort, text=text)).id
            for phone, sort, text in told
        ]
        await leader.until(sees("points", points[-1]))

        assert (await anna.ask("fits", None))["error"]["code"] == "command.not_allowed"
        assert (await leader.ask("fits", None))["pairs"] == [points[:2]]
        held.without()
        await bram.must("point.edit", round="r1", point=points[1], text="Lenen van vrienden")
        await leader.until(lambda c: c.of("points")[points[1]]["text"].startswith("Lenen"))
        assert (await leader.ask("fits", None))["pairs"] == [points[:2]]


async def test_without_the_extra_screens_are_told_so_and_pairs_are_found_by_letters(held: Held):
    async with Hall(held) as hall:
        held.without()
        leader, anna = await hall.leader(), await hall.phone("Anna")
        await leader.must("round.open", round=IDEAS)
        one, other = await give(anna, ["Samen eten", "samen eten!"])
        await shared(leader)
        await leader.until(sees("ideas", other))

        assert not (await anna.ask("suggest", None))["available"]
        assert not (await leader.ask("propose", None))["available"]
        assert (await leader.ask("alike", None))["pairs"] == [[one, other]]


async def test_questions_count_for_how_much_a_sender_may_ask(held: Held):
    async with Hall(held) as hall:
        leader = await hall.leader()

        answers = await asyncio.gather(*(leader.ask("suggest", None, 30) for _ in range(140)))

        codes = {answer["error"]["code"] for answer in answers if "error" in answer}
        assert codes == {"command.too_many"}
        assert any("available" in answer for answer in answers)
