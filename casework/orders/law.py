"""One state of the law of an order: its limits, items, notices and deadlines in a closed vocabulary."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from casework.period import Counting, Period, laid
from casework.refusal import Refused
from casework.text import NOTHING, Text


class Base(Enum):
    """The day that a period is laid from."""

    MADE_ON = "made_on"
    START = "in_force_from"
    SERVED_ON = "served_on"
    ITEM_START = "item_start"
    OLD_LAST_DAY = "old_last_day"
    LATEST_VARIATION = "start_or_latest_variation"


class Whom(Enum):
    """Whose order a limit is for."""

    EVERYONE = "everyone"
    ADULT = "adult"
    UNDER_18 = "under_18"
    WITH_CUSTODY = "with_immediate_custody"
    WITHOUT_CUSTODY = "without_immediate_custody"


class NoticeKind(Enum):
    """What must be notified under an order."""

    NONE = "none"
    FULL = "full"
    NAME_AND_ADDRESS = "name_and_address"
    TRAVEL = "travel"
    SECTION_82 = "section_82"


class Meanwhile(Enum):
    """What becomes of an order's own notice while the person is subject to SOA notification."""

    DUE = "due"
    NONE = "none"
    POSTPONED = "postponed"


@dataclass(frozen=True, slots=True)
class Limit:
    """A period of the statute: the parts, the day it is laid from, and how it is counted from there."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    beginning_with: Base | None = None
    after: Base | None = None
    whom: Whom = Whom.EVERYONE
    check: str = ""
    each_item: bool = False

    def __post_init__(self) -> None:
        if (self.beginning_with is None) == (self.after is None):
            raise Refused("A statutory period says exactly one of beginning_with and after.", "beginning_with")

    @property
    def period(self) -> Period:
        """The length alone."""
        return Period(self.years, self.months, self.weeks, self.days)

    @property
    def base(self) -> Base:
        """The day it is laid from."""
        base = self.beginning_with or self.after
        assert base is not None  # noqa: S101 - __post_init__ saw to it
        return base

    @property
    def counting(self) -> Counting:
        """Whether that day counts."""
        return Counting.BEGINNING_WITH if self.beginning_with else Counting.AFTER

    def last(self, day: date) -> date:
        """The last day when laid from a day."""
        return laid(day, self.period, self.counting)


@dataclass(frozen=True, slots=True)
class ItemLaw:
    """What the law says of one kind of item. The finding codes stand beside the limits they belong to.

    ``alone_frees``: an order of nothing else has neither minimum nor discharge bar.
    """

    must_end: bool = False
    maximum: Limit | None = None
    extension: Limit | None = None
    no_end: str = ""
    over: str = ""
    over_by_change: str = ""
    one_day: str = ""
    free_of_minimum: bool = False
    alone_frees: bool = False
    surrender: bool = False
    available: bool = True
    supervisor: bool = False
    unconfirmed: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """What an order makes the person notify, and from when the window runs."""

    kind: NoticeKind = NoticeKind.NONE
    window_from: Base | None = None
    free_days_only: bool = False
    yearly: bool = False
    meanwhile: Meanwhile = Meanwhile.DUE
    none_after_interim: bool = False
    only_if_ordered: bool = False
    full_after_breach: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date that the order itself brings, such as a review: laid ``repeats`` times from its base.

    ``last_days`` gives the first day of the last so many days instead of the last one.
    """

    code: str
    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    beginning_with: Base = Base.MADE_ON
    repeats: int = 1
    made_under: int = 0
    while_under: int = 0
    only_if_longer: bool = False
    last_days: int = 0


@dataclass(frozen=True, slots=True)
class Hours:
    """A limit in hours, the days that the statute leaves out not counted. ``after``: given_at or arrested_at."""

    code: str
    hours: int
    after: str


@dataclass(frozen=True, slots=True)
class Law:
    """The law of a kind from a day on, with its source and when it was last checked; ``rule`` is its handle."""

    act: str
    section: str
    checked_on: date
    in_force_from: date | None = None
    to: date | None = None
    row: str = ""
    rule: str = ""
    minimum: tuple[Limit, ...] = ()
    maximum: tuple[Limit, ...] = ()
    discharge_bar: tuple[Limit, ...] = ()
    renewal: Limit | None = None
    until_further_order: bool = True
    items: dict[str, ItemLaw] = field(default_factory=dict)
    notice: Notice = Notice()
    deadlines: tuple[Deadline, ...] = ()
    hours: tuple[Hours, ...] = ()
    ends_earlier: tuple[str, ...] = ()
    ends_earlier_unless_continued: tuple[str, ...] = ()
    may_not_start_while: tuple[str, ...] = ()
    applicants_not_yet: tuple[str, ...] = ()
    minimum_age: int = 0
    exceptional_under: int = 0
    breach: Text = NOTHING
    maximum_penalty: Text = NOTHING

    @property
    def basis(self) -> str:
        """The Act and section."""
        return f"{self.act} {self.section}".strip()
