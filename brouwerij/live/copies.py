"""Making a workshop that is prepared as another is: a copy of it, or its rehearsal."""

from __future__ import annotations

from typing import Any

import msgspec

from brouwerij.domain.commands import replace
from brouwerij.domain.copying import copy_of
from brouwerij.live import rooms
from brouwerij.live.decisions import Result
from brouwerij.live.kettle import Kettle
from brouwerij.store import logos
from brouwerij.store.gate import write
from brouwerij.store.models import WorkshopRow


def make(
    original: Kettle,
    organiser: int | None,
    *,
    id: str = "",
    rehearses: int | None = None,
    **other: Any,
) -> tuple[WorkshopRow, Result]:
    """Make a workshop of what was prepared in another, its logo included, as rooms.create does.

    id: of the command. other: what is to be otherwise, as workshop.create takes it.
    """
    with original.lock:
        copied = replace(copy_of(original.board), **other)
    logo = write(lambda session: logos.of(session, original.id, copied.appearance.logo))
    data = msgspec.to_builtins(copied)
    return rooms.create(organiser, data, id=id, rehearses=rehearses, logo=logo)
