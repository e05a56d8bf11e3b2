"""Settings: what they may be, and that a wrong one says which it is."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask import Flask

from brouwerij.config import BREAKS, SETTINGS, ConfigError, from_environment
from brouwerij.i18n import choose_language, init_i18n

WRONG = [
    ("BROUWERIJ_PORT", "0"),
    ("BROUWERIJ_PORT", "http"),
    ("BROUWERIJ_PORT", "70000"),
    ("BROUWERIJ_IDLE", "0"),
    ("BROUWERIJ_URL", "brouwerij.example.nl"),
    ("BROUWERIJ_URL", "ftp://brouwerij.example.nl"),
    ("BROUWERIJ_ASYNC", "asyncio"),
    ("BROUWERIJ_LANGUAGE", "de"),
    ("BROUWERIJ_CONNECTIONS", "3"),
    ("BROUWERIJ_PROXY", "maybe"),
    ("BROUWERIJ_LOG", "loud"),
    ("BROUWERIJ_INSTANCE", "/proc/brouwerij"),
    ("DATABASE_URL", "mysql://host/brouwerij"),
    ("DATABASE_URL", "sqlite://"),
    ("REDIS_URL", "localhost:6379"),
    ("SECRET_KEY", "kort"),
    ("BROUWERIJ_ORIGINS", "brouwerij.example.nl"),
    ("BROUWERIJ_ORIGINS", "https://een.example.nl, https://twee.example.nl/pad"),
    ("BROUWERIJ_ORIGINS", "https://*.example.nl"),
    ("BROUWERIJ_STRAIGHT", "perhaps"),
    ("BROUWERIJ_BREAK", "everything"),
]
ANY_TEXT = {"BROUWERIJ_HOST"}


def read(instance: Path, **settings: str):
    return from_environment({"BROUWERIJ_INSTANCE": str(instance), **settings})


def test_settings_when_none_is_given_then_each_has_its_default(tmp_path: Path):
    config = read(tmp_path)
    assert (config.port, config.mode, config.language) == (5000, "eventlet", "nl")
    assert config.sqlite
    assert config.database_url == f"sqlite:///{tmp_path}/brouwerij.sqlite"
    assert not config.proxy


@pytest.mark.parametrize(("variable", "value"), WRONG)
def test_settings_when_one_is_wrong_then_the_error_names_it(
    tmp_path: Path, variable: str, value: str
):
    with pytest.raises(ConfigError, match=f"^{variable}"):
        read(tmp_path, **{variable: value})


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("SECRET_KEY", "s3cret"),
        ("DATABASE_URL", "oracle://me:s3cret@host/x"),
        ("REDIS_URL", "s3cret"),
    ],
)
def test_settings_when_a_wrong_one_is_a_secret_then_the_error_does_not_tell_it(
    tmp_path: Path, variable: str, value: str
):
    with pytest.raises(ConfigError) as error:
        read(tmp_path, **{variable: value})
    assert "s3cret" not in str(error.value)


def test_promises_are_broken_only_where_nobody_else_comes(tmp_path: Path):
    with pytest.raises(ConfigError, match=r"^BROUWERIJ_BREAK.*127\.0\.0\.1"):
        read(tmp_path, BROUWERIJ_BREAK="no-receipts")
    config = read(tmp_path, BROUWERIJ_BREAK="no-receipts", BROUWERIJ_HOST="127.0.0.1")
    assert config.breaks == {"no-receipts"}


def test_promises_that_can_be_broken_are_each_known():
    from brouwerij.live import broken

    assert set(BREAKS) == broken.BREAKS.keys()


def test_settings_are_each_tried_with_a_wrong_value():
    assert {variable for variable, _ in WRONG} | ANY_TEXT == {s.variable for s in SETTINGS}


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg2"])
def test_settings_when_the_database_is_postgresql_then_the_driver_is_the_one_that_yields(
    tmp_path: Path, scheme: str
):
    assert read(tmp_path, DATABASE_URL=f"{scheme}://me@host/x").database_url == (
        "postgresql+psycopg2://me@host/x"
    )


def test_secret_when_two_processes_start_at_once_then_they_have_the_same(tmp_path: Path):
    with ThreadPoolExecutor(16) as threads:
        secrets = set(threads.map(lambda _: read(tmp_path).secret_key, range(64)))
    assert len(secrets) == 1
    assert len(secrets.pop()) == 64
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_secret_is_readable_by_its_owner_alone(tmp_path: Path):
    read(tmp_path)
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("headers", "spoken"),
    [({}, "en"), ({"Accept-Language": "fr"}, "en"), ({"Accept-Language": "nl"}, "nl")],
)
def test_language_when_the_browser_asks_for_neither_then_is_that_of_the_settings(
    headers: dict[str, str], spoken: str
):
    app = Flask("settings")
    app.config["LANGUAGE"] = "en"
    init_i18n(app)
    with app.test_request_context(headers=headers):
        assert choose_language() == spoken
