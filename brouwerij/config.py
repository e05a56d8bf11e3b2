"""Every setting: its variable, its default and its meaning. docs/settings.md lists the same.

Nothing else reads the environment, but for brouwerij/aio.py, which has to come before all
imports. A wrong value stops the start with a sentence that says which one and why.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from brouwerij import aio

_HERE = Path(__file__).resolve().parent
ROOT = _HERE / "_data" if (_HERE / "_data").is_dir() else _HERE.parent
"""Where templates/, static/ and migrations/ are: in a wheel or in a checkout."""


class ConfigError(Exception):
    """A setting has a value that it cannot have. The text says which and what to do."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. read: turns the variable's text into a value or raises ValueError.

    secret: the text may hold a password, so it is never said aloud.
    """

    variable: str
    default: str
    meaning: str
    read: Callable[[str], Any]
    secret: bool = False


def _whole(least: int, most: int = 10**6) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise ValueError(f"it is a whole number from {least} to {most}")
        return int(text)

    return read


def _flag(text: str) -> bool:
    flags = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if text.lower() not in flags:
        raise ValueError("it is 1 or 0")
    return flags[text.lower()]


def _mode(text: str) -> str:
    if text not in aio.MODES:
        raise ValueError(f"it is one of {', '.join(aio.MODES)}")
    return text


def _language(text: str) -> str:
    if text not in ("nl", "en"):
        raise ValueError("it is nl or en")
    return text


def _address(text: str) -> str:
    if text and (urlsplit(text).scheme not in ("http", "https") or not urlsplit(text).netloc):
        raise ValueError("it is a web address such as https://brouwerij.example.nl")
    return text.rstrip("/")


def _origins(text: str) -> tuple[str, ...]:
    """Web origins: a scheme and a host, no path. Anything else would never match a browser's."""
    found = tuple(one.strip().rstrip("/") for one in text.split(",") if one.strip())
    for origin in found:
        if not re.fullmatch(r"https?://[^/*?#\s]+", origin):
            raise ValueError("each is a web origin such as https://brouwerij.example.nl")
    return found


def _database(text: str) -> str:
    """SQLAlchemy's address of the database; psycopg2 for PostgreSQL, which yields when patched."""
    if not text:
        return text
    scheme, _, rest = text.partition("://")
    if scheme in ("postgres", "postgresql", "postgresql+psycopg2"):
        return f"postgresql+psycopg2://{rest}"
    if scheme == "sqlite" and rest.startswith("/"):
        return text
    raise ValueError("it starts with postgresql:// or with sqlite:///")


def _redis(text: str) -> str:
    if text and urlsplit(text).scheme not in ("redis", "rediss", "unix"):
        raise ValueError("it starts with redis://, rediss:// or unix://")
    return text


def _breaks(text: str) -> frozenset[str]:
    promises = frozenset(name.strip() for name in text.split(",") if name.strip())
    if not promises <= set(BREAKS):
        raise ValueError(f"it is for tests, and then some of {', '.join(BREAKS)}")
    return promises


def _level(text: str) -> str:
    if text not in ("debug", "info", "warning", "error"):
        raise ValueError("it is debug, info, warning or error")
    return text


def _secret(text: str) -> str:
    if text and len(text) < 32:
        raise ValueError("it has at least 32 characters")
    return text


BREAKS = (
    "no-receipts",
    "early-ack",
    "no-filter",
    "lost-patch",
    "repeated-patch",
    "over-budget",
    "half-logged",
    "die-after-commit",
)
"""The promises that can be broken on purpose; live/broken.py tells how."""
LOOPBACK = ("127.0.0.1", "::1", "localhost")

