"""States of scorecards that two words name: a path as it is now, or a folder in git."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from scorecard.diagnostic import Diagnostic
from scorecard.i18n.sayings import say
from scorecard.measure.difference import State
from scorecard.pool import Step
from scorecard.project.errors import CannotRunError
from scorecard.project.folders import files_at, toml_files
from scorecard.project.git import tree_of
from scorecard.project.load import File, load_all, measured
from scorecard.project.places import is_there
from scorecard.project.unpacking import unpack
from scorecard.text.printable import printable


class Opened(NamedTuple):
    """A state by its name, what it says, why files of it are unread, and which can be replaced."""

    name: str
    state: State
    unread: list[Diagnostic]
    files: list[File]


def open_state(word: str, folder: Path, step: Step = lambda _: None) -> Opened:
    """Open what a word names: what is there is a path, and all else the folder in a state in git.

    Raise CannotRunError for a word that names both, or neither.
    """
    there = word != "" and is_there(Path(word))
    try:
        tree = tree_of(word, folder)
    except CannotRunError:
        if not there:
            raise
        tree = None
    if there and tree:
        raise CannotRunError(say("error.path-and-state", word=word))
    if there:
        return open_place(Path(word), step)
    if tree is None:
        raise CannotRunError(say("error.no-state", word=word))
    with TemporaryDirectory(prefix="scorecard-") as made:
        place = unpack(tree, folder, Path(made))
        if not place.is_dir() or not any(toml_files(place)):
            # There was nothing there yet: all that there is now has come since.
            return Opened(word, State([], []), [], [])
        return _opened(word, place, f"{word}:", step)


def open_place(place: Path, step: Step = lambda _: None) -> Opened:
    """Open a file or a folder; raise CannotRunError where it is not there."""
    return _opened(place.as_posix(), place, "", step)


def _opened(word: str, place: Path, before: str, step: Step) -> Opened:
    """Open what stands at a place; its files are told as what lies in it."""
    files = load_all(map(Path, files_at([place])), step)
    around = (place if place.is_dir() else place.parent).as_posix()
    beside = re.compile(rf'(?<![^\s"(]){re.escape(around)}/')

    def told(found: Diagnostic) -> Diagnostic:
        name, message, hint = (
            printable(beside.sub("", text)) for text in (found.file, found.message, found.hint)
        )
        return found._replace(file=name, message=message, hint=hint)

    findings = [told(item) for file in files for item in file.diagnostics]
    unread = [told(item) for file in files if file.unread for item in file.diagnostics]
    at = before or f"{around}/".removeprefix("./")
    shown = [item._replace(file=printable(f"{at}{item.file}")) for item in unread]
    return Opened(word, State(measured(files), findings), shown, [] if before else files)
