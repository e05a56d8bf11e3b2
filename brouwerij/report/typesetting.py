"""A page to a PDF, in a process of its own that is bounded; paper.py starts it.

Reads HTML, writes how far it is and a tagged PDF/UA-1, as beside.py reads them. Run as a file, so
that it starts without Brouwerij. Exit code 3: what WeasyPrint needs of the system is not there; 4:
too little memory.
"""

from __future__ import annotations

import gc
import logging
import os
import re
import resource
import signal
import sys

MOST_BYTES = 500 * 2**20
"""Of memory of its own."""
MOST_SECONDS = 60
"""Of the processor."""
PATIENCE = 4 * MOST_SECONDS
"""Seconds by the clock, on a machine that has more to do."""
POLITE = 5
"""How far it gives way to whoever else wants the processor: the workshops that are going on."""
SYSTEM_LACKS, MEMORY_LACKS = 3, 4


def bound() -> None:
    """Have this process give way to others, and end when it takes too much."""
    os.nice(POLITE)
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))
    signal.alarm(PATIENCE)


class Pages(logging.Handler):
    """Tells which page WeasyPrint lays out, and when it writes the file. It lays them out again
    when it knows how many there are, for their numbers."""

    page = total = 0

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        if "Repagination" in said:
            self.total = self.page
        elif found := re.search(r"Page (\d+)", said):
            self.page = int(found[1])
            self._tell("pages")
        elif said.startswith("Step 6"):
            self._tell("file")

    def _tell(self, what: str) -> None:
        sys.stdout.buffer.write(f"{what} {self.page} {self.total}\n".encode())
        sys.stdout.buffer.flush()


def main() -> int:
    bound()
    # All boxes live until the end, so looking for what may go costs a quarter of the time and frees
    # nothing.
    gc.disable()
    try:
        import weasyprint
    except OSError:
        return SYSTEM_LACKS
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    progress = logging.getLogger("weasyprint.progress")
    progress.setLevel(logging.INFO)
    progress.addHandler(Pages())
    try:
        made = weasyprint.HTML(
            file_obj=sys.stdin.buffer, encoding="utf-8", url_fetcher=_what_the_page_holds()
        ).write_pdf(pdf_variant="pdf/ua-1")
    except MemoryError:
        return MEMORY_LACKS
    sys.stdout.buffer.write(b"\n" + made)
    return 0


def _what_the_page_holds() -> object:
    """Fetches no file of the server, and nothing of another server."""
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols={"data"}, allow_redirects=False)


if __name__ == "__main__":
    sys.exit(main())
