"""Pages that many read, and that take long to make."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from brouwerij.domain.board import Board
from brouwerij.web.kept_pages import KeptPages


class Press:
    """Makes pages, and knows how many."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> str:
        self.made += 1
        return f"page {self.made}"


@pytest.fixture
def press() -> Press:
    return Press()


def test_page_is_made_once_for_all_who_read_it(press: Press):
    kept, board = KeptPages(), Board()
    assert {kept.page(board, "public", 1, press) for _ in range(3)} == {"page 1"}


def test_page_when_what_it_tells_changed_then_is_made_anew(press: Press):
    kept, board = KeptPages(), Board()
    assert kept.page(board, "public", 1, press) == "page 1"
    assert kept.page(board, "public", 2, press) == "page 2"


def test_page_is_of_one_board_and_one_kind(press: Press):
    kept, board, other = KeptPages(), Board(), Board()
    kept.page(board, "public", 1, press)
    assert kept.page(board, "participants", 1, press) == "page 2"
    assert kept.page(other, "public", 1, press) == "page 3"


def test_page_when_many_ask_at_once_then_is_made_once(press: Press):
    kept, board, together = KeptPages(), Board(), threading.Barrier(8)

    def read(_: int) -> str:
        together.wait()
        return kept.page(board, "public", 1, press)

    with ThreadPoolExecutor(8) as readers:
        assert set(readers.map(read, range(8))) == {"page 1"}


def test_page_that_could_not_be_made_is_tried_again(press: Press):
    kept, board = KeptPages(), Board()
    fails: Callable[[], str] = lambda: 1 / 0  # type: ignore[assignment,return-value]  # noqa: E731
    with pytest.raises(ZeroDivisionError):
        kept.page(board, "public", 1, fails)
    assert kept.page(board, "public", 1, press) == "page 1"


def test_page_goes_with_its_board(press: Press):
    """So nothing of people who were erased stays in memory."""

    class Made(str):
        __slots__ = ("__weakref__",)

    kept, board = KeptPages(), Board()
    here = weakref.ref(kept.page(board, "public", 1, lambda: Made("page")))
    gc.collect()
    assert here() == "page"
    del board
    gc.collect()
    assert here() is None
