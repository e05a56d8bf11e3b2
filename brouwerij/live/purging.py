"""Erasing people when the time to keep them is over: every server looks, the first one does it.

What is due is in the database, so a restart forgets nothing, and a workshop that was erased
refuses a second time.
"""

from __future__ import annotations

import logging
from functools import partial

from flask import Flask

from brouwerij import aio, clock
from brouwerij.live import rooms
from brouwerij.store import erasing
from brouwerij.store.gate import writer

LOOK_SECONDS = 60 * 60.0
"""The time between two looks at what is due."""
logger = logging.getLogger(__name__)


def purge(code: str) -> bool:
    """Erase the people of a workshop, in memory too; whether that was done now.

    Raises LookupError when there is no such workshop.
    """
    asked = rooms.command("workshop.purge")
    return rooms.kettle(code).submit(rooms.SYSTEM, [asked])[0].ok


def purge_due() -> list[str]:
    """Erase the people of every workshop whose time is over; their codes."""
    source = writer()
    over = source.run(lambda session: erasing.due(session, clock.now()))
    return [it.code for it in over if purge(it.code)]


def keep_purging(app: Flask) -> None:
    """Look from here on, first of all now."""
    aio.spawn(partial(_keep, app))


def _keep(app: Flask) -> None:
    gone = True
    while True:
        with app.app_context():
            try:
                done = purge_due()
                rooms.look_again()
                if done or not gone:
                    gone = writer().leave_no_trace()
            except Exception:  # whatever it was, the next look tries again
                logger.exception("erasing the people whose time is over failed")
            else:
                for code in done:
                    logger.info("the people of %s were erased: their time is over", code)
        aio.sleep(LOOK_SECONDS)
