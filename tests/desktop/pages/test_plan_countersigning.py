"""A second person at the keyboard: signs with their own passphrase, or returns the version with words."""

from datetime import date

import pytest

from desktop.operations.intent import Changes
from desktop.pages.plan.countersign import Countersign
from desktop.pages.plan.versions import VersionRow
from storage.check import check
from storage.kdf import FLOOR_KDF
from storage.membership import add_person
from tests.desktop.audit import cut, nameless, unreached
from tests.desktop.pages.hands import press, words

TODAY = date(2026, 11, 25)
OWN = "orbit velvet cactus lumber"
REF = "T-00002"


@pytest.fixture
def asked(opened, vault, ids):
    """Opens the dialogue of the newest version of an agreed plan in a case file of two people."""
    add_person(vault, "Bo Hall", bytearray(OWN.encode()), kdf=FLOOR_KDF)
    with vault.write() as rows:
        rows.agree_plan(ids[REF], TODAY, "DI Marl, chair", b"%PDF")
    part = opened("plan", REF)
    press(part.tabs.tabs["versions"])

    def ask():
        part.shown().findChildren(VersionRow)[0]._second()
        return part, part.findChild(Countersign) or part.window().findChild(Countersign)

    return ask


def test_the_second_person_signs_and_it_is_shown(asked, vault, qtbot):
    part, dialog = asked()
    assert [dialog.who.itemText(n) for n in range(dialog.who.count())] == ["Bo Hall"], "not who agreed it"
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert nameless(dialog) == []
    assert cut(dialog) == []
    assert unreached(dialog) == []
    press(dialog.sign)
    assert dialog.passphrase.refusal()
    dialog.passphrase.box.setText("guess")
    press(dialog.sign)
    assert "not the passphrase of the person chosen" in dialog.passphrase.refusal()
    dialog.passphrase.box.setText(OWN)
    press(dialog.sign)
    qtbot.waitUntil(lambda: "Countersigned by Bo Hall" in words(part.shown()))
    assert part.view.versions[0].countersigned[0].fingerprint in words(part.shown())
    assert check(vault) == ()


def test_it_is_returned_with_words_that_stand_over_the_plan(asked, vault, qtbot):
    part, dialog = asked()
    press(dialog.give_back)
    press(dialog.give_back)
    assert "Say what is wanted" in dialog.problem.text()
    dialog.words.setPlainText("Name who rings at night.")
    dialog.passphrase.box.setText(OWN)
    press(dialog.give_back)
    told = "Version 1 was returned by Bo Hall: “Name who rings at night.”"
    qtbot.waitUntil(lambda: told in words(part))
    assert check(vault) == ()
    press(part.tabs.tabs["write"])
    qtbot.waitUntil(lambda: told in words(part))


def test_a_vault_of_one_says_where_the_second_comes_from(opened, vault, ids):
    with vault.write() as rows:
        rows.agree_plan(ids[REF], TODAY, "DI Marl, chair", b"%PDF")
    part = opened("plan", REF)
    press(part.tabs.tabs["versions"])
    part.shown().findChildren(VersionRow)[0]._second()
    dialog = part.window().findChild(Countersign)
    assert "add a second person under Settings" in words(dialog)
    assert not dialog.sign.isEnabled()


def test_a_forged_signature_is_told(asked, vault, desk, qtbot):
    part, dialog = asked()
    dialog.passphrase.box.setText(OWN)
    press(dialog.sign)
    vault._connection.execute("UPDATE countersignature SET signature = zeroblob(64)")
    part.shown()._known = None
    desk.worker.changed.emit(Changes(frozenset({part.view.case.id}), frozenset({"plan"})), desk)
    qtbot.waitUntil(lambda: "The countersignature of Bo Hall does not fit" in words(part.shown()))
