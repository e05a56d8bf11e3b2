"""The links by which a report may be read until a day, as its organiser is told of them."""

from __future__ import annotations

import datetime
from typing import Any

from flask import request, session

from brouwerij import clock
from brouwerij.domain.dates import day_at
from brouwerij.extensions import db
from brouwerij.live.kettle import Kettle
from brouwerij.report import words
from brouwerij.report.shapes import Edition
from brouwerij.store import shares
from brouwerij.store.models import ReportLink
from brouwerij.web.addresses import public

EDITIONS = (Edition.PUBLIC, Edition.PARTICIPANTS)
"""What may be shared by a link; the first unless somebody chooses otherwise."""
DAYS = 60
"""For how long a link is proposed to work."""
NEW = "shared_report"
"""Where the token of a link that was just made waits in the session: it is shown once."""


def links(kettle: Kettle) -> dict[str, Any]:
    """What a page says of the links of a workshop, and of the one that was just made."""
    today = day_at(clock.now())
    token = session.pop(NEW, "")
    return {
        "links": [_told(link, today) for link in shares.shared(db.session(), kettle.id)],
        "new": public("sharing.read", token=token) if token else "",
        "shareable": [(edition.value, words.edition(edition)) for edition in EDITIONS],
        "values": request.form or {"until": _in_days(today), "edition": EDITIONS[0].value},
        "today": today,
    }


def _told(link: ReportLink, today: str) -> dict[str, Any]:
    return {
        "id": link.id,
        "edition": words.edition(Edition(link.edition)),
        "made": words.day_of(link.created_at),
        "until": words.day(link.until),
        "works": shares.works(link, today),
    }


def _in_days(today: str) -> str:
    return (datetime.date.fromisoformat(today) + datetime.timedelta(days=DAYS)).isoformat()
