"""What holds for all pages: what is said when something is wrong, languages, headers, addresses."""

from __future__ import annotations

import re

import pytest
from flask import Flask, abort

from brouwerij import create_app
from brouwerij.config import from_environment
from brouwerij.web import addresses
from brouwerij.web.errors import SAID
from brouwerij.web.template_words import duration
from tests.web.browser import Browser
from tests.web.conftest import Make


@pytest.mark.parametrize(
    "path",
    ["/ZZZZZZ", "/zzz-zzz", "/ZZZZZZ/mee", "/ZZZZZZ/hervat", "/ZZZZZZ/projector", "/?code=ZZZZZZ",
     "/?code=nee", "/?code=éééééé"],
)  # fmt: skip
def test_unknown_code_says_so_and_asks_for_it_again(visitor: Browser, path: str):
    page = visitor.open(path)
    assert page.status == 404
    assert "Deze code kennen we niet" in page.words
    assert page.form("/").fields["code"]
    assert page.focus == "code"
    assert "code-error" in page.attributes["code"]["aria-describedby"]


def test_page_that_is_not_there_is_in_house_style_with_a_way_on(visitor: Browser):
    page = visitor.open("/nergens/te/vinden")
    assert page.status == 404
    assert "Deze pagina is er niet" in page.words
    assert "code" in page.form("/").names


def test_page_for_who_leads_shows_an_organiser_where_to_sign_in(visitor: Browser, make: Make):
    code = make()
    page = visitor.open(f"/{code}/projector")
    assert page.status == 403
    assert f"/inloggen?naar=/{code}/projector" in page.links


@pytest.mark.parametrize("status", sorted(SAID))
@pytest.mark.parametrize("path", ["/stuk", "/api/stuk"])
def test_every_status_has_its_page_and_its_json(site: Flask, status: int, path: str):
    with site.test_request_context(path):
        if status == 500:
            answer = site.handle_user_exception(RuntimeError("stuk"))
        else:
            with pytest.raises(Exception, match=str(status)) as raised:
                abort(status)
            answer = site.handle_user_exception(raised.value)  # type: ignore[arg-type]
        shown = site.make_response(answer)
    assert shown.status_code == status
    if path.startswith("/api/"):
        assert set(shown.get_json()["error"]) == {"code", "message"}
    else:
        assert SAID[status][0] in shown.get_data(as_text=True)
        assert "RuntimeError" not in shown.get_data(as_text=True)


@pytest.mark.parametrize(
    ("browser", "lang"), [("nl", "nl"), ("en-GB,en;q=0.9", "en"), ("de", "nl"), ("", "nl")]
)
def test_page_speaks_the_language_of_the_browser(site: Flask, browser: str, lang: str):
    visitor = Browser(site, browser)
    for path in ("/", "/ZZZZZZ", "/nergens/te/vinden", "/inloggen"):
        assert visitor.open(path).language == lang


def test_language_once_chosen_stays(visitor: Browser):
    page = visitor.open("/inloggen")
    assert page.language == "nl"
    visitor.open(next(path for path, words in page.links.items() if words == "English"))
    assert visitor.page.path == "/inloggen"
    assert visitor.page.language == "en"
    assert visitor.open("/").language == "en"


@pytest.mark.parametrize(
    ("path", "english"),
    [
        ("/", "/?lang=en"),
        ("/?code=ZZZZZZ", "/?code=ZZZZZZ&lang=en"),
        ("/inloggen?naar=/sessies/nieuw", "/inloggen?naar=%2Fsessies%2Fnieuw&lang=en"),
        ("/nergens/te/vinden", "/?lang=en"),
    ],
)
def test_other_language_leads_to_the_same_page(visitor: Browser, path: str, english: str):
    assert visitor.open(path).links[english] == "English"


def test_other_language_after_a_form_that_was_wrong_leads_to_that_form(
    organiser: Browser, visitor: Browser, make: Make
):
    code = make(initiatives="CW Circa")
    page = visitor.send(visitor.open(f"/{code}").form(), initiative="")
    assert page.status == 422
    assert page.links[f"/{code}?lang=en"] == "English"
    assert visitor.open(f"/{code}?lang=en").status == 200


POLICY = "default-src 'self'; script-src 'self'; style-src 'self';"


