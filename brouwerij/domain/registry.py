"""What is found by looking in a folder: kinds of round, voting methods, formats of the report."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from typing import Protocol, TypeVar


class Named(Protocol):
    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=Named)


class Registry(dict[str, N]):
    """What the modules of one package register, by name."""

    def __init__(self, what: str, package: str) -> None:
        """what: one of them is called so when a name is taken. package: where they are."""
        super().__init__()
        self._what, self._package = what, package

    def register(self, it: N) -> N:
        """Make one known. Raises ValueError when the name is taken."""
        if it.name in self:
            raise ValueError(f"{self._what} {it.name} is declared twice")
        self[it.name] = it
        return it

    def discover(self) -> None:
        """Import every module of the package, so that each registers what it has."""
        folders = sys.modules[self._package].__path__
        for module in pkgutil.walk_packages(folders, self._package + "."):
            importlib.import_module(module.name)
