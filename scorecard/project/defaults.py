"""Defaults of options, from the scorecard.toml of a folder and of the folders above it."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import rtoml

from scorecard.i18n.sayings import say
from scorecard.project.errors import CannotRunError
from scorecard.toml.inside import leads_out
from scorecard.toml.reading import read

if TYPE_CHECKING:
    from scorecard.model.settings import Settings

SETTINGS = "scorecard.toml"

_PATHS = ("dir", "baseline")


class Default(NamedTuple):
    """What an option is without the command line, and the file that says so."""

    value: object
    file: str


def defaults(command: str, folders: Iterable[Path]) -> dict[str, Default]:
    """Return what options of a command are by long name with `_`, for what lies in folders.

    Without any it is for where we are. The nearest file decides each. Raise CannotRunError for
    a file above the folders that is at fault; one in them is told with the other files there.
    """
    found: dict[str, Default] = {}
    read_anyway = list(folders)
    for folder in read_anyway or [Path()]:
        for place in _upwards(folder):
            for name, each in _said(place / SETTINGS, command, told=place in read_anyway):
                found.setdefault(name, each)
    return found


def _upwards(folder: Path) -> Iterator[Path]:
    """Yield a folder, and those above it up to the root of its repository, or to where we are."""
    yield folder
    here = os.path.realpath(folder)
    above = [Path(here), *Path(here).parents]
    last = next((place for place in above if (place / ".git").exists()), Path.cwd())
    if last in above:
        yield from above[1 : above.index(last) + 1]


def _said(path: Path, command: str, *, told: bool) -> Iterator[tuple[str, Default]]:
    """Yield what a file says of the options of a command: first in its table, then at its top."""
    if not path.is_file():
        return
    found = read(str(path))
    if isinstance(found, bytes) and _sets_nothing(found):
        return
    # The help and wrong use go without all this where no option is set.
    from scorecard.i18n.rules import Severity
    from scorecard.model.settings import Settings
    from scorecard.toml.load import content, shaped_either

    name = _as_spelled(path)
    loaded = shaped_either(content(found, name))
    if not isinstance(loaded.model, Settings):
        wrong = next((each for each in loaded.findings if each.severity is Severity.ERROR), None)
        if wrong and not told:
            line = loaded.document.diagnostic(wrong).line
            raise CannotRunError(f"{name}:{line}: {wrong.message}")
        return
    for key, value in _options(loaded.model, command).items():
        if isinstance(value, str) and key in _PATHS:
            if leads_out(str(path.parent / value), str(path.parent)):
                what = {"file": name, "name": key, "value": value}
                raise CannotRunError(say("error.default-outside", **what))
            value = _as_spelled(path.parent / value)  # noqa: PLW2901 - the same, from here
        yield key, Default(value, name)


def _sets_nothing(found: bytes) -> bool:
    """Whether a file surely sets no option, as the models need not be loaded to see."""
    with suppress(ValueError):
        return rtoml.loads(found.decode()).keys() <= {"expect", "framework", "level"}
    return False


def _options(said: "Settings", command: str) -> Mapping[str, object]:
    from scorecard.model.defaults import Defaults

    every = {name: getattr(said, name) for name in Defaults.model_fields if name not in COMMANDS}
    table = getattr(said, COMMANDS[command]) if command in COMMANDS else None
    own = {name: getattr(table, name) for name in type(table).model_fields} if table else {}
    given = {**every, **{key: value for key, value in own.items() if value is not None}}
    return {key: value for key, value in given.items() if value is not None}


COMMANDS = {
    **{name: name for name in ("show", "compare", "explain", "diff", "new", "set")},
    "validate": "validate_",
}
"""The commands that have a table, each with its field."""


def _as_spelled(path: Path) -> str:
    """Return a path from where we are, if it is not above."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - a link stays the name that it is
    near = absolute.is_relative_to(Path.cwd())
    return (absolute.relative_to(Path.cwd()) if near else absolute).as_posix()
