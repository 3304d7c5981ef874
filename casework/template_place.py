"""Where in a template's file something stands: the line, the section and the field, for whoever mends it."""

from __future__ import annotations

import re

from casework.refusal import Refused

_STEP = re.compile(r"(\w+)\[(\d+)\]")
_NAMES = {"section": "section", "field": "field", "rows": "rows", "choices": "choice", "suits": "reason to suggest it"}


def placed(refusal: Refused, words: str, name: str) -> Refused:
    """The refusal with the line and the section in words in place of a path."""
    path = refusal.where.removeprefix(name).lstrip(".")
    steps = [(kind, int(n)) for kind, n in _STEP.findall(path)]
    if not steps:
        return refusal
    line = _line(words.splitlines(), steps, path.rsplit(".", 1)[-1])
    spoken = ", ".join(f"{_NAMES.get(kind, kind)} {n + 1}" for kind, n in steps)
    sentence = re.sub(rf"^{re.escape(name)}(\.\w+(\[\d+\])?)*", "", refusal.why.en).lstrip(": ")
    said = f"{name}, line {line} ({spoken}{_named(words, steps)}): {_ended(sentence, path)}"
    return Refused(said, refusal.where)


def _ended(sentence: str, path: str) -> str:
    """A sentence that began with the path gets the key back."""
    key = path.rsplit(".", 1)[-1]
    return f"'{key}' {sentence}" if sentence.startswith("must ") else sentence


def _line(lines: list[str], steps: list[tuple[str, int]], key: str) -> int:
    """The line of the key, or the head of its table where the key stands in no line of its own. From 1."""
    at, end, head = 0, len(lines), ""
    for kind, number in steps:
        head = f"{head}.{kind}" if head else kind
        heads = [n for n in range(at, end) if lines[n].strip() == f"[[{head}]]"]
        if number >= len(heads):
            break
        at = heads[number]
        end = heads[number + 1] if number + 1 < len(heads) else end
    own = [n for n in range(at, end) if re.match(rf"\s*{re.escape(key)}\s*=", lines[n])]
    return (own[0] if own else at) + 1


def _named(words: str, steps: list[tuple[str, int]]) -> str:
    lines = words.splitlines()
    heads = [n for n, one in enumerate(lines) if one.strip() == "[[section]]"]
    if steps[0][0] != "section" or steps[0][1] >= len(heads):
        return ""
    for one in lines[heads[steps[0][1]] :]:
        found = re.match(r'\s*key\s*=\s*"([^"]*)"', one)
        if found:
            return f", “{found[1]}”"
    return ""
