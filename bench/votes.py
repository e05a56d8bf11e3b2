"""Votes: everybody votes once a second, whatever the server does; and how far that can go.

An open loop: latencies count from when a vote was due. The server is `brouwerij serve`, with a
workshop whose dots round is open; each vote is a command that is decided, stored and told to all.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench import checks, generate
from bench.book import Book, say
from bench.generate import Result
from bench.halls import DOTS, Hall, Halls, scratch
from bench.sides import BROUWERIJ, NODE_SOCKETIO, TUTORIAL, Serving, Side, serving

SIDES = (BROUWERIJ, NODE_SOCKETIO, TUTORIAL)
STEADY = 0.98
"""The share of the votes that has to be acked as they come, else the side is saturated."""
CURRENT_MS = 250.0
"""Everybody is current when 99 % of what others voted is there within this."""
LADDERS = {
    "brouwerij": (1000, 2000, 3000, 4000, 5000, 6000, 8000, 10_000, 12_500, 15_000),
    "node_socketio": (50, 100, 150, 200, 250, 300, 350, 400, 500),
    "tutorial": (25, 50, 75, 100, 125, 150, 200, 250),
}
"""Votes a second that are tried for the ceiling."""


def measure(book: Book, halls: Halls, sizes: tuple[int, ...], runs: int, seconds: float) -> None:
    """Once a second each, every side in turn, for each number of clients."""
    for clients in sizes:
        for number in range(runs):
            for side in (side for side in SIDES if side.there):
                result = run(book, side, halls.of(clients), clients, 1.0, seconds)
                _write(book, side.name, clients, result)
                told = f"ack p99 {result['ack_p99']:.1f} ms, stale p99 {result['stale_p99']:.1f} ms"
                say(f"votes {clients} {side.name} {number + 1}/{runs}: {told}")


def many(book: Book, halls: Halls, clients: int, runs: int, seconds: float) -> None:
    """More phones than any room has, on one process of ours."""
    for number in range(runs):
        result = run(book, BROUWERIJ, halls.of(clients), clients, 1.0, seconds)
        _write(book, BROUWERIJ.name, clients, result)
        say(f"votes {clients} brouwerij {number + 1}/{runs}: ack p99 {result['ack_p99']:.1f} ms")


def ceiling(book: Book, halls: Halls, clients: int, runs: int, seconds: float) -> None:
    """The most votes a second with everybody current, found by halving."""
    for number in range(runs):
        for side in (side for side in SIDES if side.there):
            best = _highest(book, side, halls.of(clients), clients, seconds)
            book.add("votes_ceiling", clients, side.name, best, "1/s")
            say(f"ceiling {clients} {side.name} {number + 1}/{runs}: {best} votes/s")


def _highest(book: Book, side: Side, hall: Hall, clients: int, seconds: float) -> float:
    """What was acked a second on the highest rung that holds; 0 when none does."""
    ladder = LADDERS[side.name]
    low, high, best = 0, len(ladder), 0.0
    while low < high:
        middle = (low + high) // 2
        result = run(book, side, hall, clients, ladder[middle] / clients, seconds)
        for mark in generate.marks(result):
            book.mark("votes_ceiling", clients, side.name, mark)
        if _steady(result) and 0 <= result["stale_p99"] <= CURRENT_MS:
            low, best = middle + 1, max(best, result["acked_per_s"])
        else:
            high = middle
    return best


def run(book: Book, side: Side, hall: Hall, clients: int, rate: float, seconds: float) -> Result:
    """One run; what is wrong with it goes into the book. rate: votes a second of each."""
    ours = side is BROUWERIJ
    with hall.copy() if ours else scratch() as folder:
        with serving(side, folder, clients) as server:
            result = _generate(side, hall, server, folder, clients, rate, seconds)
            wrong = [*checks.of_the_generator(result)]
            if ours and result["finished"]:
                wrong += checks.of_the_server(
                    server, hall.code, hall.cookies(1)[0], folder / "journal"
                )
        if ours:
            wrong += checks.of_the_log(folder, hall, result)
    for told in wrong:
        if ours:
            book.fault(f"votes of {clients} at {rate:g}/s each: {told}")
        else:
            say(f"{side.name}, votes of {clients}: {told}")
    return result


def _generate(
    side: Side, hall: Hall, server: Serving, folder: Path, clients: int, rate: float, seconds: float
) -> Result:
    ours = side is BROUWERIJ
    own: dict[str, str] = {}
    if ours:
        own = {"people": str(hall.people), "journal": str(folder / "journal"), "code": hall.code}
    return generate.run(
        "votes", port=server.port, pid=server.pid, clients=clients, rate=rate, warm=1,
        seconds=seconds, drain=20 if ours else 3, round=DOTS, theme=hall.theme, **own,
    )  # fmt: skip


def _steady(result: Result) -> bool:
    """Whether it kept up: all answered, and as many a second as were sent."""
    return bool(
        result["finished"]
        and not result["refused"]
        and not result["unanswered"]
        and result["acked_per_s"] >= STEADY * result["counted"] / result["seconds"]
    )


def _write(book: Book, side: str, clients: int, result: Result) -> None:
    for name, value, unit in _figures(result):
        book.add(name, clients, side, value, unit)
    names = [name for name, _, _ in _figures(result)]
    marks = generate.marks(result)
    if not _steady(result):
        marks.append("saturated")
    if result["refused"]:
        marks.append(f"refused {result['refusal']}")
    for mark in marks:
        for name in names:
            book.mark(name, clients, side, mark)


def _figures(result: Result) -> Iterator[tuple[str, float | None, str]]:
    for name in ("ack_p50", "ack_p95", "ack_p99"):
        yield name, result[name], "ms"
    for name in ("p50", "p95", "p99"):
        yield f"staleness_{name}", result[f"stale_{name}"], "ms"
    acked = result["acked_per_s"] * result["seconds"]
    yield "votes_per_s", result["acked_per_s"], "1/s"
    yield "server_share", result["server_cpu"] / result["seconds"], "core"
    yield "cpu_per_vote", result["server_cpu"] / acked * 1e6 if acked else None, "us"
