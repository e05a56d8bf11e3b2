"""A page names its files by what they are; the manifest knows what they are called today."""

import gzip
import json
import os
from pathlib import Path

import pytest
from flask import Flask, render_template_string

from brouwerij.web.assets import AssetsNotBuilt, init_assets


@pytest.fixture
def static(tmp_path: Path) -> Path:
    (tmp_path / "dist").mkdir()
    return tmp_path


@pytest.fixture
def app(static: Path) -> Flask:
    app = Flask("assets", static_folder=str(static), static_url_path="/static")
    init_assets(app)
    return app


def build(static: Path, files: dict[str, str], at: int) -> None:
    """Write a manifest as the build at that second would."""
    path = static / "dist" / "manifest.json"
    path.write_text(json.dumps({"files": files, "imports": {"phone.js": ["dist/chunk-1.js"]}}))
    os.utime(path, (at, at))


def address(app: Flask, expression: str) -> str:
    with app.test_request_context():
        return render_template_string("{{ " + expression + " }}")


def test_asset_when_built_gives_the_hashed_address(app: Flask, static: Path):
    build(static, {"phone.js": "dist/phone-A.js"}, at=1)
    assert address(app, "asset('phone.js')") == "/static/dist/phone-A.js"
    assert "/static/dist/chunk-1.js" in address(app, "asset_imports('phone.js')")


def test_asset_when_built_again_gives_the_new_address(app: Flask, static: Path):
    build(static, {"phone.js": "dist/phone-A.js"}, at=1)
    assert address(app, "asset('phone.js')").endswith("phone-A.js")
    build(static, {"phone.js": "dist/phone-B.js"}, at=2)
    assert address(app, "asset('phone.js')").endswith("phone-B.js")


def test_asset_when_nothing_is_built_says_what_to_do(app: Flask):
    with pytest.raises(AssetsNotBuilt, match="make setup"):
        address(app, "asset('phone.js')")


def test_word_list_is_fetched_for_english_only(app: Flask, static: Path):
    build(static, {"i18n/en.json": "dist/i18n/en.1.json"}, at=1)
    assert address(app, "word_list('en')") == "/static/dist/i18n/en.1.json"
    assert address(app, "word_list('nl')") == ""


def test_hashed_file_may_be_kept_forever_but_the_manifest_may_not(app: Flask, static: Path):
    build(static, {}, at=1)
    (static / "dist" / "phone-A.js").write_text("")
    client = app.test_client()
    with client.get("/static/dist/phone-A.js") as hashed:
        assert "immutable" in hashed.headers["Cache-Control"]
    with client.get("/static/dist/manifest.json") as manifest:
        assert "immutable" not in manifest.headers["Cache-Control"]


def test_file_that_was_packed_is_sent_so_to_who_can_open_it(app: Flask, static: Path):
    (static / "dist" / "phone-A.js").write_text("let it;")
    (static / "dist" / "phone-A.js.gz").write_bytes(gzip.compress(b"let it;"))
    client = app.test_client()
    with client.get("/static/dist/phone-A.js", headers={"Accept-Encoding": "gzip, br"}) as packed:
        assert packed.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed.data) == b"let it;"
        assert packed.mimetype == "text/javascript"
        assert "immutable" in packed.headers["Cache-Control"]
    with client.get("/static/dist/phone-A.js", headers={"Accept-Encoding": "gzip;q=0"}) as plain:
        assert plain.data == b"let it;"
        assert "Content-Encoding" not in plain.headers
        assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert client.get("/static/../x.js").status_code == 404
