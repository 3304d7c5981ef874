"""The plan part: writing, what is missing, the chain, the whole as text, its versions; one of them in sight."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from casework.mending import Break, breaks
from casework.template import PlanTemplate, plan_templates
from desktop.desk import Desk
from desktop.operations import plans
from desktop.operations.view import CaseView
from desktop.pages.asked_words import why_a_new_version
from desktop.pages.compare import CompareView
from desktop.pages.part import Part
from desktop.pages.plan.agree import AgreeView
from desktop.pages.plan.carry import CarryView
from desktop.pages.plan.chain import ChainView
from desktop.pages.plan.elsewhere import Elsewhere
from desktop.pages.plan.missing import MissingView
from desktop.pages.plan.no_draft import NoDraft
from desktop.pages.plan.self_check import SelfCheckView, of_view
from desktop.pages.plan.tabs import Tabs
from desktop.pages.plan.template_view import TemplateView
from desktop.pages.plan.versions import VersionsView, returned
from desktop.pages.plan.write import WriteView
from desktop.pages.read_through import ReadThrough
from widgets.button import Button
from widgets.label import PlainLabel
from widgets.layout import column, row, rule
from widgets.notice import Notice


class PlanPart(Part):
    """Each view is made when it is first shown; only the one in sight is kept up to date."""

    own_foot = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._views: dict[str, QWidget] = {}
        self._shown = ""
        self._made_with = ""
        self._elsewhere = Elsewhere(self)
        self._name = PlainLabel(voice="strong")
        self._back = Button("Back to the self-check", icon="arrow-left", kind="link")
        self._back.clicked.connect(partial(self.look, "check"))
        self._back.hide()
        self.tabs = Tabs()
        self.tabs.chosen.connect(self.look)
        self._stack = QStackedWidget()
        self._returned = Notice(role="soon")
        head = row(self._name, gap=16, margin=(24, 6, 16, 6))
        head.addWidget(self.tabs, 1)
        body = column(head, rule(), self._returned, row(self._back, None, margin=(24, 6, 16, 0)), gap=0)
        body.addWidget(self._stack, 1)
        self.setLayout(body)

    @property
    def writing(self) -> WriteView | None:
        """The view that writes, once it was shown."""
        found = self._views.get("write")
        return found if isinstance(found, WriteView) else None

    def shown(self) -> QWidget | None:
        """The view in sight."""
        return self._stack.currentWidget()

    def show_view(self, view: CaseView) -> None:
        newest = view.versions[0] if view.versions else None
        self._name.setText(f"Version {newest.number}, {newest.state}" if newest else "No plan yet")
        self._returned.tell(returned(view.versions))
        template = self._template(view)
        if template is None:
            return
        if template.code != self._made_with:
            self._shown = "" if self._made_with else self._shown
            self._made_with = template.code
            for code in list(self._views):
                self._drop(code)
        rules = sum(one.open for one in view.plan_findings)
        self.tabs.tabs["missing"].count(sum(len(one.gaps) for one in view.standings) + rules)
        self.tabs.tabs["carry"].setVisible(view.unlooked is not None)
        self.tabs.tabs["carry"].count(view.unlooked or 0)
        self.tabs.tabs["chain"].count(len(breaks(view.case)))
        self.tabs.tabs["check"].count(sum(one.open for one in of_view(view)))
        if view.draft is not None and self._views.get("write") is not None and self.writing is None:
            self._drop("write")
        self.look(self._shown or "write")

    def flush(self) -> None:
        for one in self._views.values():
            if isinstance(one, WriteView | CarryView | SelfCheckView):
                one.flush()

    def section(self) -> str:
        written = self.writing.page.section.key if self.writing is not None else ""
        return f"{self._shown}/{written}"

    def turn_to(self, section: str) -> None:
        shown, _, written = section.partition("/")
        if shown in self.tabs.tabs:
            self.look(shown)
        if self.writing is not None:
            self.writing.return_to(written)

    def go(self, record: str, key: str) -> None:
        self.look("write")
        if self.writing is not None:
            self.writing.go(record, key)

    def look(self, code: str) -> None:
        """Bring one of the views into sight, up to date."""
        view = self.view
        template = self._template(view) if view else None
        if view is None or template is None:
            return
        if code != self._shown:
            self.flush()
        if code == "write" and view.draft is None and self.writing is not None:
            self._drop("write")
        if code not in self._views:
            self._views[code] = self._made(code, template, view)
            self._stack.addWidget(self._views[code])
        self._back.setVisible(code == "write" and (self._shown == "check" or not self._back.isHidden()))
        before, self._shown = self._stack.currentWidget(), code
        shown = self._views[code]
        here = QApplication.focusWidget()
        leaves = before is not None and before is not shown and here is not None and before.isAncestorOf(here)
        self.tabs.choose(code)
        self._stack.setCurrentWidget(shown)
        if leaves:
            self.tabs.take_focus(code)
        self._bring_up(code, view)
        if isinstance(shown, CarryView) and before is not shown:
            shown.lead_in()

    # the workings

    def _template(self, view: CaseView) -> PlanTemplate | None:
        return plan_templates().get(view.case.one("plan").words("template"))

    def _bring_up(self, code: str, view: CaseView) -> None:
        shown = self._views[code]
        match shown:
            case (
                WriteView() | CarryView() | MissingView() | ChainView() | SelfCheckView() | VersionsView() | AgreeView()
            ):
                shown.take(view)
            case TemplateView():
                shown.take(view)
            case ReadThrough():
                shown.take(view.case, view.today)
            case CompareView():
                shown.take(view.case.id, view.versions, draft=view.draft is not None)
            case _:
                pass

    def _made(self, code: str, template: PlanTemplate, view: CaseView) -> QWidget:
        match code:
            case "missing":
                missing = MissingView(self.desk, template)
                missing.wanted.connect(self._leave_for)
                missing.kind_wanted.connect(self._add)
                missing.mended.connect(self._mend)
                return missing
            case "carry":
                carry = CarryView(self.desk, template)
                carry.agree_wanted.connect(self._want_agree)
                carry.counted.connect(self.tabs.tabs["carry"].count)
                return carry
            case "chain":
                chain = ChainView(template)
                chain.wanted.connect(self._leave_for)
                chain.mended.connect(self._mend)
                return chain
            case "check":
                check = SelfCheckView(self.desk, template)
                check.wanted.connect(self._leave_for)
                check.kind_wanted.connect(self._elsewhere.show)
                check.mended.connect(self._mend)
                return check
            case "read":
                read = ReadThrough(template, "The plan as text")
                read.wanted.connect(self._leave_for)
                return read
            case "versions":
                return self._made_versions(template)
            case "compare":
                return CompareView(self.desk)
            case "agree":
                agree = AgreeView(self.desk, template)
                agree.agreed.connect(self._agreed)
                agree.wanted.connect(self._write_section)
                agree.missing_wanted.connect(partial(self.look, "missing"))
                agree.carry_wanted.connect(partial(self.look, "carry"))
                return agree
            case "template":
                chosen = TemplateView(self.desk)
                chosen.settled.connect(self._settled)
                return chosen
            case _:
                return self._made_write(template, view)

    def _made_versions(self, template: PlanTemplate) -> VersionsView:
        versions = VersionsView(self.desk, template)
        versions.compare_wanted.connect(self._compare_with)
        versions.start_wanted.connect(self._start)
        versions.agree_wanted.connect(self._want_agree)
        versions.template_wanted.connect(self._want_template)
        return versions

    def _made_write(self, template: PlanTemplate, view: CaseView) -> QWidget:
        if view.draft is not None:
            write = WriteView(self.desk, template, view)
            write.elsewhere.connect(self._elsewhere.lead)
            write.added_elsewhere.connect(self._elsewhere.add)
            write.view_wanted.connect(self.look)
            return write
        none = NoDraft(view.versions[0] if view.versions else None)
        none.acted.connect(self._start)
        none.template_wanted.connect(self._want_template)
        return none

    def _drop(self, code: str) -> None:
        found = self._views.pop(code)
        self._stack.removeWidget(found)
        found.hide()
        found.deleteLater()

    # ways between the views

    def _leave_for(self, record: str, key: str) -> None:
        self.look("write")
        if self.writing is None or not self.writing.go(record, key):
            self._elsewhere.lead(record, key)

    def _add(self, section: str, kind: str) -> None:
        self.look("write")
        if self.writing is not None:
            self.writing.add(section, kind, {})

    def _mend(self, found: Break, section: str) -> None:
        if found.kind and not section:
            self._elsewhere.add(found)
            return
        self.look("write")
        if self.writing is not None:
            self.writing.mend(found, section)

    def _write_section(self, section: str) -> None:
        self.look("write")
        if self.writing is not None:
            self.writing.show_section(section)

    def _start(self) -> None:
        if self.view is None:
            return
        again, reason = bool(self.view.versions), ""
        if again:
            reason = why_a_new_version(self, self.desk, self.view.case.id)
        if reason or not again:
            self._shown = "carry" if again else "write"
            self.desk.worker.write(plans.start(self.view.case.id, self.desk.today, reason), self)

    def _want_agree(self) -> None:
        self.look("agree")

    def _want_template(self) -> None:
        self.look("template")

    def _settled(self) -> None:
        self._shown = ""
        self.look("write")

    def _agreed(self) -> None:
        self.look("versions")
        if self.view is not None:
            self.desk.tell("The plan is agreed and frozen.")

    def _compare_with(self, version: str) -> None:
        self.look("compare")
        compare = self._views["compare"]
        if isinstance(compare, CompareView):
            compare.choose(version)
