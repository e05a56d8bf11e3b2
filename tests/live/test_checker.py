"""The checker itself: good evidence is passed, and evidence that was tampered with is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from brouwerij.domain.board import Entry
from brouwerij.domain.commands import Command, replace
from tests.support import checker
from tests.support.checker import Evidence, Screen, Story, names, violations
from tests.support.room import Room

ANNA = "person-anna"


def frame(event: str, payload: Any) -> tuple[str, bytes]:
    return event, msgspec.json.encode(payload)


def patch(since: int, to: int) -> tuple[str, bytes]:
    return frame("patch", {"from": since, "to": to, "set": {}, "del": {}})


def welcome(seq: int) -> tuple[str, bytes]:
    return frame("hello", {"ok": True, "seq": seq, "view": {}, "mine": {}})


def answer(**outcome: Any) -> tuple[str, bytes]:
    return frame("do", [outcome])


@pytest.fixture
def evidence() -> Evidence:
    """Anna gave her one dot, and what she asked too late was refused."""
    room = Room([{"kind": "clustering"}, {"kind": "dots", "settings": {"dots": 1}}])
    anna = room.join("Anna", "De Groene Hof")
    (theme,) = room.themes("Eén fonds")
    room.open("dots")
    given = {"round": room.id("dots"), "theme": theme, "dots": 1}
    dots, seq = room.do(anna, "dots.set", **given), room.board.seq
    outcomes = [
        answer(id=dots, ok=True, seq=seq),
        answer(id="too-late", ok=False, error={"code": "round.closed", "message": ""}),
    ]
    story = Story(
        ANNA,
        "participant",
        {dots: Command(dots, "dots.set", given)},
        [welcome(seq - 2), patch(seq - 3, seq - 1), patch(seq - 1, seq), *outcomes, outcomes[0]],
    )
    receipts = {(ANNA, dots): (seq, ""), (ANNA, "too-late"): (seq, "round.closed")}
    screen = Screen(ANNA, "same", "same", "same", "same")
    return Evidence([story], room.log, seq, receipts, [screen], {"secret": {ANNA}})


def test_evidence_when_all_is_well_then_nothing_is_found(evidence: Evidence):
    assert violations(evidence) == []


def _without_receipt(it: Evidence) -> None:
    it.receipts = {}


def _without_change(it: Evidence) -> None:
    last = it.log[-1]
    it.log[-1] = replace(last, command="another", change=replace(last.change, set=()))


def _stored_elsewhere(it: Evidence) -> None:
    it.log[-1], it.log[-2] = (
        replace(it.log[-1], command="another"),
        replace(it.log[-2], command=it.log[-1].command),
    )


def _again(it: Evidence) -> None:
    last = it.log[-1]
    it.log.append(replace(last, seq=last.seq + 1))
    it.head += 1


def _refused_and_stored(it: Evidence) -> None:
    it.log[-2] = replace(it.log[-2], command="too-late")


def _answered_otherwise(it: Evidence) -> None:
    refused = {"code": "dots.over_budget", "message": ""}
    (id, _) = next(iter(it.stories[0].given.items()))
    it.stories[0].frames.append(answer(id=id, ok=False, error=refused))


def _head_before_the_log(it: Evidence) -> None:
    it.head -= 1


def _hole_in_the_log(it: Evidence) -> None:
    del it.log[2]


def _other_view(it: Evidence) -> None:
    it.screens[0].holds = "other"


def _other_newcomer(it: Evidence) -> None:
    it.screens[0].newcomer = "other"


def _other_fold(it: Evidence) -> None:
    it.screens[0].folded = "other"


def _missed(it: Evidence) -> None:
    it.stories[0].frames.append(patch(it.head + 3, it.head + 4))


def _twice(it: Evidence) -> None:
    it.stories[0].frames.append(it.stories[0].frames[2])


def _too_many_dots(it: Evidence) -> None:
    ballot: Any = it.log[-1].change.set[0]
    it.log[-1] = _setting(it.log[-1], replace(ballot, dots=ballot.dots | {"other": 1}))


def _setting(entry: Entry, entity: Any) -> Entry:
    return replace(entry, change=replace(entry.change, set=(entity,)))


def _overheard(it: Evidence) -> None:
    it.stories.append(Story("link1", "projector", {}, [frame("patch", {"from": 0, "to": 1})]))
    it.stories[-1].frames.append(frame("bye", {"reason": "secret"}))


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        (_without_receipt, checker.LOST),
        (_without_change, checker.LOST),
        (_stored_elsewhere, checker.LOST),
        (_again, checker.TWICE),
        (_refused_and_stored, checker.REFUSED),
        (_answered_otherwise, checker.CHANGED),
        (_head_before_the_log, checker.LOG),
        (_hole_in_the_log, checker.LOG),
        (_other_view, checker.VIEW),
        (_other_newcomer, checker.VIEW),
        (_other_fold, checker.FOLD),
        (_missed, checker.GAP),
        (_twice, checker.REPEAT),
        (_too_many_dots, checker.BUDGET),
        (_overheard, checker.LEAK),
    ],
)
def test_evidence_when_tampered_with_then_that_is_found(
    evidence: Evidence, tamper: Callable[[Evidence], None], found: str
):
    tamper(evidence)
    assert found in names(violations(evidence))


def test_evidence_when_a_gap_was_healed_then_nothing_is_found(evidence: Evidence):
    ahead = evidence.head + 3
    evidence.stories[0].frames += [patch(ahead, ahead + 1), welcome(ahead + 1)]
    assert violations(evidence) == []


def test_evidence_when_a_patch_came_before_the_answer_to_hello_then_nothing_is_found(
    evidence: Evidence,
):
    ahead = evidence.head + 3
    evidence.stories[0].frames += [
        patch(ahead, ahead + 1),
        welcome(ahead),
        patch(ahead + 1, ahead + 2),
    ]
    assert violations(evidence) == []
