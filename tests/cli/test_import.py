"""brouwerij import: statements from elsewhere become ideas, once, and nothing by halves."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from brouwerij.domain.entities import Idea, Round
from brouwerij.live import rooms
from tests.cli.conftest import Here
from tests.domain.conversations import DATA
from tests.report.reading import told
from tests.support.server import Server

COMMENTS = DATA / "polis-affordable-housing" / "comments.csv"
Ideas = Callable[[], list[str]]


@pytest.fixture
def code(here: Here) -> str:
    return str(json.loads(here.run("workshop", "create", "--json")[1])["code"])


@pytest.fixture
def ideas(server: Server, code: str) -> Ideas:
    """The texts of the ideas in the workshop now."""

    def now() -> list[str]:
        with server.app.app_context():
            kettle = rooms.kettle(code)
            assert {i.round for i in kettle.board.all(Idea).values()} <= {
                r.id for r in kettle.board.all(Round).values() if r.kind == "ideas"
            }
            return [idea.text for idea in kettle.board.all(Idea).values()]

    return now


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], str]:
    def write(content: str) -> str:
        path = tmp_path / "comments.csv"
        path.write_text(content, encoding="utf-8")
        return str(path)

    return write


def test_statements_when_brought_in_are_ideas_of_a_round_that_is_still_to_come(
    here: Here, code: str, ideas: Ideas, file: Callable[[str], str]
):
    content = 'text\n"Samen, één fonds"\n\n  Een   film \n"Een film"\n'
    done, out, err = here.run("import", file(content), "--into", code.lower())
    assert (done, err) == (0, "")
    assert out.startswith("2 ideas brought in, 0 were there already, 1 rows passed over")
    assert ideas() == ["Samen, één fonds", "Een film"]


def test_statements_when_brought_in_again_are_there_once(
    here: Here, code: str, ideas: Ideas, file: Callable[[str], str]
):
    here.run("import", file("text\nFonds\n"), "--into", code)
    _, out, _ = here.run("import", file("text\nFonds\nFilm\n"), "--into", code)
    assert out.startswith("1 ideas brought in, 1 were there already, 0 rows")
    assert ideas() == ["Fonds", "Film"]


def test_statements_of_polis_that_were_rejected_stay_out(
    here: Here, code: str, ideas: Ideas, file: Callable[[str], str]
):
    content = "comment-id;moderated;comment-body\n0;1;Fonds\n1;-1;Onzin\n2;0;Film\n"
    _, out, _ = here.run("import", file("\ufeff" + content), "--into", code)
    assert ideas() == ["Fonds", "Film"]
    assert "1 rows passed over" in out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "it is empty"),
        ("idee\nFonds\n", "there is no column comment-body or text in the first row"),
        ("text\nFonds\n" + "f" * 281 + "\n", "row 3, column text: an idea has at most 280"),
        ("text,who\nFonds\n", "row 2 has 1 cells and the first row 2"),
    ],
)
def test_file_when_something_is_wrong_brings_nothing_in(
    here: Here, code: str, ideas: Ideas, file: Callable[[str], str], content: str, said: str
):
    done, out, err = here.run("import", file(content), "--into", code)
    assert (done, out, said in err) == (1, "", True), err
    assert ideas() == []


def test_workshop_when_there_is_none_is_said(here: Here, file: Callable[[str], str]):
    done, _, err = here.run("import", file("text\nFonds\n"), "--into", "NERGENS")
    assert (done, "there is no workshop with the code" in err) == (1, True)


@pytest.mark.skipif(not COMMENTS.exists(), reason="the conversation's data is not here")
def test_real_statements_are_brought_in_but_for_those_that_were_rejected(
    here: Here, code: str, ideas: Ideas
):
    done, _, _ = here.run("import", str(COMMENTS), "--into", code)
    assert (done, len(ideas())) == (0, 119)


def test_report_that_was_exported_makes_a_workshop_that_exports_the_same(
    here: Here, code: str, tmp_path: Path
):
    path, again = str(tmp_path / "verslag.json"), str(tmp_path / "weer.json")
    words = ("--format", "json", "--edition", "organiser", "-o")
    here.run("export", code, *words, path)
    done, out, err = here.run("import", path, "--json")
    assert (done, err) == (0, "")
    made = json.loads(out)
    assert made.keys() == {
        "code", "join_url", "facilitator_url", "projector_url", "organiser_url",
    }  # fmt: skip
    here.run("export", made["code"], *words, again)
    one, two = (told(Path(p).read_bytes()) for p in (path, again))
    assert two == one


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("verslag.json", "{}", "verslag.json: "),
        ("comments.csv", "text\nFonds\n", "name the workshop for these statements with --into"),
    ],
)
def test_file_when_no_workshop_can_be_made_of_it_says_what_to_do(
    here: Here, tmp_path: Path, name: str, content: str, said: str
):
    path = tmp_path / name
    path.write_text(content)
    done, out, err = here.run("import", str(path))
    assert done in (1, 2)
    assert (out, said in err) == ("", True), err
