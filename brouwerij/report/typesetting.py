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
from collections.abc import Iterator
from typing import Any

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


class Tags:
    """The structure of a PDF that is about to be written: its elements, each with its kind in S and
    what is in it in K, as pydyf has them."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._root = self._of(pdf.catalog["StructTreeRoot"])

    def finish(self) -> None:
        """Say what WeasyPrint leaves out."""
        found = list(self._below(self._root))
        for element in found:
            if element["S"] == "/TR":
                self._scope(element)
            elif element["S"] == "/L":
                self._contents(element)
        self._leave_out_margins({element.number for element in found})

    def _scope(self, row: Any) -> None:
        """A head in the head of a table is of its column, any other of its row."""
        scope = "/Column" if self._of(row["P"])["S"] == "/THead" else "/Row"
        for cell in self._in(row):
            if cell["S"] == "/TH":
                cell["A"]["Scope"] = scope

    def _contents(self, element: Any) -> None:
        """A list of nothing but links is a table of contents."""
        entries = list(self._in(element))
        bodies = [body for entry in entries for body in self._in(entry)]
        if all(inner["S"] == "/Link" for body in bodies for inner in self._in(body)):
            for kind, those in ("TOC", [element]), ("TOCI", entries), ("Reference", bodies):
                for one in those:
                    one["S"] = f"/{kind}"

    def _leave_out_margins(self, told: set[int]) -> None:
        """The title above a page and its number below are no part of what it tells. WeasyPrint
        marks them as if they were, with elements that are nowhere in the structure."""
        elements_of = self._of(self._root["ParentTree"])["Nums"]
        for page in map(self._of, self._pdf.page_references):
            elements = elements_of[2 * page["StructParents"] + 1]
            drawn = self._of(page["Contents"]).stream
            for at, properties in enumerate(drawn):
                mark = properties.get("MCID") if isinstance(properties, dict) else None
                if mark is not None and self._of(elements[mark]).number not in told:
                    drawn[at - 1 : at + 1] = "/Artifact", "<</Type /Pagination>>"
                    elements[mark] = "null"

    def _below(self, element: Any) -> Iterator[Any]:
        for inner in self._in(element):
            yield inner
            yield from self._below(inner)

    def _in(self, element: Any) -> Iterator[Any]:
        """The elements in an element; what it draws, and its links, are none."""
        for inner in element["K"]:
            if not isinstance(inner, int) and "S" in (found := self._of(inner)):
                yield found

    def _of(self, reference: bytes) -> Any:
        return self._pdf.objects[int(reference.split()[0])]


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
        ).write_pdf(pdf_variant="pdf/ua-1", finisher=lambda _document, pdf: Tags(pdf).finish())
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
