"""What a paper is made of, as a digest: two copies with the same one say the same, whoever they are for."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from casework.document import documents
from casework.extract import extract
from casework.pack import MeetingPack


def content_digest(pack: MeetingPack, document: str, edition: str, unknowns: str) -> str:
    """SHA-256 of all that the edition prints of the case, without copy, recipient, day and time; empty for no edition.

    ``unknowns``: what was chosen of the lines that are not known, where any are.
    """
    found = documents().get(document)
    wanted = found.edition_named(edition) if found else None
    if wanted is None:
        return ""
    shown = extract(replace(pack, copy_number=1), wanted)  # what stands on numbered copies alone counts too
    digest = hashlib.sha256()

    def add(*said: object) -> None:
        digest.update(repr(said).encode() + b"\n")

    add(document, edition, unknowns, pack.language.value, pack.marking, pack.template.code)
    add(pack.version, pack.state, pack.agreed_on, [one.fingerprint for one in pack.countersigned])
    add(shown.meeting.id if shown.meeting else "")
    for one in sorted(shown.case.records, key=lambda record: record.id):
        add(one.id, one.kind, one.parent, sorted(one.answers.items()))
    return digest.hexdigest()
