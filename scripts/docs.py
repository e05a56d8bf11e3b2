"""Write the lists in docs/ from the code, between their markers.

    python scripts/docs.py            write them
    python scripts/docs.py --check    fail when docs/ says something else than the code

A list stands between `<!-- NAME: made by make docs -->` and `<!-- end -->`.
"""

from __future__ import annotations

import argparse
import inspect
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, cast, get_type_hints

import msgspec
from msgspec import inspect as types

from brouwerij import texts
from brouwerij.cli import make_parser
from brouwerij.config import SETTINGS
from brouwerij.domain import changes as change_kinds
from brouwerij.domain import engine as engine
from brouwerij.domain.commands import COMMANDS, EVERYONE, STAFF, SYSTEM, CommandKind
from brouwerij.domain.refusals import CODES
from brouwerij.domain.rounds import KINDS, RoundKind
from brouwerij.domain.support import Rule
from brouwerij.report import shapes
from brouwerij.report.carried import Carried, Said

DOCS = Path(__file__).resolve().parent.parent / "docs"
BLOCK = re.compile(r"(<!-- ([a-z-]+): made by make docs -->\n).*?(<!-- end -->)", re.DOTALL)


def main() -> None:
    behind = [path for path in pages() if written(path) != path.read_text("utf-8")]
    if "--check" in sys.argv and behind:
        sys.exit(f"{', '.join(path.name for path in behind)}: run `make docs`.")
    for path in behind:
        path.write_text(written(path), "utf-8")


def pages() -> list[Path]:
    """All that may have something in it that is made."""
    return [*sorted(DOCS.glob("*.md")), *(DOCS / name for name in FILES)]


