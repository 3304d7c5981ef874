"""A first start without a vault, and a way back in for who forgot the passphrase."""

import pytest
from PySide6.QtTest import QTest

from desktop import training, words
from desktop.gate import Gate
from desktop.pages.new_vault import NewVaultPage
from desktop.pages.recover import RecoverPage
from desktop.pages.unlock import UnlockPage
from desktop.places import data_folder
from storage.kdf import FLOOR_KDF
from storage.problems import WrongPassphrase
from storage.vault import Vault
from tests.desktop import audit
from tests.desktop.conftest import TODAY
from widgets import question


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Keys derived at the floor: these tests are about the way, not the wait."""
    monkeypatch.setitem(Vault.create.__func__.__kwdefaults__, "kdf", FLOOR_KDF)


@pytest.fixture
def gate(worker, shown):
    return shown(Gate(worker, TODAY, None))


@pytest.fixture
def page(gate, tmp_path) -> NewVaultPage:
    found = gate.currentWidget()
    assert isinstance(found, NewVaultPage)
    found._parent = tmp_path / "vaults"
    return found


def named(page: NewVaultPage) -> None:
    QTest.keyClicks(page.name.box, "Northern team")
    QTest.keyClicks(page.person.box, "A. Keeper\r")


def worded(page: RecoverPage | NewVaultPage) -> None:
    """Type back the three words that are asked for."""
    given = page.words._words
    page.words.written.click()
    for at, line in zip(page.words.asked(), page.words.boxes, strict=True):
        QTest.keyClicks(line.box, given[at].upper())
    page.words.finish.click()


def test_without_a_vault_the_first_page_makes_one(page):
    assert audit.nameless(page) == []
    assert audit.unreached(page) == []
    assert audit.cut(page) == []


def test_a_vault_is_made_its_words_are_checked_and_it_is_open(page, gate, qtbot, tmp_path):
    named(page)
    passphrase = page.passphrase.shown.text()
    assert len(passphrase.split()) >= 5
    QTest.keyClicks(page.passphrase.back.box, f"  {passphrase.upper()} ")
    page.make.click()
    qtbot.waitUntil(lambda: page._steps.currentIndex() == 2)
    assert page.passphrase.shown.text() == ""
    given = page.words._words
    assert len(given) == 12
    assert [one.text() for one in page.words.findChildren(audit.QLabel) if one.text() in given]
    with qtbot.waitSignal(gate.unlocked) as told:
        worded(page)
    assert (told.args[0].name, told.args[0].person, told.args[0].training) == ("Northern team", "A. Keeper", False)
    assert page.words._words == ()
    page._worker.close()
    folder = tmp_path / "vaults" / "Northern team.casevault"
    Vault.open(folder, bytearray(passphrase.encode())).close()
    Vault.open_by_recovery(folder, " ".join(given)).close()


def test_what_is_missing_is_said_beside_its_field(page):
    page.next.click()
    assert "becomes a folder" in page.name.refusal()
    QTest.keyClicks(page.name.box, "Team")
    assert page.name.refusal() == ""
    page.next.click()
    assert page.person.refusal() == words.NAME_NEEDED.en


def test_a_passphrase_typed_back_wrongly_is_not_taken(page):
    named(page)
    QTest.keyClicks(page.passphrase.back.box, "something else")
    page.make.click()
    assert page.passphrase.back.refusal() == words.NOT_THE_SAME.en
    assert page._steps.currentIndex() == 1


def test_an_own_passphrase_is_judged_and_a_weak_one_not_taken(page, qtbot):
    named(page)
    page.passphrase.turn.click()
    own = page.passphrase.own
    QTest.keyClicks(own.box, "password")
    assert page.passphrase._strength.text().startswith("Weak")
    QTest.keyClicks(page.passphrase.back.box, "password\r")
    assert own.refusal() == words.TOO_WEAK.en
    own.box.selectAll()
    QTest.keyClicks(own.box, "mosquito velvet Orbit 71 lounge tin")
    assert page.passphrase._strength.text().startswith("Strong")
    page.passphrase.back.box.selectAll()
    QTest.keyClicks(page.passphrase.back.box, "mosquito velvet Orbit 71 lounge tin\r")
    qtbot.waitUntil(lambda: page._steps.currentIndex() == 2)


def test_a_wrong_word_is_named_and_the_words_can_be_looked_at_again(page, qtbot, gate):
    named(page)
    QTest.keyClicks(page.passphrase.back.box, page.passphrase.shown.text() + "\r")
    qtbot.waitUntil(lambda: page._steps.currentIndex() == 2)
    told = []
    gate.unlocked.connect(told.append)
    page.words.written.click()
    first = page.words.boxes[0]
    QTest.keyClicks(first.box, "wrong\r")
    assert first.refusal() == words.WORD_WRONG.filled(n=page.words.asked()[0] + 1).en
    page.words._look_again()
    with qtbot.waitSignal(gate.unlocked):
        worded(page)


def test_a_place_that_cannot_be_written_says_so(page, qtbot, tmp_path):
    (tmp_path / "file").write_text("in the way")
    page._parent = tmp_path / "file"
    named(page)
    QTest.keyClicks(page.passphrase.back.box, page.passphrase.shown.text() + "\r")
    qtbot.waitUntil(lambda: bool(page._making_problem.text()))
    assert page.make.isEnabled()


def test_practising_makes_the_training_vault_and_opens_it(page, gate, qtbot):
    with qtbot.waitSignal(gate.unlocked, timeout=20000) as told:
        page.practise.click()
    assert told.args[0].training
    assert (data_folder() / "training" / training.WORDS_FILE).exists()


def test_a_vault_that_is_there_is_opened_from_its_folder(gate, page, kept):
    question.answer_next(kept.folder)
    gate.choose_another()
    assert isinstance(gate.currentWidget(), UnlockPage)
    assert gate.vault == kept.folder


def test_a_vault_that_was_open_last_is_asked_for(worker, kept, shown):
    gate = shown(Gate(worker, TODAY, kept.folder))
    assert isinstance(gate.currentWidget(), UnlockPage)
    gate.show_new()
    gate.currentWidget().left.emit()
    assert isinstance(gate.currentWidget(), UnlockPage)


@pytest.fixture
def lost(tmp_path):
    """A vault whose passphrase is forgotten: its folder and its words."""
    folder = tmp_path / "Lost.casevault"
    made, given = Vault.create(folder, name="Lost", person="A. Keeper", passphrase=bytearray(b"forgotten"))
    made.close()
    return folder, given


@pytest.fixture
def recover(worker, lost, shown) -> RecoverPage:
    return shown(RecoverPage(worker, lost[0]))


def test_the_words_give_a_new_passphrase_and_new_words(recover, lost, qtbot):
    folder, given = lost
    recover.typed.setPlainText("\n".join(word.upper() for word in given))
    recover.open.click()
    qtbot.waitUntil(lambda: recover._steps.currentIndex() == 1)
    assert recover.typed.toPlainText() == ""
    QTest.keyClicks(recover.person.box, "A. Keeper")
    passphrase = recover.passphrase.shown.text()
    QTest.keyClicks(recover.passphrase.back.box, passphrase)
    recover.take.click()
    qtbot.waitUntil(lambda: recover._steps.currentIndex() == 2)
    fresh = recover.words._words
    with qtbot.waitSignal(recover.finished):
        worded(recover)
    recover._worker.close()
    with Vault.open(folder, bytearray(passphrase.encode())) as opened:
        assert opened.person == "A. Keeper"
    Vault.open_by_recovery(folder, " ".join(fresh)).close()
    with pytest.raises(WrongPassphrase):
        Vault.open(folder, bytearray(b"forgotten"))
    assert set(fresh) != set(given)


def test_wrong_words_are_told_and_stay(recover, lost, qtbot):
    recover.typed.setPlainText("twelve words that are none of them right at all here now ok")
    recover.open.click()
    qtbot.waitUntil(lambda: bool(recover._problem.text()))
    assert "twelve" in recover._problem.text()
    assert recover.typed.toPlainText()
    assert recover.open.isEnabled()
    assert audit.nameless(recover) == []
    assert audit.unreached(recover) == []
