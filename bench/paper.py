"""The report of a large workshop as a PDF and as Word: how long it takes, and how much memory."""

from __future__ import annotations

import resource
import time
from random import Random

from flask import Flask
from flask_babel import force_locale

from bench.book import Book, say
from bench.machine import ROOT
from brouwerij.domain.support import Rule
from brouwerij.i18n import init_i18n
from brouwerij.report import shapes
from brouwerij.report.formats import docx, pdf
from brouwerij.web.assets import init_assets

THEMES, PEOPLE, INITIATIVES = 60, 300, 12
WORDS = ("samen", "wonen", "tuin", "bestuur", "lenen", "gemeente", "zorg", "delen", "leren")
SIDE = "brouwerij"


def measure(book: Book, sizes: tuple[int, ...], runs: int) -> None:
    """sizes: numbers of ideas."""
    app = Flask(
        "bench", template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "static")
    )
    init_i18n(app)
    init_assets(app)
    for ideas in sizes:
        told = report(ideas, THEMES)
        for number in range(runs):
            with app.app_context(), force_locale("nl"):
                took = {name: _timed(made, told) for name, made in _formats().items()}
            for name, seconds in took.items():
                book.add(f"report_{name}", ideas, SIDE, seconds, "s")
            # The largest child there has been: a PDF is made in one of its own.
            most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            book.add("report_pdf_memory", ideas, SIDE, most, "MiB")
            say(f"report of {ideas} ideas {number + 1}/{runs}: {took}, {most:.0f} MiB")


def _formats() -> dict[str, object]:
    return {"pdf": pdf.render, "docx": docx.render}


def _timed(made: object, told: shapes.Report) -> float:
    began = time.perf_counter()
    assert callable(made)
    assert made(told)
    return time.perf_counter() - began


def report(ideas: int, themes: int) -> shapes.Report:
    """A report of so many ideas and themes, the same every time."""
    by_chance = Random(1)
    return shapes.Report(
        edition=shapes.Edition.PARTICIPANTS,
        code="ABCDEF",
        title="Een grote middag",
        question="Hoe kunnen we elkaar versterken?",
        date="2026-11-26",
        made_at=1_795_000_000_000,
        anonymous=False,
        initiatives=tuple(
            shapes.Origin(name=f"Initiatief {n}", mark=f"I{n}", colour=n, people=25)
            for n in range(INITIATIVES)
        ),
        themes=tuple(_theme(by_chance, n, ideas // themes) for n in range(themes)),
        poll=shapes.PollFacts(voted=PEOPLE, people=PEOPLE, rule=Rule()),
    )


def _theme(by_chance: Random, number: int, ideas: int) -> shapes.ThemeLine:
    return shapes.ThemeLine(
        name=f"Thema {number}",
        colour=number % 12,
        support=_support(number),
        ideas=tuple(
            shapes.IdeaLine(
                text=" ".join(by_chance.choices(WORDS, k=14)), initiative="Initiatief 1"
            )
            for _ in range(ideas)
        ),
    )


def _support(number: int) -> shapes.Support:
    of_each = 25 * (THEMES - number) // THEMES
    return shapes.Support(
        rank=number + 1,
        tied=False,
        verdict="broad" if number < 20 else "divided",
        carried=number < 20,
        vanguard=False,
        people=PEOPLE,
        support=of_each * INITIATIVES,
        live_with=0,
        object=PEOPLE - of_each * INITIATIVES,
        energy=5,
        turnout=1.0,
        breadth=of_each / 25,
        tolerance=1.0,
        weakest=of_each / 25,
        bridge=0.5,
        segments=tuple(
            shapes.Segment(
                name=f"Initiatief {n}", mark=f"I{n}", colour=n, people=25, support=of_each,
                live_with=0, object=25 - of_each,
            )
            for n in range(INITIATIVES)
        ),
        reasons=("Dan beslissen anderen",) * 3,
    )  # fmt: skip
