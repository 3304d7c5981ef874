"""Strict reading of definition files: TOML into frozen dataclasses, unknown keys refused by name."""

from __future__ import annotations

import dataclasses
import tomllib
import types
import typing
from collections.abc import Mapping
from datetime import date
from enum import Enum
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from casework.refusal import Refused
from casework.text import Text

T = TypeVar("T")


def read(shape: type[T], source: Traversable, **also: object) -> T:
    """One definition file as a value of ``shape``; ``also`` are fields that the file name gives.

    Raises Refused naming the file and the key when the file is not TOML, has an unknown key, lacks a
    required one or holds a value of another type.
    """
    table = table_of(source)
    for key in also:
        if key in table:
            raise Refused(f"In {source.name}, '{key}' is given by the file's name: take it out.", source.name)
    return typing.cast(T, _dataclass(shape, {**table, **also}, source.name))


def read_all(shape: type[T], package: str, key: str = "code") -> tuple[T, ...]:
    """Every ``*.toml`` of a package in the order of its file names; the name's stem becomes ``key``."""
    return tuple(read(shape, f, **{key: f.name.removesuffix(".toml")}) for f in definition_files(package))


def definition_files(package: str) -> list[Traversable]:
    """The ``*.toml`` files of a package in the order of their names."""
    return sorted((f for f in files(package).iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)


def table_of(source: Traversable) -> dict[str, Any]:
    """A definition file as TOML gives it. Raises Refused naming the file where it is not TOML."""
    try:
        return tomllib.loads(source.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise Refused(f"The definition file {source.name} cannot be read: {fault}.", source.name) from None


def from_table(shape: type[T], table: Mapping[str, object], where: str) -> T:
    """A value of ``shape`` from a table that was read elsewhere; ``where`` begins every refusal."""
    return typing.cast(T, _dataclass(shape, dict(table), where))


_known_hints: dict[type[Any], dict[str, Any]] = {}


def _hints(shape: type[Any]) -> dict[str, Any]:
    if shape not in _known_hints:
        _known_hints[shape] = typing.get_type_hints(shape)
    return _known_hints[shape]


def _dataclass(shape: type[Any], table: object, where: str) -> Any:
    if not isinstance(table, dict):
        raise Refused(f"{where} must be a table.", where)
    fields = {f.name: f for f in dataclasses.fields(shape)}
    for key in table:
        if key not in fields:
            raise Refused(f"{where}: '{key}' is not a known key; known are {', '.join(fields)}.", f"{where}.{key}")
    values = {}
    for name, field in fields.items():
        if name in table:
            values[name] = _value(_hints(shape)[name], table[name], f"{where}.{name}")
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise Refused(f"{where}: '{name}' is missing.", f"{where}.{name}")
    return shape(**values)


def _value(kind: Any, raw: object, where: str) -> Any:
    origin = typing.get_origin(kind)
    if kind is object or kind is Any:
        return raw
    if origin in (types.UnionType, typing.Union):
        return _one_of(typing.get_args(kind), raw, where)
    if origin is tuple:
        if not isinstance(raw, list | tuple):
            raise Refused(f"{where} must be a list.", where)
        item = typing.get_args(kind)[0]
        return tuple(_value(item, one, f"{where}[{n}]") for n, one in enumerate(raw))
    if origin in (dict, Mapping):
        if not isinstance(raw, dict):
            raise Refused(f"{where} must be a table.", where)
        item = typing.get_args(kind)[1]
        return {key: _value(item, one, f"{where}.{key}") for key, one in raw.items()}
    return _plain(kind, raw, where)


def _one_of(kinds: tuple[Any, ...], raw: object, where: str) -> Any:
    if raw is None and type(None) in kinds:
        return None
    first: Refused | None = None
    for kind in kinds:
        if kind is not type(None):
            try:
                return _value(kind, raw, where)
            except Refused as refusal:
                first = first or refusal
    raise first or Refused(f"{where} has a value of the wrong type.", where)


def _plain(kind: Any, raw: object, where: str) -> Any:
    if kind is Text and isinstance(raw, str):
        return Text(raw)
    if dataclasses.is_dataclass(kind):
        return raw if isinstance(raw, typing.cast(type, kind)) else _dataclass(typing.cast(type, kind), raw, where)
    if isinstance(kind, type) and issubclass(kind, Enum):
        try:
            return kind(raw)
        except ValueError:
            known = ", ".join(str(one.value) for one in kind)
            raise Refused(f"{where}: '{raw}' is not one of {known}.", where) from None
    if kind is date and type(raw) is date:
        return raw
    if type(raw) is not kind:
        raise Refused(f"{where} must be {_NAMES.get(kind, kind.__name__)}.", where)
    return raw


_NAMES: dict[type, str] = {str: "text", int: "a whole number", bool: "true or false", date: "a date", float: "a number"}
