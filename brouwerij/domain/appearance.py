"""How a workshop looks to who comes: the logo and the accent colour of who holds it."""

from __future__ import annotations

from brouwerij.domain import text
from brouwerij.domain.colours import Colour
from brouwerij.domain.commands import (
    NOTHING,
    STAFF,
    Context,
    Data,
    Decision,
    changed,
    command,
    replace,
)
from brouwerij.domain.entities import PictureHash, Workshop
from brouwerij.domain.refusals import Refusal


class Appearance(Data, frozen=True, forbid_unknown_fields=True):
    """accent: as it was chosen, "" for ours. logo: which picture of those kept beside the log, ""
    for none. logo_text: the logo in words, "" for the title of the workshop."""

    accent: Colour = ""
    logo: PictureHash = ""
    logo_text: str = ""


@command("appearance.set", Appearance, roles=STAFF, undoable=True)
def set_appearance(ctx: Context, data: Appearance) -> Decision | Refusal:
    """Give the workshop a logo and an accent colour, others, or none."""
    now = ctx.board.workshop
    then = dressed(now, data)
    if isinstance(then, Refusal):
        return then
    return changed("appearance.set", then) if then != now else NOTHING


def dressed(workshop: Workshop, data: Appearance) -> Workshop | Refusal:
    """The workshop with this look; a text without a logo is left out."""
    words = text.optional(data.logo_text, text.NAME_LENGTH)
    if isinstance(words, Refusal):
        return words
    return replace(
        workshop, accent=data.accent, logo=data.logo, logo_text=words if data.logo else ""
    )
