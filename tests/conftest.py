"""What every test may use. The async patch, when a test needs it, is made in tests/support/."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling

from tests.support import machine
from tests.support.server import Server, serving


class SideBySide(LoadFileScheduling):
    """A file's tests stay together; one process drives the browsers, another does the rest.

    But for what looks at all pages, which would keep the first busy when the other is done.
    """

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        alone = file == "tests/browser/test_access.py"
        return "browsers" if file.startswith("tests/browser/") and not alone else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> SideBySide:
    return SideBySide(config, log)


LONGEST = ("tests/browser/", "tests/live/test_kill.py", "tests/test_story.py")
"""Begun first, so that neither process is left with one of them when the other is done."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The Chromium on this machine; in CI a missing one is a failure."""
    return machine.chromium()


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], chromium_path: str
) -> dict[str, Any]:
    return {
        **browser_type_launch_args,
        "executable_path": chromium_path,
        "args": list(machine.CHROMIUM_WORDS),
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "nl-NL"}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running server, shared by the tests; make a workshop of your own in it (support/hall)."""
    with serving(tmp_path_factory.mktemp("server") / "instance") as running:
        yield running


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A running server of this test alone, that it may stop and kill."""
    with serving(tmp_path / "instance") as running:
        yield running


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[machine.Postgres]:
    """A PostgreSQL server of our own; in CI a missing one is a failure."""
    with machine.postgres(tmp_path_factory.mktemp("postgres")) as running:
        yield running


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Redis server of our own; in CI a missing one is a failure."""
    with machine.redis(tmp_path_factory.mktemp("redis")) as address:
        yield address
