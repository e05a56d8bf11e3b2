"""The screens of an afternoon with eight phones."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.conftest import Workshop, press

PEOPLE = ("Anna", "Bram", "Chris", "Dirk", "Els", "Femke", "Gijs", "Hans")
BRAM, HANS = 1, 7
"""Bram does all by keyboard; Hans abstains from every vote."""


class Afternoon:
    """The wall, the page of who leads, and the phones in the order of PEOPLE."""

    def __init__(self, made: Workshop) -> None:
        self.wall, self.leader = made.projector(), made.facilitator()
        self.phones = [made.phone(name, service_workers="block") for name in PEOPLE]
        self.anna, self.bram, self.chris = self.phones[:3]

    def push(self, control: Locator, number: int) -> None:
        """Press what is on somebody's phone, by thumb or, by Bram, by keyboard."""
        if number == BRAM:
            control.focus()
            control.press("Space")
        else:
            control.click()  # two quick touches would count as one

    def opens(self, explained: str) -> None:
        press(self.wall, "o")
        expect(self.wall.get_by_text(explained).first).to_be_visible()

    def tells(self, theme: str, came_to: str) -> None:
        """What the wall says in the row of a theme."""
        row = self.wall.get_by_role("row").or_(self.wall.get_by_role("listitem"))
        expect(row.filter(has_text=theme).first).to_contain_text(came_to)
