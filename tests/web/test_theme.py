"""How a theme came to be, as a page for who leads."""

from __future__ import annotations

from collections.abc import Callable

from brouwerij.domain.board import Board
from brouwerij.domain.entities import Theme
from tests.web.browser import Browser
from tests.web.conftest import Make


def test_history_of_a_theme_is_told_to_who_leads_and_to_nobody_else(
    organiser: Browser, visitor: Browser, make: Make, lead: Callable[..., None],
    board: Callable[[str], Board],
):  # fmt: skip
    code = make()
    round = next(round.id for round in board(code).rounds if round.kind == "clustering")
    lead(code, "round.open", round=round)
    lead(code, "theme.add", round=round, name="Geld & <kas>")
    (theme,) = board(code).all(Theme)
    lead(code, "theme.rename", round=round, theme=theme, name="Fonds")
    page = organiser.open(f"/{code}/thema/{theme}")
    assert page.status == 200
    assert "Het thema heet “Geld & <kas>”." in page.words
    assert "Het thema heet “Fonds”." in page.words
    assert organiser.open(f"/{code}/thema/nothing-here").status == 404
    assert visitor.open(f"/{code}/thema/{theme}").status == 403
