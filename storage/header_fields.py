"""The values of the header's JSON, read strictly."""

from __future__ import annotations

import re
from collections.abc import Mapping

ID_BYTES = 8
SIGNATURE_BYTES = 64
_HEX = re.compile(r"(?:[0-9a-f]{2})*")


class HeaderFault(Exception):  # noqa: N818 - told on as a problem or a finding
    """Header bytes that are not a header of ours."""


def hexed(table: Mapping[str, object], key: str, length: int | None = None) -> bytes:
    """Bytes written in lower-case hexadecimal, of an exact length. Raises HeaderFault."""
    value = table.get(key)
    if not isinstance(value, str) or not _HEX.fullmatch(value) or (length is not None and len(value) != 2 * length):
        raise HeaderFault(f"{key} is not hexadecimal of its length")
    return bytes.fromhex(value)


def whole(table: Mapping[str, object], key: str) -> int:
    """A whole number from nought up. Raises HeaderFault."""
    value = table.get(key)
    if type(value) is not int or value < 0:
        raise HeaderFault(f"{key} is not a whole number")
    return value
