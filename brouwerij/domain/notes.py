"""What those who lead note for themselves with a round. In the room nobody else ever sees it."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from brouwerij.domain import text
from brouwerij.domain.commands import (
    NOTHING,
    STAFF,
    Context,
    Decision,
    RoundData,
    changed,
    command,
)
from brouwerij.domain.entities import Entity, collected
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.views import Lens, shows


@collected
class Note(Entity, frozen=True, omit_defaults=True):
    """The note with one round, whose id it has; there is none when nothing is noted."""

    collection: ClassVar[str] = "notes"
    personal: ClassVar[tuple[str, ...]] = ("text",)
    text: str = ""


class NoteSeen(msgspec.Struct, frozen=True):
    text: str


@shows(Note)
def _shown(lens: Lens, it: Note) -> NoteSeen | None:
    return NoteSeen(it.text) if lens.staff else None


class WriteNote(RoundData, frozen=True, forbid_unknown_fields=True):
    text: str


@command("note.write", WriteNote, roles=STAFF)
def write(ctx: Context, data: WriteNote) -> Decision | Refusal:
    """Write the note with a round, in place of what stood there; an empty one takes it away."""
    written = text.optional(data.text, text.PARAGRAPH_LENGTH)
    if isinstance(written, Refusal):
        return written
    note, before = Note(ctx.this_round.id, written), ctx.board.get(Note, ctx.this_round.id)
    if written == (before.text if before else ""):
        return NOTHING
    if not written:
        return changed("note.written", drop=(note.ref,))
    return changed("note.written", note)
