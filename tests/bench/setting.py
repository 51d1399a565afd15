"""What all parts of the benchmark share: archives, tools, and how often to run them."""

import sys
from dataclasses import dataclass
from pathlib import Path

from bench.archive import Archive
from bench.peers import Peers
from bench.timing import Case, Words

TOOL = str(Path(sys.executable).parent / "scorecard")
"""The scorecard of the Python that runs this."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where things are, the sizes of archives, and the rounds."""

    archive: Archive
    scratch: Path
    peers: Peers | None
    sizes: tuple[int, ...]
    rounds: int
    quick: bool = False

    def cache(self, folder: Path) -> Path:
        """Return where what was found in an archive is kept from its first check on."""
        return self.scratch / f"cache-{folder.parent.name}"

    def scorecard(self, name: str, words: Words, folder: Path, rounds: int) -> Case:
        """Return the case of a command of ours; its cache is always empty."""
        cache = self.scratch / "cache-emptied"
        return Case(name, ((TOOL, *words),), folder, rounds, cache=cache, emptied=True)
