"""Bank card and account numbers, which have no place in a case file: found in typed words, and refused."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casework.text import Text

_RUN = re.compile(r"(?<![\d+])\d(?:[ \-\u00a0\u2013]?\d){11,40}(?!\d)")
_FOURS = re.compile(r"(?<![\d+])\d{4}([./_]|[ \t\u00a0]{1,3})\d{4}\1\d{4}\1\d{1,7}(?!\d)")
_GROUP = re.compile(r"\d+")
_LENGTHS = range(13, 20)
_SORT_CODE = re.compile(r"(?<![\d-])(\d{2})([-\u2013 ]?)(\d{2})\2(\d{2})(?![\d-])")
_OF_A_BANK = re.compile(r"\bsort\b|sort\s*code|\baccount|\bacct?\b|\ba/?c\b|\bbank", re.IGNORECASE)
_NUMBER_OF_ACCOUNT = re.compile(
    r"(?:\baccount|\bacct?|\ba/?c)\.?\s*(?:numbers?|num|nos?|nr)\b[^\d\n]{0,12}$|\bbank\b[^\d\n]{0,24}$", re.IGNORECASE
)
_NEAR = 40
_ACCOUNT = re.compile(r"(?<!\d)\d{8}(?!\d)")
_IBAN = re.compile(r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){3,7}(?:[ -]?[A-Z0-9]{1,4})?(?![A-Z0-9])")
_EQUIPMENT = re.compile(r"\b(?:imei(?:sv)?|iccid|sim|serial)\b[^\d\n]{0,24}$", re.IGNORECASE)
_AMERICAN_EXPRESS = ("34", "37")

CARD = Text(
    "This looks like a bank card number, and must not be kept here: leave it out, or write the last four digits only.",
    "Mae hwn yn edrych fel rhif cerdyn banc: gadewch ef allan, neu ysgrifennwch y pedwar digid olaf yn unig.",
)
ACCOUNT = Text(
    "This looks like the number of a bank account, which must not be kept here: leave it out, or write the bank and "
    "the last four digits only.",
    "Mae hwn yn edrych fel rhif cyfrif banc: gadewch ef allan, neu ysgrifennwch y banc a'r pedwar digid olaf yn unig.",
)


def account_number(words: str) -> Text | None:
    """Why these words cannot stand, if a card or account number is among them; the number itself is not repeated.

    A card number has 13 to 19 digits, begins as the card schemes' do and satisfies its check digit (ISO/IEC 7812). The
    15 digits of a telephone's IMEI satisfy the same check and pass: at that length only American Express is refused.
    """
    if any(_is_card(digits) for digits in _candidates(words)):
        return CARD
    if any(_is_iban(found[0]) for found in _IBAN.finditer(words.upper())):
        return ACCOUNT
    return ACCOUNT if any(_is_account(words, found) for found in _ACCOUNT.finditer(words)) else None


def _is_account(words: str, number: re.Match[str]) -> bool:
    """Whether eight digits are called an account's number, or stand beside a sort code.

    A sort code that could be a date, or is not parted, wants a bank or account named.
    """
    if _NUMBER_OF_ACCOUNT.search(words[: number.start()]):
        return True
    around = words[max(0, number.start() - _NEAR) : number.start()] + "\n" + words[number.end() : number.end() + _NEAR]
    named = _OF_A_BANK.search(words)
    return any(
        named or (code[2] and not (1 <= int(code[1]) <= 31 and 1 <= int(code[3]) <= 12))
        for code in _SORT_CODE.finditer(around)
    )


def _candidates(words: str) -> Iterator[str]:
    """Every run of digits that could be a card: whole groups that follow one another."""
    for run in (*_RUN.finditer(words), *_FOURS.finditer(words)):
        if _EQUIPMENT.search(words[: run.start()]):
            continue
        groups = _GROUP.findall(run[0])
        for first in range(len(groups)):
            digits = ""
            for group in groups[first:]:
                digits += group
                if len(digits) in _LENGTHS:
                    yield digits


def _is_card(digits: str) -> bool:
    if len(digits) == 15:
        return digits.startswith(_AMERICAN_EXPRESS) and luhn(digits)
    return digits[0] in "23456" and luhn(digits)


def luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others (ISO/IEC 7812-1, annex B)."""
    total = 0
    for n, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if n % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _is_iban(words: str) -> bool:
    plain = words.replace(" ", "").replace("-", "")
    turned = "".join(str(int(one, 36)) for one in plain[4:] + plain[:4])
    return len(plain) >= 15 and int(turned) % 97 == 1
