"""What can become of a numbered copy that was given out, and when it is to be back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from casework.dates import spoken
from casework.record import CaseId
from casework.refusal import Refused
from casework.text import NOTHING, Text

BACK_WITHIN = "copy.back_within_days"
OUT, RETURNED, DESTROYED, LOST, UNMADE = "out", "returned", "destroyed", "lost", "unmade"
_MOST_DAYS = 366
_OUT = Text("Out", "Allan")
_LATE = Text("Not back", "Heb ddod yn ôl")


@dataclass(frozen=True, slots=True)
class Fate:
    """Something that becomes of a copy: ``after`` what it may come, whom and what it asks, what is then to be done,
    ``when`` it is so.
    """

    code: str
    title: Text
    after: tuple[str, ...]
    by: Text
    how: Text
    then: Text = NOTHING
    needs_how: bool = True
    when: Text = NOTHING


FATES = {
    one.code: one
    for one in (
        Fate(
            RETURNED,
            Text("Returned", "Wedi'i ddychwelyd"),
            (OUT, LOST),
            Text("Brought back by", "Dychwelwyd gan"),
            Text("How it came back, and where it is kept", "Sut y daeth yn ôl, a ble y'i cedwir"),
            needs_how=False,
            when=Text("It is with us again.", "Mae gyda ni eto."),
        ),
        Fate(
            DESTROYED,
            Text("Destroyed", "Wedi'i ddinistrio"),
            (OUT, LOST, RETURNED),
            Text("Destroyed by", "Dinistriwyd gan"),
            Text("How it was destroyed", "Sut y'i dinistriwyd"),
            when=Text("By us, or by whom it was for.", "Gennym ni, neu gan y derbynnydd."),
        ),
        Fate(
            LOST,
            Text("Lost", "Ar goll"),
            (OUT,),
            Text("Reported by", "Adroddwyd gan"),
            Text("What is known: where it was last, what was on it", "Beth sy'n hysbys: ble yr oedd ddiwethaf"),
            Text(
                "Tell the chair and your organisation's data protection officer now. Where it puts people at risk, the "
                "Information Commissioner is told within 72 hours of knowing (UK GDPR Article 33; Data Protection Act "
                "2018 s.67), and those at risk without delay (s.68). Look at every safety measure that rests on what "
                "stood in it.",
                "Dywedwch wrth y cadeirydd a swyddog diogelu data eich sefydliad nawr. Lle mae'n peryglu pobl, dywedir "
                "wrth y Comisiynydd Gwybodaeth o fewn 72 awr (Deddf Diogelu Data 2018 a.67), ac wrth y rhai sydd mewn "
                "perygl yn ddi-oed (a.68).",
            ),
            when=Text("Nobody knows where it is.", "Nid oes neb yn gwybod ble mae."),
        ),
        Fate(
            UNMADE,
            Text("Not made", "Heb ei wneud"),
            (OUT,),
            Text("Found out by", "Darganfuwyd gan"),
            Text("Why there is no such paper or file", "Pam nad oes papur na ffeil o'r fath"),
            Text(
                "Nothing was handed out under this number, and it is not given again.",
                "Ni roddwyd dim allan dan y rhif hwn, ac ni ddefnyddir y rhif eto.",
            ),
            when=Text("It was logged, and no paper or file came of it.", "Cofnodwyd, ond ni ddaeth papur na ffeil."),
        ),
        Fate(
            OUT,
            Text("Entered in error: still out", "Cofnodwyd ar gam: yn dal allan"),
            (RETURNED, DESTROYED, LOST, UNMADE),
            Text("Found out by", "Darganfuwyd gan"),
            Text("What was wrong", "Beth oedd yn anghywir"),
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Became:
    """What became of a copy on a day: by whom, how, and who entered it when (UTC)."""

    what: str
    on: date
    by_whom: str = field(repr=False)
    how: str = field(repr=False)
    entered_at: datetime
    entered_by: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Copy ``number`` ``of`` so many of a document; ``log_head`` is what its footer shows.

    ``back_by``: the day by which it is to be back, None where none was set. ``became``: the last thing known of it,
    None while it is out. ``meeting``: the one that the paper was for, empty where it was for none. ``content``: the
    digest of what it says; empty where none was kept.
    """

    id: str
    case: CaseId
    number: int
    of: int
    document: str
    edition: str
    recipient: str = field(repr=False)
    reason: str = field(repr=False)
    made_at: datetime
    made_by: str
    log_head: str
    back_by: date | None = None
    became: Became | None = None
    meeting: str = ""
    content: str = ""

    @property
    def state(self) -> str:
        """Where it is: "out", "returned", "destroyed", "lost" or "unmade"."""
        return self.became.what if self.became else OUT

    @property
    def unaccounted(self) -> bool:
        """Whether it is neither back nor destroyed."""
        return self.state in (OUT, LOST)

    def late(self, today: date) -> bool:
        """Whether it was to be back before today and is not."""
        return self.unaccounted and self.back_by is not None and self.back_by < today

    def told(self, today: date) -> Text:
        """Its state in words, with the day."""
        if self.became is None or self.state == OUT:
            return _LATE if self.late(today) else _OUT
        title = FATES[self.state].title
        return Text(f"{title.en} {spoken(self.became.on)}", f"{title.cy} {spoken(self.became.on)}")


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody tells of copies: what became of them, on what day, by whom and how."""

    what: str
    on: date
    by_whom: str = field(repr=False)
    how: str = field(repr=False, default="")


def accepted(copy: Copy, told: Told, today: date) -> None:
    """Raise Refused, with the key of the field, where this cannot have become of a copy."""
    fate = FATES.get(told.what)
    if fate is None:
        raise Refused("Choose what became of the copy.", "what")
    if copy.state not in fate.after:
        stands = FATES[copy.state].title.en.lower() if copy.became and copy.state != OUT else "out"
        raise Refused(
            f"Copy {copy.number} of {copy.of} is {stands}: it cannot become “{fate.title.en.lower()}”.", "what"
        )
    if told.on > today:
        raise Refused("This day is still to come: give the day on which it happened.", "on")
    if told.on < copy.made_at.astimezone().date():
        made = spoken(copy.made_at.astimezone().date())
        raise Refused(f"Copy {copy.number} of {copy.of} was made on {made}: give that day or a later one.", "on")
    if not told.by_whom.strip():
        raise Refused(f"{fate.by.en}: give a name.", "by_whom")
    if fate.needs_how and not told.how.strip():
        raise Refused(f"{fate.how.en}: say it in a few words.", "how")


def back_within(settings: Mapping[str, str]) -> int:
    """The days within which copies are to be back; 0 where the area set none. Raises Refused for no number."""
    typed = settings.get(BACK_WITHIN, "").strip()
    if typed and not (typed.isascii() and typed.isdigit() and int(typed) <= _MOST_DAYS):
        raise Refused(f"Write a whole number of days from 0 (no day is set) to {_MOST_DAYS}.", BACK_WITHIN)
    return int(typed) if typed else 0


def back_by(settings: Mapping[str, str], today: date) -> date | None:
    """The day by which copies made today are to be back, None where the area set none."""
    days = back_within(settings)
    return today + timedelta(days=days) if days else None
