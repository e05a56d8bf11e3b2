"""The command `brouwerij`: one module per command, found by looking in this folder.

A command module has HELP, `add_arguments(parser)` and `run(args) -> int` (the exit code), and
PATCH = True when it serves and so has to be patched first.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys

from brouwerij import aio


def main(argv: list[str] | None = None) -> int:
    """Run a command and return its exit code: 0 well, 1 it went wrong, 2 used wrongly."""
    words = sys.argv[1:] if argv is None else argv
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    if words and words[0] in ("serve", "demo"):
        aio.patch()
    parser = argparse.ArgumentParser(
        prog="brouwerij", description="Run an Ideeënbrouwerij: phones, a projector and a report."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in names:
        module = importlib.import_module(f"{__name__}.{name}")
        sub = commands.add_parser(name, help=module.HELP, description=module.HELP)
        module.add_arguments(sub)
        sub.set_defaults(run=module.run)
    args = parser.parse_args(words)
    from brouwerij.config import ConfigError

    try:
        return int(args.run(args) or 0)
    except ConfigError as error:
        print(f"brouwerij: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
