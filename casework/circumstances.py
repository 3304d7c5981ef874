"""Circumstances of a case that templates name: when a section is needed, when a template suggests itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from casework.case import Case

Circumstance = Callable[[Case], bool]


def _stands(kind: str, key: str, *codes: str) -> Circumstance:
    """Some record of the kind that has not ended has one of the codes."""
    return lambda case: any(one[key] in codes and not one.answers.get("ended_on") for one in case.of(kind))


def _on_licence(case: Case) -> bool:
    return bool(case.of("licence"))


_DOMESTIC = ("dapo", "dapn", "dvpo", "dvpn", "non_molestation_order")
_TERRORISM = ("tpim",)


def _ordered(*kinds: str) -> Circumstance:
    return lambda case: any(one["kind"] in kinds for one in case.of("order"))


CIRCUMSTANCES: Mapping[str, Circumstance] = MappingProxyType(
    {
        "in_custody": _stands("whereabouts", "kind", "custody", "remand"),
        "on_licence": _on_licence,
        "category_1": _stands("category", "category", "1"),
        "category_2": _stands("category", "category", "2"),
        "category_3": _stands("category", "category", "3"),
        "category_4": _stands("category", "category", "4"),
        "level_1": _stands("level", "level", "1"),
        "level_2": _stands("level", "level", "2"),
        "level_3": _stands("level", "level", "3"),
        "domestic_order": _ordered(*_DOMESTIC),
        "terrorism_measure": _ordered(*_TERRORISM),
        "terrorism_sentence": lambda case: bool(case.of("terrorism_sentence")),
    }
)
"""Each by the word that a template uses for it."""
