"""A join storm: a whole hall takes part at once, and until when everybody has their view."""

from __future__ import annotations

from bench import checks, generate
from bench.book import Book, say
from bench.generate import Result
from bench.halls import Hall, Halls
from bench.sides import BROUWERIJ, serving


def measure(book: Book, halls: Halls, sizes: tuple[int, ...], runs: int) -> None:
    """So many phones join by the API, connect and say hello, all at the same moment."""
    hall = halls.of(0)
    for clients in sizes:
        for number in range(runs):
            result = _run(book, hall, clients)
            book.add("join_storm", clients, "brouwerij", result["seconds"], "s")
            book.add("join_p50", clients, "brouwerij", result["p50"] / 1000, "s")
            cost = result["server_cpu"] / clients * 1e3
            book.add("cpu_per_join", clients, "brouwerij", cost, "ms")
            say(f"join {clients} brouwerij {number + 1}/{runs}: {result['seconds']:.2f} s")


def _run(book: Book, hall: Hall, clients: int) -> Result:
    with hall.copy() as folder:
        journal = folder / "journal"
        with serving(BROUWERIJ, folder, clients) as server:
            result = generate.run(
                "join", port=server.port, pid=server.pid, clients=clients, code=hall.code,
                journal=journal,
            )  # fmt: skip
            wrong = [*checks.of_the_generator(result)]
            if result["finished"]:
                wrong += checks.of_the_server(server, hall.code, result["cookie"], journal)
            else:
                wrong.append(f"{result['ready']} had their view")
        joined = checks.count(folder, "changes", "kind = 'participant.joined'", hall)
        if joined != clients:
            wrong.append(f"{joined} joined")
    for told in wrong:
        book.fault(f"join storm of {clients}: {told}")
    return result
