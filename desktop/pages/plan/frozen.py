"""A version as it was agreed: the case as text, or the very pages. Nothing in it can be changed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.case import Case
from casework.template import PlanTemplate, plan_templates
from desktop.desk import Desk
from storage.rows import PlanVersion
from widgets.button import Button
from widgets.layout import clear, column, row


class FrozenView(QWidget):
    """``left`` asks to go back to the versions."""

    left = Signal()

    def __init__(self, desk: Desk, template: PlanTemplate) -> None:
        super().__init__()
        self._desk, self._template = desk, template
        self._back = Button("Back to the versions", icon="arrow-left", kind="quiet")
        self._back.clicked.connect(self.left)
        self._body: QVBoxLayout = column(gap=0)
        self.setLayout(column(row(self._back, None, margin=(16, 8, 16, 0)), gap=0))
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addLayout(self._body, 1)

    def show_version(self, version: PlanVersion, kept: Case | bytes) -> None:
        """Show the case as it was frozen with a version, or the pages that were."""
        if isinstance(kept, Case):
            on = version.agreed_on or version.started_on
            self.show_case(kept, on, f"Version {version.number} as it was agreed")
        else:
            self.show_pages(version, kept)

    def show_case(self, case: Case, on: date, heading: str) -> None:
        """Show the text of a version as it stood on the day it was agreed."""
        from desktop.pages.read_through import ReadThrough  # noqa: PLC0415 - of two ways only one is wanted

        template = plan_templates().get(case.one("plan").words("template"), self._template)
        text = ReadThrough(template, heading, changeable=False)
        text.take(case, on)
        self._show(text)

    def show_pages(self, version: PlanVersion, pdf: bytes) -> None:
        """Show the pages of a version."""
        from desktop.pages.plan.kept_pages import KeptPages  # noqa: PLC0415 - QtPdf is read when pages are wanted

        self._show(KeptPages(self._desk, version, pdf))

    def _show(self, widget: QWidget) -> None:
        clear(self._body)
        self._body.addWidget(widget)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
