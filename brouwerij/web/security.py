"""Headers that keep a page to itself, and the check on who posts to the API."""

from __future__ import annotations

from flask import Flask, Response, current_app, request

from brouwerij.server import origins

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self' ws: wss:",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: with that a browser posts a form with "Origin: null". Others get nothing.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "screen-wake-lock=(self), camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def init_security(app: Flask) -> None:
    """Send the headers with every answer; over https the session cookie stays there."""
    app.config["SESSION_COOKIE_SECURE"] = app.config["BROUWERIJ"].url.startswith("https:")
    app.after_request(_add_headers)


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if response.mimetype == "text/html":
        # May be kept, so that a phone can go back without a connection, but is asked for again.
        response.headers.setdefault("Cache-Control", "private, no-cache")
    return response


def may_be_framed(response: Response) -> Response:
    """Let our own pages show this one in a frame; others still may not."""
    framed = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    response.headers["Content-Security-Policy"] = framed
    return response


def keep_secret(response: Response) -> Response:
    """Mark an answer with a secret in it or in its address: not stored, and named to nobody."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def is_own_origin() -> bool:
    """Whether a request comes from our own pages, or from no page at all (a program)."""
    origin = request.headers.get("Origin")
    if origin is None:
        return True
    own = request.host_url.rstrip("/")
    return origin == own or origin in origins(current_app.config["BROUWERIJ"])
