"""The promises of docs/guarantees.md on a short afternoon, and that breaking one is noticed."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.support import checker
from tests.support.checker import violations
from tests.support.hall import Hall, Phone
from tests.support.server import Server, serving
from tests.support.witness import Witness, gather

PLAN = (
    {"kind": "ideas", "settings": {"silent": True}},
    {"kind": "clustering"},
    {"kind": "dots", "settings": {"dots": 2}},
    {"kind": "checkout"},
)
IDEAS, CLUSTERING, DOTS, CHECKOUT = (f"r{number}" for number in range(1, 5))
PEOPLE, THEMES, DOTS_EACH = 6, 10, 2
SECRET = "merk-geheim-4b1d"


class Afternoon:
    """Six people of whom the first has two devices; who leads, and the projector."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall

    async def begin(self) -> None:
        cookies = self.hall.crowd(PEOPLE)
        self.leader = await self.hall.leader()
        self.phones = [await self.hall.enter(cookie) for cookie in (cookies[0], *cookies)]
        self.all: list[Phone] = [self.leader, await self.hall.projector(), *self.phones]

    async def write(self) -> None:
        """Everybody writes an idea, changes it twice, and sends the first change once more."""
        await self.leader.must("round.open", round=IDEAS)
        await asyncio.gather(*(self._write(phone) for phone in self.phones))

    async def _write(self, phone: Phone) -> None:
        assert isinstance(phone, Witness)
        idea = (await phone.must("idea.add", round=IDEAS, text="Een")).id
        first = phone.give("idea.edit", round=IDEAS, idea=idea, text="Twee")
        await first.outcome
        await phone.must("idea.edit", round=IDEAS, idea=idea, text="Drie")
        phone.once_more(first)
        await phone.settled()

    async def name(self) -> list[str]:
        """Who leads names themes, one at a time, so that each is shown by itself."""
        await self.leader.must("round.open", round=CLUSTERING)
        names = []
        for number in range(THEMES):
            made = await self.leader.must("theme.add", round=CLUSTERING, name=f"Thema {number}")
            await self.leader.ask("digest", None)  # answered once it was shown
            names.append(made.id)
        return names

    async def hammer(self, themes: list[str]) -> None:
        """Everybody wants a dot on every theme at once, the first person with both hands."""
        await self.leader.must("round.open", round=DOTS)
        sent = [
            phone.give("dots.set", round=DOTS, theme=theme, dots=1)
            for theme in themes
            for phone in self.phones
        ]
        outcomes = await asyncio.gather(*(one.outcome for one in sent))
        assert any(not outcome.ok for outcome in outcomes) or len(themes) <= DOTS_EACH

    async def confide(self) -> dict[str, set[str]]:
        """Somebody says something that is theirs alone as long as the round is open."""
        await self.leader.must("round.open", round=CHECKOUT)
        phone = self.phones[-1]
        await phone.must("checkout.give", round=CHECKOUT, mark=2, sentence=SECRET)
        return {SECRET: {phone.me}}


AFTERNOONS = 4


async def held(hall: Hall) -> set[str]:
    """What was promised and not kept on a short afternoon."""
    afternoon = Afternoon(hall)
    await afternoon.begin()
    await afternoon.write()
    themes = await afternoon.name()
    await afternoon.hammer(themes)
    secrets = await afternoon.confide()
    evidence = await gather(hall, afternoon.all, newcomers=afternoon.all, secrets=secrets)
    assert len(evidence.log) > PEOPLE * 3 + THEMES
    return checker.names(violations(evidence))


async def test_promises_are_kept(server: Server):
    """G1 to G6, without an interruption."""
    async with Hall(server, phones=Witness, plan=PLAN) as hall:
        assert await held(hall) == set()


@pytest.mark.parametrize(
    ("promise", "noticed"),
    [
        ("no-receipts", {checker.TWICE, checker.LOST}),
        ("lost-patch", {checker.VIEW}),
        ("repeated-patch", {checker.REPEAT}),
        ("no-filter", {checker.LEAK}),
        ("half-logged", {checker.FOLD}),
    ],
)
async def test_promise_when_broken_then_is_noticed(tmp_path: Path, promise: str, noticed: set[str]):
    """The controls of G1 to G3, G5 and G6.

    In a few afternoons, since what breaks may by chance be what nobody would have missed.
    """
    found: set[str] = set()
    with serving(tmp_path / "instance", BROUWERIJ_BREAK=promise) as broken:
        for _ in range(AFTERNOONS):
            async with Hall(broken, phones=Witness, plan=PLAN) as hall:
                found |= await held(hall)
            if noticed <= found:
                break
    assert noticed <= found


async def test_budget_when_not_kept_then_is_noticed(tmp_path: Path):
    """The control of G4: a dot is taken also from who has none left."""
    with serving(tmp_path / "instance", BROUWERIJ_BREAK="over-budget") as broken:
        async with Hall(broken, phones=Witness, plan=PLAN) as hall:
            afternoon = Afternoon(hall)
            await afternoon.begin()
            themes = await afternoon.name()
            await afternoon.leader.must("round.open", round=DOTS)
            first, second, *_ = afternoon.phones
            for phone, theme in zip((first, second, first, second), themes, strict=False):
                await phone.must("dots.set", round=DOTS, theme=theme, dots=1)
            evidence = await gather(hall, afternoon.all)
            assert checker.names(violations(evidence)) == {checker.BUDGET}
