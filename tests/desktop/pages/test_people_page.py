"""The people of a case file at the keyboard: one is added, one removed, a passphrase changed, words renewed."""

import pytest

from desktop.desk import Place
from desktop.pages.people import PeoplePage, PersonRow
from desktop.pages.people_steps import AddStep, PassphraseStep, RemoveStep, WordsStep
from storage.check import check
from storage.kdf import Kdf
from storage.problems import Removed, WrongPassphrase, WrongWords
from storage.vault import Vault, describe
from tests.desktop.audit import cut, nameless, sideways, unreached
from tests.desktop.pages.hands import press, settled, words
from tests.storage.harness.kill import quickly

OWN = "orbit velvet cactus lumber dune gravel"


@pytest.fixture
def people(desk, shown):
    """The page, in sight."""
    page = shown(PeoplePage(desk), 1230, 692)
    page.open(Place("people"))
    return page


@pytest.fixture
def quick(monkeypatch):
    """Keys without the cost of their derivation; what was derived before does not open any more."""
    monkeypatch.setattr(Kdf, "key", quickly)


def step(page, kind):
    return page._step.findChild(kind)


def add(page, name, passphrase=OWN):
    press(page.add)
    asked = step(page, AddStep)
    asked.name.box.setText(name)
    press(asked.passphrase.turn)
    asked.passphrase.own.box.setText(passphrase)
    asked.passphrase.back.box.setText(passphrase)
    press(asked.go)
    return asked


def test_a_person_is_added_with_a_passphrase_of_their_own(people, vault, kept, quick, qtbot):
    add(people, "Bo Hall")
    qtbot.waitUntil(lambda: "Bo Hall now opens this case file" in words(people))
    assert [row.member.name for row in people.findChildren(PersonRow)][-1] == "Bo Hall"
    qtbot.waitUntil(lambda: "last use never" in words(people))
    assert check(vault) == ()
    vault.close()
    assert describe(kept.folder).people[-1] == "BH"
    with Vault.open(kept.folder, bytearray(OWN.encode()), person="BH") as opened:
        assert opened.person == "Bo Hall"


def test_what_is_wanting_is_said_beside_it_and_stays_typed(people, quick):
    press(people.add)
    asked = step(people, AddStep)
    press(asked.go)
    assert asked.name.refusal() == "Say who the person is."
    asked.name.box.setText(people.desk.person)
    asked.passphrase.back.box.setText("not these words")
    press(asked.go)
    assert asked.passphrase.back.refusal()
    asked.passphrase.back.box.setText(asked.passphrase.shown.text())
    press(asked.go)
    assert "has that label already" in asked.label.refusal()
    assert asked.name.text() == people.desk.person
    assert asked.passphrase.shown.text()
    press(asked.cancel)
    assert people._step is None


def test_somebody_is_removed_and_told_so_when_they_come_back(people, vault, kept, qtbot):
    add(people, "Bo Hall")
    row = next(one for one in people.findChildren(PersonRow) if one.member.name == "Bo Hall")
    press(row.remove)
    asked = step(people, RemoveStep)
    press(asked.go)
    assert "why" in asked.reason.refusal()
    asked.reason.box.setText("Left the team")
    asked.passphrase.box.setText("guess")
    press(asked.go)
    assert "not your own passphrase" in asked.passphrase.refusal()
    asked.passphrase.box.setText(kept.passphrase)
    press(asked.go)
    qtbot.waitUntil(lambda: "Bo Hall no longer opens this case file" in words(people))
    qtbot.waitUntil(lambda: "No longer open it" in words(people))
    assert [one.member.name for one in people.findChildren(PersonRow) if one.isVisible()] == [vault.person]
    assert check(vault) == ()
    vault.close()
    with pytest.raises(Removed):
        Vault.open(kept.folder, bytearray(OWN.encode()))
    kept.open().close()


def test_the_own_passphrase_is_changed(people, vault, kept):
    press(people.passphrase)
    asked = step(people, PassphraseStep)
    asked.present.box.setText("guess")
    asked.fresh.back.box.setText(asked.fresh.shown.text())
    press(asked.go)
    assert "not your present passphrase" in asked.present.refusal()
    asked.present.box.setText(kept.passphrase)
    chosen = asked.fresh.shown.text()
    press(asked.go)
    assert people._step is None
    vault.close()
    with pytest.raises(WrongPassphrase):
        kept.open()
    Vault.open(kept.folder, bytearray(chosen.encode())).close()


def test_new_words_are_typed_back(people, vault, kept, qtbot):
    press(people.words)
    asked = step(people, WordsStep)
    press(asked.go)
    given = asked.words._words
    assert not asked.cancel.isVisible(), "there is no way back: the old words open nothing any more"
    press(asked.words.written)
    for at, line in zip(asked.words.asked(), asked.words.boxes, strict=True):
        line.box.setText(given[at])
    press(asked.words.finish)
    qtbot.waitUntil(lambda: "The new recovery words hold." in words(people))
    vault.close()
    with pytest.raises(WrongWords):
        Vault.open_by_recovery(kept.folder, " ".join(reversed(given)))
    Vault.open_by_recovery(kept.folder, " ".join(given)).close()


def test_everything_fits_and_is_reached(people, quick, qtbot):
    add(people, "Bo Hall")
    for way in (None, people.add, people.passphrase, people.words, people.findChildren(PersonRow)[-1].remove):
        if way is not None:
            press(way)
        settled(qtbot, people)
        assert nameless(people) == []
        assert sideways(people) == []
        assert cut(people) == []
        assert unreached(people) == []
        people._show_list()
