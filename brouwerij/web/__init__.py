"""The pages: one blueprint per kind of visitor, and what they share.

A module with a blueprint `bp` is found by looking in this folder; one with `init_app(app)`
(headers, error pages) is called with the app.
"""

from __future__ import annotations

import importlib
import pkgutil

from flask import Flask


def init_app(app: Flask) -> None:
    """Give an app all its pages."""
    for found in pkgutil.iter_modules(__path__, __name__ + "."):
        module = importlib.import_module(found.name)
        if hasattr(module, "bp"):
            app.register_blueprint(module.bp)
        if hasattr(module, "init_app"):
            module.init_app(app)
