"""What a wheel carries beside the package: the top-level folders, under brouwerij/_data."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CARRIED = ("templates", "static", "migrations", "wsgi.py")


class CarryData(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "editable":
            build_data["force_include"].update(
                {name: f"brouwerij/_data/{name}" for name in CARRIED}
            )
