"""How often somebody may guess wrong. Only failures count: a room shares one address.

The counts live in this process and are gone with it; no address is kept anywhere.
"""

from __future__ import annotations

from flask import Flask, abort, current_app, request
from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

JOIN_CODES = parse("300/minute")
RESUME_CODES = parse("30/minute")
ACCOUNT = parse("10/15minutes")
SIGN_IN = parse("100/15minutes")
SHARED_REPORTS = parse("60/minute")
LOGOS = parse("60/hour")
"""How many pictures one address may bring for a workshop; each of them counts, for it is kept."""
SIGN_UPS = parse("100/hour")
"""How many people one address may sign up for working groups; each of them counts."""


def init_limits(app: Flask) -> None:
    app.extensions["failures"] = FixedWindowRateLimiter(MemoryStorage())


def allow(limit: RateLimitItem, *about: str) -> None:
    """Stop with 429 when this address failed too often at this. about: what was guessed at."""
    if not _failures().test(limit, *_who(about)):
        abort(429)


def failed(limit: RateLimitItem, *about: str) -> None:
    """Count a failure of this address."""
    _failures().hit(limit, *_who(about))


def wrong_code() -> None:
    """Count a join code that is nobody's; 429 when there were too many."""
    allow(JOIN_CODES)
    failed(JOIN_CODES)


def _who(about: tuple[str, ...]) -> tuple[str, ...]:
    return (request.remote_addr or "", *about)


def _failures() -> FixedWindowRateLimiter:
    found: FixedWindowRateLimiter = current_app.extensions["failures"]
    return found
