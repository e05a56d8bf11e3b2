"""The labelled ideas that suggestions are measured on, and the subjects they are seen through."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from brouwerij.likeness.duplicates import duplicates
from brouwerij.likeness.subjects import SUBJECTS

SETS = Path(__file__).parents[2] / "bench" / "ideas"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_third_of_each_theme_is_unseen():
    parts = Counter((row["theme"], row["part"]) for row in rows(SETS / "nl.csv"))
    assert len(parts) == 20
    assert {(part, count) for (_, part), count in parts.items()} == {("tuning", 16), ("unseen", 8)}


@pytest.mark.parametrize("name", ["nl", "dorp", "en"])
def test_no_idea_and_no_title_stands_among_the_subjects(name: str):
    known = [row["text"] for row in rows(SUBJECTS)]
    measured = rows(SETS / f"{name}.csv")
    texts = [*(row["text"] for row in measured), *dict.fromkeys(row["theme"] for row in measured)]
    pairs = [(pair.one, pair.other) for pair in duplicates(known + texts)]
    assert [(i, j) for i, j in pairs if i < len(known) <= j] == []
