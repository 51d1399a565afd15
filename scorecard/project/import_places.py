"""Where the scorecards of a book are: each in a file of its own, inside of where its map is."""

import os
from collections.abc import Collection
from pathlib import Path

from scorecard.diagnostic import Finding
from scorecard.i18n.sayings import say
from scorecard.importers.figures import Read
from scorecard.importers.map import PERIOD_IN_NAME
from scorecard.numbers import period
from scorecard.project.errors import CannotRunError
from scorecard.project.imported_text import Whose
from scorecard.toml.data import parse
from scorecard.toml.inside import lies_out


def place_of(file: str, place: Path, id_: str, period: str) -> Path:
    """Return where the scorecard of a unit is by the map at a place."""
    period = period.replace("/", PERIOD_IN_NAME)
    name = file.replace("{unit}", id_).replace("{period}", period)
    return Path(os.path.normpath(place.parent / name))


def memory_of(place: Path) -> Path:
    """Return where it is kept what was written by the map at a place."""
    return Path(os.path.normpath(place.with_name(f"{place.stem}.written.toml")))


def misplaced(paths: Collection[Path], place: Path) -> Finding | None:
    """Return the finding that files lie where a map may not write, or that some share a name."""
    if any(lies_out(str(path), str(place.parent)) for path in paths):
        return _unfit("outside")
    return _unfit("shared") if len(set(paths)) < len(paths) else None


def _unfit(key: str) -> Finding:
    said = {"what": say(f"map.{key}"), "hint": say(f"map.{key}.hint")}
    return Finding("SC025", ("file",), said)


def refuse_another(text: str, path: Path, whose: Whose, read_: Read) -> None:
    """Raise CannotRunError for a file that is no scorecard of a unit in a period.

    What is no TOML at all cannot be told, and is refused where it is changed.
    """
    data = parse(text)
    if not isinstance(data, dict):
        return
    unit = data.get("unit")
    id_ = unit.get("id") if isinstance(unit, dict) else None
    if id_ != read_.unit.id or _months(str(data.get("period"))) != whose.card.period[1:]:
        said = {"unit": read_.unit.id, "period": whose.card.period.text}
        raise CannotRunError(say("error.other-scorecard", name=path.as_posix(), **said))


def _months(text: str) -> tuple[int | None, int, int] | None:
    """Return the months of a period without its spelling; None where it is none."""
    try:
        return period.parse(text)[1:]
    except period.UnreadablePeriodError:
        return None
