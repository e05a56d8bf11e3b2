"""Who is here and how many are writing: people, not devices; nowhere kept, and not for phones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from brouwerij import aio
from brouwerij.live.presence import (
    AWAY_SECONDS,
    GRACE_SECONDS,
    SILENT_SECONDS,
    SWEEP_SECONDS,
    WRITING_SECONDS,
    Attendance,
    Crowd,
)
from brouwerij.simulate.client import Client
from brouwerij.wire import Headcount, Presence
from tests.support.hall import IDEAS, Hall, Phone
from tests.support.server import Server

CIRCA, WARREN = "i1", "i2"


def counted(here: int, writing: int = 0) -> Any:
    """A condition: so many are here, and so many of them are writing."""

    def condition(client: Client) -> bool:
        now = client.presence
        return now is not None and (now.here, now.writing) == (here, writing)

    return condition


def told(phone: Phone) -> list[Any]:
    return [payload for event, payload in phone.frames if event == "presence"]


# With real clients


async def test_who_looks_is_told_who_is_here_by_initiative(any_server: Server):
    async with Hall(any_server) as hall:
        anna = await hall.phone("Anna")
        await hall.again(anna)  # on a second device
        await hall.phone("Bram", "De Warren")
        wall, leader = await hall.projector(), await hall.leader()

        for screen in (wall, leader):
            await screen.until(counted(2))
            assert screen.presence is not None
            names = {id: one["name"] for id, one in screen.of("initiatives").items()}
            here = {names[id]: of.here for id, of in screen.presence.initiatives.items()}
            assert here == {"CW Circa": 1, "De Warren": 1}


async def test_screen_that_comes_is_told_at_once_though_nothing_changes(server: Server):
    async with Hall(server) as hall:
        wall = await hall.projector()
        await hall.phone("Anna")
        await wall.until(counted(1))
        late = await hall.projector()
        await late.until(counted(1))
        assert len(told(late)) == 1


async def test_writing_is_counted_and_neither_kept_nor_told_to_phones(any_server: Server):
    async with Hall(any_server) as hall:
        leader, wall = await hall.leader(), await hall.projector()
        anna, bram = await hall.phone("Anna"), await hall.phone("Bram")
        opened = (await leader.must("round.open", round=IDEAS)).seq
        await anna.until(lambda c: c.view.seq >= opened)
        await anna.write()
        await wall.write()  # who only looks does not write
        await wall.until(counted(2, writing=1))

        after = await leader.must("message.show", text="Tot hier")
        for phone in (anna, bram):
            await phone.until(lambda c: c.view.seq >= (after.seq or 0))
            assert (await phone.ask("digest", None))["digest"] == phone.digest
        assert after.seq == opened + 1, "nothing came in the log"
        assert not told(anna)
        assert not told(bram)
        assert told(wall), "the control: a screen that looks is told"


async def test_only_numbers_are_told(server: Server):
    async with Hall(server) as hall:
        wall, anna = await hall.projector(), await hall.phone("Anna")
        await anna.write()
        await wall.until(counted(1, writing=1))
        for payload in told(wall):
            assert set(payload) == {"here", "away", "writing", "initiatives"}
            assert anna.me not in repr(payload)


# By a clock of our own


def crowd(**people: str) -> Crowd:
    """People of whom each has one device: crowd(anna=CIRCA)."""
    made = Crowd()
    for person, initiative in people.items():
        made.came(person, initiative)
    return made


def test_leaving_and_coming_back_within_the_grace_changes_nothing():
    room = crowd(anna=CIRCA, bram=WARREN)
    both = {CIRCA: Headcount(here=1, away=0), WARREN: Headcount(here=1, away=0)}
    assert room.news(0) == Presence(here=2, away=0, writing=0, initiatives=both)
    room.went("anna", 1)
    assert room.news(GRACE_SECONDS) is None
    assert not room.settled(GRACE_SECONDS), "it has to be looked at again"
    room.came("anna", CIRCA)
    assert room.news(2 * GRACE_SECONDS) is None
    assert room.settled(2 * GRACE_SECONDS)


def test_who_stays_away_is_away_after_the_grace_and_has_left_after_long():
    room = crowd(anna=CIRCA, bram=WARREN)
    room.went("anna", 0)
    now = room.whole(GRACE_SECONDS)
    assert (now.here, now.away) == (1, 1)
    assert now.initiatives[CIRCA] == Headcount(here=0, away=1)
    later = room.whole(AWAY_SECONDS)
    assert (later.here, later.away) == (1, 0)
    assert CIRCA not in later.initiatives


def test_who_leaves_on_one_of_two_devices_is_still_here():
    room = crowd(anna=CIRCA)
    room.came("anna", CIRCA)
    room.went("anna", 0)
    assert room.whole(2 * GRACE_SECONDS).here == 1
    room.went("anna", 0)
    assert room.whole(2 * GRACE_SECONDS).here == 0


def test_writing_lapses_unless_it_is_said_again():
    room = crowd(anna=CIRCA, bram=CIRCA)
    room.wrote("anna", 0)
    room.wrote("bram", 3)
    assert room.whole(WRITING_SECONDS - 1).writing == 2
    assert room.whole(WRITING_SECONDS).writing == 1
    room.wrote("anna", WRITING_SECONDS)
    assert room.whole(WRITING_SECONDS + 3).writing == 1
    assert room.whole(2 * WRITING_SECONDS).writing == 0
    assert room.settled(2 * WRITING_SECONDS)


def test_what_other_workers_count_is_added_as_long_as_they_live():
    room = crowd(anna=CIRCA)
    there = Presence(here=2, away=1, writing=1, initiatives={CIRCA: Headcount(here=2, away=1)})
    room.heard("other", there, 0)
    now = room.whole(SILENT_SECONDS - 1)
    assert (now.here, now.away, now.writing) == (3, 1, 1)
    assert now.initiatives == {CIRCA: Headcount(here=3, away=1)}
    assert room.own(0).here == 1
    assert room.whole(SILENT_SECONDS).here == 1


def test_what_was_told_is_told_again_only_when_it_changed():
    room = crowd(anna=CIRCA)
    assert room.news(0) is not None
    assert room.news(1) is None
    room.came("bram", CIRCA)
    assert room.news(2) is not None


class Sweeping:
    """An attendance whose sweeps run when the test says so, in a time of their own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        self.begun: list[Callable[[], None]] = []
        self.told: list[tuple[float, str, Presence]] = []
        monkeypatch.setattr(aio, "spawn", lambda work, *of: self.begun.append(lambda: work(*of)))
        monkeypatch.setattr(aio, "sleep", self._sleep)
        self.attendance = Attendance(self._emit, "", lambda: self.now)

    def run(self) -> list[tuple[float, int, int]]:
        """Sweep until nothing changes any more; what the wall was told: when, here, writing."""
        self.told.clear()
        while self.begun:
            self.begun.pop()()
        return [(at, one.here, one.writing) for at, room, one in self.told if "projector" in room]

    def _sleep(self, seconds: float) -> None:
        self.now += seconds

    def _emit(self, room: str, event: str, message: Presence) -> None:
        self.told.append((self.now, room, message))


