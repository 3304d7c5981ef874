"""Where a plan has no draft: what stands, and the two ways to the next one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop import words_templates as words
from storage.rows import PlanVersion
from widgets.button import Button
from widgets.empty import Empty


class NoDraft(Empty):
    """``acted`` starts the next draft as the last one was; ``template_wanted`` looks at other templates first."""

    template_wanted = Signal()

    def __init__(self, newest: PlanVersion | None) -> None:
        number = newest.number if newest else 0
        super().__init__(
            f"Version {number} is agreed and frozen." if newest else "There is no version of this plan yet.",
            f"Start version {number + 1}",
            detail="The next draft begins with everything that stands now. Until then the plan is read, not written.",
            icon="lock" if newest else "",
            primary=True,
        )
        other = Button(words.TEMPLATE_ANOTHER.en, kind="quiet")
        other.clicked.connect(self.template_wanted)
        below = self.layout()
        if isinstance(below, QVBoxLayout):
            below.insertWidget(below.count() - 1, other, 0, Qt.AlignmentFlag.AlignLeft)
