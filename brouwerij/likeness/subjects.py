"""The lens: from everything a vector says of a text to what the text is about.

Likeness of sentences is also likeness of length, mood and phrasing. subjects.csv has some 680
words and phrases, Dutch and English, in 38 subjects of everyday life. Linear discriminant analysis
finds the directions that tell those subjects apart while what differs within a subject is damped;
only these 37 are looked at. Learned once, by `python -m brouwerij.likeness.subjects`.
Source: R. A. Fisher, The use of multiple measurements in taxonomic problems (1936); the shrinkage
of the scatter within subjects is that of J. H. Friedman, Regularized discriminant analysis (1989).
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from brouwerij.likeness.embedding import Embedding, Vectors

HERE = Path(__file__).parent
SUBJECTS, LENS = HERE / "subjects.csv", HERE / "subjects.npz"
SHRINKAGE = 5.0
"""How much of the mean variance is added to every direction within subjects."""


def look(vectors: Vectors) -> Vectors:
    """What the texts are about: shape (texts, 384) becomes (texts, subjects - 1)."""
    lens = _lens()
    return (vectors - lens["mean"]) @ lens["axes"]


def middle() -> Vectors:
    """The mean vector of all subjects: shape (384,)."""
    mean: Vectors = _lens()["mean"]
    return mean


def fingerprint() -> str:
    """Of the words and phrases that a lens was learned from."""
    return hashlib.sha256(SUBJECTS.read_bytes()).hexdigest()


def learned_from() -> str:
    """The fingerprint of what the stored lens was learned from."""
    import numpy as np

    with np.load(LENS) as stored:
        return str(stored["learned_from"])


@cache
def _lens() -> dict[str, Any]:
    import numpy as np

    with np.load(LENS) as stored:
        return {name: stored[name].astype(np.float64) for name in ("mean", "axes")}


def learn(vectors: Vectors, subjects: Sequence[str]) -> tuple[Vectors, Vectors]:
    """The mean, and the axes that tell subjects apart: shapes (384,) and (384, subjects - 1).

    vectors: shape (texts, 384); subjects: the subject of each text.
    """
    import numpy as np

    names = list(dict.fromkeys(subjects))
    of = np.array([names.index(subject) for subject in subjects])
    mean = vectors.mean(0)
    centres = np.array([vectors[of == i].mean(0) - mean for i in range(len(names))])
    within = vectors - mean - centres[of]
    scatter = within.T @ within / len(vectors)
    size = len(scatter)
    values, axes = np.linalg.eigh(scatter + SHRINKAGE * np.trace(scatter) / size * np.eye(size))
    whiten = (axes / np.sqrt(values)) @ axes.T
    _, between = np.linalg.eigh(whiten @ (centres.T @ centres) @ whiten)
    return mean, whiten @ between[:, 1 - len(names) :]


def make(embedding: Embedding) -> None:
    """Learn the lens from subjects.csv and write it beside it."""
    import numpy as np

    with SUBJECTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    vectors = embedding.vectors([row["text"] for row in rows])
    mean, axes = learn(vectors, [row["subject"] for row in rows])
    np.savez(
        LENS,
        mean=mean.astype(np.float32),
        axes=axes.astype(np.float32),
        learned_from=np.array(fingerprint()),
    )


if __name__ == "__main__":
    from brouwerij.likeness.embedding import load

    found = load()
    if found is None:
        raise SystemExit("The extra `suggest` is not installed.")
    make(found)
