"""python -m bench: measure, print one table, write bench/results/latest.json.

Exit code: 0 it went well; 1 something was lost, doubled or out of order, a view was not the
server's, or with --gate a ratio was not reached; 2 it cannot run here.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass

from bench import fan_out, generate, history, joins, paper, report, targets, votes
from bench.book import Book, say
from bench.halls import Halls
from bench.machine import HERE, cores, described

RESULTS = HERE / "results" / "latest.json"
PARTS = ("fan-out", "votes", "many", "ceiling", "join", "log", "paper")
FULL_HALL, MANY = 500, 5000
"""Phones for the ceiling, and for what one process may hold at most."""
JOINING = (200, 500, 1000)
LENGTHS = (1000, 10_000, 100_000)
"""Changes in the logs."""
IDEAS = 2000
"""In the report that is made."""


@dataclass(frozen=True)
class Size:
    """How much is measured. fan_out, votes: seconds of one run."""

    clients: tuple[int, ...]
    runs: int
    fan_out: float
    votes: float
    parts: tuple[str, ...]


FULL = Size((50, 200, 500, 1000, 2000), runs=5, fan_out=2.0, votes=5.0, parts=PARTS)
QUICK = Size((500,), runs=3, fan_out=1.0, votes=3.0, parts=("fan-out", "votes"))


def main() -> int:
    args = _parser().parse_args()
    size = QUICK if args.quick else FULL
    clients = tuple(args.clients or size.clients)
    runs, parts = args.runs or size.runs, args.parts or size.parts
    try:
        generate.build()
    except generate.NoCompiler as error:
        print(error, file=sys.stderr)
        return 2
    if cores() is None:
        say("only one core: server and generator share it, and the figures mean little")
    machine, book, halls = described(), Book(), Halls()
    for part in parts:
        measure(part, book, halls, clients, runs, size)
    goals = list(targets.goals(book))
    report.write_json(RESULTS, machine, book, goals)
    print(report.markdown(machine, book, goals))
    missed = any(goal.ratio and not goal.reached for goal in goals)
    return int(bool(book.faults) or (args.gate and missed))


def measure(
    part: str, book: Book, halls: Halls, clients: tuple[int, ...], runs: int, size: Size
) -> None:
    """One part of the whole."""
    if part == "fan-out":
        fan_out.measure(book, halls, clients, runs, size.fan_out)
    elif part == "votes":
        votes.measure(book, halls, clients, runs, size.votes)
    elif part == "many":
        votes.many(book, halls, MANY, runs, size.votes)
    elif part == "ceiling":
        votes.ceiling(book, halls, FULL_HALL, runs, size.votes)
    elif part == "join":
        joins.measure(book, halls, JOINING, runs)
    elif part == "log":
        history.measure(book, LENGTHS, runs)
    elif part == "paper":
        paper.measure(book, (IDEAS,), runs)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="500 clients, in under three minutes")
    parser.add_argument("--gate", action="store_true", help="fail when a ratio is not reached")
    parser.add_argument("--parts", nargs="+", choices=PARTS, help="measure these only")
    parser.add_argument("--clients", nargs="+", type=int, help="numbers of clients")
    parser.add_argument("--runs", type=int, help="how often each side runs")
    return parser


if __name__ == "__main__":
    sys.exit(main())
