"""A report rendered in a process of its own, for formats that take seconds of our processor.

Both ends are here: `render` starts the process and waits for it, `main` is what it does.
"""

from __future__ import annotations

import logging
import signal
import sys

import msgspec
from flask import Flask

from brouwerij.config import ROOT
from brouwerij.i18n import N_, init_i18n
from brouwerij.report import beside, exporting, progress
from brouwerij.report.paper import NotMade
from brouwerij.report.shapes import Report
from brouwerij.report.typesetting import MEMORY_LACKS, bound
from brouwerij.web.assets import init_assets

logger = logging.getLogger(__name__)


def render(report: Report, format: str, language: str) -> bytes:
    """A report as a file of a format, in a language; not on the event loop. Raises NotMade."""
    command = [sys.executable, "-m", __name__, format, language]
    ended = beside.run(command, msgspec.msgpack.encode(report))
    if ended.code == 0:
        return ended.made
    logger.error("no %s (%s): %s", format, ended.code, ended.complaint)
    raise NotMade(_why(ended.code))


def _why(code: int) -> str:
    if code == -signal.SIGALRM:
        return N_("De server heeft het nu te druk voor dit verslag. Probeer het zo nog eens.")
    if code == MEMORY_LACKS or code < 0:
        return N_("Het verslag is te groot voor dit soort bestand. Kies de webpagina.")
    return N_(
        "Dit bestand kon niet gemaakt worden. Wat bewaard was, is er nog. Kies de webpagina, en"
        " laat de beheerder in het logboek kijken."
    )


def main(format: str, language: str) -> int:
    """Read a report, and write how far it is and the file, as beside.py reads them."""
    bound()
    app = Flask(
        "brouwerij", template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "static")
    )
    init_i18n(app)
    init_assets(app)
    report = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Report)
    try:
        with progress.heard(_tell):
            made = exporting.render(app, report, format, language)
    except MemoryError:
        return MEMORY_LACKS
    sys.stdout.buffer.write(b"\n" + made)
    return 0


def _tell(step: progress.Step) -> None:
    sys.stdout.buffer.write(f"{step.what} {step.done} {step.total}\n".encode())
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
