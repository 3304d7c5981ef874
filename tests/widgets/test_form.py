"""Forms from definitions: what is asked, how it is named, and what is never lost."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget  # noqa: TID251 - looked for, not made

from casework.answer import Absent
from casework.field import Field, FieldType
from casework.record import Record, RecordId, record_kinds
from casework.template import plan_templates
from casework.text import Language, Text
from widgets.form import RecordForm
from widgets.layout import column

TODAY = date(2026, 6, 22)
FIELDS = (
    Field("name", Text("Surname", "Cyfenw"), required=True, help=Text("As the court has it.")),
    Field("contact", Text("Is contact allowed"), FieldType.YES_NO),
    Field("conditions", Text("On what conditions"), when={"contact": ("true",)}),
    Field("born", Text("Date of birth"), FieldType.DATE),
)


def record(**answers) -> Record:
    return Record(RecordId("r1"), "person", None, answers)


@pytest.fixture
def form(shown):
    def make(layout="guided", language=Language.EN, fields=FIELDS, **answers) -> RecordForm:
        return shown(RecordForm(fields, record(**answers), TODAY, language=language, layout=layout))

    return make


def words_in(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


@pytest.mark.parametrize("layout", ["guided", "compact"])
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", record_kinds())
def test_every_kind_of_record_makes_a_form(shown, kind, layout, language):
    fields = record_kinds()[kind].field
    made = shown(RecordForm(fields, Record(RecordId("r"), kind), TODAY, language=language, layout=layout))
    assert set(made.keys()) == {one.key for one in fields if not one.when and not one.internal}
    for key in set(made.keys()):
        editor = made.editor(key)
        assert editor.accessibleName().startswith(editor.field.label.in_(language))
        assert made.focus_field(key)
        assert made.focused_field().key == key


@pytest.mark.parametrize("code", plan_templates())
def test_every_section_of_every_template_makes_a_form(qtbot, code):
    for section in plan_templates()[code].section:
        made = RecordForm(section.field, Record(RecordId("r"), "plan"), TODAY)
        qtbot.addWidget(made)
        assert set(made.keys()) <= {one.key for one in section.field}


def test_a_label_names_its_editor_and_leads_to_it(form):
    made = form()
    editor = made.editor("name")
    label = next(one for one in made.findChildren(QLabel) if one.text() == "Surname")
    assert label.buddy() is editor.box
    assert editor.box.accessibleName() == "Surname, needed"
    assert editor.box.accessibleDescription() == "As the court has it."


def test_needed_is_said_in_words_until_it_is_answered(form):
    made = form()
    assert words_in(made).count("needed") == 1
    made.set_record(record(name="Sampleton"))
    assert "needed" not in words_in(made)
    made.set_record(record(name=Absent.UNKNOWN))
    assert "needed" not in words_in(made)
    assert made.editor("name").accessibleName() == "Surname"


def test_a_field_appears_with_the_answer_it_waits_for(form, qtbot):
    made = form()
    assert made.keys() == ("name", "contact", "born")
    assert not made.focus_field("conditions")
    yes = next(one for one in made.editor("contact")._controls if one.text() == "Yes")
    with qtbot.waitSignal(made.answered) as heard:
        QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert heard.args == ["contact", True]
    assert made.keys() == ("name", "contact", "conditions", "born")
    assert made.record()["contact"] is True
    made.set_record(record(contact=False))
    assert made.keys() == ("name", "contact", "born")


def test_tab_goes_through_the_fields_in_their_order(form):
    made = form(contact=True, name="Sampleton", born=date(1979, 3, 4), conditions="none")
    made.focus_field("name")
    seen = []
    for _ in range(4):
        seen.append(made.focused_field().key)
        while made.focused_field() and made.focused_field().key == seen[-1]:
            before = made.focusWidget()
            QTest.keyClick(before, Qt.Key.Key_Tab)
            if made.focusWidget() is before:
                break
    assert seen == ["name", "contact", "conditions", "born"]


def test_flush_takes_what_is_typed_in_every_field(form):
    made = form()
    said = []
    made.answered.connect(lambda key, answer: said.append((key, answer)))
    QTest.keyClicks(made.editor("name").box, "Sampleton")
    QTest.keyClicks(made.editor("born").box, "4.3.79")
    made.flush()
    assert sorted(said) == [("born", date(1979, 3, 4)), ("name", "Sampleton")]


def test_a_form_taken_out_of_sight_gives_up_what_is_typed(form):
    made = form()
    said = []
    made.answered.connect(lambda key, answer: said.append((key, answer)))
    QTest.keyClicks(made.editor("name").box, "Sampleton")
    made.hide()
    assert said == [("name", "Sampleton")]


def test_what_could_not_be_taken_is_known(form):
    made = form()
    QTest.keyClicks(made.editor("born").box, "31 feb")
    made.flush()
    assert made.unfinished() == ("born",)
    assert any("31 feb" in words for words in words_in(made))


def test_a_refusal_of_the_store_is_said_beside_the_field(form):
    made = form()
    made.show_refusal("name", "Surname cannot be that.")
    assert "Error: Surname cannot be that." in words_in(made)
    made.show_refusal("name", "")
    assert "Error: Surname cannot be that." not in words_in(made)


@pytest.mark.parametrize(("role", "word"), [("soon", "Check"), ("late", "Error")])
def test_findings_stand_beside_their_fields_with_a_word(form, role, word):
    made = form()
    made.show_findings({"born": ["The person would be 120 years old."]}, role)
    assert f"{word}: The person would be 120 years old." in words_in(made)
    assert "120 years" in made.editor("born").box.accessibleDescription()
    made.show_findings({})
    assert not any("120" in words for words in words_in(made))
    assert "120 years" not in made.editor("born").box.accessibleDescription()


def test_setting_the_record_again_keeps_cursor_and_selection(form):
    made = form(name="Sampleton")
    made.focus_field("name")
    made.editor("name").box.setSelection(2, 4)
    made.set_record(record(name="Sampleton", born=date(1979, 3, 4)))
    assert made.editor("name").box.selectedText() == "mple"
    assert made.editor("born").box.text() == "4 Mar 1979"


def test_markup_is_shown_as_it_was_typed(form):
    field = Field("n", Text("<b>Bold</b> & <a href='x'>label</a>"), help=Text("<i>help</i>"))
    made = form(fields=(field,))
    for label in made.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    made.show_findings({"n": ["<script>"]})
    assert "Check: <script>" in words_in(made)


def test_help_of_a_shared_list_is_told_once(form):
    fields = tuple(Field(key, Text(key), FieldType.CHOICE, list="rosh") for key in ("children", "public"))
    made = form(fields=fields)
    told = [made.editor(key)._controls[0].accessibleDescription() for key in ("children", "public")]
    assert told[0]
    assert not told[1]


def test_a_form_is_made_quickly(qtbot, benchmark_ms):
    fields = record_kinds()["order"].field
    made = []
    spent = benchmark_ms(lambda: made.append(RecordForm(fields, Record(RecordId("r"), "order"), TODAY)))
    for one in made:
        qtbot.addWidget(one)
    assert spent < 400


def test_a_form_lets_go(qtbot, assert_freed):
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayout(column(QPushButton("first")))

    def make() -> RecordForm:
        made = RecordForm(FIELDS, record(name="Sampleton"), TODAY)
        holder.layout().addWidget(made)
        holder.show()
        made.focus_field("name")
        made.show_findings({"name": ["x"]})
        return made

    assert_freed(make)


def test_enter_takes_what_is_typed_and_goes_on_to_the_next_field(qtbot):
    form = RecordForm(record_kinds()["licence"].field, Record(RecordId("l"), "licence"), date(2026, 11, 24))
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.focus_field("starts_on")
    at = form.editor("starts_on").box
    QTest.keyClicks(at, "31 june")
    QTest.keyClick(at, Qt.Key.Key_Return)
    assert form.focused_field().key == "starts_on", "what cannot be taken is not left behind"
    at.selectAll()
    QTest.keyClicks(at, "4 jan 27")
    QTest.keyClick(at, Qt.Key.Key_Return)
    assert form.focused_field().key == "ends_on"
    assert form.record()["starts_on"] == date(2027, 1, 4)
