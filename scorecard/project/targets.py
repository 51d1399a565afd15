"""What the words on the command line name: files, folders and units."""

import os
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from scorecard.diagnostic import suggestion
from scorecard.i18n.rules import Severity
from scorecard.i18n.sayings import say, told
from scorecard.numbers.period import Period, UnreadablePeriodError, parse
from scorecard.pool import Step
from scorecard.project.errors import CannotRunError
from scorecard.project.folders import files_in
from scorecard.project.load import File, load_all
from scorecard.project.places import each_once, is_there
from scorecard.project.units import unit_meant, unit_suggested
from scorecard.text.naming import plain

_UNIT = re.compile(r"(?!.*\.toml$)[^/\\@]{1,200}(?:@[^@]+)?", re.IGNORECASE)
"""A unit by its id or name, and its period."""


Foresee = Callable[[Sequence[str]], Collection[str]]
"""Returns which of many files will likely be compared, by their names."""


class Gathered(NamedTuple):
    """What targets name, and everything that was opened to find it.

    `files` were named one by one; `found` came with a folder or a unit.
    """

    files: tuple[File, ...]
    found: tuple[File, ...]
    everything: tuple[File, ...]
    units: tuple[str, ...] = ()

    @property
    def chosen(self) -> tuple[File, ...]:
        """All that the targets name."""
        return (*self.files, *self.found)

    @property
    def told(self) -> tuple[File, ...]:
        """All whose faults are told: what the targets name, and the frameworks that it is under."""
        chosen = {file.path for file in self.chosen}
        under = {file.under.path for file in self.chosen if file.under}
        frameworks = (file for file in self.everything if file.framework)
        return (
            *self.chosen,
            *(
                file
                for file in frameworks
                if file.path not in chosen and os.path.abspath(file.path) in under  # noqa: PTH100
            ),
        )


def gather(
    targets: Sequence[str],
    folder: Path,
    step: Step = lambda _: None,
    foresee: Foresee = lambda _: (),
) -> Gathered:
    """Open what the targets name; units are looked up in the folder, and no target means all of it.

    Of what is wrong in them, errors are found, and why a file is no scorecard. What it
    foresees of their names is summed up where it is read. Raise CannotRunError for a target that
    is not there.
    """
    if not targets:
        everything = tuple(_loaded(_files_in(folder), step, foresee))
        return Gathered((), everything, everything)
    paths = [target for target in targets if _is_path(target)]
    units = [target for target in targets if target not in paths]
    folders = [Path(target) for target in paths if Path(target).is_dir()]
    known: dict[str, Path] = {}
    single = each_once((Path(target) for target in paths if not Path(target).is_dir()), known)
    inside = each_once((path for each in folders for path in _files_in(each)), known)
    around = each_once(_files_in(folder) if units else [], known)
    opened = {file.path: file for file in _loaded(known.values(), step, foresee)}
    found_of = {unit: _of_unit(unit, [opened[path] for path in around], folder) for unit in units}
    of_units = {unit: paths for unit, (_, paths) in found_of.items()}
    # A unit with its period is as good as a file: it is not passed over for a later one.
    exact = [path for unit, paths in of_units.items() if "@" in unit for path in paths]
    latest = [path for unit, paths in of_units.items() if "@" not in unit for path in paths]
    # All of them have the one name by which their file is known.
    first = dict.fromkeys((*single, *exact))
    others = dict.fromkeys(path for path in (*inside, *latest) if path not in first)
    files, found = (tuple(opened[path] for path in paths) for paths in (first, others))
    names = tuple(name for unit in units if (name := found_of[unit][0]))
    return Gathered(files, found, tuple(opened.values()), names)


def _loaded(paths: Iterable[Path], step: Step, foresee: Foresee) -> list[File]:
    read = list(paths)
    return load_all(read, step, Severity.ERROR, foresee([path.as_posix() for path in read]))


def read_period(text: str | None) -> Period | None:
    """Read a period from the command line, if one is given; raise CannotRunError for no period."""
    try:
        return parse(text) if text else None
    except UnreadablePeriodError as error:
        raise CannotRunError(say("error.period", text=text, reason=told(error.reason))) from None


def same_period(left: Period, right: Period) -> bool:
    """Whether two spellings mean the same months."""
    return (left.start, left.month, left.months) == (right.start, right.month, right.months)


def _is_path(target: str) -> bool:
    if is_there(Path(target)):
        return True
    if _UNIT.fullmatch(target) is None:
        raise CannotRunError(say("error.no-place", name=target))
    return False


def _files_in(folder: Path) -> list[Path]:
    return [Path(file.name) for file in files_in(folder)]


def _of_unit(target: str, opened: Sequence[File], folder: Path) -> tuple[str, list[Path]]:
    """Return the id of a unit with its files, and those that cannot be read but bear its name.

    A word that means no unit may be the name of a folder in the one where units are looked up: of
    that, all files are returned, without an id.
    """
    word, period = _parsed(target)
    cards = {file.path: file.assessment.card for file in opened if file.assessment}
    units = [card.unit for card in cards.values()]
    unit = unit_meant(word, units) or plain(word).replace(" ", "-")
    own = {path: card.period for path, card in cards.items() if card.unit.id == unit}
    mine = [path for path, its in own.items() if period is None or same_period(its, period)]
    unread = [file for file in opened if file.unread]
    broken = [
        file.path
        for file in unread
        if unit in (*file.path.parts, file.path.stem)
        or any(f'"{name}"' in file.document.text for name in (unit, word))
    ]
    if mine or broken:
        return unit, [*mine, *broken]
    if own and period is not None:
        periods = ", ".join(sorted({its.text for its in own.values()}))
        raise CannotRunError(say("error.no-period", unit=unit, period=period.text, periods=periods))
    inside = folder / target
    if within := [file.path for file in opened if inside in file.path.parents]:
        return "", within
    below = (each for file in opened for each in file.path.parents if each.parent == folder)
    hint = unit_suggested(word, units) or suggestion(word, {each.name for each in below})
    reason = say("error.no-target-hint" if hint else "error.no-target", name=word, hint=hint)
    if unread:
        reason = say("error.unread", reason=reason, number=len(unread))
    raise CannotRunError(reason)


def _parsed(target: str) -> tuple[str, Period | None]:
    unit, _, period = target.partition("@")
    return unit.strip(), read_period(period)
