"""The scripts of installer/ import one another by their own names."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "installer"))
