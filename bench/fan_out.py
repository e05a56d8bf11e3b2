"""Fan-out: how many messages a second one core delivers, and what one delivery costs it.

A closed loop with three broadcasts under way, over the same bytes for every side.
"""

from __future__ import annotations

from bench import generate
from bench.book import Book, say
from bench.generate import Result
from bench.halls import Hall, Halls, scratch
from bench.sides import (
    FAN_OUT,
    FAN_OUT_BASE,
    NODE_SOCKETIO,
    NODE_WS,
    NODE_WS_PREBUILT,
    RAW,
    TUTORIAL,
    Side,
    serving,
)

SIDES = (FAN_OUT, NODE_SOCKETIO, RAW, TUTORIAL, NODE_WS, NODE_WS_PREBUILT)
WINDOW = 3
UNDISTURBED = 0.9
"""A saturated server has its core to itself; with less than this share of it, others had some."""


def measure(book: Book, halls: Halls, sizes: tuple[int, ...], runs: int, seconds: float) -> None:
    """Every side in turn, as often as asked, for each number of clients."""
    for clients in sizes:
        hall = halls.of(clients)
        for number in range(runs):
            for side in (side for side in SIDES if side.there):
                result = _run(side, hall, clients, seconds)
                _write(book, side, clients, result)
                rate = result["deliveries"] / result["seconds"]
                say(f"fan-out {clients} {side.name} {number + 1}/{runs}: {rate:,.0f}/s")


def _run(side: Side, hall: Hall, clients: int, seconds: float) -> Result:
    ours = side is FAN_OUT
    own: dict[str, str] = {"people": str(hall.people), "code": hall.code} if ours else {}
    with (
        hall.copy() if ours else scratch() as folder,
        serving(side, folder, clients, BENCH_BASE=FAN_OUT_BASE, BENCH_CODE=hall.code) as server,
    ):
        return generate.run(
            "fanout", port=server.port, pid=server.pid, clients=clients, speak=side.speak,
            base=FAN_OUT_BASE, window=WINDOW, warm=0.4, seconds=seconds, **own,
        )  # fmt: skip


def _write(book: Book, side: Side, clients: int, result: Result) -> None:
    name, deliveries = side.name, result["deliveries"]
    rate = deliveries / result["seconds"]
    share = result["server_cpu"] / result["seconds"]
    cost = result["server_cpu"] / deliveries * 1e6 if deliveries else None
    book.add("deliveries_per_s", clients, name, rate, "1/s")
    book.add("cpu_per_delivery", clients, name, cost, "us")
    book.add("message_bytes", clients, name, result["bytes"], "B")
    book.add("memory_per_connection", clients, name, result["kb_per_connection"], "kB")
    marks = set(generate.marks(result))
    if share < UNDISTURBED:
        marks.add("disturbed")
    for mark in sorted(marks):
        book.mark("deliveries_per_s", clients, name, mark)
    wrong = {k: result[k] for k in ("lost", "doubled", "disordered", "odd", "dead") if result[k]}
    if wrong or not deliveries:
        told = f"fan-out to {clients}, {name}: {wrong or 'nothing came'} {result['dead_because']}"
        if side is FAN_OUT:
            book.fault(told)
        else:
            book.mark("deliveries_per_s", clients, name, "faulty")
