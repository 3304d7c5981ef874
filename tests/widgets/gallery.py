"""Every control in one window, for tests to walk through and for people to look at.

python tests/widgets/gallery.py FOLDER writes pictures of it in every theme.
"""

from __future__ import annotations

import os
import sys
from datetime import time
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication, QWidget

from casework.field import Field
from casework.record import Record, RecordId
from casework.standing import State
from tests.widgets.gallery_values import (
    ANSWERS,
    COLUMNS,
    DEADLINES,
    FIELDS,
    LANES,
    PLACES,
    SECTIONS,
    TODAY,
    Person,
    people,
    ref_of,
)
from widgets.button import Button
from widgets.card import Card
from widgets.chip import Chip, rosh_chip
from widgets.deadline import DeadlineRow
from widgets.empty import Empty
from widgets.form import RecordForm
from widgets.label import Elided, Heading, Paragraph
from widgets.layout import Scrolled, column, panel, row, rule, upright
from widgets.notice import Notice
from widgets.passphrase import PassphraseBox
from widgets.progress import Progress
from widgets.rail import Rail
from widgets.saved import Saved
from widgets.search_box import SearchBox
from widgets.section_list import SectionList
from widgets.shapes import Shape
from widgets.state import StateWord, standing_look
from widgets.table import RecordTable
from widgets.theme import apply
from widgets.timeline import Timeline
from widgets.told import Told, ToldList


def table(count: int = 6) -> RecordTable[Person]:
    made: RecordTable[Person] = RecordTable("Cases", COLUMNS, ref_of)
    made.set_rows(people(count))
    made.set_empty("No case has these words.")
    return made


def options(_field: Field) -> list[tuple[str, str]]:
    return [("f1", "Sexual preoccupation <b>& use of devices</b>"), ("f2", "Isolation since the move")]


def form(layout: str = "guided") -> RecordForm:
    made = RecordForm(FIELDS, Record(RecordId("r1"), "measure", None, ANSWERS), TODAY, options, layout=layout)
    made.show_findings({"serves": ["A factor it served was removed."]})
    return made


def small() -> QWidget:
    """Chips, states, buttons, notices and the like."""
    saved = Saved()
    saved.saved(time(14, 2, 7))
    chips = row(Chip("Cat 1"), Chip("Level 3"), rosh_chip("very_high"), rosh_chip("high"), rosh_chip("medium"), None)
    looks = [standing_look(state) for state in State]
    states = row(
        *[StateWord(one.words.en, one.shape, one.role) for one in looks], StateWord("x", Shape.DOT), None, gap=16
    )
    buttons = row(
        Button("Add one", icon="plus"),
        Button("Previous", kind="quiet", icon="arrow-left"),
        Button("Remove", role="danger", icon="trash-2"),
        Button("See the reasons", kind="link"),
        None,
        Button("Agree the plan", kind="primary"),
    )
    off = Button("Cannot now")
    off.setEnabled(False)
    off_primary = Button("Cannot yet", kind="primary")
    off_primary.setEnabled(False)
    inside = column(
        Heading("SAMPLETON, Alan", 1),
        chips,
        states,
        Notice("SHPO foreign-travel ban ends in 41 days", role="soon", action="Open the order", key="o"),
        Notice("2 dates are late", role="late", detail="The oldest is 9 days late: notify a change of address."),
        Notice("The copy was sealed", role="done"),
        Paragraph("Running text has room between its lines and never more than seventy-five characters. " * 3),
        Elided("A line that has no room is cut at its end and told whole in its tooltip. " * 4),
        rule(),
        buttons,
        row(off, off_primary, None),
        row(SearchBox("Search cases"), PassphraseBox("Passphrase")),
        saved,
        ToldList(
            (Told("Surname", "Sampleton", "name"), Told("Language", "Not known", "lang", quiet=True)), changeable=True
        ),
        Card(
            "m1", "Visit unannounced at home at least monthly", ("Police · Det. Const. Example", "By Tue 14 Jul 2026")
        ),
        Card("m2", "Test of devices", findings=("Owner is missing",), lead=Chip("Monitoring")),
        None,
        gap=12,
        margin=24,
    )
    return panel(inside)


def dates() -> QWidget:
    rows = [DeadlineRow(one, TODAY, action="Record it" if one.key == "a" else "") for one in DEADLINES]
    rows[0].show_why()
    lines = [part for one in rows for part in (one, rule())]
    return panel(
        column(Heading("Orders", 1), Timeline(LANES, TODAY), 16, Heading("Dates", 2), *lines, None, gap=4, margin=24)
    )


def lists() -> QWidget:
    sections = SectionList("Sections", SECTIONS)
    sections.choose("factors")
    sections.setFixedWidth(240)
    box, cases = SearchBox("Type to narrow"), table()
    cases.narrow_with(box)
    cases.choose("C-00001")
    empty = Empty(
        "Nothing is due this week.",
        "Show what comes later",
        detail="The next date is Tue 14 Jul 2026.",
        icon="calendar-check",
    )
    failed = Empty("The page could not be read.", "Try again", role="late")
    right = column(box, cases, row(empty, failed), gap=12)
    return panel(row(sections, upright(), right, gap=16, margin=24))


def gallery() -> QWidget:
    """Every control at once."""
    rail = Rail(PLACES)
    rail.choose("cases")
    rail.set_count("due", 4)
    window = QWidget()
    window.setWindowTitle("Gallery")
    progress = Progress()
    progress.start("Making the paper", cancellable=True)
    progress.findChildren(QWidget)[0].show()
    inside = QWidget()
    inside.setLayout(column(small(), dates(), lists(), form(), form("compact"), progress, gap=24))
    window.setLayout(row(rail, Scrolled(inside, name="Gallery"), gap=0))
    return window


def _picture(folder: Path, app: QApplication, theme: str, scale: float) -> None:
    apply(app, theme, scale)
    shown = {"small": small(), "dates": dates(), "lists": lists(), "guided": form(), "compact": form("compact")}
    for name, widget in shown.items():
        if name in ("guided", "compact"):
            widget.layout().setContentsMargins(24, 24, 24, 24)
        widget.resize(900, max(widget.sizeHint().height(), widget.heightForWidth(900), 560))
        widget.show()
        if isinstance(widget, RecordForm):
            widget.focus_field("born")
        app.processEvents()
        widget.grab().save(str(folder / f"{name}-{theme}.png"))
        widget.close()


if __name__ == "__main__":
    made = QApplication([])
    to = Path(sys.argv[1])
    to.mkdir(exist_ok=True)
    for one in ("light", "dark", "high_contrast"):
        _picture(to, made, one, 1.0)
