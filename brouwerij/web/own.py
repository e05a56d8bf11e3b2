"""What the pages of one's own share: they ask for the personal code, and lead back after it.

Who one is comes from the cookie, or from one's personal link (join.resume_by_link).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import redirect, request, url_for

from brouwerij.domain.commands import Actor
from brouwerij.domain.refusals import Refusal
from brouwerij.live import rooms
from brouwerij.live.kettle import Kettle
from brouwerij.web import home, join

Page = Callable[[Kettle, str], Any]


def page(view: Page) -> Callable[[str], Any]:
    """A page of a participant, who is asked for their personal code where they are not known."""

    @wraps(view)
    def seen(code: str) -> Any:
        kettle = join.find(code)
        if kettle is None:
            return home.unknown(code)
        me = join.who(kettle)
        if me is None:
            back = request.path.rpartition("/")[2]
            return redirect(url_for("join.resume", code=code, naar=back))
        return view(kettle, me)

    return seen


def ask(kettle: Kettle, me: str, kind: str, **data: Any) -> Refusal | None:
    """Give a command as a participant; why not, when it is refused."""
    return kettle.submit(Actor("participant", me), [rooms.command(kind, **data)])[0].refusal
