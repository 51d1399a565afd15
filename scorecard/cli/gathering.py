"""Files opened for what is shown of them, with a word on how far that has come if it is slow."""

from collections.abc import Sequence
from pathlib import Path

from scorecard.cli.progress import progress
from scorecard.project.targets import Gathered, gather


def gathered_from(targets: Sequence[str], folder: Path, *, quiet: bool) -> Gathered:
    """Open what the targets name; raise CannotRunError for a target that is not there."""
    with progress(quiet=quiet) as step:
        return gather(targets, folder, step)
