"""python -m bench.clustering: how well ideas are sorted, measured on labelled sets.

Writes the tables between their markers in docs/clustering.md; --tuning measures the part that
methods and numbers were chosen on, and writes nothing.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import comb
from pathlib import Path
from statistics import mean
from typing import Any

import numpy as np

from brouwerij.likeness.duplicates import duplicates
from brouwerij.likeness.embedding import Embedding, load
from brouwerij.likeness.fits import Told, fits
from brouwerij.likeness.geometry import points, unit
from brouwerij.likeness.proposal import how_many, smoothed, spherical
from brouwerij.likeness.suggestions import Sorted, themes_for

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "clustering.md"
PLACED = (0, 2, 4, 8)
TOPS = (1, 2, 3)
DRAWS = 20
"""How often the placed ideas are drawn again; figures are means."""

Labelled = list[tuple[str, str]]
"""Pairs of a theme's title and an idea."""
Ranking = Callable[[Sequence[str], Sequence[Sorted]], list[list[int]]]
Grouping = Callable[[Sequence[str], int], Sequence[int]]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.clustering", description=__doc__)
    parser.add_argument("--tuning", action="store_true", help="measure the tuning part only")
    args = parser.parse_args()
    embedding = load(2)
    if embedding is None:
        print("It needs the extra `suggest`: pip install -e '.[suggest]'", file=sys.stderr)
        return 2
    part = "tuning" if args.tuning else "unseen"
    made = {name: table(embedding, part) for name, table in TABLES.items()}
    print("\n\n".join(made.values()))
    if not args.tuning:
        write(made)
    return 0


def write(made: dict[str, str]) -> None:
    """Put the tables into the page."""
    text = PAGE.read_text("utf-8")
    for name, table in made.items():
        block = rf"(<!-- {name}: made by make clustering -->\n).*?(<!-- end -->)"
        text = re.sub(block, lambda m, t=table: f"{m[1]}{t}\n{m[2]}", text, flags=re.DOTALL)
    PAGE.write_text(text, "utf-8")


# The sets


def ideas(name: str, part: str | None = None) -> Labelled:
    """The ideas of a set, or of one part of it."""
    with (HERE / "ideas" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if part in (None, row["part"])]
    return [(row["theme"], row["text"]) for row in rows]


def by_theme(labelled: Labelled) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for theme, text in labelled:
        found[theme].append(text)
    return found


# Suggestions


@dataclass(frozen=True)
class Case:
    """What is measured on: ideas to sort, and those that placed ones are drawn from."""

    name: str
    sought: Labelled
    placeable: Labelled | None = None
    """None: they are drawn from the sought ones, which are then not sought."""


def cases(part: str) -> list[Case]:
    if part == "tuning":
        return [Case("co-operatives, tuning part", ideas("nl", "tuning"))]
    return [
        Case("co-operatives, unseen third", ideas("nl", "unseen"), ideas("nl", "tuning")),
        Case("a village, other themes", ideas("dorp")),
        Case("co-operatives in English", ideas("en")),
    ]


def suggestions(embedding: Embedding, part: str) -> str:
    """The table of how often the right theme is among the first one, two and three."""

    def ours(loose: Sequence[str], themes: Sequence[Sorted]) -> list[list[int]]:
        return themes_for(embedding, loose, themes)

    methods: dict[str, Ranking] = {"nearest centre": nearest_centre(embedding), "ours": ours}
    head = ["set", "method", *(f"{n} placed" for n in PLACED)]
    rows = [
        [case.name, name, *(shares(case, method, n) for n in PLACED)]
        for case in cases(part)
        for name, method in methods.items()
    ]
    return table(head, rows)


def nearest_centre(embedding: Embedding) -> Ranking:
    """What was there before: the centre of a title and its ideas, the set's mean taken off."""

    def rank(loose: Sequence[str], themes: Sequence[Sorted]) -> list[list[int]]:
        placed = [text for theme in themes for text in theme.ideas]
        middle = embedding.vectors([*loose, *placed]).mean(0)
        titles = embedding.vectors([theme.title for theme in themes])
        centres = []
        for title, theme in zip(unit(titles - titles.mean(0)), themes, strict=True):
            own = unit(embedding.vectors(theme.ideas) - middle) if theme.ideas else title[None]
            centres.append(title + (own.sum(0) if theme.ideas else 0))
        fit = unit(embedding.vectors(loose) - middle) @ unit(np.array(centres)).T
        return [list(map(int, row)) for row in np.argsort(-fit, axis=1, kind="stable")]

    return rank


def shares(case: Case, method: Ranking, placed: int) -> str:
    """Top-1, top-2 and top-3, or a dash where a set has too few ideas."""
    themes = list(by_theme(case.sought))
    if placed >= min(map(len, by_theme(case.placeable or case.sought).values())):
        return "–"
    right: list[list[bool]] = []
    for known, sought in draws(case, placed):
        ranked = method([text for _, text in sought], known)
        for (theme, _), best in zip(sought, ranked, strict=True):
            right.append([themes.index(theme) in best[:top] for top in TOPS])
    return " / ".join(f"{mean(column):.2f}" for column in zip(*right, strict=True))


def draws(case: Case, placed: int) -> Iterator[tuple[list[Sorted], Labelled]]:
    """The themes with ideas placed in them, and the ideas to sort, drawn some times."""
    for seed in range(DRAWS if placed else 1):
        chance = np.random.default_rng(seed)
        chosen = {
            theme: [texts[i] for i in chance.permutation(len(texts))[:placed]]
            for theme, texts in by_theme(case.placeable or case.sought).items()
        }
        known = [Sorted(theme, tuple(chosen[theme])) for theme in by_theme(case.sought)]
        yield known, [(t, text) for t, text in case.sought if text not in chosen[t]]


