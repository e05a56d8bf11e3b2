"""The pages: one blueprint per kind of visitor, found by looking in this folder.

A module with pages has a `blueprint`; the others are what the pages share.
"""

from __future__ import annotations

import importlib
import pkgutil

from flask import Blueprint, Flask


def init_app(app: Flask) -> None:
    """Give an app its pages, their headers and what it says when something goes wrong."""
    from brouwerij.web.addresses import JoinCode
    from brouwerij.web.errors import init_errors
    from brouwerij.web.kept_pages import init_kept_pages
    from brouwerij.web.limits import init_limits
    from brouwerij.web.making import init_makings
    from brouwerij.web.once import init_tickets
    from brouwerij.web.security import init_security
    from brouwerij.web.template_words import init_words

    app.url_map.converters["code"] = JoinCode
    init_security(app)
    init_limits(app)
    init_kept_pages(app)
    init_makings(app)
    init_tickets(app)
    init_words(app)
    init_errors(app)
    for module in pkgutil.iter_modules(__path__):
        blueprint = getattr(importlib.import_module(f"{__name__}.{module.name}"), "blueprint", None)
        if isinstance(blueprint, Blueprint):
            app.register_blueprint(blueprint)
