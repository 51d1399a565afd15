"""All that is wrong in files: in each by itself, by several processes and a cache, and in all."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from scorecard.diagnostic import PLACE, Diagnostic
from scorecard.pool import Step, in_batches
from scorecard.project.cache import Cache
from scorecard.project.cache_file import cache_folder
from scorecard.project.checked import Checked
from scorecard.project.folders import files_at
from scorecard.project.places import linked

Together = Sequence[tuple[str, Diagnostic]]
"""What files get wrong together, each with the name of its file."""


Whole = tuple[Mapping[str, Checked], Together]
"""What is found in files, each by itself, and together."""


class Inspection(NamedTuple):
    """The files that were checked, and all that is wrong in them, in their order."""

    names: Sequence[str]
    diagnostics: list[Diagnostic]


def check(places: Sequence[Path], step: Step, *, jobs: int, cached: bool) -> Inspection:
    """Check the files at these places.

    What was found in files that have not changed since is taken from the cache where it is
    wanted, and what is found now is kept there; without it the answer is the same. Where links
    lead to a place, nothing is kept. Raise CannotRunError for what is not there.
    """
    names = files_at(places)
    folder = cache_folder() if cached and not any(map(linked, places)) else None
    kept = Cache(folder) if folder else None
    found: dict[str, Checked] = {}
    for name, checked in kept.unchanged(names) if kept else ():
        found[name] = checked
        step(1)
    whole = _as_kept(names, found, kept) if kept else None
    # Where nothing has changed, neither models nor rules are loaded.
    files, together = whole or _anew(names, found, kept, step, jobs)
    if kept:
        kept.close()
    return Inspection(names, _in_order(files, together))


def _as_kept(names: Sequence[str], found: Mapping[str, Checked], kept: Cache) -> Whole | None:
    """Return all that is kept of files; None where one has changed, or others came together."""
    if len(found) < len(names):
        return None
    files = {name: found[name] for name in names}
    together = kept.together(files)
    return None if together is None else (files, together)


def _anew(
    names: Sequence[str], found: Mapping[str, Checked], kept: Cache | None, step: Step, jobs: int
) -> Whole:
    """Check the files of which nothing is found, and all together."""
    from scorecard.project.check_files import check_all, checker

    records = dict(kept.records(list(found))) if kept else {}
    files = {name: found[name] for name in records}
    left = [name for name in names if name not in records]
    for batch in in_batches(partial(checker, keeping=kept is not None), left, jobs):
        for name, (checked, record) in batch:
            files[name], records[name] = checked, record
        if kept:
            kept.keep(batch)
        step(len(batch))
    files = {name: files[name] for name in names}
    together = list(check_all(files, {name: record for name in names if (record := records[name])}))
    if kept:
        kept.keep_together(files, together)
    return files, together


def _in_order(files: Mapping[str, Checked], together: Together) -> list[Diagnostic]:
    """Return all that is wrong, by file and place."""
    wrong = {name: list(each.diagnostics) for name, each in files.items() if each.diagnostics}
    for name, item in together:
        wrong.setdefault(name, []).append(item)
    return [item for name in files if name in wrong for item in sorted(wrong[name], key=PLACE)]
