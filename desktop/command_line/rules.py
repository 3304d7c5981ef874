"""``holdfast rules``: the law's answer to a facts document, one JSON object on standard output."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, NoReturn

from casework.law.answer import answer
from casework.refusal import Refused

OK, WRONG_INPUT = 0, 2


def run(path: str) -> int:
    """Answer the facts in a file ("-": standard input); status 0, or 2 with the path of what is wrong in them."""
    try:
        said: dict[str, object] = answer(_parsed(_read(path)))
        status = OK
    except Refused as refusal:
        said = {"error": {"path": refusal.where, "message": refusal.why.en or "The facts cannot be taken."}}
        status = WRONG_INPUT
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()
    return status


def _read(path: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as fault:
        raise Refused(f"The file cannot be read ({fault.strerror}): check its name.") from None


def _parsed(raw: bytes) -> object:
    try:
        return json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Refused("The facts are not a JSON document in UTF-8, or name a field twice: mend the file.") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The fields of an object; a name given twice is no JSON that two readers would read alike."""
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError
    return fields


def _no_number(_: str) -> NoReturn:
    raise ValueError


if __name__ == "__main__":
    sys.exit(run(sys.argv[1] if len(sys.argv) == 2 else "-"))
