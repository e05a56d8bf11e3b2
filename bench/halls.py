"""Workshops to measure with, made through the app once per number of phones, copied per run."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask

from bench.machine import BUILD, ROOT
from brouwerij import create_app, identity
from brouwerij.config import from_environment
from brouwerij.domain.commands import Actor, Command
from brouwerij.live import rooms
from brouwerij.live.kettle import Kettle

ORGANISER = Actor("organiser", "1")
PLAN = ({"kind": "ideas"}, {"kind": "clustering"}, {"kind": "dots"})
IDEAS, CLUSTERING, DOTS = "r1", "r2", "r3"
INITIATIVES = 12
FOLDERS = BUILD / "instances"
Fill = Callable[[Kettle, list[str]], None]
_numbers = itertools.count()


@dataclass(frozen=True)
class Hall:
    """A workshop on disk whose dots round is open. people: a file with a cookie a line."""

    folder: Path
    id: int
    code: str
    theme: str
    people: Path

    @contextmanager
    def copy(self) -> Iterator[Path]:
        """A copy of the instance for one run; gone afterwards."""
        with scratch() as folder:
            shutil.copytree(self.folder, folder, dirs_exist_ok=True)
            yield folder

    def cookies(self, phones: int) -> list[str]:
        """The cookies of the first phones."""
        return self.people.read_text().splitlines()[:phones]


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for one run; gone afterwards."""
    folder = FOLDERS / f"run-{next(_numbers)}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class Halls:
    """The halls of a run of the bench, made when they are first asked for."""

    def __init__(self) -> None:
        shutil.rmtree(FOLDERS, ignore_errors=True)
        self._made: dict[int, Hall] = {}

    def of(self, phones: int) -> Hall:
        if phones not in self._made:
            self._made[phones] = make(f"hall-{phones}", phones)
        return self._made[phones]


@contextmanager
def app_over(folder: Path) -> Iterator[Flask]:
    """An app in this process over an instance, with its database made."""
    import flask_migrate

    from brouwerij.extensions import db
    from brouwerij.store.gate import writer

    app = create_app(from_environment({"BROUWERIJ_INSTANCE": str(folder)}))
    with app.app_context():
        flask_migrate.upgrade(directory=str(ROOT / "migrations"))
        try:
            yield app
        finally:
            db.session.remove()
            db.engine.dispose()
            writer(app).close()


def _new_workshop() -> tuple[Kettle, int]:
    """An empty workshop of the current app, with its id."""
    row, made = rooms.create(None, {"title": "Proef", "question": "Hoe?", "plan": list(PLAN)})
    assert made.ok, made.refusal
    return rooms.kettle(row.code), row.id


def give(kettle: Kettle, actor: Actor, *commands: Command) -> None:
    """Have commands done that have to be allowed."""
    for result in kettle.submit(actor, list(commands)):
        assert result.ok, result.refusal


def lead(kettle: Kettle, kind: str, **data: Any) -> str:
    """Lead the workshop; the id of the command."""
    asked = rooms.command(kind, **data)
    give(kettle, ORGANISER, asked)
    return asked.id


def _join_all(kettle: Kettle, phones: int) -> list[str]:
    """Have so many people take part; their ids."""
    ids = [f"phone-{number:05}" for number in range(phones)]
    give(kettle, rooms.SYSTEM, *(_joining(number, id) for number, id in enumerate(ids)))
    return ids


def _joining(number: int, id: str) -> Command:
    initiative = f"Initiative {number % INITIATIVES}"
    return rooms.command(
        "participant.join", participant=id, name=f"Phone {number}", initiative=initiative
    )


def make(name: str, phones: int, fill: Fill = lambda kettle, ids: None) -> Hall:
    """A workshop with so many people, whose dots round is open.

    fill: what happens after they joined, before there are themes.
    """
    folder, people = FOLDERS / name, FOLDERS / f"{name}.people"
    folder.mkdir(parents=True)
    with app_over(folder):
        kettle, id = _new_workshop()
        ids = _join_all(kettle, phones)
        fill(kettle, ids)
        lead(kettle, "round.open", round=CLUSTERING)
        themes = [lead(kettle, "theme.add", round=CLUSTERING, name=f"Thema {n}") for n in range(8)]
        lead(kettle, "round.open", round=DOTS)
        cookie = identity.participant_cookie(kettle.code)
        cookies = [f"{cookie}={identity.participant_value(kettle.code, person)}" for person in ids]
    people.write_text("\n".join(cookies) + "\n")
    return Hall(folder, id, kettle.code, themes[0], people)
