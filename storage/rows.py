"""The rows of an open vault inside one transaction: cases and records read, checked and written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from casework.agenda import Agenda, Asked
from casework.answer import Answer
from casework.case import Case
from casework.diary import Diary, Kept
from casework.record import CaseId, Record, RecordId
from casework.refusal import Refused
from casework.typed import Spot, Typed
from storage import (
    agenda,
    diary,
    disclosure,
    erasure,
    journal,
    log,
    reading,
    records,
    templates,
)
from storage.disclosure import Copy, Register
from storage.entry import Detail, Entry
from storage.filing import Filing
from storage.journal import Declined, Left
from storage.plan_rows import PlanRows
from storage.plan_version import PlanVersion
from storage.templates import LocalTemplate

__all__ = ["Copy", "Declined", "Left", "LocalTemplate", "Past", "PlanVersion", "Rows"]

REF_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier answer: replaced at ``when`` by ``who``, after ``written_by`` had written it at ``written_at``."""

    key: str
    answer: Answer
    when: datetime
    who: str
    written_at: datetime
    written_by: str


class Rows(PlanRows):
    """One transaction's view. It is used up when the transaction ends."""

    def cases(self) -> tuple[Case, ...]:
        """Every case with all its records, in the order of the references."""
        return reading.all_cases(self._transaction.reading())

    def cases_with(self, kind: str) -> tuple[CaseId, ...]:
        """The cases that have a record of a kind, in the order of the references."""
        return reading.cases_with(self._transaction.reading(), kind)

    def keep_diaries(self, diaries: Iterable[Diary], law: str) -> None:
        """Keep what was reckoned of cases, under the edition of program and law; nothing of it is logged."""
        diary.keep(self._transaction, diaries, law)

    def lines(self, today: date, law: str) -> tuple[Kept, ...]:
        """Every case in brief, with its next date as it was kept."""
        return diary.lines(self._transaction, today, law)

    def agenda(self, asked: Asked, law: str) -> Agenda:
        """What is due in the whole caseload, as it was kept."""
        return agenda.agenda(self._transaction, asked, law)

    def case(self, case: CaseId) -> Case:
        """One case. Raises Refused where there is none."""
        found = reading.one_case(self._transaction.reading(), case)
        if found is None:
            raise Refused("There is no such case in this case file.", "case")
        return found

    def find(self, ref: str) -> Case | None:
        """The case with this reference."""
        row = self._transaction.reading().execute("SELECT id FROM cases WHERE ref = ?", (ref,)).fetchone()
        return self.case(row[0]) if row else None

    def new_case(self, ref: str | None = None) -> Case:
        """An empty case; without a reference it gets the next of C-00001, C-00002, …. Raises Refused."""
        connection = self._transaction.writing()
        chosen = self._next_ref() if ref is None else ref.strip()
        if not 1 <= len(chosen) <= REF_LENGTH or not chosen.isprintable():
            raise Refused(f"A case's reference is 1 to {REF_LENGTH} characters.", "ref")
        if connection.execute("SELECT 1 FROM cases WHERE ref = ?", (chosen,)).fetchone():
            raise Refused("There is a case with that reference already.", "ref")
        case = CaseId(records.new_id())
        connection.execute(
            "INSERT INTO cases VALUES (?, ?, ?, ?)", (case, chosen, self._transaction.now, self._transaction.actor)
        )
        self._transaction.note(case, "new case", case, "ref", chosen, op="collection")
        return Case(case, chosen)

    def add(
        self,
        case: CaseId,
        kind: str,
        answers: Mapping[str, Answer] | None = None,
        parent: RecordId | None = None,
        id: RecordId | None = None,  # noqa: A002 - the record's own word
    ) -> Record:
        """A new record. Raises Refused with the field's key, or "case", "kind", "parent" or "id"."""
        return records.add(self._transaction, case, kind, answers or {}, parent, given_id=id)

    def answer(self, record: RecordId, key: str, value: Answer) -> Record:
        """Put an answer (NOT_ASKED takes it away) and return the record. Raises Refused with the field's key."""
        return records.answer(self._transaction, record, key, value)

    def remove(self, record: RecordId) -> None:
        """Take a record out of its case with what hangs on it. Raises Refused."""
        records.remove(self._transaction, record)

    def restore(self, record: RecordId) -> None:
        """Bring back a removed record with what was removed along with it. Raises Refused."""
        records.restore(self._transaction, record)

    def removed(self, case: CaseId) -> tuple[Record, ...]:
        """What can be restored, latest first."""
        return reading.removed_records(self._transaction.reading(), case)

    def erase(self, case: CaseId) -> None:
        """Erase a case for good; only ids stay in the log, and the register of its copies. Raises Refused."""
        erasure.erase(self._transaction, case)

    def history(self, record: RecordId) -> tuple[Past, ...]:
        """The earlier answers of a record, latest first. Raises Refused where there is no such record."""
        place = records.placed(self._transaction, record)
        if place is None:
            raise Refused("There is no such record in this case file.")
        rows = self._transaction.reading().execute(
            "SELECT a.key, a.value, a.replaced_at, r.name, a.written_at, w.name FROM answer_past a"
            " JOIN person r ON r.id = a.replaced_by JOIN person w ON w.id = a.written_by"
            " WHERE a.record = ? ORDER BY a.n DESC",
            (place.number,),
        )
        moment = datetime.fromisoformat
        return tuple(
            Past(key, reading.stored_answer(value), moment(when), who, moment(written), writer)
            for key, value, when, who, written, writer in rows
        )

    def keep_typed(self, spot: Spot, typed: Typed) -> None:
        """Keep what stands in an editor and is no answer yet; no part of the log."""
        journal.keep(self._transaction, spot, typed)

    def forget_typed(self, spot: Spot) -> None:
        """Let go of what was typed in an editor."""
        journal.forget(self._transaction, spot)

    def decline_typed(self, spot: Spot, typed: Typed) -> None:
        """What was typed is not wanted as the answer; it stays with the earlier ones."""
        journal.decline(self._transaction, spot, typed)

    def declined(self, record: RecordId) -> tuple[Declined, ...]:
        """What was typed in a record and not wanted, latest first."""
        return journal.declined(self._transaction, record)

    def stand_at(self, place: str) -> None:
        """Remember where in the program the person is; no part of the log."""
        journal.stand(self._transaction, place)

    def left(self) -> Left:
        """What the person who unlocked typed and did not give as an answer, and where they were. Raises Damaged."""
        return journal.left(self._transaction)

    def entered(self, case: CaseId) -> dict[tuple[str, str], tuple[datetime, str]]:
        """When (UTC) and by whom each answer was written, by record and key; a record itself by an empty key."""
        return reading.entered(self._transaction.reading(), case)

    def disclose(  # noqa: PLR0917 - the register's columns in their order
        self,
        case: CaseId,
        document: str,
        edition: str,
        recipient: str | Sequence[str],
        reason: str,
        copies: int = 1,
        *,
        back_by: date | None = None,
        gate: str = "",
        meeting: str = "",
        content: str = "",
    ) -> tuple[Copy, ...]:
        """Enter copies in the register and the log; commit this before anything is printed. Raises Refused."""
        return disclosure.disclose(
            self._transaction,
            case,
            document,
            edition,
            recipient=recipient,
            reason=reason,
            copies=copies,
            back_by=back_by,
            gate=gate,
            meeting=meeting,
            content=content,
        )

    @property
    def register(self) -> Register:
        """The register of copies over all cases, and what became of each."""
        return Register(self._transaction)

    def copies(self, case: CaseId) -> tuple[Copy, ...]:
        """Every copy given out about a case."""
        return disclosure.copies_of(self._transaction, case)

    def consult(self, case: CaseId, reason: str) -> None:
        """Log that a case is looked at; commit this before anything is shown. Raises Refused where there is none."""
        if self._transaction.writing().execute("SELECT 1 FROM cases WHERE id = ?", (case,)).fetchone() is None:
            raise Refused("There is no such case in this case file.", "case")
        self._transaction.enter("consultation", "case", case, reason=reason)

    def setting(self, key: str, default: str = "") -> str:
        """A setting of this vault."""
        row = self._transaction.reading().execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else default

    def settings(self) -> dict[str, str]:
        """Every setting of this vault that was ever set."""
        return dict(self._transaction.reading().execute("SELECT key, value FROM setting"))

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting of this vault; logged."""
        if self.setting(key, "\0") != value:
            self._transaction.writing().execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))
            self._transaction.enter("policy", "setting", key, changes=[("set", "", key, value)])

    def templates(self) -> tuple[LocalTemplate, ...]:
        """The templates that the area made, in the order in which they came."""
        return templates.held(self._transaction)

    def template_words(self, code: str) -> str:
        """The words of a local template's file. Raises Refused where there is none."""
        return templates.words_of(self._transaction, code)

    def take_in_template(self, words: str, file: str) -> LocalTemplate:
        """Keep a template of the area. Raises Refused with the place in the file where it cannot stand."""
        return templates.take_in(self._transaction, words, file)

    def withdraw_template(self, code: str, *, withdrawn: bool) -> None:
        """Offer a template for new plans no longer, or again. Raises Refused where there is none."""
        templates.withdraw(self._transaction, code, withdrawn=withdrawn)

    @property
    def filing(self) -> Filing:
        """The documents filed with cases."""
        return Filing(self._transaction)

    @property
    def actor(self) -> str:
        """The id of the person who unlocked."""
        return self._transaction.actor

    def log_head(self) -> str:
        """The 8 characters of the log's head that footers show."""
        return log.head(self._transaction.reading())

    def log(self, limit: int | None = None, about: str = "") -> tuple[Entry, ...]:
        """The latest entries of the log, newest first; with ``about``, those on one case."""
        return log.entries(self._transaction.reading(), limit, about)

    def detail(self, entry: Entry) -> Detail | None:
        """The words of an entry's reason and what it changed; None where they were erased."""
        return log.detail_of(self._transaction.reading(), entry.seq)

    def people(self) -> dict[str, str]:
        """The names of everybody who ever wrote here, by the ids that the log holds."""
        return dict(self._transaction.reading().execute("SELECT id, name FROM person"))

    def _next_ref(self) -> str:
        connection = self._transaction.connection
        number = connection.execute("SELECT last_ref FROM meta").fetchone()[0] + 1
        while connection.execute("SELECT 1 FROM cases WHERE ref = ?", (f"C-{number:05}",)).fetchone():
            number += 1
        connection.execute("UPDATE meta SET last_ref = ?", (number,))
        return f"C-{number:05}"
