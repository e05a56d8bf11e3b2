"""Who is connected, for python-socketio: its rooms are not used, so leaving them costs nothing.

Its own manager walks all rooms when somebody leaves, and everybody is a room: when a hall's Wi-Fi
goes, that is the square of all phones.
"""

from __future__ import annotations

from typing import Any

from socketio.manager import Manager


class RoomlessManager(Manager):
    """A manager in whose rooms there is nobody but the connection that each is named after."""

    def basic_disconnect(self, sid: str, namespace: str, **kwargs: Any) -> None:
        """Forget a connection. The library's own does the rest once these two rooms are left."""
        for room in (sid, None):
            self.basic_leave_room(sid, namespace, room)
        self.callbacks.pop(sid, None)
        for waiting in (self.pending_connect, self.pending_disconnect):
            if sid in waiting.get(namespace, ()):
                waiting[namespace].remove(sid)
                if not waiting[namespace]:
                    del waiting[namespace]
