"""Ballots as the methods count them, for tables and properties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from brouwerij.domain.ballots import METHODS, Answer, Ballots, Count

PEOPLE = "abcdefg"


def ballots(answers: Mapping[str, Sequence[int | str | None]]) -> Ballots:
    """Thing -> one answer a person: a value, None to abstain, "" for nothing."""
    given: dict[str, dict[str, Answer]] = {}
    for on, said in answers.items():
        for person, value in zip(PEOPLE, said, strict=False):
            if not isinstance(value, str):
                given.setdefault(person, {})[on] = Answer(value)
    return given


def counted(method: str, answers: Mapping[str, Sequence[int | str | None]], *themes: str) -> Count:
    return METHODS[method].count(themes or tuple(answers), ballots(answers))


def any_ballots(method: str, things: Sequence[str]) -> st.SearchStrategy[dict[str, Any]]:
    """Seven people who each answer some of the things, or abstain."""
    one = st.sampled_from([*METHODS[method].values, None])
    mine = st.dictionaries(st.sampled_from(things), one.map(Answer), max_size=len(things))
    return st.fixed_dictionaries(dict.fromkeys(PEOPLE, mine))
