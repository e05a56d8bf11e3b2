"""A page to a PDF, in a process of its own that is bounded; paper.py starts it.

Reads HTML, writes a tagged PDF/UA-1. Run as a file, so that it starts without Brouwerij. Exit code
3: what WeasyPrint needs of the system is not there; 4: too little memory.
"""

from __future__ import annotations

import logging
import os
import resource
import sys

MOST_BYTES = 500 * 2**20
"""Of memory of its own."""
MOST_SECONDS = 60
"""Of the processor; on a busy machine it takes longer by the clock, which paper.py keeps."""
POLITE = 5
"""How far it gives way to whoever else wants the processor: the workshops that are going on."""
SYSTEM_LACKS, MEMORY_LACKS = 3, 4


def main() -> int:
    os.nice(POLITE)
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))
    try:
        import weasyprint
    except OSError:
        return SYSTEM_LACKS
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    try:
        made = weasyprint.HTML(
            file_obj=sys.stdin.buffer, encoding="utf-8", url_fetcher=_what_the_page_holds()
        ).write_pdf(pdf_variant="pdf/ua-1")
    except MemoryError:
        return MEMORY_LACKS
    sys.stdout.buffer.write(made)
    return 0


def _what_the_page_holds() -> object:
    """Fetches no file of the server, and nothing of another server."""
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols={"data"}, allow_redirects=False)


if __name__ == "__main__":
    sys.exit(main())
