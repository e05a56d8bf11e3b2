"""Joining by the API, as docs/protocol.md says: each status with its code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from brouwerij.domain.board import Board
from brouwerij.web import limits
from tests.web.browser import Browser
from tests.web.conftest import Make

See = Callable[[str], Board]


@pytest.fixture
def code(make: Make) -> str:
    return make(initiatives="CW Circa", tables="4")


@pytest.fixture
def post(phone: Browser) -> Callable[..., TestResponse]:
    def posted(code: str, **sent: Any) -> TestResponse:
        return phone.client.post(f"/api/workshops/{code}/participants", **sent)

    return posted


Post = Callable[..., TestResponse]


def problem(answer: TestResponse) -> tuple[int, str]:
    error = answer.get_json()["error"]
    assert error["message"]
    return answer.status_code, error["code"]


def test_joining_gives_who_one_is_and_the_cookie(post: Post, phone: Browser, board: See, code: str):
    answer = post(code, json={"name": "Anna", "initiative": "cw circa", "table": 3})
    assert answer.status_code == 201
    given = answer.get_json()
    assert set(given) == {"participant", "resume_code"}
    assert len(given["resume_code"]) == 8
    (anna,) = board(code).participants.values()
    assert (anna.id, anna.table) == (given["participant"], 3)
    assert len(board(code).initiatives) == 1
    assert phone.open(f"/{code}").path == f"/{code}/mee"


def test_joining_needs_an_initiative_only_and_adds_an_unknown_one(
    post: Post, board: See, code: str
):
    assert post(code, json={"initiative": "De Warren"}).status_code == 201
    (person,) = board(code).participants.values()
    assert person.table == 1
    assert [i.name for i in board(code).initiatives.values()] == ["CW Circa", "De Warren"]


REFUSED: list[tuple[Any, int, str]] = [
    ({"initiative": ""}, 422, "participant.initiative_missing"),
    ({"initiative": "\u200b"}, 422, "participant.initiative_missing"),
    ({"initiative": "w" * 81}, 422, "text.too_long"),
    ({"initiative": "CW Circa", "name": "n" * 81}, 422, "text.too_long"),
    ({"initiative": "CW Circa", "table": 5}, 422, "table.unknown"),
    ({}, 400, "command.malformed"),
    ([], 400, "command.malformed"),
    ("CW Circa", 400, "command.malformed"),
    ({"initiative": 7}, 400, "command.malformed"),
    ({"initiative": None}, 400, "command.malformed"),
    ({"initiative": "CW Circa", "table": "3"}, 400, "command.malformed"),
    ({"initiative": "CW Circa", "table": 1.5}, 400, "command.malformed"),
    ({"initiative": "CW Circa", "table": True}, 400, "command.malformed"),
    ({"initiative": "CW Circa", "table": -1}, 400, "command.malformed"),
    ({"initiative": "CW Circa", "table": 10**30}, 400, "command.malformed"),
    ({"initiative": "CW Circa", "name": ["Anna"]}, 400, "command.malformed"),
    ({"initiative": "CW Circa", "participant": "x"}, 400, "command.malformed"),
]


@pytest.mark.parametrize(("sent", "status", "error"), REFUSED)
def test_joining_that_is_refused_says_why_and_makes_nobody(
    post: Post, board: See, phone: Browser, code: str, sent: Any, status: int, error: str
):
    assert problem(post(code, json=sent)) == (status, error)
    assert not board(code).participants
    assert phone.cookie(f"p_{code}") is None


@pytest.mark.parametrize(
    "body", [b"", b"null", b"{", b"\xff\xfe", b'{"initiative": "\\ud800"', b"[" * 9999]
)
def test_what_is_no_json_is_malformed(post: Post, code: str, body: bytes):
    answer = post(code, data=body, content_type="application/json")
    assert problem(answer) == (400, "command.malformed")


@pytest.mark.parametrize("type", ["text/plain", "application/x-www-form-urlencoded", "", None])
def test_what_a_form_could_send_is_not_taken(post: Post, board: See, code: str, type: str | None):
    answer = post(code, data=b'{"initiative": "CW Circa"}', content_type=type)
    assert problem(answer) == (415, "http.json_only")
    assert not board(code).participants


@pytest.mark.parametrize(
    ("origin", "status"),
    [("https://kwaad.example", 403), ("null", 403), ("http://localhost", 201)],
)
def test_other_sites_may_not_join_for_their_visitors(
    post: Post, code: str, origin: str, status: int
):
    answer = post(code, json={"initiative": "CW Circa"}, headers={"Origin": origin})
    assert answer.status_code == status


def test_unknown_code_is_not_found(post: Post):
    answer = post("ZZZZZZ", json={"initiative": "CW Circa"})
    assert problem(answer) == (404, "workshop.unknown")


def test_ended_workshop_is_a_conflict(post: Post, lead: Callable[..., None], code: str):
    lead(code, "workshop.end")
    assert problem(post(code, json={"initiative": "CW Circa"})) == (409, "workshop.ended")


def test_message_comes_in_the_language_asked_for(post: Post, code: str):
    said = {
        language: post(code, json={"initiative": ""}, headers={"Accept-Language": language})
        for language in ("nl", "en", "fr")
    }
    texts = {language: it.get_json()["error"]["message"] for language, it in said.items()}
    assert texts["nl"] == texts["fr"] == "Zeg van welk initiatief je komt."


def test_address_that_is_none_of_the_api_answers_in_json(phone: Browser):
    answer = phone.client.get("/api/iets")
    assert problem(answer) == (404, "http.unknown")
    answer = phone.client.get("/api/workshops/ABC234/participants")
    assert problem(answer)[0] == 405


def test_too_many_unknown_codes_have_to_wait_and_a_known_one_has_not(
    site: Flask, post: Post, phone: Browser, code: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(limits, "JOIN_CODES", limits.parse("2/hour"))
    sent = [problem(post("ZZZZZZ", json={"initiative": "CW Circa"}))[0] for _ in range(3)]
    assert sent == [404, 404, 429]
    assert phone.open("/YYYYYY").status == 429
    assert post(code, json={"initiative": "CW Circa"}).status_code == 201