SETTINGS: tuple[Setting, ...] = (
    Setting("BROUWERIJ_HOST", "0.0.0.0", "Address to listen on.", str),  # noqa: S104
    Setting("BROUWERIJ_PORT", "5000", "Port to listen on.", _whole(1, 65535)),
    Setting(
        "BROUWERIJ_INSTANCE",
        "",
        "Folder for the database and the secret; instance/ when not given.",
        str,
    ),
    Setting(
        "BROUWERIJ_URL", "", "Address people use, when it is not this machine's own.", _address
    ),
    Setting(
        "BROUWERIJ_ASYNC", "eventlet", "How to wait for many: eventlet, gevent, threading.", _mode
    ),
    Setting(
        "BROUWERIJ_LANGUAGE",
        "nl",
        "Language when the browser asks for neither: nl or en.",
        _language,
    ),
    Setting(
        "BROUWERIJ_CONNECTIONS", "8000", "How many phones may be connected at once.", _whole(16)
    ),
    Setting(
        "BROUWERIJ_STRAIGHT",
        "1",
        "1 to write straight to the phones' sockets; 0 to go the libraries' own, slower way.",
        _flag,
    ),
    Setting(
        "BROUWERIJ_IDLE",
        "15",
        "After how many minutes without anybody a workshop leaves memory, until it is asked for.",
        _whole(1),
    ),
    Setting("BROUWERIJ_PROXY", "0", "1 when a proxy in front sets X-Forwarded-*; else 0.", _flag),
    Setting("BROUWERIJ_ORIGINS", "", "Further web origins allowed, separated by commas.", _origins),
    Setting(
        "BROUWERIJ_LOG", "info", "How much goes to the log: debug, info, warning, error.", _level
    ),
    Setting(
        "BROUWERIJ_BREAK",
        "",
        "For tests of the tests only: breaks a promise. Needs BROUWERIJ_HOST=127.0.0.1.",
        _breaks,
    ),
    Setting(
        "DATABASE_URL",
        "",
        "Database: postgresql://… or sqlite:////FILE; a SQLite file in the folder when not given.",
        _database,
        secret=True,
    ),
    Setting(
        "REDIS_URL",
        "",
        "Redis, when more than one worker serves the same database.",
        _redis,
        secret=True,
    ),
    Setting(
        "SECRET_KEY",
        "",
        "What signs the cookies; made once in the folder when not given.",
        _secret,
        secret=True,
    ),
)
"""Every setting there is."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one process, checked."""

    host: str
    port: int
    instance: Path
    url: str
    mode: str
    language: str
    connections: int
    straight: bool
    idle: int
    proxy: bool
    origins: tuple[str, ...]
    log: str
    breaks: frozenset[str]
    database_url: str
    redis_url: str
    secret_key: str

    @property
    def sqlite(self) -> bool:
        return self.database_url.startswith("sqlite")


def from_environment(environment: Mapping[str, str] | None = None) -> Config:
    """The settings of this environment. Makes the instance folder. Raises ConfigError."""
    given = os.environ if environment is None else environment
    values = {setting.variable: _value(setting, given) for setting in SETTINGS}
    if values["BROUWERIJ_BREAK"] and values["BROUWERIJ_HOST"] not in LOOPBACK:
        raise ConfigError("BROUWERIJ_BREAK is for tests: BROUWERIJ_HOST has to be 127.0.0.1 then.")
    instance = Path(values["BROUWERIJ_INSTANCE"] or ROOT / "instance").absolute()
    try:
        instance.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"BROUWERIJ_INSTANCE: {instance} cannot be made ({error}).") from error
    return Config(
        host=values["BROUWERIJ_HOST"],
        port=values["BROUWERIJ_PORT"],
        instance=instance,
        url=values["BROUWERIJ_URL"],
        mode=values["BROUWERIJ_ASYNC"],
        language=values["BROUWERIJ_LANGUAGE"],
        connections=values["BROUWERIJ_CONNECTIONS"],
        straight=values["BROUWERIJ_STRAIGHT"],
        idle=values["BROUWERIJ_IDLE"],
        proxy=values["BROUWERIJ_PROXY"],
        origins=values["BROUWERIJ_ORIGINS"],
        log=values["BROUWERIJ_LOG"],
        breaks=values["BROUWERIJ_BREAK"],
        database_url=values["DATABASE_URL"] or f"sqlite:///{instance / 'brouwerij.sqlite'}",
        redis_url=values["REDIS_URL"],
        secret_key=values["SECRET_KEY"] or _kept_secret(instance),
    )


def _value(setting: Setting, given: Mapping[str, str]) -> Any:
    text = given.get(setting.variable, "").strip() or setting.default
    try:
        return setting.read(text)
    except ValueError as error:
        wrong = "cannot be used" if setting.secret else f"is {text!r}"
        raise ConfigError(f"{setting.variable} {wrong}: {error}.") from error


def _kept_secret(instance: Path) -> str:
    """The secret of this instance, made on first use and readable by its owner alone.

    It comes to its place whole and once, also when two processes start at the same moment.
    """
    path = instance / "secret_key"
    try:
        if not path.exists():
            _make_secret(path)
        return path.read_text().strip()
    except OSError as error:
        raise ConfigError(f"BROUWERIJ_INSTANCE: {path} cannot be used ({error}).") from error


def _make_secret(path: Path) -> None:
    made = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
    descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_hex(32))
    with contextlib.suppress(FileExistsError):
        os.link(made, path)
    made.unlink()