def written(path: Path) -> str:
    """A page as it should be. Raises KeyError for a list that nobody makes."""
    if path.name in FILES:
        return FILES[path.name]()
    return BLOCK.sub(lambda m: f"{m[1]}{LISTS[m[2]]()}\n{m[3]}", path.read_text("utf-8"))


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = list(head)
    lines = [head, ["---"] * len(head), *([_cell(c) for c in row] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


# Commands


def commands() -> str:
    parts = [_commands_of("", "The workshop and its rounds")]
    parts += [_commands_of(kind, f"In a round of the kind `{kind}`") for kind in _in_order()]
    return "\n\n".join(part for part in parts if part)


def _in_order() -> list[str]:
    """The kinds of round in the order of the method, and then what is left."""
    return [*texts.KINDS, *(kind for kind in KINDS if kind not in texts.KINDS)]


def _commands_of(round_kind: str, title: str) -> str:
    found = [kind for kind in COMMANDS.values() if kind.round_kind == round_kind]
    if not found:
        return ""
    rows = ([f"`{k.name}`", _what(k), _who(k), _when(k), _data(k)] for k in found)
    return f"## {title}\n\n" + table(("command", "what it does", "who", "when", "data"), rows)


def _what(kind: CommandKind) -> str:
    return f"{inspect.getdoc(kind.handler)}{' Can be undone.' if kind.undoable else ''}"


def _who(kind: CommandKind) -> str:
    named = {EVERYONE: "everyone", STAFF: "who leads", SYSTEM: "the server"}
    return named.get(kind.roles) or ", ".join(sorted(kind.roles))


def _when(kind: CommandKind) -> str:
    if not kind.round_kind:
        return "at any time"
    if kind.late:
        return "from its opening on"
    if kind.afterwards:
        return "from its opening on, also when the workshop has ended"
    after = "; who leads also later" if kind.roles & STAFF and kind.roles != STAFF else ""
    return "from its opening on" if kind.roles == STAFF else f"while it is open{after}"


def _data(kind: CommandKind) -> str:
    """The fields, and what their class says of them."""
    info = _struct(kind.data)
    said = kind.data.__dict__.get("__doc__") or ""
    return "<br>".join([*map(_field, info.fields), *filter(None, [said])])


def _struct(of: type[msgspec.Struct]) -> types.StructType:
    return cast(types.StructType, types.type_info(of))


def _field(field: types.Field) -> str:
    shown = f"`{field.encode_name}`: {_type(field.type)}"
    if field.required:
        return shown
    default = field.default
    if default is msgspec.NODEFAULT:
        default = field.default_factory() if callable(field.default_factory) else None
    encoded = msgspec.json.encode(default).decode()
    return f"{shown} = `{encoded}`"


def _type(of: types.Type) -> str:
    """A type as somebody who writes JSON thinks of it."""
    if isinstance(of, types.LiteralType):
        return " or ".join(f"`{msgspec.json.encode(v).decode()}`" for v in of.values)
    if isinstance(of, types.Metadata) and of.extra_json_schema:
        return str(of.extra_json_schema["title"])
    if isinstance(of, types.StrType) and of.pattern:
        return "fraction"
    if isinstance(of, types.IntType):
        return "number" + _bounds(of)
    if isinstance(of, types.VarTupleType | types.ListType):
        return f"list of {_type(of.item_type)}"
    if isinstance(of, types.StructType):
        return f"[{of.cls.__name__}](#{of.cls.__name__.lower()})"
    if isinstance(of, types.UnionType):
        return " or ".join(_type(one) for one in of.types)
    if isinstance(of, types.EnumType):
        return " or ".join(f"`{msgspec.json.encode(v).decode()}`" for v in of.cls)
    names = {
        types.StrType: "text",
        types.BytesType: "text in base64",
        types.FloatType: "number with decimals",
        types.BoolType: "true or false",
        types.DictType: "object",
        types.NoneType: "`null`",
    }
    return names[type(of)]


def _bounds(of: types.IntType) -> str:
    least, most = of.ge, of.le if of.le is not None else of.lt and of.lt - 1
    return f" from {least} to {most}" if least is not None and most is not None else ""


def planned_round() -> str:
    from brouwerij.domain.plans import PlannedRound

    info = _struct(PlannedRound)
    return table(("field", "is"), _fields(info))


def _fields(info: types.StructType) -> list[tuple[str, str]]:
    return [(f"`{f.encode_name}`", _field(f).partition(": ")[2]) for f in info.fields]


# Changes, refusals, settings


def changes() -> str:
    return table(
        ("change", "what happened"), ((f"`{k}`", fact) for k, fact in change_kinds.KINDS.items())
    )


def refusals() -> str:
    rows = ((f"`{code}`", fact, texts.REFUSALS[code]) for code, fact in CODES.items())
    return table(("code", "fact", "what people read (Dutch)"), rows)


def settings() -> str:
    rows = ((f"`{s.variable}`", f"`{s.default}`" if s.default else "", s.meaning) for s in SETTINGS)
    return table(("variable", "default", "meaning"), rows)


def rounds() -> str:
    rows = []
    for name in _in_order():
        kind = KINDS[name]
        phases = ", ".join(f"`{phase}`" for phase in _phases(kind))
        rows.append([f"`{name}`", texts.KINDS[name].name, phases, _settings_of(kind.settings)])
    return table(("kind", "on screen", "phases", "settings"), rows)


def _phases(kind: RoundKind) -> tuple[str, ...]:
    """All phases that a round of this kind may have, with every choice made for more."""
    switches = [n for n, t in get_type_hints(kind.settings).items() if t is bool]
    settings = kind.settings(**dict.fromkeys(switches, True))
    return kind.phases(settings, True)


def _settings_of(settings: type[msgspec.Struct]) -> str:
    info = _struct(settings)
    return "<br>".join(line for field in info.fields for line in _setting(field))


def _setting(field: types.Field) -> list[str]:
    """A setting, or those inside one that is a group."""
    if not isinstance(field.type, types.StructType):
        return [_field(field)]
    return [f"`{field.encode_name}.{_field(inner)[1:]}" for inner in field.type.fields]


# The command line


def cli() -> str:
    return "\n\n".join(_command(name, parser) for name, parser in _parsers(make_parser(), ""))


def _parsers(
    parser: argparse.ArgumentParser, name: str
) -> Iterable[tuple[str, argparse.ArgumentParser]]:
    """Every command with its parser; one with actions is as many commands."""
    inner = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    if not inner:
        yield name, parser
    for action in inner:
        for word, sub in action.choices.items():
            yield from _parsers(sub, f"{name} {word}".strip())


def _command(name: str, parser: argparse.ArgumentParser) -> str:
    options = [action for action in parser._actions if action.dest != "help"]
    places = " ".join(str(a.metavar or a.dest) for a in options if not a.option_strings)
    head = f"## `brouwerij {name}{' ' + places if places else ''}`\n\n{parser.description}"
    if not options:
        return head
    return f"{head}\n\n" + table(
        ("option", "meaning"), ([_option(a), a.help or ""] for a in options)
    )


def _option(action: argparse.Action) -> str:
    words = ", ".join(action.option_strings) or str(action.metavar or action.dest)
    if not action.option_strings or action.nargs == 0:
        return f"`{words}`"
    value: Any = action.metavar or "|".join(action.choices or ()) or action.dest.upper()
    return f"`{words} {value}`"


# The report as JSON


def report_json() -> str:
    """Every shape in it, the file itself first."""
    told: list[type[msgspec.Struct]] = [Carried, Said, shapes.Report, *shapes_of_report()]
    return "\n\n".join(
        f"### {shape.__name__}\n\n{inspect.getdoc(shape)}\n\n"
        + table(("field", "is"), _fields(_struct(shape)))
        for shape in told
    )


def shapes_of_report() -> list[type[msgspec.Struct]]:
    named = [getattr(shapes, name) for name in shapes.__all__]
    structs = [it for it in named if issubclass(it, msgspec.Struct)]
    return [*(it for it in structs if it not in (shapes.Report, shapes.Shape)), Rule]


def report_schema() -> str:
    schema = msgspec.json.schema(Carried)
    return msgspec.json.format(msgspec.json.encode(schema), indent=1).decode() + "\n"


FILES: dict[str, Callable[[], str]] = {"report-json.schema.json": report_schema}
"""What is made as a whole, by the name of the file."""

LISTS: dict[str, Callable[[], str]] = {
    "report-json": report_json,
    "commands": commands,
    "planned-round": planned_round,
    "changes": changes,
    "refusals": refusals,
    "settings": settings,
    "rounds": rounds,
    "cli": cli,
}
"""Every list that is made, by the name in its marker."""


if __name__ == "__main__":
    main()
