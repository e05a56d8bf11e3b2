"""Until when one may sign up for working groups by a link; the link itself is the web's."""

from __future__ import annotations

from brouwerij.domain import groups
from brouwerij.domain.commands import NOTHING, STAFF, Context, Data, Decision, changed, command
from brouwerij.domain.dates import day_at, is_date
from brouwerij.domain.groups import Desk
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.workshop import Nothing


class OpenDesk(Data, frozen=True, forbid_unknown_fields=True):
    """until: the last day on which one may sign up, as ISO 8601 writes it."""

    until: str


@command("signup.open", OpenDesk, roles=STAFF)
def open_desk(ctx: Context, data: OpenDesk) -> Decision | Refusal:
    """Let people sign up by the link until a day, or until another day than before."""
    if not is_date(data.until):
        return Refusal("date.malformed")
    if data.until < day_at(ctx.now):
        return Refusal("signup.past")
    opened = Desk("this", data.until)
    return changed("signup.opened", opened) if opened != groups.desk(ctx.board) else NOTHING


@command("signup.close", Nothing, roles=STAFF)
def close_desk(ctx: Context, data: Nothing) -> Decision | Refusal:
    """End signing up by the link at once."""
    if not groups.desk(ctx.board).until:
        return NOTHING
    return changed("signup.closed", Desk("this"))
