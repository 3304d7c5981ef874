"""What stands in the window while a vault is open, built and connected."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.caseload import Caseload
from desktop.desk import Desk
from desktop.navigation import Navigation
from desktop.operations.vaults import About
from desktop.pages.cases import CasesPage
from desktop.pages.due import DuePage
from desktop.pages.law import LawPage
from desktop.pages.new_case import NewCasePage
from desktop.pages.settings import SettingsPage
from desktop.shell import Shell
from widgets.words import how_far


def build(desk: Desk, about: About, parent: QWidget) -> Shell:
    """The shell with its pages, each made when it is first wanted."""
    caseload = Caseload(desk, desk)
    navigation = Navigation(desk, desk)
    pages = {
        "due": lambda: DuePage(desk, caseload),
        "cases": lambda: CasesPage(desk, caseload),
        "new_case": lambda: NewCasePage(desk),
        "meetings": lambda: _meetings(desk),
        "law": lambda: LawPage(desk),
        "copies": lambda: _copies(desk, caseload),
        "run": lambda: _run(desk, caseload),
        "settings": lambda: SettingsPage(desk),
        "templates": lambda: _templates(desk),
        "people": lambda: _people(desk),
        "case": lambda: _case(desk),
        "meeting": lambda: _meeting(desk),
    }
    age = how_far(about.backed_up, desk.today).en if about.backed_up else ""
    told = words.BACKUP_AGE.filled(age=age).en if age else words.NO_BACKUP.en
    return Shell(desk, navigation, caseload, pages=pages, backup_words=told, parent=parent)


def _copies(desk: Desk, caseload: Caseload) -> QWidget:
    from desktop.pages.copies import CopiesPage  # noqa: PLC0415 - seldom wanted

    return CopiesPage(desk, caseload)


def _run(desk: Desk, caseload: Caseload) -> QWidget:
    from desktop.pages.run_page import RunPage  # noqa: PLC0415 - seldom wanted

    return RunPage(desk, caseload)


def _meetings(desk: Desk) -> QWidget:
    from desktop.pages.day.page import MeetingsPage  # noqa: PLC0415 - read when it is first wanted

    return MeetingsPage(desk)


def _people(desk: Desk) -> QWidget:
    from desktop.pages.people import PeoplePage  # noqa: PLC0415 - seldom wanted

    return PeoplePage(desk)


def _case(desk: Desk) -> QWidget:
    from desktop.pages.case import CasePage  # noqa: PLC0415 - the largest page, read when the first case is opened

    return CasePage(desk)


def _meeting(desk: Desk) -> QWidget:
    from desktop.pages.meeting.page import MeetingPage  # noqa: PLC0415 - wanted when a meeting sits

    return MeetingPage(desk)


def _templates(desk: Desk) -> QWidget:
    from desktop.pages.templates import TemplatesPage  # noqa: PLC0415 - seldom wanted

    return TemplatesPage(desk)
