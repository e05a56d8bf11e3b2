"""A form for the settings of a round, made from the Struct that its kind declares.

A bool is a tick, a whole number a field with bounds, a share or a name a choice in words, and a
Struct within the Struct its own fields under a dotted name. Any other type stops the start of the
page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, cast

import msgspec
from msgspec import inspect

from brouwerij import texts
from brouwerij.domain.rounds import RoundKind
from brouwerij.i18n import N_, gettext

SHARES = ("0", "1/10", "1/5", "1/4", "3/10", "1/3", "2/5", "1/2", "3/5", "2/3", "7/10", "3/4",
          "4/5", "9/10", "19/20", "1")  # fmt: skip
"""The shares one can choose from."""
SHARE = re.compile(r"0|1|\d{1,3}/[1-9]\d{0,2}")
IN_WORDS = {"0": N_("niemand"), "1/2": N_("de helft"), "1": N_("iedereen")}


@dataclass(frozen=True, slots=True)
class Input:
    """One setting in a form. path: where it is in the settings; choices: value and words; helps:
    what each choice means in one sentence, nothing when they speak for themselves."""

    path: tuple[str, ...]
    kind: Literal["tick", "number", "choice"]
    label: str
    help: str
    value: Any
    least: int | None = None
    most: int | None = None
    choices: tuple[tuple[str, str], ...] = ()
    helps: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return ".".join(self.path)

    @property
    def said(self) -> str:
        """The value in words."""
        match self.kind:
            case "tick":
                return gettext("ja") if self.value else gettext("nee")
            case "choice":
                return dict(self.choices).get(str(self.value), str(self.value))
        return str(self.value)

    @property
    def wrong(self) -> str:
        """What is wrong with the value, "" when nothing is."""
        if self.kind == "choice" and self.value not in dict(self.choices):
            return gettext("Kies er een uit de lijst.")
        if self.kind == "number" and not _within(self.value, self.least, self.most):
            return gettext(
                "Vul een getal in van %(least)s tot %(most)s.", least=self.least, most=self.most
            )
        return ""


def names_of(kind: RoundKind) -> list[str]:
    """The settings of a kind by the names that their labels go by."""
    return [f"{kind.name}.{'.'.join(path)}" for path, _, _ in _fields(kind.settings)]


def choices_of(kind: RoundKind) -> dict[str, set[str]]:
    """What can be chosen for the settings of a kind that are one of a few names."""
    return {
        f"{kind.name}.{'.'.join(path)}": {str(value) for value in type.values}
        for path, type, _ in _fields(kind.settings)
        if isinstance(type, inspect.LiteralType)
    }


def inputs(kind: RoundKind, settings: Mapping[str, Any]) -> list[Input]:
    """The form of a kind's settings, filled with these; what is missing has its default."""
    return [
        _input(kind, path, type, _at(settings, path, default))
        for path, type, default in _fields(kind.settings)
    ]


def read(kind: RoundKind, form: Mapping[str, str], prefix: str) -> dict[str, Any]:
    """The settings as they were filled in under names that begin with `prefix`.

    A number is a whole one, or else the text as it was typed, which the command then refuses.
    """
    settings: dict[str, Any] = {}
    for path, type, default in _fields(kind.settings):
        typed = form.get(prefix + ".".join(path), "").strip()
        inner = settings
        for part in path[:-1]:
            inner = inner.setdefault(part, {})
        inner[path[-1]] = _value(type, typed, default)
    return settings


def in_words(share: str) -> str:
    """A share as people say it: 3 op de 5 (60%)."""
    if share in IN_WORDS:
        return gettext(IN_WORDS[share])
    fraction = Fraction(share)
    part, whole = fraction.numerator, fraction.denominator
    percent = round(fraction * 100)
    return gettext(
        "%(part)s op de %(whole)s (%(percent)s%%)", part=part, whole=whole, percent=percent
    )


def _fields(
    settings: type[msgspec.Struct],
) -> Iterator[tuple[tuple[str, ...], inspect.Type, Any]]:
    """Path, type and default of every single setting."""
    info = cast(inspect.StructType, inspect.type_info(settings))
    for field in info.fields:
        if isinstance(field.type, inspect.StructType):
            for path, type, default in _fields(field.type.cls):
                yield (field.name, *path), type, default
        else:
            yield (field.name,), field.type, field.default


def _input(kind: RoundKind, path: tuple[str, ...], type: inspect.Type, value: Any) -> Input:
    name = f"{kind.name}.{'.'.join(path)}"
    words = texts.SETTINGS[name]
    label, help = gettext(words.name), words.help and gettext(words.help)
    match type:
        case inspect.BoolType():
            return Input(path, "tick", label, help, value)
        case inspect.IntType():
            return Input(path, "number", label, help, value, type.ge, type.le)
        case inspect.StrType(pattern=str()):
            choices = tuple((share, in_words(share)) for share in _shares_with(str(value)))
            return Input(path, "choice", label, help, value, choices=choices)
        case inspect.LiteralType(values=names):
            of = texts.CHOICES[name]
            named = tuple((str(one), gettext(of[str(one)].name)) for one in names)
            helps = tuple(gettext(said) for one in names if (said := of[str(one)].help))
            return Input(path, "choice", label, help, value, choices=named, helps=helps)
    raise TypeError(f"no form for setting {name}")


def _shares_with(value: str) -> list[str]:
    """The shares to choose from, and the one that is set when it is another."""
    another = {value} if SHARE.fullmatch(value) else set()
    return sorted({*SHARES, *another}, key=Fraction)


def _within(value: Any, least: int | None, most: int | None) -> bool:
    return isinstance(value, int) and (least or 0) <= value and (most is None or value <= most)


def _value(type: inspect.Type, typed: str, default: Any) -> Any:
    if isinstance(type, inspect.BoolType):
        return bool(typed)
    if not typed:
        return default
    if isinstance(type, inspect.IntType):
        return int(typed) if typed.isdecimal() and len(typed) < 9 else typed
    return typed


def _at(settings: Mapping[str, Any], path: tuple[str, ...], default: Any) -> Any:
    value: Any = settings
    for part in path:
        if not isinstance(value, Mapping) or part not in value:
            return default
        value = value[part]
    return value
