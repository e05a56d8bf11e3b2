"""A page as a PDF, or why it cannot be one. The work is done by typesetting.py, beside us."""

from __future__ import annotations

import importlib.util
import logging
import signal
import sys
from pathlib import Path

from brouwerij.i18n import N_, gettext
from brouwerij.report import beside
from brouwerij.report.typesetting import MEMORY_LACKS, SYSTEM_LACKS

logger = logging.getLogger(__name__)

PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""What WeasyPrint needs of Debian."""


class NotMade(Exception):
    """A report could not be made. As text it says why and what to do, in the language spoken."""

    def __init__(self, why: str, **params: object) -> None:
        self._why, self._params = why, params

    def __str__(self) -> str:
        return gettext(self._why, **self._params)


def pdf(page: str) -> bytes:
    """A page that needs nothing else as a tagged PDF; seconds of work, so not on the event loop.

    Raises NotMade.
    """
    if importlib.util.find_spec("weasyprint") is None:
        raise NotMade(
            N_("Deze server kan geen PDF maken. Installeer “brouwerij[pdf]”, of kies Word.")
        )
    own = Path(__file__).with_name("typesetting.py")
    ended = beside.run([sys.executable, "-P", str(own)], page.encode("utf-8", "replace"))
    if ended.code == 0:
        return ended.made
    logger.error("no PDF (%s): %s", ended.code, ended.complaint)
    raise _not_made(ended.code)


def _not_made(code: int) -> NotMade:
    if code == SYSTEM_LACKS:
        return NotMade(
            N_(
                "Deze server kan geen PDF maken: Pango mist. Installeer op Debian: apt install"
                " %(packages)s. Of kies Word."
            ),
            packages=PACKAGES,
        )
    if code == -signal.SIGALRM:
        return NotMade(N_("De server heeft het nu te druk voor een PDF. Probeer het zo nog eens."))
    if code == MEMORY_LACKS or code < 0:
        return NotMade(N_("Het verslag is te groot voor een PDF. Kies Word of de webpagina."))
    return NotMade(
        N_(
            "De PDF kon niet gemaakt worden. Wat bewaard was, is er nog. Kies Word of de webpagina,"
            " en laat de beheerder in het logboek kijken."
        )
    )
