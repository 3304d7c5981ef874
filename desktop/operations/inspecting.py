"""Recording that a device was inspected: kept beside the earlier ones, and told by the device."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from casework.answer import Answer
from casework.devices import inspections, to_take_over
from casework.record import CaseId, RecordId, checked, is_given
from casework.refusal import Refused
from desktop.operations.intent import Changes, Write
from storage.vault import Vault


def inspect(case_id: CaseId, device: RecordId, told: Mapping[str, Answer], next_on: Answer, today: date) -> Write:
    """Keep an inspection, and the day of the next where one is given; one that only the device told of is kept first.

    Raises Refused with the key of the field ("due_on" for the next) when something of it cannot stand.
    """

    def write(vault: Vault) -> Changes:
        on = _day(told, today)
        if isinstance(next_on, date) and next_on <= on:
            raise Refused("The next inspection must lie after this one: give a later day.", "due_on")
        for key, answer in told.items():
            checked("inspection", key, answer)
        checked("device", "due_on", next_on)
        with vault.write("collection") as rows:
            case = rows.case(case_id)
            record = case.get(device)
            if record is None:
                raise Refused("This device is no longer in the case.")
            newest = next(iter(inspections(case, record)), None)
            if earlier := to_take_over(case, record):
                rows.add(case_id, "inspection", earlier, device)
            made = rows.add(case_id, "inspection", told, device)
            if newest is None or on >= newest:
                rows.answer(device, "inspected_on", on)
                rows.answer(device, "found", told["found"])
            if is_given(next_on):
                rows.answer(device, "due_on", next_on)
        return Changes(frozenset({case_id}), frozenset({"device", "inspection"}), made.id)

    return write


def _day(told: Mapping[str, Answer], today: date) -> date:
    on = told.get("on")
    if not isinstance(on, date):
        raise Refused("Say on which day it was inspected.", "on")
    if on > today:
        raise Refused("An inspection cannot lie ahead: give today or an earlier day.", "on")
    return on