def test_sweeps_tell_what_lapses_by_itself_and_end_when_nothing_changes(
    monkeypatch: pytest.MonkeyPatch,
):
    it = Sweeping(monkeypatch)
    for person in ("anna", "bram"):
        it.attendance.came("BR7K4M", person, CIRCA)
    it.attendance.wrote("BR7K4M", "anna")
    assert it.run() == [(0, 2, 1), (WRITING_SECONDS, 2, 0)]

    left = it.now
    it.attendance.went("BR7K4M", "anna")
    assert it.run() == [(left + GRACE_SECONDS, 1, 0)]


def test_sweeps_of_one_workshop_are_never_closer_than_they_may_be(
    monkeypatch: pytest.MonkeyPatch,
):
    it = Sweeping(monkeypatch)
    rest = it._sleep

    def somebody_comes_meanwhile(seconds: float) -> None:
        if it.now < 5 * SWEEP_SECONDS:
            it.attendance.came("BR7K4M", f"person {it.now}", CIRCA)
        rest(seconds)

    monkeypatch.setattr(aio, "sleep", somebody_comes_meanwhile)
    it.attendance.came("BR7K4M", "anna", CIRCA)
    assert [at for at, _, _ in it.run()] == [number * SWEEP_SECONDS for number in range(6)]
