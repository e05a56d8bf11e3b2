"""What a workshop that was made from its report tells, in place of the votes that are not there."""

from __future__ import annotations

from typing import Any, ClassVar

from brouwerij.domain.board import change_from_body
from brouwerij.domain.commands import (
    MALFORMED,
    SYSTEM,
    Context,
    Data,
    Decision,
    PersonUpdate,
    changed,
    command,
)
from brouwerij.domain.entities import Entity, collected
from brouwerij.domain.refusals import Refusal


@collected
class Told(Entity, frozen=True, omit_defaults=True):
    """The report as one edition, its id, told it; without what is on the board.

    rounds: those it tells the outcome of. report: as docs/report-json.md says, which only the
    report itself reads. Nobody's name is in it: those are beside the log.
    """

    collection: ClassVar[str] = "told"
    rounds: tuple[str, ...] = ()
    report: dict[str, Any] = {}


class RestoreWorkshop(Data, frozen=True, forbid_unknown_fields=True):
    """entities: by collection, all that is to stand on the board. people: how to reach whom."""

    entities: dict[str, list[dict[str, Any]]]
    people: tuple[PersonUpdate, ...] = ()


@command("workshop.restore", RestoreWorkshop, roles=SYSTEM)
def restore(ctx: Context, data: RestoreWorkshop) -> Decision | Refusal:
    """Make the workshop as its report tells it."""
    try:
        change = change_from_body("workshop.restored", {"set": data.entities})
    except (*MALFORMED, KeyError):
        return Refusal("command.malformed")
    return changed("workshop.restored", *change.set, people=data.people)
