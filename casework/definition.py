"""Strict reading of definition files: TOML into frozen dataclasses, unknown keys refused by name."""

from __future__ import annotations

import dataclasses
import tomllib
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Generic, TypeVar

from casework.refusal import Refused
from casework.text import Text

T = TypeVar("T")
_SUFFIX = ".toml"


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
    return tuple(read_each(shape, files(package), key).values())


class ReadWhenAsked(Mapping[str, T], Generic[T]):
    """Values by their codes, each made when it is first asked for: a start reads no file that nothing needs.

    ``make`` gives the value of a code; what it raises is raised where the value is asked for, and again the next time.
    """

    def __init__(self, codes: Iterable[str], make: Callable[[str], T]) -> None:
        self._codes = dict.fromkeys(codes)
        self._make = make
        self._made: dict[str, T] = {}

    def __getitem__(self, code: str) -> T:
        if code in self._made:
            return self._made[code]
        if code not in self._codes:
            raise KeyError(code)
        return self._made.setdefault(code, self._make(code))

    def __contains__(self, code: object) -> bool:
        return code in self._codes

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)


def read_each(shape: type[T], folder: Traversable, key: str = "code") -> ReadWhenAsked[T]:
    """The ``*.toml`` files of a folder by their stems, in that order; each is read when it is asked for."""
    sources = by_stem(folder)
    return ReadWhenAsked(sources, lambda stem: read(shape, sources[stem], **{key: stem}))


def by_stem(folder: Traversable) -> dict[str, Traversable]:
    """The ``*.toml`` files of a folder in the order of their names, by their names without the ending."""
    found = sorted((one for one in folder.iterdir() if one.name.endswith(_SUFFIX)), key=lambda one: one.name)
    return {one.name.removesuffix(_SUFFIX): one for one in found}


def table_of(source: Traversable) -> dict[str, Any]:
    """A definition file as TOML gives it. Raises Refused naming the file where it is not TOML."""
    try:
        return tomllib.loads(source.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise Refused(f"The definition file {source.name} cannot be read: {fault}.", source.name) from None


def from_table(shape: type[T], table: Mapping[str, object], where: str) -> T:
    """A value of ``shape`` from a table that was read elsewhere; ``where`` begins every refusal."""
    return typing.cast(T, _dataclass(shape, dict(table), where))


_Where = str | tuple["_Where", str | int]
_Reader = Callable[[Any, _Where], Any]


def _told(where: _Where) -> str:
    """The place of a value in its file, made only where something is refused: kinds.toml.field[2].key."""
    if isinstance(where, str):
        return where
    before, step = where
    return f"{_told(before)}[{step}]" if isinstance(step, int) else f"{_told(before)}.{step}"


_Readers = tuple[dict[str, _Reader], tuple[str, ...]]
_known_readers: dict[type[Any], _Readers] = {}


def _readers(shape: type[Any]) -> _Readers:
    """How each field of a dataclass is read, and the fields that must be given; made once, from the annotations."""
    if shape not in _known_readers:
        hints, fields, no = typing.get_type_hints(shape), dataclasses.fields(shape), dataclasses.MISSING
        required = tuple(one.name for one in fields if one.default is no and one.default_factory is no)
        _known_readers[shape] = {one.name: _reader(hints[one.name]) for one in fields}, required
    return _known_readers[shape]


def _dataclass(shape: type[Any], table: object, where: _Where) -> Any:
    if not isinstance(table, dict):
        raise _refusal(where, "must be a table.")
    readers, required = _readers(shape)
    values = {}
    for key, raw in table.items():
        if key not in readers:
            known = ", ".join(readers)
            raise Refused(f"{_told(where)}: '{key}' is not a known key; known are {known}.", f"{_told(where)}.{key}")
        values[key] = readers[key](raw, (where, key))
    for name in required:
        if name not in values:
            raise Refused(f"{_told(where)}: '{name}' is missing.", f"{_told(where)}.{name}")
    return shape(**values)


def _refusal(where: _Where, why: str) -> Refused:
    return Refused(f"{_told(where)} {why}", _told(where))


def _reader(kind: Any) -> _Reader:
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind is object or kind is Any:
        return lambda raw, _: raw
    if origin in (types.UnionType, typing.Union):
        return _one_of([_reader(one) for one in inner if one is not type(None)], type(None) in inner)
    if origin is tuple:
        return _list_of(_reader(inner[0]))
    if origin in (dict, Mapping):
        return _table_of(_reader(inner[1]))
    if dataclasses.is_dataclass(kind):
        return _words if kind is Text else _made(typing.cast("type[Any]", kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _member(kind)
    return _plain(kind)


def _one_of(readers: list[_Reader], may_be_none: bool) -> _Reader:
    def read_it(raw: object, where: _Where) -> Any:
        if raw is None and may_be_none:
            return None
        first: Refused | None = None
        for one in readers:
            try:
                return one(raw, where)
            except Refused as refusal:
                first = first or refusal
        raise first or _refusal(where, "has a value of the wrong type.")

    return read_it


def _list_of(item: _Reader) -> _Reader:
    def read_it(raw: object, where: _Where) -> Any:
        if not isinstance(raw, list | tuple):
            raise _refusal(where, "must be a list.")
        return tuple([item(one, (where, n)) for n, one in enumerate(raw)])

    return read_it


def _table_of(item: _Reader) -> _Reader:
    def read_it(raw: object, where: _Where) -> Any:
        if not isinstance(raw, dict):
            raise _refusal(where, "must be a table.")
        return {key: item(one, (where, key)) for key, one in raw.items()}

    return read_it


def _words(raw: object, where: _Where) -> Any:
    if type(raw) is str:
        return Text(raw)
    return raw if isinstance(raw, Text) else _dataclass(Text, raw, where)


def _made(shape: type[Any]) -> _Reader:
    return lambda raw, where: raw if isinstance(raw, shape) else _dataclass(shape, raw, where)


def _member(kind: type[Enum]) -> _Reader:
    def read_it(raw: object, where: _Where) -> Any:
        try:
            return kind(raw)
        except ValueError:
            known = ", ".join(str(one.value) for one in kind)
            raise Refused(f"{_told(where)}: '{raw}' is not one of {known}.", _told(where)) from None

    return read_it


def _plain(kind: type[Any]) -> _Reader:
    def read_it(raw: object, where: _Where) -> Any:
        if type(raw) is not kind:
            raise _refusal(where, f"must be {_NAMES.get(kind, kind.__name__)}.")
        return raw

    return read_it


_NAMES: dict[type, str] = {str: "text", int: "a whole number", bool: "true or false", date: "a date", float: "a number"}
