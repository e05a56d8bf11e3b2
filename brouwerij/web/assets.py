"""Where the built scripts, styles and word lists are: from a logical name to a hashed address.

`node frontend/build.mjs` writes static/dist/manifest.json; the template globals here read it.
"""

import json
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, request, send_from_directory, url_for
from werkzeug.security import safe_join

DIST = "/dist/"
PACKED = ".gz"
FOREVER = "public, max-age=31536000, immutable"  # a year; the name changes when the content does


class AssetsNotBuilt(RuntimeError):
    """The front end was not built, or not with this file in it."""


class Manifest:
    """static/dist/manifest.json: read once, and again when it changed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read_at = -1  # ns, the file's own time
        self._files: dict[str, str] = {}
        self._imports: dict[str, list[str]] = {}

    def file(self, name: str) -> str:
        """The path under static/ of a logical name such as "phone.js"."""
        self._refresh()
        try:
            return self._files[name]
        except KeyError:
            raise AssetsNotBuilt(f"No {name} in {self._path.name}: run `make setup`.") from None

    def imports(self, name: str) -> list[str]:
        """The paths under static/ of the chunks a script needs at once, to preload them."""
        self._refresh()
        return self._imports.get(name, [])

    def _refresh(self) -> None:
        try:
            changed_at = self._path.stat().st_mtime_ns
        except FileNotFoundError:
            raise AssetsNotBuilt("The front end is not built: run `make setup`.") from None
        if changed_at != self._read_at:
            manifest: dict[str, Any] = json.loads(self._path.read_text("utf-8"))
            self._files, self._imports = manifest["files"], manifest["imports"]
            self._read_at = changed_at


def init_assets(app: Flask) -> None:
    """Give templates asset("phone.js"), asset_imports("phone.js") and word_list("en")."""
    manifest = Manifest(Path(app.static_folder or "static") / "dist" / "manifest.json")

    def asset(name: str) -> str:
        return _address(manifest.file(name))

    def asset_imports(name: str) -> list[str]:
        return [_address(path) for path in manifest.imports(name)]

    def word_list(language: str) -> str:
        """The address for <html data-i18n>; empty for Dutch, whose words are in the script."""
        return "" if language == "nl" else asset(f"i18n/{language}.json")

    app.jinja_env.globals.update(asset=asset, asset_imports=asset_imports, word_list=word_list)
    app.extensions["assets"] = manifest
    app.view_functions["static"] = _static
    app.after_request(_keep_hashed_files)


def asset_addresses(name: str) -> list[str]:
    """The address of a script, then those of the chunks it needs at once; of this app."""
    manifest: Manifest = current_app.extensions["assets"]
    return [_address(path) for path in (manifest.file(name), *manifest.imports(name))]


def _address(path: str) -> str:
    return url_for("static", filename=path)


def _static(filename: str) -> Response:
    """A file under static/, as the build packed it where it did and the browser can open that."""
    folder = current_app.static_folder or "static"
    path = safe_join(folder, filename + PACKED)
    if path is None or not Path(path).is_file():
        return send_from_directory(folder, filename)
    opens = request.accept_encodings["gzip"] > 0
    response = send_from_directory(
        folder, filename + PACKED if opens else filename, mimetype=guess_type(filename)[0]
    )
    if opens:
        response.content_encoding = "gzip"
    response.vary.add("Accept-Encoding")
    return response


def _keep_hashed_files(response: Response) -> Response:
    hashed = request.endpoint == "static" and DIST in request.path
    if hashed and response.status_code in (200, 304) and not request.path.endswith("manifest.json"):
        response.headers["Cache-Control"] = FOREVER
    return response
