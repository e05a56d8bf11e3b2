"""A poke between workers: "there is more in the log of this workshop".

Redis carries only the poke; the log itself is the truth, so a poke that gets lost costs a delay
and nothing else. What is in no log and may get lost (live/presence.py) has a channel of its own.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from brouwerij import aio

CHANNEL = "brouwerij.poke"
RETRY_SECONDS = 2.0
logger = logging.getLogger(__name__)


def start(url: str, poked: Callable[[str], None], channel: str = CHANNEL) -> Callable[[str], None]:
    """Listen for pokes of other workers; returns how to give one. Needs the package redis."""
    import redis

    client = redis.Redis.from_url(url, decode_responses=True)

    def listen() -> None:
        while True:
            try:
                with client.pubsub(ignore_subscribe_messages=True) as pubsub:
                    pubsub.subscribe(channel)
                    for message in pubsub.listen():
                        poked(message["data"])
            except redis.RedisError:
                logger.warning("Redis is not there; trying again in %s s", RETRY_SECONDS)
                aio.sleep(RETRY_SECONDS)

    def tell(code: str) -> None:
        try:
            client.publish(channel, code)
        except redis.RedisError:
            logger.warning("Redis is not there; other workers see this change with the next one")

    aio.spawn(listen)
    return tell
