"""Pages that anybody may read, and that take long to make: made once, and one at a time.

The last of each kind is kept as long as the board that it tells of is in memory, so what is kept is
bounded by the workshops in use, and goes when their people are erased.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import cast
from weakref import WeakKeyDictionary

from flask import Flask, current_app

from brouwerij.domain.board import Board


class KeptPages:
    """Of each board its pages, by kind: what each was made of, and the page."""

    def __init__(self) -> None:
        self._pages: WeakKeyDictionary[Board, dict[Hashable, tuple[Hashable, str]]] = (
            WeakKeyDictionary()
        )
        self._turn = threading.Lock()

    def page(self, board: Board, kind: Hashable, of: Hashable, make: Callable[[], str]) -> str:
        """The page of a board. of: as long as this is the same, so is the page."""
        if found := self._known(board, kind, of):
            return found
        with self._turn:
            if found := self._known(board, kind, of):
                return found
            made = make()
            self._pages.setdefault(board, {})[kind] = of, made
            return made

    def _known(self, board: Board, kind: Hashable, of: Hashable) -> str | None:
        was, page = self._pages.get(board, {}).get(kind, (None, ""))
        return page if was == of else None


def init_kept_pages(app: Flask) -> None:
    app.extensions["kept_pages"] = KeptPages()


def kept_pages() -> KeptPages:
    """Those of this app."""
    return cast(KeptPages, current_app.extensions["kept_pages"])
