"""What the log says of connections that are shown out: a line per address a minute, and a count.

Who is shown out often comes back at once, a hundred times a minute. No address is logged, and none
is kept for longer than that minute.
"""

from __future__ import annotations

import logging
from collections import Counter

logger = logging.getLogger(__name__)

MINUTE = 60.0


class Closed:
    """Tells of closed connections. Times are in seconds, on any clock that only goes on."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()
        self._since = 0.0

    def tell(self, address: str, why: str, now: float) -> None:
        """One was closed; it is told when it is the first of its address in this minute."""
        self.look(now)
        if not self._times:
            self._since = now
        self._times[address] += 1
        if self._times[address] == 1:
            logger.warning("a connection was closed: %s", why)

    def look(self, now: float) -> None:
        """Tell how many more there were, once the minute is over."""
        if not self._times or now - self._since < MINUTE:
            return
        more = [times - 1 for times in self._times.values() if times > 1]
        self._times.clear()
        if more:
            logger.warning(
                "%d more connections were closed in that minute, from %d %s",
                sum(more),
                len(more),
                "address" if len(more) == 1 else "addresses",
            )
