"""Settings of this machine: never about a person, never in the vault's place."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from desktop.files import write_whole
from desktop.places import data_folder


@dataclass(frozen=True, slots=True)
class Settings:
    """What this machine remembers.

    ``last_vault`` is a folder that its user named; ``window`` where the window stood, as "x,y,width,height" or
    "maximised"; ``due_shown`` what of the list of what is due was chosen to be shown.
    """

    theme: str = "system"
    scale: float = 1.0
    lock_after_minutes: int = 5
    last_vault: str = ""
    narrow_rail: bool = False
    hide_from_capture: bool = True
    window: str = ""
    due_shown: str = ""

    def with_(self, **changed: object) -> Settings:
        """The settings with some of them changed."""
        return replace(self, **changed)  # type: ignore[arg-type]


def settings_file() -> Path:
    """Where they are kept."""
    return data_folder() / "settings.json"


def load(file: Path | None = None) -> Settings:
    """The settings of this machine; what cannot be read is taken as never set."""
    try:
        found = json.loads((file or settings_file()).read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    known = asdict(Settings())
    kept = {
        key: value
        for key, value in (found.items() if isinstance(found, dict) else ())
        if key in known and type(value) is type(known[key])
    }
    return Settings(**kept)


def save(settings: Settings, file: Path | None = None) -> None:
    """Keep the settings; a machine that refuses to is not a reason to stop work."""
    where = file or settings_file()
    where.parent.mkdir(parents=True, exist_ok=True)
    write_whole(where, json.dumps(asdict(settings), indent=1).encode())
