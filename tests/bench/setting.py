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
    """Where things are, the sizes of archives, and the rounds of fast and of slow commands."""

    archive: Archive
    scratch: Path
    peers: Peers | None
    sizes: tuple[int, ...]
    rounds: int
    peer_rounds: int

    @property
    def cache(self) -> Path:
        """The cache of what is not measured."""
        return self.scratch / "cache"

    def scorecard(self, part: str, words: Words, folder: Path, files: int) -> Case:
        """Return the case of a command of ours, named by its words; its cache is always empty."""
        name = " ".join(word for word in words if word != ".")
        command = (TOOL, *words)
        cache = self.scratch / f"cache-{part}-{files}"
        return Case(part, name, (command,), folder, self.rounds, files, cache, emptied=True)
