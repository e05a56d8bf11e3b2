"""How far the making of a report is: who makes it tells, whoever waits for it hears.

What a format tells goes to who listens in the same thread; nobody does by default.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple


class Step(NamedTuple):
    """So many are done of a total. what: "pages", "chapters" or "file". total: 0 while unknown."""

    what: str
    done: int = 0
    total: int = 0


Told = Callable[[Step], None]
"""Told how far it is. It must not wait."""


def _nobody(step: Step) -> None:
    pass


_told: ContextVar[Told] = ContextVar("told", default=_nobody)


def tell(step: Step) -> None:
    """Say how far it is."""
    _told.get()(step)


@contextmanager
def heard(told: Told) -> Iterator[None]:
    """Have what is told from here on heard."""
    token = _told.set(told)
    try:
        yield
    finally:
        _told.reset(token)
