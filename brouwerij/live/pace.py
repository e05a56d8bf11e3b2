"""How fast one sender may give commands: well above any thumb, well below a flood."""

from __future__ import annotations

from collections.abc import Hashable

PER_SECOND = 60
PER_MINUTE = 1200


class Pace:
    """What one sender gave in the second and in the minute that it is now."""

    __slots__ = ("_in_minute", "_in_second", "_minute", "_second")

    def __init__(self) -> None:
        self._second = self._minute = -1
        self._in_second = self._in_minute = 0

    def allows(self, commands: int, now: float) -> bool:
        """Whether so many commands more may be given; they count only then. now: in seconds."""
        second, minute = int(now), int(now // 60)
        if second != self._second:
            self._second, self._in_second = second, 0
        if minute != self._minute:
            self._minute, self._in_minute = minute, 0
        cost = max(1, commands)
        if self._in_second + cost > PER_SECOND or self._in_minute + cost > PER_MINUTE:
            return False
        self._in_second += cost
        self._in_minute += cost
        return True


class Paces:
    """The paces of all senders, which go on when somebody leaves and comes back."""

    def __init__(self) -> None:
        self._minute = -1
        self._of: dict[Hashable, Pace] = {}

    def allow(self, sender: Hashable, commands: int, now: float) -> bool:
        """As `Pace.allows`, for one of them. What was given in minutes before is forgotten."""
        if now // 60 != self._minute:
            self._minute = int(now // 60)
            self._of.clear()
        return self._of.setdefault(sender, Pace()).allows(commands, now)
