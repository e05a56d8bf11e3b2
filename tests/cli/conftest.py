"""Commands in this process, on the app of a server that serves."""

from __future__ import annotations

import pytest

from brouwerij.cli import main
from tests.support.server import Server


class Here:
    """Commands in this process, on an app with the server's settings: they start at once."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def run(self, *words: str) -> tuple[int, str, str]:
        """The exit code, standard output and standard error."""
        code = main(list(words))
        said = self._capsys.readouterr()
        return code, said.out, said.err


@pytest.fixture
def here(
    server: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Here:
    monkeypatch.setattr("brouwerij.cli._app.ready_app", lambda: server.app)
    return Here(capsys)
