"""What an order or licence is called."""

from __future__ import annotations

from casework.orders import order_kinds
from casework.record import Record, has_value


def named(record: Record, *, short: bool = False) -> str:
    """What an order or licence is called; ``short`` adds its usual letters."""
    if record.kind == "licence":
        shown = record.shape.get("kind")
        return shown.told(record["kind"]) if shown and has_value(record["kind"]) else record.shape.name.en
    kind = order_kinds().get(record.words("kind"))
    own = record.words("limits_name")
    return own or (f"{kind.name.en} ({kind.short})" if kind and short else kind.name.en if kind else "Order")
