"""Writes the published data again: `python tests/published_data/run.py [FOLDER]`."""

import runpy
import sys
from pathlib import Path

if __name__ == "__main__":
    # Not this folder but the one above it, which the tests import from as well.
    sys.path[0] = str(Path(__file__).resolve().parents[1])
    runpy.run_module("published_data", run_name="__main__")
