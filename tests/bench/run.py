"""The benchmark's door, `python tests/bench/run.py`; `--help` says what it measures and how."""

import runpy
import sys
from pathlib import Path

if __name__ == "__main__":
    # Not this folder but the one above it, which the tests import from as well.
    sys.path[0] = str(Path(__file__).resolve().parents[1])
    runpy.run_module("bench", run_name="__main__")