# Proposals


def proposals(embedding: Embedding, part: str) -> str:
    """The table of how far proposed groups are the themes of people."""
    methods: dict[str, Grouping] = {
        "agglomeration (Ward)": lambda texts, k: ward(points_before(embedding, texts), k),
        "ours": lambda texts, k: spherical(smoothed(points(embedding.vectors(texts)), k), k),
    }
    sets = {case.name: case.sought for case in cases(part)}
    if part == "unseen":
        sets |= {"co-operatives, all of it": ideas("nl")}
    rows = []
    for name, labelled in sets.items():
        themes = [theme for theme, _ in labelled]
        texts = [text for _, text in labelled]
        true, ruled = len(set(themes)), how_many(len(texts))
        for method, group in methods.items():
            at_true, at_rule = group(texts, true), group(texts, ruled)
            rows.append(
                [
                    name,
                    method,
                    str(true),
                    *agreement(themes, at_true),
                    str(ruled),
                    *agreement(themes, at_rule),
                ]
            )
    head = ["set", "method", "true number", "ARI", "pair F1", "number by the rule", "ARI", "F1"]
    return table(head, rows)


def points_before(embedding: Embedding, texts: Sequence[str]) -> Any:
    vectors = embedding.vectors(texts)
    return unit(vectors - vectors.mean(0))


def ward(where: Any, k: int) -> list[int]:
    """Plain agglomeration by Ward's rule into k groups."""
    groups = {i: [i] for i in range(len(where))}
    centre = dict(enumerate(where))

    def cost(a: int, b: int) -> float:
        m, n = len(groups[a]), len(groups[b])
        return m * n / (m + n) * float(((centre[a] - centre[b]) ** 2).sum())

    between = {(a, b): cost(a, b) for a in groups for b in groups if a < b}
    while len(groups) > k:
        a, b = min(between, key=lambda pair: (between[pair], pair))
        groups[a] += groups.pop(b)
        centre[a] = where[groups[a]].mean(0)
        between = {pair: c for pair, c in between.items() if b not in pair}
        between |= {(min(a, c), max(a, c)): cost(min(a, c), max(a, c)) for c in groups if c != a}
    label = {i: n for n, members in enumerate(groups.values()) for i in members}
    return [label[i] for i in range(len(where))]


def agreement(themes: Sequence[str], labels: Sequence[int]) -> tuple[str, str]:
    """The adjusted Rand index (Hubert and Arabie, 1985) and the F1 of pairs put together."""
    both: dict[tuple[str, int], int] = defaultdict(int)
    left: dict[str, int] = defaultdict(int)
    right: dict[int, int] = defaultdict(int)
    for theme, label in zip(themes, labels, strict=True):
        both[theme, int(label)] += 1
        left[theme] += 1
        right[int(label)] += 1
    together, mine, theirs = (sum(comb(n, 2) for n in c.values()) for c in (both, left, right))
    expected = mine * theirs / comb(len(themes), 2)
    index = (together - expected) / ((mine + theirs) / 2 - expected)
    return f"{index:.2f}", f"{2 * together / (mine + theirs):.2f}"


# Duplicates


def pairs(embedding: Embedding, part: str) -> str:
    """The table of duplicates found among pairs, and offered wrongly among ideas of a set."""
    with (HERE / "ideas" / "pairs.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["part"] == part]
    others = [text for _, text in ideas("nl", part)]
    same = [(r["one"], r["other"]) for r in rows if r["same"] == "yes"]
    contrary = [(r["one"], r["other"]) for r in rows if r["same"] == "no"]
    texts = [*others, *(text for pair in same + contrary for text in pair)]
    made = []
    for name, with_embedding in (("letters", None), ("letters and meaning", embedding)):
        found = {(texts[p.one], texts[p.other]) for p in duplicates(texts, with_embedding)}
        stray = found - set(same) - set(contrary)
        made.append(
            [
                name,
                f"{len(found & set(same))} of {len(same)}",
                f"{len(found & set(contrary))} of {len(contrary)}",
                f"{len(stray)} of {comb(len(texts), 2) - len(rows)}",
            ]
        )
    return table(["by", "the same, found", "contrary, offered", "other pairs, offered"], made)


def offered(embedding: Embedding, part: str) -> str:
    """The table of fitting factors offered for needs, and of others offered beside them."""
    with (HERE / "ideas" / "fits.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["part"] == part]
    rooms = [[row for row in rows if row["set"] == name] for name in {row["set"] for row in rows}]
    made = []
    for name, with_embedding in (("letters", None), ("meaning", embedding)):
        found = [(room, pair) for room in rooms for pair in _offered(room, with_embedding)]
        right = sum(factor == need for _, (factor, need) in found)
        sought = sum(bool(row["factor"] and row["need"]) for row in rows)
        made.append([name, f"{right} of {sought}", str(len(found) - right)])
    return table(["by", "fitting, offered", "others, offered"], made)


def _offered(rows: Sequence[dict[str, str]], embedding: Embedding | None) -> list[tuple[int, int]]:
    """Factors and needs that are offered as fitting, by the row that each is in."""
    has = [n for n, row in enumerate(rows) if row["factor"]]
    lacks = [n for n, row in enumerate(rows) if row["need"]]
    factors = [Told(rows[n]["factor"], "one") for n in has]
    needs = [Told(rows[n]["need"], "other") for n in lacks]
    return [(has[factor], lacks[need]) for factor, need in fits(factors, needs, embedding)]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


TABLES = {"suggestions": suggestions, "proposals": proposals, "duplicates": pairs, "fits": offered}
"""What is measured, by the name of its place on the page."""


if __name__ == "__main__":
    sys.exit(main())
