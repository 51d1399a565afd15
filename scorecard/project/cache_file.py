"""Where what was found in files is kept."""

import os
import sys
from contextlib import suppress
from pathlib import Path

FILE = "findings.sqlite3"
"""The name of the database in the cache folder."""


def cache_folder() -> Path | None:
    """Return where caches belong; None where this system says of no such place."""
    if chosen := os.environ.get("SCORECARD_CACHE_DIR"):
        return Path(chosen)
    if base := os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA"):
        return Path(base, "scorecard")
    with suppress(RuntimeError):
        return Path.home() / (
            "Library/Caches/scorecard" if sys.platform == "darwin" else ".cache/scorecard"
        )
    return None
