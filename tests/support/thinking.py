"""A server whose embedding the test holds in its hands.

    python -m tests.support.thinking FOLDER serve

Texts lie close together when they begin with the same word. Every answer that is made of them adds
a line to FOLDER/asked, and waits as long as there is a file FOLDER/hold. With a file FOLDER/without
there is no embedding at all, as where the extra `suggest` is not installed.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

from brouwerij import aio
from tests.support.server import Server

SIZE = 384


class Held(Server):
    """Such a server."""

    def __init__(self, instance: Path, **settings: str) -> None:
        super().__init__(instance, **settings)
        self._folder = instance.parent / f"{instance.name}-held"
        self._folder.mkdir()

    def hold(self) -> None:
        """Let every answer wait from here on."""
        (self._folder / "hold").touch()

    def go_on(self) -> None:
        (self._folder / "hold").unlink()

    def without(self) -> None:
        """Take the embedding away."""
        (self._folder / "without").touch()

    def as_new(self) -> None:
        """Nothing held, nothing missing, nothing asked."""
        for file in self._folder.iterdir():
            file.unlink()

    @property
    def asked(self) -> int:
        """How often the embedding was asked for an answer."""
        asked = self._folder / "asked"
        return len(asked.read_text().splitlines()) if asked.exists() else 0

    def _launch(self, words: Sequence[str], out: Path, err: Path) -> Any:
        with out.open("ab") as output, err.open("ab") as errors:
            return subprocess.Popen(
                [sys.executable, "-m", "tests.support.thinking", str(self._folder), *words],
                env=self.environment,
                stdout=output,
                stderr=errors,
            )


class Words:
    """An embedding by the first word."""

    def vectors(self, texts: Sequence[str]) -> Any:
        import numpy as np

        rows = [np.random.default_rng(crc32(t.split()[0].lower().encode())) for t in texts]
        drawn = np.array([row.normal(size=SIZE) for row in rows]).reshape(len(texts), SIZE)
        return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


def main() -> int:
    aio.patch()
    from brouwerij.cli import main as brouwerij
    from brouwerij.likeness import embedding

    folder = Path(sys.argv.pop(1))

    def load() -> Words | None:
        with (folder / "asked").open("a") as asked:
            asked.write("asked\n")
        while (folder / "hold").exists():
            time.sleep(0.01)
        return None if (folder / "without").exists() else Words()

    embedding.load = load  # type: ignore[assignment]
    return brouwerij()


if __name__ == "__main__":
    sys.exit(main())
