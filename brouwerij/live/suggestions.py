"""What may belong together: questions of a screen, answered to who asks.

An answer is no state: it is in no log, view or digest, and nothing is ever done with it but by a
person's own command. It is made of what the asker has in view and of nothing else, so what is
hidden from them cannot show. Answers are made in a thread, one at a time in this process; who asks
the same of the same ideas meanwhile, or afterwards, gets the same answer.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import msgspec

from brouwerij import aio
from brouwerij.domain.views import Audience, View
from brouwerij.likeness import embedding
from brouwerij.likeness.duplicates import duplicates
from brouwerij.live.kettle import Kettle
from brouwerij.wire import Alike, Proposed, Suggested, ThemeProposed

if TYPE_CHECKING:
    from brouwerij.likeness.embedding import Embedding

logger = logging.getLogger(__name__)

Question = Literal["suggest", "propose", "alike"]
FOR_WHO_LEADS: tuple[Question, ...] = ("propose", "alike")

MOST = 3
"""How many themes are suggested for an idea."""
KEPT = 32
"""How many answers are kept."""
REST_PER_COST = 3
LONGEST_REST = 1.0
"""After an answer the next is made when this many times its cost has passed, at most a second."""

Answer = Callable[[bytes], None]
"""Told the answer as JSON, once. It must not wait."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An idea and the theme that it is in; "" while it is loose."""

    id: str
    text: str
    theme: str


@dataclass(frozen=True, slots=True)
class Seen:
    """All that an answer may be made of. themes: id and name."""

    language: str
    ideas: tuple[Placed, ...]
    themes: tuple[tuple[str, str], ...]

    @property
    def texts(self) -> Seen:
        """The ideas alone, wherever they are."""
        ideas = tuple(Placed(idea.id, idea.text, "") for idea in self.ideas)
        return Seen(self.language, ideas, ())

    @property
    def loose(self) -> list[Placed]:
        return [idea for idea in self.ideas if not idea.theme]


class Suggestions:
    """The questions that wait, and the last answers."""

    def __init__(self) -> None:
        self._waiting: dict[tuple[Question, Kettle, Audience], list[Answer]] = {}
        self._kept: OrderedDict[tuple[Question, Seen], bytes] = OrderedDict()
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
                logger.exception("%s of %s was not answered", question, kettle.code)
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
            seen = _seen(kettle.sees(audience))
        key = question, seen.texts if question == "alike" else seen
        if key not in self._kept:
            self._kept[key] = aio.offload(_answered, *key)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


def _seen(view: View) -> Seen:
    """What counts of a view: ideas that are not hidden, late, or the same as another."""
    themes = {id: it for id, it in view.get("themes", {}).items() if not it.get("merged_into")}
    return Seen(
        next(iter(view["workshop"].values()))["language"],
        tuple(
            Placed(id, it["text"], it.get("theme", ""))
            for id, it in view.get("ideas", {}).items()
            if not (it.get("hidden") or it.get("parked") or it.get("same_as"))
        ),
        tuple((id, it["name"]) for id, it in themes.items()),
    )


def _answered(question: Question, seen: Seen) -> bytes:
    model = embedding.load()
    if question == "alike":
        return msgspec.json.encode(_alike(seen, model))
    if model is None:
        return msgspec.json.encode(Suggested() if question == "suggest" else Proposed())
    return msgspec.json.encode((_suggested if question == "suggest" else _proposed)(seen, model))


def _suggested(seen: Seen, model: Embedding) -> Suggested:
    from brouwerij.likeness.suggestions import Sorted, themes_for

    placed: dict[str, list[str]] = {id: [] for id, _ in seen.themes}
    for idea in seen.ideas:
        placed.get(idea.theme, []).append(idea.text)
    themes = [Sorted(name, tuple(placed[id])) for id, name in seen.themes]
    top = min(MOST, len(themes) - 1)  # to suggest every theme says nothing
    fitting = themes_for(model, [idea.text for idea in seen.loose], themes, max(0, top))
    ids = [idea.id for idea in seen.loose]
    return Suggested(True, [id for id, _ in seen.themes], dict(zip(ids, fitting, strict=True)))


def _proposed(seen: Seen, model: Embedding) -> Proposed:
    from brouwerij.likeness.proposal import propose

    language = "en" if seen.language == "en" else "nl"
    groups = propose(model, [idea.text for idea in seen.loose], lang=language)
    ids = [idea.id for idea in seen.loose]
    return Proposed(True, [ThemeProposed(g.name, [ids[n] for n in g.ideas]) for g in groups])


def _alike(seen: Seen, model: Embedding | None) -> Alike:
    pairs = duplicates([idea.text for idea in seen.ideas], model)
    return Alike([[seen.ideas[pair.one].id, seen.ideas[pair.other].id] for pair in pairs])
