"""Ways from the plan to what other parts of the case keep."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from casework.mending import Break
from casework.record import record_kinds
from desktop.operations import cases
from desktop.operations.intent import Changes
from desktop.pages.part import Part
from desktop.pages.parts import place_of, place_of_kind


class Elsewhere(QObject):
    """Leads from a part of a case to another."""

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self._part = part

    def lead(self, record: str, key: str) -> None:
        """To a record, down to one of its fields."""
        if self._part.view is not None:
            self._part.desk.want(place_of(self._part.view, record, key))

    def show(self, kind: str) -> None:
        """To where the records of a kind are kept."""
        if self._part.view is not None:
            self._part.desk.want(place_of_kind(self._part.view.case.id, kind))

    def add(self, found: Break) -> None:
        """Add the record that mends something and that no section of the plan holds, and lead to it.

        What hangs on another record is added where that one is shown, and what stands apart once its part is opened.
        """
        shape = record_kinds()[found.kind]
        if shape.closed:
            self.show(found.kind)
        elif shape.parent == found.about.kind:
            self.lead(found.about.id, found.kind)
        elif self._part.view is not None:
            write = cases.add(self._part.view.case.id, found.kind, found.answers)
            self._part.desk.worker.write(write, self, partial(self._added, found.kind))

    def _added(self, kind: str, changes: Changes) -> None:
        if self._part.view is not None:
            self._part.desk.want(replace(place_of_kind(self._part.view.case.id, kind), record=changes.made))
