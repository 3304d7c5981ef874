"""Card and account numbers never enter a case; what only looks like one does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.cardnumbers import ACCOUNT, CARD, account_number, luhn
from casework.field import FieldType, Holds
from casework.record import Record, RecordId, checked, record_kinds
from casework.refusal import Refused

PARTS = st.sampled_from(["", " ", "-"])


@pytest.mark.parametrize(
    "words",
    [
        "4111111111111111", "4111 1111 1111 1111", "card 5555-5555-5555-4444, 12/27", "378282246310005",
        "4222222222222", "6011 1111 1111 1117 123", "3056 9309 0259 04", "Barclays 4012888888881881.",
        "6304 0000 0000 0000 000", "4111.1111.1111.1111", "4111  1111  1111  1111", "4111/1111/1111/1111",
    ],
)  # fmt: skip
def test_a_card_number_is_found(words: str):
    assert account_number(words) is CARD


@pytest.mark.parametrize(
    "words",
    [
        "Sort code 20-00-00, account 55779911", "55779911 at 20 00 00", "sort code 200000 a/c 55779911",
        "bank 12-05-26 12345678", "GB82 WEST 1234 5698 7654 32", "gb82west12345698765432", "GB82-WEST-1234-5698-7654-32",
        "acc 12345678 sort 123456", "account number 31926819", "A/C no. 31926819", "his bank: 31926819",
    ],
)  # fmt: skip
def test_an_account_number_is_found(words: str):
    assert account_number(words) is ACCOUNT


@pytest.mark.parametrize(
    "words",
    [
        "", "Telephone, IMEI 490154203237518", "490154203237518", "SIM 8944110065123456789", "07700 900123",
        "+44 7700 900123 and +44 7700 900124", "4111 1111 1111 1112", "card ending 1111", "inspected 12-05-26, ref 20264411",
        "PNC 2001/0900228X", "IMEISV 3530111333300000", "account 55779911 alone", "20-00-00 alone", "sold for 1234567890",
        "crime reference 44260012345", "44260012345/26", "IMEI: 35-209900-176148-1", "24.11.2026 01.12.2026", "192.168.100.101",
        "account name linenmill74", "user martin12345678",
    ],
)  # fmt: skip
def test_what_is_no_account_passes(words: str):
    assert account_number(words) is None


def with_check_digit(digits: str) -> str:
    return next(digits + str(n) for n in range(10) if luhn(digits + str(n)))


@given(st.integers(10**14, 10**15 - 1), st.sampled_from("23456"), PARTS, st.text("abcdef ,.", max_size=5))
def test_any_sixteen_digits_with_their_check_digit_are_found_however_parted(
    rest: int, first: str, part: str, around: str
):
    digits = with_check_digit(first + str(rest)[1:])
    shown = part.join(digits[n : n + 4] for n in range(0, 16, 4))
    assert account_number(f"{around} {shown} {around}") is CARD
    wrong = shown[:-1] + str((int(shown[-1]) + 1) % 10)
    assert account_number(wrong) is None


def test_the_fields_of_a_device_refuse_without_repeating_the_number():
    guarded = [one for one in record_kinds()["device"].field if one.holds is Holds.NO_ACCOUNT_NUMBERS]
    typed = [one for one in record_kinds()["device"].field if one.type in (FieldType.TEXT, FieldType.LONG)]
    assert guarded == typed
    for one in guarded:
        with pytest.raises(Refused) as refused:
            checked("device", one.key, "pays with 4111 1111 1111 1111")
        assert refused.value.where == one.key
        assert not any(letter.isdigit() for letter in refused.value.why.en)
    assert checked("device", "user_name", "IMEI 490154203237518") == "IMEI 490154203237518"
    assert Record(RecordId("d"), "device").shape.get("condition").links == ("condition", "licence_condition")
