"""The report of a workshop as it is now, to be put together beside the loop: of thousands of ideas
it takes a tenth of a second, in which nobody would be served."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from brouwerij import clock
from brouwerij.extensions import db
from brouwerij.live.kettle import Kettle
from brouwerij.report.exporting import Maker
from brouwerij.report.model import build
from brouwerij.report.shapes import Edition, Report
from brouwerij.store import logos


def telling(kettle: Kettle, edition: Edition, make: Maker = build) -> Callable[[], Report]:
    """What puts the report together of how the workshop is now, in whichever thread calls it."""
    with kettle.lock:
        board, people = kettle.board.as_it_is(), dict(kettle.people)
    logo = logos.of(db.session(), kettle.id, board.workshop.logo)
    return partial(make, board, people, edition, clock.now(), kettle.code, logo)
