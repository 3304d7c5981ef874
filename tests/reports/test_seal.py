"""Sealing: nothing can be read without the passphrase, everything with it."""

from __future__ import annotations

from io import BytesIO

import page
import pikepdf
import pytest

from reports import seal as sealing
from reports.pack import meeting_pack
from reports.seal import NotSealed, page_count, seal
from tests.reports.cases import pack
from tests.reports.reading import read

PASSPHRASE = "five plain words told aloud"


@pytest.fixture(scope="module")
def plain() -> bytes:
    return meeting_pack(pack())


@pytest.fixture(scope="module")
def sealed(plain: bytes) -> bytes:
    return seal(plain, PASSPHRASE)


def test_it_opens_with_the_passphrase_alone(plain: bytes, sealed: bytes) -> None:
    for wrong in ("", "five plain words"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(sealed), password=wrong)
    assert read(sealed, PASSPHRASE).tree == read(plain).tree
    assert page_count(sealed, PASSPHRASE) == page_count(plain)


def test_under_a_passphrase_it_says_no_longer_that_it_is_pdf_a(plain: bytes, sealed: bytes) -> None:
    told = []
    for pdf, words in ((plain, ""), (sealed, PASSPHRASE)):
        with pikepdf.open(BytesIO(pdf), password=words) as opened:
            told.append(opened.Root.Metadata.read_bytes())
    assert b"<pdfaid:part>2" in told[0]
    assert b"pdfaid:" not in told[1].replace(b"xmlns:pdfaid:", b"")
    assert all(b"<pdfuaid:part>1" in one for one in told)


def test_it_is_under_aes_256_and_lets_screen_readers_in(sealed: bytes) -> None:
    with pikepdf.open(BytesIO(sealed), password=PASSPHRASE) as opened:
        assert opened.encryption.R == 6
        assert opened.encryption.stream_method.name == "aesv3"
        assert opened.allow.accessibility
        assert not opened.allow.modify_other
        assert not opened.owner_password_matched


def test_no_word_of_it_stands_in_the_bytes(plain: bytes, sealed: bytes) -> None:
    assert b"xmpmeta" in plain
    for word in (b"xmpmeta", b"C-00231", b"Meeting pack", b"Sampleton", b"FontFile2"):
        assert word not in sealed


def test_a_screen_reader_is_served_by_the_sealed_file_too(sealed: bytes) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(sealed), password=PASSPHRASE) as opened:
        opened.save(out)
    assert not page.validate_pdf_bytes(out.getvalue(), profile="ua1").failures


def test_two_sealed_copies_are_not_alike(plain: bytes, sealed: bytes) -> None:
    assert seal(plain, PASSPHRASE) != sealed


def test_an_empty_passphrase_is_not_taken(plain: bytes) -> None:
    with pytest.raises(ValueError, match="passphrase"):
        seal(plain, "")


def test_a_file_that_is_not_the_same_when_opened_again_is_not_given_out(plain: bytes, sealed: bytes) -> None:
    with pytest.raises(NotSealed, match="without its passphrase"):
        sealing._check(plain, plain, PASSPHRASE)
    other = seal(meeting_pack(pack(recipient="Somebody else")), PASSPHRASE)
    with pytest.raises(NotSealed, match="differ"):
        sealing._check(plain, other, PASSPHRASE)
