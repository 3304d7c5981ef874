"""Bands and scores of assessment tools held against what the tool can yield. Nothing is scored here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from casework.definition import read
from casework.gap import joined
from casework.plan_rules.table import Ground, Miss, Misses, Rule, short
from casework.record import Record

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Band:
    """A band; ``low`` the lowest score in it, None where no score leads to it."""

    name: str
    low: float | None = None


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: the beginnings by which a record names it, its bands in order, its range of scores (none: not scored)."""

    names: tuple[str, ...]
    confirmed: bool
    bands: tuple[Band, ...]
    least: float | None = None
    most: float | None = None

    def band_of(self, score: float) -> Band | None:
        """The band that a score leads to."""
        led = [one for one in self.bands if one.low is not None and one.low <= score]
        return led[-1] if led else None


@dataclass(frozen=True, slots=True)
class _Tools:
    tool: tuple[Tool, ...]


@cache
def tools() -> tuple[Tool, ...]:
    """Every tool whose bands are known."""
    return read(_Tools, files("casework.plan_rules") / "tools.toml").tool


def tool_of(name: str) -> Tool | None:
    """The tool that a record names, by the longest beginning that fits."""
    plain = name.casefold()
    found = [(len(start), one) for one in tools() for start in one.names if _begins(plain, start.casefold())]
    return max(found, key=lambda each: each[0])[1] if found else None


def not_of_the_tool(ground: Ground, _: Rule) -> Misses:
    """V22: the band is one of the tool's, the score within its range, and the two agree."""
    for one in ground.case.of("tool"):
        found = tool_of(one.words("tool"))
        for key, what in amiss(found, one) if found else ():
            memory = "" if found and found.confirmed else " (bands from memory, not confirmed)"
            yield Miss(one.id, key, holes={"name": short(one.words("tool")), "what": what + memory})


def amiss(tool: Tool, record: Record) -> tuple[tuple[str, str], ...]:
    """What in a record cannot come from the tool: the field and the words for it."""
    said = record.words("band")
    band = _band(tool, said)
    if said and band is None:
        names = joined([one.name for one in tool.bands], "or")
        return (("band", f"“{short(said)}” is no band of it, which are {names}"),)
    scores = [float(one) for one in _NUMBER.findall(record.words("score"))]
    if len(scores) != 1 or tool.least is None or tool.most is None:
        return ()
    score = scores[0]
    if not tool.least <= score <= tool.most:
        return (("score", f"the score {score:g} lies outside {tool.least:g} to {tool.most:g}"),)
    led = tool.band_of(score)
    if band and led and led.name != band.name:
        return (("band", f"the score {score:g} leads to {led.name.lower()} and the band says {band.name.lower()}"),)
    return ()


def _band(tool: Tool, said: str) -> Band | None:
    found = [one for one in tool.bands if _begins(said.casefold(), one.name.casefold())]
    return max(found, key=lambda one: len(one.name), default=None)


def _begins(words: str, start: str) -> bool:
    return words.startswith(start) and not words[len(start) : len(start) + 1].isalnum()
