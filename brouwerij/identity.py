"""Who somebody is: signed cookies and links, nothing that a script on the page can read.

The cookie of a workshop holds a participant's id, or the number of a facilitator link; the link
itself is that number, signed. There are no secrets to store, and a revoked link is refused by
its number.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Response, current_app, request
from itsdangerous import BadSignature, URLSafeSerializer

COOKIE_AGE = 60 * 60 * 24 * 120
"""How long a phone is known, in seconds: well past a workshop's working groups."""


def participant_cookie(code: str) -> str:
    return f"p_{code}"


def facilitator_cookie(code: str) -> str:
    return f"f_{code}"


def participant_value(code: str, participant: str) -> str:
    """What the cookie of a participant holds."""
    return _signer("participant").dumps([code, participant])


def facilitator_value(code: str, link: int) -> str:
    """What the cookie of somebody who leads holds."""
    return _signer("leads").dumps([code, link])


def give_participant(response: Response, code: str, participant: str) -> None:
    _give(response, participant_cookie(code), participant_value(code, participant))


def give_facilitator(response: Response, code: str, link: int) -> None:
    _give(response, facilitator_cookie(code), facilitator_value(code, link))


def participant(cookies: Mapping[str, str], code: str) -> str | None:
    """The participant this browser is in a workshop."""
    pair = _load("participant", cookies.get(participant_cookie(code), ""))
    return pair[1] if _is_pair(pair, code, str) else None


def facilitator_link(cookies: Mapping[str, str], code: str) -> int | None:
    """The number of the facilitator link this browser came in by; it may be revoked since."""
    pair = _load("leads", cookies.get(facilitator_cookie(code), ""))
    return pair[1] if _is_pair(pair, code, int) else None


def facilitator_token(link: int) -> str:
    """What goes into a facilitator link."""
    return _signer("link").dumps(link)


def link_of_token(token: str) -> int | None:
    """The number of the facilitator link with this token, None for a made-up one."""
    number = _load("link", token)
    return number if isinstance(number, int) else None


def organiser_token(code: str) -> str:
    """What goes into the link to a workshop that was made on the command line."""
    return _signer("organiser").dumps(code)


def code_of_token(token: str) -> str | None:
    code = _load("organiser", token)
    return code if isinstance(code, str) else None


def signup_token(code: str) -> str:
    """What goes into the link to sign up for working groups; the board says until when."""
    return _signer("signup").dumps(code)


def code_of_signup(token: str) -> str | None:
    code = _load("signup", token)
    return code if isinstance(code, str) else None


def _give(response: Response, name: str, value: str) -> None:
    response.set_cookie(
        name, value, max_age=COOKIE_AGE, httponly=True, samesite="Lax", secure=request.is_secure
    )


def _signer(salt: str) -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=f"brouwerij.{salt}")


def _load(salt: str, value: str) -> Any:
    try:
        return _signer(salt).loads(value)
    except BadSignature:
        return None


def _is_pair(pair: Any, code: str, kind: type) -> bool:
    return (
        isinstance(pair, list) and len(pair) == 2 and pair[0] == code and isinstance(pair[1], kind)
    )
