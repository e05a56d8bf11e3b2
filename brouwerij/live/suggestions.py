"""What may belong together (live/questions.py), answered to who asks.

An answer is no state: it is in no log, view or digest, and nothing is ever done with it but by a
person's own command. It is made of what the asker has in view and of nothing else, so what is
hidden from them cannot show. Answers are made in a thread, one at a time in this process; who asks
the same of the same things meanwhile, or afterwards, gets the same answer.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable

from brouwerij import aio
from brouwerij.domain.views import Audience
from brouwerij.live.kettle import Kettle
from brouwerij.live.questions import Question

logger = logging.getLogger(__name__)

KEPT = 32
"""How many answers are kept."""
REST_PER_COST = 3
LONGEST_REST = 1.0
"""After an answer the next is made when this many times its cost has passed, at most a second."""

Answer = Callable[[bytes], None]
"""Told the answer as JSON, once. It must not wait."""


class Suggestions:
    """The questions that wait, and the last answers."""

    def __init__(self) -> None:
        self._waiting: dict[tuple[Question, Kettle, Audience], list[Answer]] = {}
        self._kept: OrderedDict[tuple[Question, Hashable], bytes] = OrderedDict()
        self._lock = threading.Lock()
        self._thinking = False

    def ask(self, question: Question, kettle: Kettle, audience: Audience, answer: Answer) -> None:
        """Have a question answered, after those that came before."""
        with self._lock:
            self._waiting.setdefault((question, kettle, audience), []).append(answer)
            start, self._thinking = not self._thinking, True
        if start:
            aio.spawn(self._think)

    def _think(self) -> None:
        while (turn := self._take()) is not None:
            (question, kettle, audience), answers = turn
            began = time.perf_counter()
            try:
                body = self._answer(question, kettle, audience)
            except Exception:  # whatever it was, who waits must hear and the next have their turn
                logger.exception("%s of %s was not answered", question.name, kettle.code)
                body = b"null"
            for answer in answers:
                answer(body)
            aio.sleep(min(LONGEST_REST, REST_PER_COST * (time.perf_counter() - began)))

    def _take(self) -> tuple[tuple[Question, Kettle, Audience], list[Answer]] | None:
        """The oldest question with all who ask it; None ends the thinking."""
        with self._lock:
            oldest = next(iter(self._waiting), None)
            self._thinking = oldest is not None
            return None if oldest is None else (oldest, self._waiting.pop(oldest))

    def _answer(self, question: Question, kettle: Kettle, audience: Audience) -> bytes:
        with kettle.lock:
            seen = question.sees(kettle.sees(audience))
        key = question, seen
        if key not in self._kept:
            self._kept[key] = aio.offload(question.answered, seen)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]
