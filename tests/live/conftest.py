"""Servers in every async mode, and tests that are coroutines."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from brouwerij.aio import MODES
from tests.support.apart import apart
from tests.support.server import Server, serving

LONGEST = 90
"""Seconds after which a coroutine test has failed: pytest's own time-out cannot end its thread."""


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a coroutine test."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = pyfuncitem._fixtureinfo.argnames
    test = pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names})
    apart(asyncio.run, asyncio.wait_for(test, LONGEST))
    return True


@pytest.fixture(scope="session", params=MODES)
def any_server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """A server in each async mode, shared by the tests."""
    path: Path = tmp_path_factory.mktemp(request.param) / "instance"
    with serving(path, BROUWERIJ_ASYNC=request.param) as server:
        yield server
