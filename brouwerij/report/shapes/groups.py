"""The working groups and who signed up."""

from __future__ import annotations

from brouwerij.report.shapes.base import Shape


class Reach(Shape, frozen=True):
    """How to reach somebody, as they allowed. share: the others in the group may know it too."""

    email: str
    phone: str
    share: bool


class Member(Shape, frozen=True):
    """Somebody in a working group.

    name: "" in the public edition. reach: None in every edition but the organiser's.
    """

    name: str
    initiative: str
    reach: Reach | None = None


class GroupLine(Shape, frozen=True):
    """A working group. vanguard: started without the claim that all carry it. date: ISO or "".

    missing: how many people it still has to have; full: no more may join. unnamed: how many members
    these readers know by number only, and unnamed_followers.
    """

    theme: str
    vanguard: bool
    goal: str = ""
    first_step: str = ""
    date: str = ""
    needs: str = ""
    missing: int = 0
    full: bool = False
    leads: tuple[Member, ...] = ()
    members: tuple[Member, ...] = ()
    followers: tuple[Member, ...] = ()
    unnamed: int = 0
    unnamed_followers: int = 0

    @property
    def workers(self) -> int:
        return len(self.leads) + len(self.members) + self.unnamed

    @property
    def everyone(self) -> tuple[Member, ...]:
        return self.leads + self.members + self.followers
