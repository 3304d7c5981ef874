"""Every control in one window, for tests to walk through and for people to look at.

python tests/widgets/gallery.py FOLDER writes pictures of it in every theme.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication, QWidget

from casework.answer import Absent, Span
from casework.field import Choice, Field, FieldType
from casework.record import Record, RecordId
from casework.standing import State
from casework.text import Text
from widgets.button import Button
from widgets.card import Card
from widgets.chip import Chip, rosh_chip, rosh_words
from widgets.deadline import Deadline, DeadlineRow
from widgets.empty import Empty
from widgets.form import RecordForm
from widgets.label import Elided, Heading, Paragraph
from widgets.layout import Scrolled, column, panel, row, rule, upright
from widgets.notice import Notice
from widgets.passphrase import PassphraseBox
from widgets.progress import Progress
from widgets.rail import Place, Rail
from widgets.saved import Saved
from widgets.search_box import SearchBox
from widgets.section_list import SectionItem, SectionList
from widgets.shapes import Shape, rosh_box
from widgets.state import StateWord, due_look, standing_look
from widgets.table import Column, RecordTable
from widgets.theme import apply
from widgets.timeline import Bar, Lane, Pattern, Timeline
from widgets.told import Told, ToldList

TODAY = date(2026, 6, 22)


@dataclass(frozen=True, slots=True)
class Person:
    """A row of the gallery's table; everyone is invented."""

    ref: str
    name: str
    born: str
    level: str
    rosh: str
    where: str
    due: date


NAMES = ("SAMPLETON, Alan", "EXAMPLEBY, Brian", "MOCKFORD, Carl", "TESTWICK, Dylan", "DEMOSLEY, Edward", "FICTON, Gwyn")


def people(count: int) -> list[Person]:
    rosh = ("very_high", "high", "medium", "low", "")
    where = ("In community", "Custody, HMP Sample", "Approved premises", "Not known")
    return [
        Person(
            f"C-{n:05}",
            NAMES[n % len(NAMES)],
            f"born 4 Mar {1960 + n % 40}",
            str(3 - n % 3),
            rosh[n % 5],
            where[n % 4],
            TODAY + timedelta(days=(n * 7) % 90 - 9),
        )
        for n in range(count)
    ]


def ref_of(person: Person) -> str:
    return person.ref


def table(count: int = 6) -> RecordTable[Person]:
    made: RecordTable[Person] = RecordTable("Cases", COLUMNS, ref_of)
    made.set_rows(people(count))
    made.set_empty("No case has these words.")
    return made


COLUMNS = (
    Column[Person](Text("Name"), lambda p: p.name, under=lambda p: p.born, width=168, share=2, strong=True),
    Column[Person](Text("Level"), lambda p: f"Level {p.level}", box=lambda p: rosh_box(""), width=88),
    Column[Person](
        Text("RoSH"),
        lambda p: rosh_words(p.rosh),
        box=lambda p: rosh_box(p.rosh) if p.rosh else None,
        role=lambda p: "" if p.rosh else "quiet",
        width=112,
    ),
    Column[Person](Text("Where"), lambda p: p.where, width=120, share=1),
    Column[Person](
        Text("Next due"),
        lambda p: due_look(p.due, TODAY).words.en,
        sort=lambda p: p.due,
        shape=lambda p: due_look(p.due, TODAY).shape,
        role=lambda p: due_look(p.due, TODAY).role,
        width=128,
    ),
)