@pytest.mark.parametrize("path", ["/", "/ZZZZZZ", "/nergens/te/vinden", "/inloggen", "/healthz"])
def test_every_answer_carries_the_headers_that_keep_it_to_itself(visitor: Browser, path: str):
    headers = visitor.open(path).headers
    assert headers["Content-Security-Policy"].startswith(POLICY)
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_page_may_be_kept_but_is_asked_for_again(visitor: Browser, make: Make):
    assert visitor.open("/inloggen").headers["Cache-Control"] == "private, no-cache"
    assert visitor.open(f"/{make()}").headers["Cache-Control"] == "no-store"


INLINE = re.compile(
    r"""\sstyle=|\son[a-z]+=|javascript:|<style|<script(?![^>]*(\bsrc=|type="application/json"))"""
)


def test_pages_hold_nothing_that_the_policy_forbids(
    organiser: Browser, visitor: Browser, make: Make
):
    assert INLINE.search('<p style="color: red">')
    assert INLINE.search("<script>alert(1)</script>")
    code = make("Proef", "ideeenbrouwerij", initiatives="CW Circa")
    own = ("", "/gegevens", "/plan", "/poster", "/kaartjes", "/verslag", "/verslag/lezen")
    paths = ["/", "/sessies", "/sessies/nieuw", *(f"/sessies/{code}{path}" for path in own)]
    for path in (*paths, f"/{code}/projector", f"/{code}/begeleiding"):
        found = INLINE.search(organiser.open(path).html)
        assert found is None, (path, found)
    for path in (f"/{code}", f"/{code}/hervat", "/inloggen", "/nergens/te/vinden"):
        found = INLINE.search(visitor.open(path).html)
        assert found is None, (path, found)


def test_secret_in_a_link_is_kept_nowhere(organiser: Browser, make: Make, site: Flask):
    page = organiser.open(f"/sessies/{make()}")
    found = re.search(r"/b/[\w.-]+", page.html)
    assert found
    answer = site.test_client().get(found[0])
    assert answer.status_code == 302
    assert found[0].split("/")[-1] not in answer.headers["Location"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_page_that_cannot_be_posted_to_says_so(visitor: Browser, method: str):
    answer = visitor.client.open("/healthz", method=method)
    assert answer.status_code == 405
    assert "Dit kan hier niet" in answer.text


def test_form_that_is_too_large_is_refused(visitor: Browser):
    form = visitor.open("/inloggen").form()
    page = visitor.send(form, email="a" * 1_100_000, password="x")
    assert page.status == 413


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 minuten"), (1, "1 minuut"), (59, "59 minuten"), (60, "1 uur"),
     (61, "1 uur en 1 minuut"), (125, "2 uur en 5 minuten")],
)  # fmt: skip
def test_minutes_in_words(site: Flask, minutes: int, words: str):
    with site.test_request_context():
        assert duration(minutes) == words


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """A site that was told its own address."""
    path = str(tmp_path_factory.mktemp("named"))
    return create_app(
        from_environment({"BROUWERIJ_INSTANCE": path, "BROUWERIJ_URL": "https://brouwerij.example"})
    )


@pytest.mark.parametrize(
    ("base", "shown"),
    [
        ("http://localhost:5000", "http://192.0.2.7:5000"),
        ("http://127.0.0.1:5000", "http://192.0.2.7:5000"),
        ("http://[::1]:5000", "http://192.0.2.7:5000"),
        ("http://192.0.2.9:5000", "http://192.0.2.9:5000"),
        ("https://zaal.example", "https://zaal.example"),
    ],
)
def test_address_for_phones_is_one_that_phones_reach(
    site: Flask, monkeypatch: pytest.MonkeyPatch, base: str, shown: str
):
    monkeypatch.setattr(addresses, "public_address", lambda config: "http://192.0.2.7:5000")
    with site.test_request_context(base_url=base):
        assert addresses.public_url() == shown


def test_address_that_was_set_is_the_one_for_phones(named: Flask):
    with named.test_request_context(base_url="http://localhost:5000"):
        assert addresses.join_url("ABC234") == "https://brouwerij.example/ABC234"
        assert addresses.spoken(addresses.join_url("ABC234")) == "brouwerij.example/ABC234"


def test_session_stays_on_https_where_there_is_https(named: Flask, site: Flask):
    assert named.config["SESSION_COOKIE_SECURE"]
    assert not site.config["SESSION_COOKIE_SECURE"]
