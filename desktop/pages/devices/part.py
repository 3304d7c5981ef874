"""The devices part of a case: the four words, the register, an inspection in a few keys, each device in full."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.desk import Desk, Place
from desktop.operations.view import CaseView
from desktop.pages.devices.inspection import InspectionForm
from desktop.pages.devices.register import Listed, Register
from desktop.pages.devices.strategy import Strategy
from desktop.pages.none_answer import NoneAnswer
from desktop.pages.opened_list import OpenedList
from desktop.pages.part import Part
from desktop.pages.record_list import RecordList
from desktop.pages.sight import bring_up
from widgets.button import Button
from widgets.label import Heading
from widgets.layout import Scrolled, clear, column, row
from widgets.theme import px

_WIDEST, _FORM = 1100, 760


class DevicesPart(Part):
    """Enter on a row of the register begins an inspection; Change opens the device itself under it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._known: set[str] | None = None
        self.inspection: InspectionForm | None = None
        self.strategy, self.register = Strategy(), Register(desk.today)
        self.strategy.wanted.connect(self._go_to_plan)
        self.register.opened.connect(self._inspect_row)
        self.register.chosen.connect(self._tell_chosen)
        self.inspect_button = Button("Record an inspection", icon="search")
        self.inspect_button.clicked.connect(self.inspect)
        self.change_button = Button("Change", icon="pencil", kind="quiet")
        self.change_button.clicked.connect(self._change)
        self._form_place = column(gap=0)
        self.lists = {"device": OpenedList(desk, "device")}
        self._nones = {"device": NoneAnswer(desk, "device")}
        self._hear(self.lists["device"])
        self._hear(self._nones["device"])
        inside = QWidget()
        full = self.lists["device"]
        inside.setLayout(
            column(
                row(Heading("Devices and accounts"), None, full.add_button, gap=8),
                self.strategy,
                column(self.register, row(self.inspect_button, self.change_button, None, gap=8), gap=8),
                self._form_place,
                full,
                *self._nones.values(),
                None,
                gap=24,
                margin=(24, 20, 24, 24),
            )
        )
        inside.setMaximumWidth(px(_WIDEST))
        self.setLayout(column(Scrolled(inside, name="Devices and accounts"), gap=0))

    def show_view(self, view: CaseView) -> None:
        here = {str(one.id) for one in view.case.of("device")}
        if self._known is not None:
            self.lists["device"].include(here - self._known)
        self._known = here
        self.strategy.take(view)
        self.register.take(view)
        if self.register.chosen_row() is None:
            self.register.choose_first()
        for button in (self.inspect_button, self.change_button):
            button.setVisible(bool(here))
        self._tell_chosen(self.register.chosen_row())
        self.lists["device"].take(view)
        for none in self._nones.values():
            none.take(view)
        if self.inspection and self.inspection.device.id not in here:
            self._drop()

    def flush(self) -> None:
        if self.inspection:
            self.inspection.flush()
        self.lists["device"].flush()
        self._nones["device"].flush()

    def go(self, record: str, key: str) -> None:
        found = self.view.case.get(record) if self.view else None
        if found is None or self.view is None:
            return
        device = found.parent if found.kind == "inspection" and found.parent else found.id
        self.register.choose(device)
        if found.kind == "device" and not key:
            self.register.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._open(str(device), key if found.kind == "device" else "")

    def inspect(self) -> None:
        """Begin an inspection of the device that is chosen."""
        if (row_ := self.register.chosen_row()) is not None:
            self._inspect_row(row_)

    def _inspect_row(self, chosen: Listed) -> None:
        device = self.view.case.get(chosen.id) if self.view else None
        if device is None or self.view is None:
            return
        if self.inspection is None or self.inspection.device.id != device.id:
            if self.inspection:
                self.inspection.flush()
            self._drop()
            self.inspection = form = InspectionForm(self.desk, self.view, device)
            form.setMaximumWidth(px(_FORM))
            form.kept.connect(self._back)
            form.left.connect(self._back)
            self._hear(form)
            self._form_place.addWidget(form)
            form.show()
            bring_up(form)
        self.inspection.begin()

    def _back(self) -> None:
        self._drop()
        self.register.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self) -> None:
        self.inspection = None
        clear(self._form_place)

    def _change(self) -> None:
        if (chosen := self.register.chosen_row()) is not None:
            self._open(chosen.id, "")

    def _open(self, device: str, key: str) -> None:
        if self.view:
            self.lists["device"].open(self.view, device, key)

    def _tell_chosen(self, chosen: Listed | None) -> None:
        what = f": {chosen.what}" if chosen else ""
        self.inspect_button.setAccessibleName(f"Record an inspection{what}")
        self.change_button.setAccessibleName(f"Change{what}")

    def _go_to_plan(self, _word: str) -> None:
        if self.view and (plan := self.view.case.one("plan")).id:
            self.desk.want(Place("case", self.view.case.id, "plan", plan.id, "digital_strategy"))

    def _hear(self, writer: RecordList | NoneAnswer | InspectionForm) -> None:
        writer.saving.connect(self.saving)
        writer.saved.connect(self.saved)
        writer.not_saved.connect(self.not_saved)
