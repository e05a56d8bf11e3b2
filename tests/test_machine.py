"""A test that cannot run is skipped at home and fails in CI."""

from __future__ import annotations

import shutil

import pytest

from tests.support import machine


@pytest.mark.parametrize(
    ("ci", "outcome"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)]
)
def test_chromium_when_missing_then_fails_in_ci_and_is_skipped_elsewhere(
    monkeypatch: pytest.MonkeyPatch, ci: str, outcome: type[BaseException]
):
    monkeypatch.setenv("CI", ci)
    monkeypatch.delenv("BROUWERIJ_CHROMIUM", raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(outcome, match="no Chromium"):
        machine.chromium()


def test_chromium_when_named_then_is_that_one(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("BROUWERIJ_CHROMIUM", "/opt/chromium")
    assert machine.chromium() == "/opt/chromium"


@pytest.mark.parametrize("there", [machine.CHROMIUMS, machine.CHROMIUMS[1:]])
def test_chromium_when_several_then_is_the_one_without_windows(
    monkeypatch: pytest.MonkeyPatch, there: tuple[str, ...]
):
    monkeypatch.delenv("BROUWERIJ_CHROMIUM", raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: name if name in there else None)
    assert machine.chromium() == there[0]
