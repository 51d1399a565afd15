"""Made-up archives of each size in a folder, kept for the next time."""

import shutil
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from bench import corpus

_SETTLED = 4.0
"""Seconds after which a cache trusts a file's time."""

_TOMBI = """toml-version = "v1.1.0"

[[schemas]]
path = "{schema}"
include = ["**/district-*/**/*.toml"]
"""


class Archive:
    """Folders of scorecards, each beside the settings that a peer looks for above it."""

    def __init__(self, folder: Path, schema: Path) -> None:
        self._folder = folder / corpus.digest()[:12]
        self._schema = schema
        self._made = 0.0

    def of_size(self, size: int) -> Path:
        """Return the folder of an archive of that many scorecards, over the months."""
        return self._kept(f"size-{size}", lambda: corpus.scorecards(size))

    def one_month(self, units: int) -> Path:
        """Return the folder of one month of that many units."""
        return self._kept(f"month-{units}", lambda: corpus.one_month(units))

    def holding(self, name: str, text: str) -> Path:
        """Return the folder of an archive of one file, written anew."""
        path = next(corpus.scorecards(1))[0]
        folder = self._beside_settings(name)
        corpus.put(folder, [(path, text)])
        return folder

    def settle(self) -> None:
        """Wait until no file was made just now."""
        time.sleep(max(0.0, self._made + _SETTLED - time.monotonic()))

    def _kept(self, name: str, cards: Callable[[], Iterable[corpus.Scorecard]]) -> Path:
        folder = self._beside_settings(name)
        if not folder.exists():
            sys.stderr.write(f"making {name}\n")
            part = folder.with_name("part")
            shutil.rmtree(part, ignore_errors=True)
            corpus.put(part, cards())
            part.rename(folder)
            self._made = time.monotonic()
        return folder

    def _beside_settings(self, name: str) -> Path:
        home = self._folder / name
        home.mkdir(parents=True, exist_ok=True)
        settings = _TOMBI.format(schema=self._schema.as_posix())
        (home / "tombi.toml").write_text(settings, "utf-8")
        return home / "scorecards"
