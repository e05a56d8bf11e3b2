"""Work in a real thread, beside the loop."""

from __future__ import annotations

import subprocess
import sys

WRITES_A_PAGE = """
from brouwerij import aio
aio.patch()
from jinja2 import DictLoader, Environment

pages = Environment(loader=DictLoader({"page": "read"}))
pages.get_template("page")
held = pages.cache._wlock

def let_go():
    aio.sleep(0.05)
    held.release()

held.acquire()
aio.spawn(let_go)
print(aio.offload(lambda: pages.get_template("page").render()))
"""


def test_page_written_beside_the_loop_while_the_loop_writes_one_then_comes():
    """Both take the lock of Jinja's templates; a lock of eventlet is none between threads."""
    ran = subprocess.run(
        [sys.executable, "-c", WRITES_A_PAGE],
        env={"BROUWERIJ_ASYNC": "eventlet"}, capture_output=True, text=True, timeout=20,
    )  # fmt: skip
    assert ran.stdout == "read\n", ran.stderr
