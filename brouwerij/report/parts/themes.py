"""The themes in the order they came to, with their ideas and cards."""

from __future__ import annotations

from collections.abc import Mapping

from brouwerij.domain.cards import Card
from brouwerij.domain.entities import Idea, Round
from brouwerij.domain.themes import standing
from brouwerij.report.parts.ideas import listed
from brouwerij.report.parts.support import dots_by_theme, support_by_theme
from brouwerij.report.reading import Reading
from brouwerij.report.shapes import CardLines, Dots, Support, ThemeLine


def themes(
    reading: Reading,
    polled: Round | None,
    dotted: Round | None,
    told: Mapping[str, ThemeLine],
) -> tuple[ThemeLine, ...]:
    """The themes. told: of those whose votes are not on the board, by id."""
    support = support_by_theme(reading, polled) if polled else _told_support(told)
    dots_of = dots_by_theme(reading, dotted) if dotted else _told_dots(told)
    ideas: dict[str, list[Idea]] = {}
    for idea in reading.ideas():
        if not idea.parked:
            ideas.setdefault(idea.theme, []).append(idea)
    cards = _cards(reading)
    lines = [
        ThemeLine(
            name=theme.name,
            colour=theme.colour,
            support=support.get(theme.id),
            dots=dots_of.get(theme.id),
            ideas=listed(reading, ideas.get(theme.id, ())),
            card=cards.get(theme.id),
        )
        for theme in standing(reading.board)
    ]
    return tuple(sorted(lines, key=_place))


def _told_support(told: Mapping[str, ThemeLine]) -> dict[str, Support]:
    return {id: theme.support for id, theme in told.items() if theme.support}


def _told_dots(told: Mapping[str, ThemeLine]) -> dict[str, Dots]:
    return {id: theme.dots for id, theme in told.items() if theme.dots}


def _cards(reading: Reading) -> dict[str, CardLines]:
    """The last card of each theme on which anything was written that the reader may see."""
    cards: dict[str, CardLines] = {}
    for card in reading.board.all(Card).values():
        who = "" if reading.public else card.who
        if card.what or card.why or card.first_step or who or card.needs:
            cards[card.theme] = CardLines(
                table=card.table,
                what=card.what,
                why=card.why,
                first_step=card.first_step,
                who=who,
                needs=card.needs,
            )
    return cards


def _place(theme: ThemeLine) -> tuple[int, int, str, int]:
    """Where a theme stands: as the poll ranked it, then as the dots did, then by its name.

    Nothing that a report does not tell decides, so that one which is brought back tells the same.
    """
    last = 1_000_000
    return (
        theme.support.rank if theme.support else last,
        theme.dots.rank if theme.dots else last,
        theme.name.casefold(),
        theme.colour,
    )
