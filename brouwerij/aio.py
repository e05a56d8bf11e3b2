"""The one module that knows the async library: eventlet, gevent or plain threads.

Everything else uses the standard library's threads, locks and events, which `patch` makes
co-operative, and these few functions. eventlet's support ends in 2027; BROUWERIJ_ASYNC=gevent is
the way out, and the wire tests run under all three.
"""

from __future__ import annotations

import inspect
import os
import signal
import socket
import threading
import time
import warnings
from collections.abc import Callable
from typing import Any, Literal, ParamSpec, TypeVar, cast

Mode = Literal["eventlet", "gevent", "threading"]
MODES: tuple[Mode, ...] = ("eventlet", "gevent", "threading")

SIGNAL_SECONDS = 0.1
"""How long it takes at most before a signal to stop is seen."""

QUIET_SECONDS = 30
"""How long a connection may be silent within a request, or before its next; under eventlet."""

SLIM_BUFFER = 2048
"""Bytes of a buffer for reading, and of one for writing, of an HTTP connection; eventlet."""

P = ParamSpec("P")
T = TypeVar("T")


def chosen_mode() -> Mode:
    """The mode that BROUWERIJ_ASYNC names, eventlet by default. Raises ValueError for another."""
    mode = os.environ.get("BROUWERIJ_ASYNC", "eventlet")
    if mode not in MODES:
        raise ValueError(f"BROUWERIJ_ASYNC is {mode!r}; it can be {', '.join(MODES)}.")
    return mode


_mode: Mode = "threading"


def mode() -> Mode:
    """The mode this process runs in: what was patched, or threading."""
    return _mode


def patch() -> None:
    """Make the standard library co-operative. Has to come before any other import that blocks."""
    global _mode
    _mode = chosen_mode()
    if _mode == "eventlet":
        warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")
        import eventlet

        # Pages are written in real threads too (offload), which would wait for ever for a lock of
        # eventlet. Those of Jinja are held for a moment: they stay real when it is read before.
        import jinja2 as jinja2

        eventlet.monkey_patch()
        _bound_messages()
    elif _mode == "gevent":
        from gevent import monkey

        # Processes are waited for in real threads (offload), where gevent cannot watch them.
        monkey.patch_all(subprocess=False)


def _bound_messages() -> None:
    """Have eventlet bound a whole websocket message as it bounds a frame: it may have many."""
    from eventlet import websocket

    class Bounded(websocket.RFC6455WebSocket.Message):
        size = 0

        def push(self, data: bytes, final: bool = False) -> None:
            super().push(data, final)
            self.size += len(data) or 1
            if self.size > self.max_frame_length:
                raise websocket.FailedConnectionError(1009, "The message is too long.")

    websocket.RFC6455WebSocket.Message = Bounded


def leaning() -> dict[str, Callable[[], bool]]:
    """What is leaned on inside eventlet, in words, each with how to see whether it is there."""
    if _mode != "eventlet":
        return {}
    from eventlet import hubs, queue, semaphore, websocket
    from eventlet.greenio import GreenSocket

    return {
        "eventlet's websocket has no lock of its own to send under": lambda: (
            "_sendlock" in inspect.getsource(websocket.WebSocket.__init__)
            and isinstance(semaphore.Semaphore.balance, property)
        ),
        "eventlet's websocket unmasks in another way": lambda: (
            list(inspect.signature(websocket.RFC6455WebSocket._apply_mask).parameters)
            == ["data", "mask", "length", "offset"]
        ),
        "eventlet's queue keeps what waits elsewhere": lambda: len(queue.Queue().queue) == 0,
        "eventlet's sockets hide the system's": lambda: (
            hasattr(GreenSocket, "fd") and callable(GreenSocket._mark_as_closed)
        ),
        "eventlet's hub listens in another way": lambda: (
            list(inspect.signature(hubs.get_hub().add).parameters)
            == ["evtype", "fileno", "cb", "tb", "mac"]
        ),
    }


def spawn(work: Callable[P, Any], *args: P.args, **kwargs: P.kwargs) -> None:
    """Run work beside the rest: a greenlet, or a daemon thread."""
    if _mode == "eventlet":
        import eventlet

        eventlet.spawn_n(work, *args, **kwargs)
    elif _mode == "gevent":
        import gevent

        gevent.spawn(work, *args, **kwargs)
    else:
        threading.Thread(target=work, args=args, kwargs=kwargs, daemon=True).start()


