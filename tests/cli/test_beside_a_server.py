"""Commands beside a running server: they find it by the same settings and work while it serves."""

from __future__ import annotations

import csv
import io
import json
import urllib.request
import zipfile
from http.client import HTTPResponse
from pathlib import Path

import pytest

from brouwerij.extensions import db
from brouwerij.store import workshops
from tests.cli.conftest import Here
from tests.support.server import Server


def get(url: str) -> HTTPResponse:
    """A page as a new browser gets it, after all redirects."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    return browser.open(url, timeout=20)  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def made(server: Server) -> dict[str, str]:
    """A workshop that was made on the command line while the server serves."""
    words = ["--title", "Proef", "--question", "Hoe?", "--initiative", "CW Circa", "--tables", "2"]
    done = server.run("workshop", "create", *words, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    return dict(json.loads(done.stdout))


def test_workshop_create_prints_the_code_and_links_that_work(server: Server, made: dict[str, str]):
    code = made.pop("code")
    ends = {
        "join_url": f"/{code}",
        "facilitator_url": f"/{code}/begeleiding",
        "projector_url": f"/{code}/projector",
        "organiser_url": f"/sessies/{code}",
    }
    assert made.keys() == ends.keys()
    for name, url in made.items():
        with get(url) as page:
            assert page.status == 200
            assert page.url == server.address + ends[name]
    made["code"] = code


def test_workshop_list_has_it(here: Here, made: dict[str, str]):
    _, listed, _ = here.run("workshop", "list", "--json")
    assert [row["title"] for row in json.loads(listed) if row["code"] == made["code"]] == ["Proef"]
    assert made["code"] in here.run("workshop", "list")[1]


def test_workshop_create_without_json_prints_a_line_each(here: Here):
    code, out, _ = here.run("workshop", "create")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == [
        "code",
        "join_url",
        "facilitator_url",
        "projector_url",
        "organiser_url",
    ]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("workshop", "create", "--template", "koffie"), 2, "the templates are"),
        (("workshop", "create", "--title", " "), 1, "brouwerij: "),
        (("export", "ZZZZZZ"), 1, "no workshop with the code ZZZZZZ"),
        (("export", "ZZZZZZ", "--format", "papyrus"), 2, "the formats are"),
        (("simulate", "ZZZZZZ"), 1, "no workshop with the code ZZZZZZ"),
    ],
)
def test_command_that_cannot_be_done_says_why(
    here: Here, words: tuple[str, ...], code: int, sentence: str
):
    ended, out, err = here.run(*words)
    assert (ended, out) == (code, "")
    assert sentence in err


def test_invite_prints_a_link_that_opens(server: Server, here: Here):
    _, link, _ = here.run("invite")
    with get(link.strip()) as page:
        assert page.status == 200
        assert page.url.startswith(f"{server.address}/aanmelden/")


def test_export_writes_a_file_as_asked(here: Here, made: dict[str, str], tmp_path: Path):
    path = tmp_path / "verslag.zip"
    code, out, _ = here.run("export", made["code"].lower(), "--format", "csv", "-o", str(path))
    assert (code, out.strip()) == (0, str(path))
    with zipfile.ZipFile(path) as archive:
        text = archive.read("samenvatting.csv").decode("utf-8-sig")
    assert ["Titel", "Proef"] in list(csv.reader(io.StringIO(text), delimiter=";"))


def test_export_when_the_file_cannot_be_written_says_so(
    here: Here, made: dict[str, str], tmp_path: Path
):
    code, out, err = here.run("export", made["code"], "-o", str(tmp_path / "no" / "folder.docx"))
    assert (code, out) == (1, "")
    assert "cannot be written" in err


def test_export_on_a_terminal_shows_how_far_it_is_and_leaves_nothing_of_that(
    here: Here, made: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    words = ("export", made["code"], "-o", str(tmp_path / "verslag.docx"))
    assert here.run(*words)[2] == "", "elsewhere it says nothing"
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    _, out, err = here.run(*words)
    assert "writing part 1 of" in err
    assert err.endswith("\r\x1b[K")
    assert "writing" not in out


def test_export_to_standard_output_is_the_file_alone(server: Server, made: dict[str, str]):
    """In a process of its own, as at the end of a pipe."""
    shown = server.run("export", made["code"], "--format", "html", "-o", "-")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.lstrip().startswith("<!doctype html>")
    assert "Proef" in shown.stdout


def how_many(server: Server) -> int:
    """How many workshops there are, read beside the server."""
    with server.app.app_context():
        return len(workshops.all_of_them(db.session()))


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_serving_when_the_port_is_taken_says_so(server: Server, command: str):
    before = how_many(server)
    done = server.run(command)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"port {server.port} " in done.stderr
    assert "BROUWERIJ_PORT" in done.stderr
    assert how_many(server) == before


def test_simulate_on_a_workshop_that_has_ended_says_so(server: Server):
    done = server.run("workshop", "create", "--template", "korte-stemming", "--json")
    code = json.loads(done.stdout)["code"]
    done = server.run("simulate", code, "--people", "2", "--end")
    assert done.returncode == 0, done.stderr
    again = server.run("simulate", code, "--people", "2")
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr.count("\n") == 1  # no complaints of the event loop
    assert "ended" in again.stderr
