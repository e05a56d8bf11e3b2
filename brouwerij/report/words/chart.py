"""The support map in words: what it shows, and where each theme stands."""

from __future__ import annotations

from brouwerij.i18n import gettext as _
from brouwerij.report.shapes import PollFacts, Report
from brouwerij.report.words.numbers import share


def chart_intro(facts: PollFacts) -> str:
    """How to read the map."""
    if facts.opinions:
        return _(
            "Hoe verder naar rechts, hoe meer mensen een thema dragen. Hoe hoger, hoe meer ook de"
            " meningsgroep die het minst draagt. In het groene vlak is het breed gedragen, als er"
            " niet te veel bezwaren zijn."
        )
    return _(
        "Hoe verder naar rechts, hoe meer mensen een thema dragen. Hoe hoger, hoe meer ook het"
        " initiatief dat het minst draagt. In het groene vlak is het breed gedragen, als er niet"
        " te veel bezwaren zijn."
    )


def chart_lines(report: Report) -> list[tuple[str, str, str, str]]:
    """Per theme its number on the map, its name, its breadth and that of its weakest group."""
    return [
        (str(number), theme.name, share(found.breadth), share(found.weakest))
        for number, (theme, found) in enumerate(report.measured, start=1)
    ]


def chart_label(report: Report) -> str:
    """The whole map as text, for who does not see it."""
    return "; ".join(
        _(
            "%(theme)s: van iedereen draagt %(breadth)s het, en waar dat het minst is %(weakest)s",
            theme=name,
            breadth=breadth,
            weakest=weakest,
        )
        for _number, name, breadth, weakest in chart_lines(report)
    )
