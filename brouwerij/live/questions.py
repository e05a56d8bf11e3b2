"""The questions about what may belong together: what of a view counts, and how each is answered."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from brouwerij.domain.views import View
from brouwerij.likeness import embedding
from brouwerij.likeness.duplicates import duplicates
from brouwerij.likeness.fits import Told, fits
from brouwerij.wire import Pairs, Proposed, Suggested, ThemeProposed

if TYPE_CHECKING:
    from brouwerij.likeness.embedding import Embedding

MOST = 3
"""How many themes are suggested for an idea."""


@dataclass(frozen=True, slots=True)
class Question:
    """name: of its event on the socket. sees: all of a view that the answer is made of."""

    name: str
    sees: Callable[[View], Hashable]
    answer: Callable[[Any, Embedding | None], msgspec.Struct]
    for_who_leads: bool = False

    def answered(self, seen: Hashable) -> bytes:
        """The answer as JSON. It may take seconds: for a thread."""
        return msgspec.json.encode(self.answer(seen, embedding.load()))


@dataclass(frozen=True, slots=True)
class Placed:
    """An idea and the theme that it is in; "" while it is loose."""

    id: str
    text: str
    theme: str


@dataclass(frozen=True, slots=True)
class Sorting:
    """The ideas of a room and its themes: id and name."""

    language: str
    ideas: tuple[Placed, ...]
    themes: tuple[tuple[str, str], ...]

    @property
    def loose(self) -> list[Placed]:
        return [idea for idea in self.ideas if not idea.theme]


def _sorting(view: View) -> Sorting:
    themes = {id: it for id, it in view.get("themes", {}).items() if not it.get("merged_into")}
    return Sorting(
        next(iter(view["workshop"].values()))["language"],
        tuple(Placed(id, it["text"], it.get("theme", "")) for id, it in _counting(view)),
        tuple((id, it["name"]) for id, it in themes.items()),
    )


def _counting(view: View) -> list[tuple[str, dict[str, Any]]]:
    """The ideas that are not hidden, late, or the same as another."""
    return [
        (id, it)
        for id, it in view.get("ideas", {}).items()
        if not (it.get("hidden") or it.get("parked") or it.get("same_as"))
    ]


def _suggested(seen: Sorting, model: Embedding | None) -> Suggested:
    if model is None:
        return Suggested()
    from brouwerij.likeness.suggestions import Sorted, themes_for

    placed: dict[str, list[str]] = {id: [] for id, _ in seen.themes}
    for idea in seen.ideas:
        placed.get(idea.theme, []).append(idea.text)
    themes = [Sorted(name, tuple(placed[id])) for id, name in seen.themes]
    top = min(MOST, len(themes) - 1)  # to suggest every theme says nothing
    fitting = themes_for(model, [idea.text for idea in seen.loose], themes, max(0, top))
    ids = [idea.id for idea in seen.loose]
    return Suggested(True, [id for id, _ in seen.themes], dict(zip(ids, fitting, strict=True)))


def _proposed(seen: Sorting, model: Embedding | None) -> Proposed:
    if model is None:
        return Proposed()
    from brouwerij.likeness.proposal import propose

    language = "en" if seen.language == "en" else "nl"
    groups = propose(model, [idea.text for idea in seen.loose], lang=language)
    ids = [idea.id for idea in seen.loose]
    return Proposed(True, [ThemeProposed(g.name, [ids[n] for n in g.ideas]) for g in groups])


def _texts(view: View) -> tuple[tuple[str, str], ...]:
    """The ideas by id, wherever they are."""
    return tuple((id, it["text"]) for id, it in _counting(view))


def _alike(seen: tuple[tuple[str, str], ...], model: Embedding | None) -> Pairs:
    pairs = duplicates([text for _, text in seen], model)
    return Pairs([[seen[pair.one][0], seen[pair.other][0]] for pair in pairs])


@dataclass(frozen=True, slots=True)
class Introduced:
    """The success factors and the bottlenecks of a room, by id."""

    factors: tuple[tuple[str, Told], ...]
    needs: tuple[tuple[str, Told], ...]


def _introduced(view: View) -> Introduced:
    points = view.get("points", {}).items()
    told = [(it["sort"], (id, Told(it["text"], it["initiative"]))) for id, it in points]
    return Introduced(
        tuple(point for sort, point in told if sort == "factor"),
        tuple(point for sort, point in told if sort == "bottleneck"),
    )


def _fits(seen: Introduced, model: Embedding | None) -> Pairs:
    found = fits([told for _, told in seen.factors], [told for _, told in seen.needs], model)
    return Pairs([[seen.factors[factor][0], seen.needs[need][0]] for factor, need in found])


QUESTIONS = (
    Question("suggest", _sorting, _suggested),
    Question("propose", _sorting, _proposed, for_who_leads=True),
    Question("alike", _texts, _alike, for_who_leads=True),
    Question("fits", _introduced, _fits, for_who_leads=True),
)