OWNERS = (Choice("yes", Text("Shared")), Choice("no", Text("His own")), Choice("work", Text("His employer's")))
LEVELS = (
    Choice("1", Text("Level 1"), Text("Ordinary agency management.")),
    Choice("2", Text("Level 2"), Text("Several agencies meet and share the plan.")),
    Choice("3", Text("Level 3"), Text("Senior managers commit what they have.")),
)
FIELDS = (
    Field("name", Text("Surname", "Cyfenw"), required=True),
    Field("born", Text("Date of birth"), FieldType.DATE, Text("Every period rests on it."), required=True),
    Field("seen", Text("Last seen"), FieldType.MOMENT),
    Field("for", Text("For how long"), FieldType.SPAN),
    Field("children", Text("Number of children"), FieldType.NUMBER, may_be_none=True),
    Field("contact", Text("Is contact allowed"), FieldType.YES_NO),
    Field("conditions", Text("On what conditions"), when={"contact": ("true",)}, required=True),
    Field("level", Text("Level of management"), FieldType.CHOICE, choices=LEVELS),
    Field("agency", Text("Agency"), FieldType.CHOICE, list="agencies"),
    Field("devices", Text("Whose devices"), FieldType.CHOICES, choices=OWNERS, may_be_none=True),
    Field("scenario", Text("Scenario"), FieldType.LINK, links=("scenario",)),
    Field("serves", Text("Against these factors"), FieldType.LINKS, links=("factor",), may_be_none=True),
    Field("what", Text("What is done"), FieldType.LONG, Text("A verb, how often, by whom it is felt."), lines=6),
)
ANSWERS = {
    "name": "Sampleton",
    "born": date(1979, 3, 4),
    "for": Span(5),
    "contact": True,
    "level": "3",
    "agency": Absent.UNKNOWN,
    "devices": ("no",),
    "serves": ("f1", "gone"),
    "what": "Visit unannounced at home at least monthly, inspecting every device with internet access, and record "
    "what was found the same day.\nA second officer goes with him on the first visit of each quarter.",
}


def options(_field: Field) -> list[tuple[str, str]]:
    return [("f1", "Sexual preoccupation <b>& use of devices</b>"), ("f2", "Isolation since the move")]


def form(layout: str = "guided") -> RecordForm:
    made = RecordForm(FIELDS, Record(RecordId("r1"), "measure", None, ANSWERS), TODAY, options, layout=layout)
    made.show_findings({"serves": ["A factor it served was removed."]})
    return made


DEADLINES = (
    Deadline(
        TODAY - timedelta(days=9),
        "Notify a change of address",
        key="a",
        note="He moved on 10 Jun and told the hostel.",
        basis="Sexual Offences Act 2003, s. 84(1)",
        rule="Within 3 days of the change",
        why=("Moved on Wed 10 Jun 2026", "3 days beginning with that day", "last day Fri 12 Jun 2026"),
        law_row="notification periods, from 1 May 2004",
        checked_on=date(2026, 6, 1),
        next="Record the attendance, or report the breach.",
    ),
    Deadline(TODAY + timedelta(days=3), "Home visit", key="b"),
    Deadline(
        TODAY + timedelta(days=41),
        "The ban on foreign travel ends",
        key="c",
        duty=False,
        basis="Sentencing Code, s. 350",
    ),
    Deadline(TODAY - timedelta(days=200), "Licence ended", key="d", duty=False),
)

LANES = (
    Lane("SHPO, Sampletown Crown Court", (Bar(date(2021, 3, 1), date(2031, 2, 28), "SHPO 10 years", key="o1"),)),
    Lane("Ban on foreign travel", (Bar(date(2021, 8, 2), date(2026, 8, 1), "5 years", Pattern.OUTLINE, "i1"),)),
    Lane("Notification", (Bar(date(2021, 3, 1), None, "Indefinite", Pattern.DOTS, "n1"),)),
    Lane("Licence", (Bar(date(2023, 2, 1), date(2025, 12, 4), "On licence", Pattern.HATCH, "l1"),)),
    Lane(
        "Custody",
        (
            Bar(date(2021, 3, 1), date(2023, 1, 31), "HMP Sample", Pattern.CROSS, "c1"),
            Bar(date(2024, 4, 1), date(2024, 6, 3), "Recall", Pattern.CROSS, "c2"),
        ),
    ),
)

PLACES = (
    Place("due", "Due", "calendar-clock", hint="Alt+1"),
    Place("cases", "Cases", "folder-open"),
    Place("meetings", "Meetings", "messages-square"),
    Place("release", "Release", "door-open"),
    Place("figures", "Figures", "chart-column"),
    Place("paper", "Paper", "printer"),
    Place("settings", "Settings", "settings", foot=True),
)
SECTIONS = tuple(
    SectionItem(key, title, n, state, count)
    for n, (key, title, state, count) in enumerate(
        (
            ("situation", "Situation", State.READY, 0),
            ("scenarios", "Risk scenarios", State.READY, 2),
            ("factors", "Risk factors", State.IN_HAND, 5),
            ("protective", "Protective factors and strengths", State.NOT_STARTED, 0),
            ("custody", "Work before release", State.NOT_NEEDED, 0),
        ),
        1,
    )
)


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
