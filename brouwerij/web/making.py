"""The slow reports that are being made: two at once, and who comes then waits for a turn.

A report is made beside the request that asked for it, so one may go away and come back. What was
made is kept for some minutes, in the memory of this process and nowhere else: at another worker
it is made again.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import partial
from typing import NamedTuple, cast

from flask import Flask, current_app

from brouwerij import aio
from brouwerij.i18n import N_
from brouwerij.report import exporting
from brouwerij.report.formats import FORMATS
from brouwerij.report.paper import NotMade
from brouwerij.report.progress import Step, heard
from brouwerij.report.shapes import Edition, Report
from brouwerij.web import apart

logger = logging.getLogger(__name__)

AT_ONCE = 2
"""Each takes a core and up to half a gigabyte, beside the workshops that are going on."""
MOST_WAITING = 8
KEPT = 10 * 60.0
"""Seconds that a report is kept for who asked for it."""


class Order(NamedTuple):
    """Which report is asked for. seq: of the board it tells of, so a later one is another."""

    code: str
    epoch: str
    seq: int
    edition: Edition
    language: str
    format: str


class Making:
    """One report on its way. ended: set when `file` is there, or `why` it cannot be."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.begun = False
        self.step: Step | None = None
        self.name, self.file = "", b""
        self.why: NotMade | None = None
        self.ended = threading.Event()

    def wait(self) -> tuple[str, bytes]:
        """What to call the file, and what is in it, when it is there. Raises NotMade."""
        self.ended.wait()
        if self.why is not None:
            raise self.why
        return self.name, self.file

    def make(self, told: Callable[[], Report], render: Callable[[Report], bytes]) -> None:
        """Make it of what is told; not on the event loop."""
        try:
            with heard(self._hear):
                report = told()
                self.name = exporting.file_name(report, self.order.format)
                self.file = render(report)
        except NotMade as why:
            self.why = why
        except Exception:  # whatever it was: who waits is told, and the log has what it was
            logger.exception("no %s of %s", self.order.format, self.order.code)
            self.why = NotMade(
                N_(
                    "Het verslag kon niet gemaakt worden. Wat bewaard was, is er nog. Laat de"
                    " beheerder in het logboek kijken."
                )
            )

    def _hear(self, step: Step) -> None:
        self.step = step


class Makings:
    """All that are on their way or kept, in the order in which they were asked for."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._all: dict[Order, Making] = {}
        self._lock = threading.RLock()
        self._places = threading.Semaphore(AT_ONCE)

    def of(self, code: str) -> list[Making]:
        """Those of a workshop."""
        with self._lock:
            return [making for order, making in self._all.items() if order.code == code]

    def known(self, order: Order) -> Making | None:
        """The one that was asked for by this order, as long as it did not fail."""
        found = self._all.get(order)
        return found if found is not None and found.why is None else None

    def ahead(self, making: Making) -> int:
        """How many others wait for a turn before this one."""
        waiting = self._waiting()
        return waiting.index(making) if making in waiting else 0

    def ask(self, order: Order, told: Callable[[], Report]) -> Making:
        """Have a report made, if it is not there or on its way. Raises NotMade when many wait.

        told: puts together what it is to tell, when it is its turn.
        """
        with self._lock:
            if known := self.known(order):
                return known
            if len(self._waiting()) >= MOST_WAITING:
                raise NotMade(
                    N_("De server maakt nu al veel verslagen. Probeer het over een paar minuten.")
                )
            self._all.pop(order, None)  # it comes after those that wait, also when it failed before
            making = self._all[order] = Making(order)
        aio.spawn(self._make, making, told)
        return making

    def _waiting(self) -> list[Making]:
        with self._lock:
            return [making for making in self._all.values() if not making.begun]

    def _make(self, making: Making, told: Callable[[], Report]) -> None:
        with self._places:
            making.begun = True
            aio.offload(making.make, told, partial(self._render, making.order))
            making.ended.set()
        aio.sleep(KEPT)
        with self._lock:
            if self._all.get(making.order) is making:
                del self._all[making.order]

    def _render(self, order: Order, report: Report) -> bytes:
        if FORMATS[order.format].apart:
            return apart.render(report, order.format, order.language)
        return exporting.render(self._app, report, order.format, order.language)


def init_makings(app: Flask) -> None:
    app.extensions["makings"] = Makings(app)


def makings() -> Makings:
    """Those of this app."""
    return cast(Makings, current_app.extensions["makings"])
