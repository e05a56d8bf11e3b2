"""A page as a PDF, or why it cannot be one. The work is done by typesetting.py, beside us."""

from __future__ import annotations

import importlib.util
import logging
import subprocess
import sys
import threading
from pathlib import Path

from brouwerij.i18n import gettext as _
from brouwerij.report.typesetting import MEMORY_LACKS, MOST_SECONDS, SYSTEM_LACKS

logger = logging.getLogger(__name__)

PATIENCE = 4 * MOST_SECONDS
"""Seconds by the clock, on a machine that has more to do."""
AT_ONCE = 2
"""PDFs; each takes a core and up to half a gigabyte, beside the workshops that are going on."""
PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""What WeasyPrint needs of Debian."""


class NotMade(Exception):
    """A report could not be made. The text says why and what to do, in the language spoken."""


_places = threading.BoundedSemaphore(AT_ONCE)


def pdf(page: str) -> bytes:
    """A page that needs nothing else as a tagged PDF; seconds of work, so not on the event loop.

    Raises NotMade.
    """
    if importlib.util.find_spec("weasyprint") is None:
        raise NotMade(
            _("Deze server kan geen PDF maken. Installeer “brouwerij[pdf]”, of kies Word.")
        )
    if not _places.acquire(blocking=False):
        raise NotMade(_too_busy())
    try:
        return _typeset(page)
    finally:
        _places.release()


def _typeset(page: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - our own file, with nobody's words
            [sys.executable, "-P", str(Path(__file__).with_name("typesetting.py"))],
            input=page.encode("utf-8", "replace"),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise NotMade(_too_busy()) from late
    if done.returncode == 0:
        return done.stdout
    logger.error("no PDF (%s): %s", done.returncode, done.stderr.decode("utf-8", "replace")[-2000:])
    raise NotMade(_why(done.returncode))


def _why(code: int) -> str:
    if code == SYSTEM_LACKS:
        return _(
            "Deze server kan geen PDF maken: Pango mist. Installeer op Debian: apt install"
            " %(packages)s. Of kies Word.",
            packages=PACKAGES,
        )
    if code == MEMORY_LACKS or code < 0:
        return _too_large()
    return _(
        "De PDF kon niet gemaakt worden. Wat bewaard was, is er nog. Kies Word of de webpagina, en"
        " laat de beheerder in het logboek kijken."
    )


def _too_busy() -> str:
    return _("De server heeft het nu te druk voor een PDF. Probeer het zo nog eens.")


def _too_large() -> str:
    return _("Het verslag is te groot voor een PDF. Kies Word of de webpagina.")
