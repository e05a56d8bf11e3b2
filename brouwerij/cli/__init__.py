"""The command `brouwerij`: one module per command, found by looking in this folder.

A command module has HELP, `add_arguments(parser)` and `run(args) -> int` (the exit code).
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys

from brouwerij import aio

SERVING = ("serve", "demo")
"""The commands that serve: named here, since patching comes before their modules are read."""
EPILOG = (
    "Settings are environment variables (docs/settings.md). "
    "Exit code: 0 it went well, 1 it went wrong, 2 used wrongly."
)


def main(argv: list[str] | None = None) -> int:
    """Run a command and return its exit code: 0 well, 1 it went wrong, 2 used wrongly."""
    words = sys.argv[1:] if argv is None else argv
    try:
        if words and words[0] in SERVING:
            aio.patch()
    except ValueError as error:
        print(f"brouwerij: {error}", file=sys.stderr)
        return 2
    args = make_parser().parse_args(words)
    from brouwerij.config import ConfigError

    try:
        return int(args.run(args) or 0)
    except ConfigError as error:
        print(f"brouwerij: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def make_parser() -> argparse.ArgumentParser:
    """The parser of every command there is."""
    parser = argparse.ArgumentParser(
        prog="brouwerij",
        description="Run an Ideeënbrouwerij: phones, a projector and a report.",
        epilog=EPILOG,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in sorted(m.name for m in pkgutil.iter_modules(__path__)):
        if name.startswith("_"):
            continue
        module = importlib.import_module(f"{__name__}.{name}")
        sub = commands.add_parser(name, help=module.HELP, description=module.HELP, epilog=EPILOG)
        module.add_arguments(sub)
        sub.set_defaults(run=module.run)
    return parser
