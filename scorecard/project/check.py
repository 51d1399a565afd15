"""All that is wrong in files: in each by itself, by several processes and a cache, and in all."""

from collections.abc import Iterable, Mapping, Sequence
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
from scorecard.text.signals import held

Together = Sequence[tuple[str, Diagnostic]]
"""What files get wrong together, each with the name of its file."""


Each = Iterable[tuple[str, Checked]]
"""Files by their names, with what is found in each by itself."""

Whole = tuple[Each, Together]
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
    each, together = whole or _anew(names, found, kept, step, jobs)
    if kept:
        kept.close()
    return Inspection(names, _in_order(names, each, together))


def _as_kept(names: Sequence[str], found: Mapping[str, Checked], kept: Cache) -> Whole | None:
    """Return all that is kept of files; None where one has changed, or others came together."""
    if len(found) < len(names):
        return None
    together = kept.together((name, found[name]) for name in names)
    return None if together is None else (found.items(), together)


def _anew(
    names: Sequence[str], found: Mapping[str, Checked], kept: Cache | None, step: Step, jobs: int
) -> Whole:
    """Check the files of which nothing is found, and all together."""
    with held():
        from scorecard.project.check_files import UNCHECKED, New, check_all, checker

    # They stand in the order of their names, whichever is known first.
    known = dict.fromkeys(names, UNCHECKED)
    for name, record in kept.records(list(found)) if kept else ():
        known[name] = New(found[name], record)
    left = [name for name in names if known[name] is UNCHECKED]
    for batch in in_batches(partial(checker, keeping=kept is not None), left, jobs):
        known.update(batch)
        if kept:
            kept.keep(batch)
        step(len(batch))
    together = list(check_all(known))
    if kept:
        kept.keep_together(((name, new.checked) for name, new in known.items()), together)
    return ((name, new.checked) for name, new in known.items()), together


def _in_order(names: Sequence[str], each: Each, together: Together) -> list[Diagnostic]:
    """Return all that is wrong, by file and place."""
    wrong = {name: list(checked.diagnostics) for name, checked in each if checked.diagnostics}
    for name, item in together:
        wrong.setdefault(name, []).append(item)
    return [item for name in names if name in wrong for item in sorted(wrong[name], key=PLACE)]
