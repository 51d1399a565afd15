"""Made-up archives of each size and layout in a folder, kept for the next time."""

import shutil
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from bench import corpus

HARDEST = "mixed"
"""The layout of an archive of which one is enough."""

_SETTLED = 4.0
"""Seconds after which a cache trusts a file's time."""


class Archive:
    """Folders of scorecards, each called `scorecards` in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = 0.0

    def of_size(self, size: int, layout: str = HARDEST) -> Path:
        """Return the folder of an archive of that many scorecards, over the months."""
        return self._kept(f"{size}-files", layout, lambda: corpus.scorecards(size, layout))

    def one_month(self, units: int, layout: str = HARDEST) -> Path:
        """Return the folder of one month of that many units."""
        return self._kept(f"{units}-units", layout, lambda: corpus.one_month(units, layout))

    def settle(self) -> None:
        """Wait until no file was made just now."""
        time.sleep(max(0.0, self._made + _SETTLED - time.monotonic()))

    def _kept(
        self, name: str, layout: str, cards: Callable[[], Iterable[corpus.Scorecard]]
    ) -> Path:
        home = self._folder / f"{name}-{layout}-{corpus.digest(layout)}"
        if not home.exists():
            sys.stderr.write(f"making {name}, {layout}\n")
            part = self._folder / "part"
            shutil.rmtree(part, ignore_errors=True)
            corpus.put(part / "scorecards", cards())
            part.rename(home)
            self._made = time.monotonic()
        return home / "scorecards"
