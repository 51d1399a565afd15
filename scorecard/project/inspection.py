"""What is wrong in the files at some places: remembered where nothing changed, else found out."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from scorecard.diagnostic import Diagnostic, Finding
from scorecard.project import remembering
from scorecard.project.folders import files_at
from scorecard.project.places import is_there

FEW = 200
"""So many files are checked sooner by one process than others are begun."""

Step = Callable[[int], None]
"""Is told how many files more have been read."""


class Inspection(NamedTuple):
    """The files that were checked, and all that is wrong in them, in their order."""

    names: Sequence[str]
    diagnostics: list[Diagnostic]


def processors() -> int:
    """Return how many processors are at hand."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def inspect(places: Sequence[Path], step: Step, *, jobs: int, cached: bool) -> Inspection:
    """Check the files at these places.

    What was found in files that have not changed since is taken from the cache where it is
    wanted, and what is found now is kept there; without it the answer is the same. Where links
    lead to a place, nothing is kept. Raise CannotRunError for what is not there.
    """
    linked = any(map(remembering.linked, places))
    folder = remembering.cache_folder() if cached and not linked else None
    run = folder and remembering.place(folder, places, ".run.kept")
    loading = jobs > 1 and not (run and is_there(run))
    names = _listed_meanwhile(places) if loading else files_at(places)
    seen = remembering.outside(names) if run else None
    known = remembering.recall(run, seen) if run and seen else None
    if known is not None:
        return Inspection(names, known)
    # It takes longer to begin with all this than to find that nothing has changed.
    from scorecard.project.checking import check

    records = folder and remembering.place(folder, places, ".files.kept")
    checked = check(names, step, jobs=jobs if len(names) > FEW else 1, records=records)
    # What could not be read looks no other once it can.
    unread = any(item.code == "SC100" for item in checked.diagnostics)
    if run and seen and not unread:
        looks = {name: used.look for name, used in checked.used.items()}
        remembering.remember(run, seen, looks, checked.diagnostics)
    return Inspection(names, checked.diagnostics)


def _listed_meanwhile(places: Sequence[Path]) -> list[str]:
    """Return the files at some places, and load what checks them, where nothing spares us that."""
    if not any(map(os.path.isdir, places)):
        return files_at(places)
    from scorecard.project.crew import aside

    with aside(lambda: files_at(places)) as listed:
        import scorecard.project.checking  # noqa: F401

        return listed()


def inspect_text(name: str, data: bytes | Finding) -> Inspection:
    """Check what stands for a file of this name, by itself."""
    from scorecard.project.checking import check

    return Inspection([name], check([name], lambda _: None, read=lambda _: data).diagnostics)