def offload(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run work that blocks in a real thread and wait for it, while the others go on.

    The work must not wait for anything that the others hold. Its exceptions come out here.
    """
    if _mode == "eventlet":
        from eventlet import tpool

        return cast(T, tpool.execute(work, *args, **kwargs))
    if _mode == "gevent":
        import gevent

        return cast(T, gevent.get_hub().threadpool.apply(work, args, kwargs))
    return work(*args, **kwargs)


def sleep(seconds: float) -> None:
    """Let the others go on for some seconds."""
    time.sleep(seconds)  # looked up at every call: `patch` replaces it after this module is read


class Ear:
    """Has the hub call `heard` when a socket has something, while the caller of `wait` sleeps on.

    heard: told that there is something to read or an end; it may not wait. True wakes the caller.
    Only under eventlet.
    """

    __slots__ = ("_heard", "_waiter")

    def __init__(self, heard: Callable[[], bool]) -> None:
        self._heard = heard
        self._waiter: Any = None

    def wait(self, fileno: int, obsolete: Callable[[], None]) -> None:
        """Sleep until there is something to wake for. obsolete: told when the number of the
        socket is found to be another's by now. Raises what eventlet raises then."""
        from eventlet import hubs
        from greenlet import getcurrent  # type: ignore[import-untyped]

        hub, self._waiter = hubs.get_hub(), getcurrent()
        # As eventlet's own trampoline, but for what is called when the socket has something.
        listener = hub.add(hub.READ, fileno, self._hear, self._throw, obsolete)
        try:
            hub.switch()
        finally:
            self._waiter = None
            hub.remove(listener)

    def wake_soon(self) -> None:
        """Wake who waits, if somebody still does by then."""
        if self._waiter is not None:
            from eventlet import hubs

            hubs.get_hub().schedule_call_global(0, self._wake)

    def _hear(self, fileno: int) -> None:
        if self._waiter is not None and self._heard():
            self._wake()

    def _wake(self) -> None:
        if self._waiter is not None:
            self._waiter.switch()

    def _throw(self, error: BaseException) -> None:
        # The waiter may have been woken meanwhile, and be waiting for something else.
        if self._waiter is not None:
            self._waiter.throw(error)


def serve(app: Any, listener: socket.socket, *, connections: int) -> None:
    """Serve a WSGI application with websockets until SIGTERM or SIGINT.

    connections: how many sockets may be open at once. When it returns the serving still goes on
    beside, so that what is under way can be answered; it ends with the process. Raises what
    made the serving end by itself.
    """
    ended: list[BaseException | None] = []

    def serving() -> None:
        try:
            _serve(app, listener, connections)
        except BaseException as error:  # it comes out below, in the thread that waits
            ended.append(error)
        else:
            ended.append(None)

    told = _listen_for_signals()
    spawn(serving)
    while not told and not ended:
        sleep(SIGNAL_SECONDS)
    if ended and ended[0] is not None:
        raise ended[0]


def _listen_for_signals() -> list[int]:
    """A list that gets the signal to stop; a second one stops the process at once."""
    told: list[int] = []

    def tell(number: int, frame: Any) -> None:
        told.append(number)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, tell)
    return told


def _slim_protocol() -> type:
    """eventlet's HTTP with small buffers: they stay with a websocket for as long as it is open."""
    from eventlet import wsgi

    class Slim(wsgi.HttpProtocol):
        rbufsize = wbufsize = SLIM_BUFFER

    return Slim


def _serve(app: Any, listener: socket.socket, connections: int) -> None:
    if _mode == "eventlet":
        from eventlet import wsgi

        wsgi.server(
            listener,
            app,
            max_size=connections,
            log_output=False,
            socket_timeout=QUIET_SECONDS,
            protocol=_slim_protocol(),
        )
    elif _mode == "gevent":
        from gevent.pool import Pool
        from gevent.pywsgi import WSGIServer
        from geventwebsocket.handler import WebSocketHandler

        WSGIServer(
            listener, app, spawn=Pool(connections), handler_class=WebSocketHandler, log=None
        ).serve_forever()
    else:
        from werkzeug.serving import make_server

        host, port = listener.getsockname()[:2]
        make_server(host, port, app, threaded=True, fd=listener.fileno()).serve_forever()
