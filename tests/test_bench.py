"""The bench: a small run of it, and that it fails when it should. How fast it is is no test."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bench import checks, fan_out, generate, report, targets, votes
from bench.book import Book, slope
from bench.halls import Halls
from bench.machine import described
from bench.sides import BROUWERIJ, FAN_OUT, NODE_SOCKETIO, NODE_WS, RAW
from brouwerij.simulate.kept import Store
from tests.support.apart import apart
from tests.support.machine import missing

PHONES = 6
CLEAN = {
    "doubled": 0, "disordered": 0, "dead": 0, "dead_because": "", "finished": True,
    "behind": 0, "other_views": 0, "unanswered": 0,
}  # fmt: skip


@pytest.fixture(scope="module")
def halls() -> Iterator[Halls]:
    try:
        generate.build()
    except generate.NoCompiler:
        missing("no C compiler")
    return Halls()


@pytest.mark.wire
def test_small_run_gives_figures_as_documented(
    halls: Halls, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(votes, "SIDES", (BROUWERIJ,))
    monkeypatch.setattr(fan_out, "SIDES", (FAN_OUT, NODE_SOCKETIO, NODE_WS, RAW))
    book = Book()
    fan_out.measure(book, halls, (PHONES,), runs=1, seconds=0.1)
    apart(votes.measure, book, halls, (PHONES,), runs=1, seconds=1.1)

    report.write_json(tmp_path / "latest.json", described(), book, targets.goals(book))

    assert book.faults == []
    written = json.loads((tmp_path / "latest.json").read_text())
    assert written["machine"]["cores"]
    figures = written["figures"]
    for figure in figures:
        assert {"name", "clients", "side", "value", "unit", "min", "max"} <= figure.keys()
        assert figure["min"] <= figure["value"] <= figure["max"]
    sides = {f["side"] for f in figures if f["name"] == "deliveries_per_s"}
    assert sides == {"brouwerij", "node_socketio", "node_ws", "raw"}
    assert [f["side"] for f in figures if f["name"] == "ack_p99"] == ["brouwerij"]


@pytest.mark.parametrize(
    ("counted", "told"),
    [
        ({}, []),
        ({"doubled": 2}, ["doubled: 2"]),
        ({"disordered": 1}, ["disordered: 1"]),
        ({"dead": 1, "dead_because": "reset"}, ["dead: 1 reset"]),
        ({"behind": 3}, ["behind: 3 clients do not have the last patch"]),
        ({"other_views": 1}, ["unequal: 1 clients saw something else than the others"]),
        ({"unanswered": 4}, ["lost: 4 votes without an answer"]),
        ({"unanswered": 4, "finished": False}, []),
    ],
)
def test_what_the_generator_counts_that_may_not_be_is_told(
    counted: dict[str, Any], told: list[str]
):
    assert list(checks.of_the_generator(CLEAN | counted)) == told


@pytest.mark.wire
def test_vote_that_was_acked_and_is_not_in_the_log_is_told(halls: Halls):
    hall = halls.of(PHONES)
    told = list(checks.of_the_log(hall.folder, hall, CLEAN | {"acked": 1}))
    assert told == ["1 votes acked, 0 changes stored", "1 votes acked, 0 receipts stored"]
    assert list(checks.of_the_log(hall.folder, hall, CLEAN | {"acked": 0})) == []


def test_view_of_the_first_phone_is_put_together_from_what_it_saw(tmp_path: Path):
    welcome = {
        "seq": 3, "epoch": "e", "now": 1, "me": "", "role": "participant",
        "view": {"ideas": {"a": {"text": "een"}}}, "patches": [], "mine": {},
    }  # fmt: skip
    patch = {"from": 3, "to": 4, "set": {"ideas": {"b": {"text": "twee"}}}, "delete": {}}
    journal = tmp_path / "journal"
    journal.write_text(json.dumps([welcome]) + "\n" + json.dumps(["patch", patch]) + "\n")

    held = checks.replay(journal)

    same = Store()
    same.become(4, {"ideas": {"a": {"text": "een"}, "b": {"text": "twee"}}})
    assert (held.seq, held.canonical()) == (4, same.canonical())


def test_growth_is_the_slope_through_the_logarithms():
    assert slope((n, 3 * n**1.5) for n in (50, 200, 1000)) == pytest.approx(1.5)
    assert slope((n, 7.0) for n in (50, 200, 1000)) == pytest.approx(0)
    assert slope([(50, 1.0), (200, 2.0)]) is None


def test_goal_is_reached_from_its_own_side():
    book = Book()
    for side, value in (("brouwerij", 140.0), ("node_socketio", 100.0), ("raw", 300.0)):
        book.add("deliveries_per_s", 500, side, value, "1/s")
    book.add("ack_p99", 2000, "brouwerij", 26.0, "ms")

    goals = {goal.what: goal for goal in targets.goals(book)}

    assert goals["fan-out to 500, times node_socketio"].reached
    assert not goals["fan-out to 500, times raw"].reached
    assert not goals["ack_p99 at 2,000"].reached
    assert not goals["ack_p99 at 2,000"].ratio
    assert dataclasses.replace(goals["ack_p99 at 2,000"], value=25.0).reached


def test_figure_is_the_median_with_its_marks_and_what_has_no_value_is_left_out():
    book = Book()
    for value in (3.0, 1.0, 2.0, None, -1.0):
        book.add("ack_p50", 50, "tutorial", value, "ms")
    book.mark("ack_p50", 50, "tutorial", "saturated")
    figure = book.figures[0]
    assert (figure.value, figure.min, figure.max, figure.runs) == (2.0, 1.0, 3.0, 3)
    assert figure.marks == ("saturated ×1",)
    assert "saturated ×1" in report.markdown({"cores": 2}, book, [])
