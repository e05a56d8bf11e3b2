"""Which organiser this browser is signed in as, and what pages ask of that.

A workshop that was made on the command line has no account behind it: who opens its organiser's
link may prepare that one workshop, without signing in.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from flask import abort, g, redirect, session, url_for

from brouwerij.domain.commands import Actor
from brouwerij.extensions import db
from brouwerij.live import rooms
from brouwerij.live.kettle import Kettle
from brouwerij.store import workshops
from brouwerij.store.models import Organiser
from brouwerij.web.addresses import this_page

View = TypeVar("View", bound=Callable[..., Any])
KEY = "organiser"
HELD = "held"


def sign_in(organiser: int) -> None:
    """Remember the organiser for thirty days, in a session that begins anew."""
    session.clear()
    session.permanent = True
    session[KEY] = organiser


def sign_out() -> None:
    session.clear()


def organiser() -> Organiser | None:
    """The organiser who is signed in."""
    if "organiser" not in g:
        id = session.get(KEY)
        g.organiser = db.session.get(Organiser, id) if isinstance(id, int) else None
    return cast("Organiser | None", g.organiser)


def hold(code: str) -> None:
    """Let this browser prepare a workshop by its organiser's link."""
    session.permanent = True
    session[HELD] = sorted({*session.get(HELD, ()), code})


def holds(code: str) -> bool:
    return code in session.get(HELD, ())


def for_organisers(view: View) -> View:
    """Let only organisers see a page; others sign in first and come back to it."""

    @wraps(view)
    def seen(*args: Any, **kwargs: Any) -> Any:
        if organiser() is None and not holds(kwargs.get("code", "")):
            return redirect(url_for("accounts.sign_in", naar=this_page()), 303)
        return view(*args, **kwargs)

    return cast(View, seen)


def owns(code: str) -> bool:
    """Whether this browser may prepare the workshop with this code."""
    if holds(code):
        return True
    found = organiser()
    return found is not None and workshops.owned(db.session(), found.id, code) is not None


def own_workshop(code: str) -> Kettle:
    """The organiser's own workshop with this code; another's is as unknown as none (404)."""
    if not owns(code):
        abort(404)
    try:
        return rooms.kettle(code)
    except LookupError:
        abort(404)


def me() -> Organiser:
    """The organiser who is signed in, on a page for organisers."""
    found = organiser()
    if found is None:
        abort(403)
    return found


def as_organiser() -> Actor:
    """Who prepares a workshop, as somebody who gives commands."""
    found = organiser()
    return Actor("organiser", str(found.id) if found else "link")


def safe_return(path: str | None) -> str | None:
    """A path on this site to go back to after signing in; None for anything else."""
    if not path or not path.startswith("/") or path.startswith(("//", "/\\")):
        return None
    return path if path.isprintable() else None
