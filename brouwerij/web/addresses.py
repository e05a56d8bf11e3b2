"""Where people find a workshop: the join code in an address, links that phones reach, their QR."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import segno
from flask import current_app, request, url_for
from markupsafe import Markup
from werkzeug.routing import BaseConverter

from brouwerij.server import public_address
from brouwerij.store.people import tidy_code

LOCAL = ("localhost", "127.0.0.1", "[::1]")
"""Names by which a machine reaches itself only."""


class JoinCode(BaseConverter):
    """A join code in an address, however it was typed: abc-def is ABCDEF."""

    regex = r"[A-Za-z0-9]{3}[ -]?[A-Za-z0-9]{3}"

    def to_python(self, value: str) -> str:
        return tidy_code(value)


def public_url() -> str:
    """Where phones reach this server: the address set, else the one this page was asked at.

    A page asked at localhost names this machine's address on its network, or no phone gets in.
    """
    config = current_app.config["BROUWERIJ"]
    if config.url:
        return str(config.url)
    host, _, port = request.host.partition(":") if request.host[0] != "[" else ("[::1]", "", "")
    if host not in LOCAL:
        return request.host_url.rstrip("/")
    address = public_address(config)
    own = f":{config.port}"
    return f"{address.removesuffix(own)}:{port}" if port and address.endswith(own) else address


def public(endpoint: str, **values: Any) -> str:
    """The whole address of a page, to give to other people."""
    return public_url() + url_for(endpoint, **values)


def join_url(code: str) -> str:
    return public("join.page", code=code)


def this_page(**query: str) -> str | None:
    """This page's path with these in its query; None when it can only be posted to, or is none."""
    adapter = current_app.create_url_adapter(request)
    if adapter is None or "GET" not in adapter.allowed_methods():
        return None
    kept = request.args.to_dict() | query
    return request.script_root + request.path + ("?" + urlencode(kept) if kept else "")


def spoken(address: str) -> str:
    """An address as one reads it aloud: without https:// in front."""
    return address.partition("://")[2]


def qr(address: str) -> Markup:
    """A QR code as inline SVG that takes the size of what it stands in."""
    code = segno.make(address, error="m", micro=False)
    svg = code.svg_inline(omitsize=True, border=2, svgclass=None, lineclass=None)
    return Markup(svg)  # noqa: S704 - segno draws it; the address is only dark and light squares
