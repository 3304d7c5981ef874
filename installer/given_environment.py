"""Runs first in the frozen program, so that what it starts gets the environment that the program itself was given.

PyInstaller's starter points LD_LIBRARY_PATH at the carried libraries. The system's own programs, such as the printer's
spooler, must not find those; and the program, started anew when it locks, must be set up from the beginning.
"""

import os

_given = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if _given is not None:
    os.environ["LD_LIBRARY_PATH"] = _given
os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
