"""The listening socket: ours, so that small frames are not held back and thousands fit."""

from __future__ import annotations

import contextlib
import logging
import resource
import socket

from brouwerij.config import Config

BACKLOG = 2048
SEND_BUFFER = 32 * 1024
"""Bytes that the system keeps for a phone that does not read; what is behind that waits with us."""
log = logging.getLogger(__name__)


def listen(address: tuple[str, int]) -> socket.socket:
    """A listening TCP socket. Raises OSError when the address is taken.

    TCP_NODELAY is set on the listener and inherited by what it accepts, as is the size of the send
    buffer: without it an ack waits some 40 ms for the phone's delayed acknowledgement.
    """
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
    listener.bind(address)
    listener.listen(BACKLOG)
    return listener


def raise_file_limit(connections: int) -> None:
    """Ask the system for enough file descriptors, or say in the log what it will not give."""
    wanted = connections + 256
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft >= wanted:
        return
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    if allowed < wanted:
        log.warning("only %d files may be open; more than %d phones will not fit", allowed, allowed)


def origins(config: Config) -> list[str]:
    """The web origins a browser may open a socket from: an explicit list, never a pattern."""
    port = f":{config.port}"
    own = [f"http://{host}{port}" for host in ("localhost", "127.0.0.1", *lan_addresses())]
    named = [f"http://{socket.gethostname()}{end}{port}" for end in ("", ".local")]
    public = [config.url] if config.url else []
    listed = [*public, *own, *named, *config.origins]
    if config.port in (80, 443):
        listed += [origin.removesuffix(port) for origin in own + named]
    return list(dict.fromkeys(listed))


def lan_addresses() -> list[str]:
    """The addresses of this machine that others on its network can reach, the likeliest first.

    No packet is sent: connecting a UDP socket only asks the system which way it would go.
    """
    found: list[str] = []
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))
        found.append(probe.getsockname()[0])
    with contextlib.suppress(OSError):
        found += socket.gethostbyname_ex(socket.gethostname())[2]
    return [a for a in dict.fromkeys(found) if not a.startswith("127.")]


def public_address(config: Config) -> str:
    """Where phones can reach this server: the address set, else this machine's on its network."""
    if config.url:
        return config.url
    host = config.host
    if host in ("0.0.0.0", "::"):  # noqa: S104 - compared with, not listened on
        host = next(iter(lan_addresses()), "127.0.0.1")
    return f"http://{host}" + ("" if config.port == 80 else f":{config.port}")


def local_address(config: Config) -> str:
    """Where this machine itself reaches the server of these settings."""
    host = "127.0.0.1" if config.host in ("0.0.0.0", "::", "") else config.host  # noqa: S104
    return f"http://{f'[{host}]' if ':' in host else host}:{config.port}"
