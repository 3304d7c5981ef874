"""The program ended by force in mid-meeting, again and again: at most two seconds of the minutes are missing.

Lines are typed and ended with Enter; after each end the lines kept and the half-typed one in the box are compared with
what was typed.

python -m tests.desktop.harness.kill_meeting 50
"""

from datetime import date, datetime
from pathlib import Path

from casework.answer import Absent
from casework.template import plan_templates
from desktop.operations import cases
from desktop.operations.minuting import LINE
from storage.kdf import FLOOR_KDF
from storage.vault import Vault
from tests.desktop.harness.kill_typing import PASSPHRASE, main


def make(folder: Path) -> tuple[Path, tuple[str, str, str]]:
    """A vault with a case whose meeting sits: the vault, and the case, the meeting and the box to type in."""
    vault = folder / "x.casevault"
    made, _ = Vault.create(vault, name="x", person="A B", passphrase=bytearray(PASSPHRASE.encode()), kdf=FLOOR_KDF)
    template = next(iter(plan_templates().values()))
    day = date(2026, 5, 12)
    with made:
        case = cases.new("Quillback", "", Absent.NOT_ASKED, template.code, day)(made).made
        sits = {"level": "2", "on": day, "opened_at": datetime(2026, 5, 12, 10, 0), "statement": "Shown"}
        with made.write() as rows:
            meeting = rows.add(case, "meeting", {**sits, "covered": ("welcome", "confidentiality")}).id
    return vault, (case, meeting, LINE)


if __name__ == "__main__":
    main(make)
