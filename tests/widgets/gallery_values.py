"""What the gallery shows: everybody and everything in it is invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from casework.answer import Absent, Span
from casework.field import Choice, Field, FieldType
from casework.standing import State
from casework.text import Text
from widgets.chip import rosh_words
from widgets.deadline import Deadline
from widgets.rail import Place
from widgets.section_list import SectionItem
from widgets.shapes import rosh_box
from widgets.state import due_look
from widgets.table import Column
from widgets.timeline import Bar, Lane, Pattern

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
