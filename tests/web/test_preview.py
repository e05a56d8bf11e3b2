"""A round as phones will show it: for its organiser only, as it was filled in, and kept nowhere."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from flask import Flask
from flask_babel import force_locale

from brouwerij.domain.board import Board
from brouwerij.web import example
from tests.web.browser import Browser, Page
from tests.web.conftest import Make

See = Callable[[str], Board]
Lead = Callable[..., None]


@pytest.fixture
def code(make: Make) -> str:
    """A workshop of four rounds: ideas, clustering, dots and a poll."""
    return make(template="korte-stemming", initiatives="CW Circa\nSandwijck")


def path(code: str, number: int) -> str:
    return f"/sessies/{code}/plan/telefoon/{number}"


def starts_from(page: Page) -> dict[str, Any]:
    """What the phone's script starts from."""
    found = re.search(r'<script type="application/json" id="boot">(.*?)</script>', page.html)
    assert found, page.words
    boot: dict[str, Any] = json.loads(found[1])
    return boot


def shown(page: Page) -> dict[str, Any]:
    """The round that is open on the phone, with its picture."""
    view = starts_from(page)["example"]["view"]
    id = view["workshop"]["this"]["current"]
    round: dict[str, Any] = view["rounds"][id] | {"picture": view["pictures"].get(id)}
    return round


def filled_in(organiser: Browser, code: str, number: int, /, **values: object) -> Page:
    """Fill in the plan's form and look at a round: with a button that has no name of its own."""
    plan = organiser.open(f"/sessies/{code}/plan")
    assert f'formaction="{path(code, number)}" formtarget="_blank"' in plan.html
    return organiser.send(replace(plan.form(), action=path(code, number)), "", **values)


def everything(board: Board) -> bytes:
    return msgspec.json.encode([board.seq, board.collections])


def test_each_round_of_the_plan_is_shown_open_in_the_phones_own_page(
    organiser: Browser, code: str, board: See
):
    for number, round in enumerate(board(code).rounds, 1):
        page = organiser.open(path(code, number))
        assert (shown(page)["kind"], shown(page)["status"]) == (round.kind, "open")
        assert f"zo ziet ronde {number} eruit" in page.words
        assert starts_from(page)["screens"][round.kind][0] in page.html
    assert organiser.open(path(code, 5)).status == 404
    assert organiser.open(path(code, 0)).status == 404


def test_workshops_own_question_and_initiatives_are_in_it(organiser: Browser, code: str):
    view = starts_from(organiser.open(path(code, 2)))["example"]["view"]
    names = [initiative["name"] for initiative in view["initiatives"].values()]
    assert names == ["CW Circa", "Sandwijck", "Buurttuin"]
    assert view["workshop"]["this"]["title"] == "Proef"


def test_looking_changes_nothing(organiser: Browser, code: str, board: See):
    before = everything(board(code))
    for number in (1, 2, 3, 4):
        assert organiser.open(path(code, number)).status == 200
        assert filled_in(organiser, code, number, **{"0.title": "Anders"}).status == 200
    assert everything(board(code)) == before


def test_what_was_filled_in_is_shown_and_not_kept(organiser: Browser, code: str, board: See):
    page = filled_in(
        organiser, code, 3, **{"2.set.dots": "4", "2.minutes": "33", "2.title": "Kies"}
    )
    assert (shown(page)["title"], shown(page)["minutes"]) == ("Kies", 33)
    assert shown(page)["picture"]["budget"] == 4
    assert shown(organiser.open(path(code, 3)))["picture"]["budget"] == 2
    assert board(code).rounds[2].settings["dots"] == 0


def test_next_round_is_of_the_same_plan_as_it_was_filled_in(organiser: Browser, code: str):
    page = filled_in(organiser, code, 2, **{"2.set.dots": "4"})
    before, after = re.findall(r'formaction="([^"]+)"', page.html)
    assert (before, after) == (path(code, 1), path(code, 3))
    (form,) = page.forms
    again = organiser.send(replace(form, action=after))
    assert shown(again)["picture"]["budget"] == 4
    assert re.findall(r'formaction="([^"]+)"', again.html) == [path(code, 2), path(code, 4)]


@pytest.mark.parametrize("number", [1, 4])
def test_first_and_last_round_lead_one_way(organiser: Browser, code: str, number: int):
    html = organiser.open(path(code, number)).html
    assert re.findall(r'formaction="([^"]+)"', html) == [path(code, 2 if number == 1 else 3)]


def test_plan_that_cannot_be_saved_shows_the_one_that_was_and_says_so(
    organiser: Browser, code: str
):
    page = filled_in(organiser, code, 3, **{"2.set.dots": "4", "1.minutes": "tien"})
    assert (page.status, shown(page)["picture"]["budget"]) == (200, 2)
    assert "Dit is het plan zoals het bewaard is." in page.words
    assert "Dit is het plan" not in filled_in(organiser, code, 3).words


def test_nobody_else_sees_it(visitor: Browser, stranger: Browser, organiser: Browser, code: str):
    assert visitor.open(path(code, 1)).path == "/inloggen"
    assert stranger.open(path(code, 1)).status == 404
    assert organiser.open(path(code, 1)).status == 200


def test_only_this_page_may_be_shown_in_a_frame_and_only_by_our_own(organiser: Browser, code: str):
    policy = organiser.open(path(code, 1)).headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    plan = organiser.open(f"/sessies/{code}/plan").headers["Content-Security-Policy"]
    assert policy.replace("frame-ancestors 'self'", "frame-ancestors 'none'") == plan


def test_it_speaks_the_language_of_the_workshop(organiser: Browser, make: Make):
    page = organiser.open(path(make(language="en"), 1))
    assert (page.language, starts_from(page)["language"]) == ("en", "en")
    assert "this is round 1 on a phone" in page.words


def test_while_the_room_writes_in_silence_then_it_shows_nothing_of_that(
    organiser: Browser, visitor: Browser, join: Callable[..., Page], code: str, lead: Lead
):
    join(visitor, code, name="Anna Geheim", initiative="CW Circa")
    lead(code, "round.open", round="r1")
    lead(code, "idea.add", round="r1", text="Iets geheims")
    seen = filled_in(organiser, code, 2, **{"2.set.dots": "4"})
    assert shown(seen)["kind"] == "clustering"
    assert "eheim" not in seen.html
    assert shown(filled_in(organiser, code, 1))["settings"]["silent"] is True


@pytest.mark.parametrize("language", ["nl", "en"])
def test_made_up_people_never_say_the_same_twice(site: Flask, language: str):
    with site.app_context(), force_locale(language):
        words = example.words()
    ideas = [text for texts in words.themes.values() for text in texts]
    assert len(set(ideas)) == len(ideas) == 3 * len(words.themes) == 15
    assert len(set(words.initiatives)) == len(words.introductions) == 3
