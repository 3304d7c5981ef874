"""Documents of a case inside the vault: whole or not at all, found by the check where changed, erased with the case."""

import hashlib
import os
import signal
import time

import pytest

from casework.filed import DOCUMENT_MOST, Form
from casework.refusal import Refused
from storage import membership, removal
from storage.check import check
from storage.filing import PART_BYTES
from storage.opening import database_key
from storage.problems import Damaged
from storage.vault import Vault
from tests.storage.conftest import PASSPHRASE, Clock, entered, new
from tests.storage.test_secrets import legible

UPLOAD = "ab" * 8
CONTENT = b"%PDF-1.7 " + bytes(range(256)) * 9000 + b"%%EOF"


def brought(vault, content=CONTENT, upload=UPLOAD):
    for part in range(-(-len(content) // PART_BYTES)):
        with vault.write() as rows:
            rows.filing.bring(upload, part, content[part * PART_BYTES : (part + 1) * PART_BYTES])


def filed(vault, content=CONTENT, upload=UPLOAD):
    """A document in a new case; the ids of both."""
    brought(vault, content, upload)
    with vault.write("collection") as rows:
        case = rows.new_case().id
        record = rows.add(case, "document", {"title": "Order of 3 May"}).id
        rows.filing.file(record, upload, Form.PDF, hashlib.sha256(content).hexdigest())
    return case, record


def parts(vault):
    return vault._connection.execute("SELECT count(*) FROM filed_part").fetchone()[0]


def test_what_is_filed_comes_back_byte_for_byte_and_every_look_is_logged(vault):
    case, record = filed(vault)
    with vault.write() as rows:
        rows.filing.look(record, "supervision")
    with vault.read() as rows:
        found, content = rows.filing.content(record)
        assert content == CONTENT
        assert rows.filing.of_case(case) == {record: found}
        assert (found.form, found.length, found.filed_by) == (Form.PDF, len(CONTENT), "Ann Morley")
        looked, *_, entry = rows.log(2, case)
        assert (looked.op, looked.reason) == ("consultation", "supervision")
        assert record in rows.detail(looked).changes
        assert entry.op == "collection"
        assert '"file"' in rows.detail(entry).changes
    assert parts(vault) == 3
    assert check(vault) == ()


def test_what_cannot_be_filed_is_refused_and_nothing_is_kept(vault):
    case, record = filed(vault)
    with vault.write() as rows:
        other = rows.add(case, "alias", {"name": "Nobody"}).id
    digest = hashlib.sha256(CONTENT).hexdigest()
    for target, upload, told in (
        (other, UPLOAD, Refused), (record, UPLOAD, Refused), ("0" * 16, UPLOAD, Refused),
    ):  # fmt: skip
        with pytest.raises(told), vault.write() as rows:
            rows.filing.file(target, upload, Form.PDF, digest)
    with vault.write() as rows:
        bare = rows.add(case, "document", {"title": "Nothing brought"}).id
    with pytest.raises(Damaged), vault.write() as rows:
        rows.filing.file(bare, "cd" * 8, Form.PDF, digest)
    with pytest.raises(Refused), vault.read() as rows:
        rows.filing.content(bare)
    with pytest.raises(Refused), vault.write() as rows:
        rows.filing.hand_out(bare, "A. Chair", "Meeting")
    for part, content in ((-1, b"x"), (DOCUMENT_MOST // PART_BYTES, b"x"), (0, b""), (0, b"x" * (PART_BYTES + 1))):
        with pytest.raises(ValueError, match=str(part)), vault.write() as rows:
            rows.filing.bring("ef" * 8, part, content)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE filed_part SET content = zeroblob(length(content)) WHERE part = 1",
        "DELETE FROM filed_part WHERE part = 1",
        "UPDATE filed_part SET part = 10 - part",
        "UPDATE filed SET length = length - 1",
        "UPDATE filed SET digest = replace(digest, substr(digest, 1, 1), 'z')",
    ],
)
def test_a_changed_document_is_found_by_the_check_and_never_shown(vault, harm):
    _case, record = filed(vault)
    vault._connection.execute(harm)
    (found,) = check(vault)
    assert (found.code, record in found.where, "Order" in found.where) == ("filed", True, False)
    with pytest.raises(Damaged), vault.read() as rows:
        rows.filing.content(record)


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_a_program_killed_half_way_leaves_nothing_half(sample, folder, clock, reopen):
    entered(sample, folder, clock).close()
    child = os.fork()
    if child == 0:
        try:
            vault = Vault._entered(folder, lambda _copies: (sample[1],), Clock())
            for part in range(40):
                with vault.write() as rows:
                    rows.filing.bring(UPLOAD, part, os.urandom(PART_BYTES))
        finally:
            os._exit(1)
    size = (folder / "vault.db").stat().st_size
    for _ in range(4000):
        if (folder / "vault.db").stat().st_size > size + 3 * PART_BYTES:
            break
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    vault = reopen()
    assert parts(vault) == 0
    assert check(vault) == ()


def test_what_is_let_go_is_only_what_is_not_filed(vault):
    filed(vault)
    brought(vault, upload="cd" * 8)
    assert parts(vault) == 6
    with vault.write() as rows:
        rows.filing.let_go("cd" * 8)
        rows.filing.let_go(UPLOAD)
    assert parts(vault) == 3


def test_a_removed_document_is_not_opened_and_comes_back_whole(vault):
    _case, record = filed(vault)
    with vault.write() as rows:
        rows.remove(record)
    with pytest.raises(Refused), vault.write() as rows:
        rows.filing.look(record, "supervision")
    with vault.write() as rows:
        rows.restore(record)
    with vault.read() as rows:
        assert rows.filing.content(record)[1] == CONTENT
    assert check(vault) == ()


def test_an_erased_case_leaves_no_byte_of_its_documents(folder):
    vault, _ = new(folder)
    key = bytes(database_key(vault.unlocked))
    case, record = filed(vault, b"Zyxwquandrill " * 200_000)
    with vault.write() as rows:
        rows.filing.hand_out(record, "A. Chair", "Meeting")
    assert b"Zyxwquandrill" not in b"".join(one.read_bytes() for one in folder.iterdir() if one.is_file())
    assert b"Zyxwquandrill" in b"".join(legible(folder, key))
    with vault.write() as rows:
        rows.erase(case)
    with vault.read() as rows:
        assert rows.filing.of_case(case) == {}
        assert len(rows.copies(case)) == 1, "to whom it went stays known"
    assert check(vault) == ()
    vault.close()
    assert b"Zyxwquandrill" not in b"".join(legible(folder, key))


def test_documents_go_along_under_another_key(vault, reopen):
    _case, record = filed(vault)
    membership.add_person(vault, "B C", bytearray(b"another passphrase"))
    gone = next(one.id for one in vault.people() if one.name == "B C")
    removal.remove_person(vault, gone, "left", bytearray(PASSPHRASE))
    with vault.read() as rows:
        assert rows.filing.content(record)[1] == CONTENT
    assert check(vault) == ()
