"""Running a command: its exit status, and one sentence for whatever goes wrong."""

from __future__ import annotations

import argparse
import importlib
import sys

from casework.refusal import Refused
from desktop.crash import place

DONE, DEFECT, INPUT, VAULT, FINDINGS = range(5)


def run(asked: argparse.Namespace) -> int:
    """Run the module that the arguments name; faults become a sentence on standard error and a status."""
    command = importlib.import_module(f"desktop.command_line.{asked.command}")
    try:
        status: int = command.run(asked.file if asked.command == "rules" else asked)
    except Refused as refusal:
        sys.stderr.write(f"{refusal.why.en}\n")
        return INPUT
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return INPUT
    except BrokenPipeError:
        return DONE
    except Exception as fault:  # noqa: BLE001 - the last resort: the place is told, never what the values were
        return _last_resort(fault)
    return status


def _last_resort(fault: Exception) -> int:
    from storage.problems import VaultProblem  # noqa: PLC0415 - only when something went wrong

    if isinstance(fault, VaultProblem):
        sys.stderr.write(f"{fault.text.en}\n")
        return VAULT
    sys.stderr.write(
        f"Holdfast met a defect of its own ({place(fault, fault.__traceback__)}); "
        "nothing that was saved before is lost. Please tell the developers these words.\n"
    )
    return DEFECT
