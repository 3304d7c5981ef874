"""``holdfast benchmark``: the program's figures beside their limits."""

from __future__ import annotations

import argparse
import importlib
import json
import sys

from casework.refusal import Refused
from desktop.command_line.run import FINDINGS

_NAMES = ("window", "due", "pack", "run", "rules", "plan")


def run(asked: argparse.Namespace) -> int:
    """Measure what is named, or all; status 4 when something is past its limit."""
    if getattr(sys, "frozen", False):
        raise Refused("The benchmarks start parts of the program one by one: run ./holdfast benchmark in a checkout.")
    if unknown := [one for one in asked.names if one not in _NAMES]:
        raise Refused(f"There is no benchmark “{unknown[0]}”: choose from {', '.join(_NAMES)}.")
    found = []
    for name in asked.names or _NAMES:
        sys.stderr.write(f"Measuring {name}\n")
        for one in importlib.import_module(f"desktop.benchmarks.{name}").measure():
            found.append(one)
            if not asked.json:
                within = "within" if one.ratio <= 1 else "PAST ITS LIMIT"
                value, limit = f"{one.value:,.1f} {one.unit}", f"{one.limit:,.0f} {one.unit}"
                sys.stdout.write(
                    f"{one.name:<8} {one.what:<46} {value:>12} of {limit:>9}  {one.ratio:5.2f}  {within}\n"
                )
                sys.stdout.flush()
    if asked.json:
        shaped = [
            {"name": one.name, "what": one.what, "value": one.value, "limit": one.limit, "unit": one.unit,
             "ratio": round(one.ratio, 3)}
            for one in found
        ]  # fmt: skip
        sys.stdout.write(json.dumps(shaped, indent=1) + "\n")
    return FINDINGS if any(one.ratio > 1 for one in found) else 0
