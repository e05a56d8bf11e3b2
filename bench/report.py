"""What a run came to: a Markdown table, and the same as JSON."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bench.book import Book, Figure
from bench.targets import Goal

COSTS = ("cpu_per_delivery", "cpu_per_vote", "ack_p99", "staleness_p99", "log_open", "log_resume")
"""The figures whose growth is told."""


def write_json(path: Path, machine: dict[str, Any], book: Book, goals: Iterable[Goal]) -> None:
    path.parent.mkdir(exist_ok=True)
    content = {
        "machine": machine,
        "figures": [dataclasses.asdict(figure) for figure in book.figures],
        "exponents": [
            {"name": name, "side": side, "value": round(exponent, 3)}
            for name, side, exponent in exponents(book)
        ],
        "goals": [dataclasses.asdict(g) | {"reached": g.reached} for g in goals],
        "faults": book.faults,
    }
    path.write_text(json.dumps(content, indent=1) + "\n")


def markdown(machine: dict[str, Any], book: Book, goals: Iterable[Goal]) -> str:
    """The whole as Markdown."""
    parts = [
        "; ".join(f"{name} {value}" for name, value in machine.items() if value),
        _table(("figure", "clients", "side", "median", "min", "max", "unit", "marks"), _rows(book)),
        _table(("cost", "side", "grows with clients to the power"), _exponent_rows(book)),
        _table(("goal", "is", "to be", "ratio to the goal", ""), _goal_rows(goals)),
        *(f"**{fault}**" for fault in book.faults),
    ]
    return "\n\n".join(part for part in parts if part)


def exponents(book: Book) -> Iterator[tuple[str, str, float]]:
    """Name, side and k of cost ~ clients^k, where it was measured for three sizes or more."""
    for name in COSTS:
        for side in dict.fromkeys(f.side for f in book.figures if f.name == name):
            found = book.exponent(name, side)
            if found is not None:
                yield name, side, found


def _rows(book: Book) -> Iterator[tuple[str, ...]]:
    names = list(dict.fromkeys(figure.name for figure in book.figures))
    for figure in sorted(book.figures, key=lambda f: (names.index(f.name), f.clients)):
        yield _row(figure)


def _row(figure: Figure) -> tuple[str, ...]:
    values = (_number(value) for value in (figure.value, figure.min, figure.max))
    marks = ", ".join(figure.marks)
    return (figure.name, f"{figure.clients:,}", figure.side, *values, figure.unit, marks)


def _exponent_rows(book: Book) -> Iterator[tuple[str, ...]]:
    for name, side, exponent in exponents(book):
        yield name, side, f"{exponent:.2f}"


def _goal_rows(goals: Iterable[Goal]) -> Iterator[tuple[str, ...]]:
    for goal in goals:
        sign = "≥" if goal.more else "≤"
        reached = "reached" if goal.reached else "**not reached**"
        yield goal.what, _number(goal.value), f"{sign} {goal.need:g}", f"{goal.share:.2f}", reached


def _number(value: float) -> str:
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.0f}" if value >= 100 else f"{value:.2f}"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table; "" without rows."""
    rows = list(rows)
    if not rows:
        return ""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
