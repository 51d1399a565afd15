"""Paths as people spell them: whether something is there, and each file under one name."""

import os
from collections.abc import Iterable
from pathlib import Path

from scorecard.i18n.sayings import say
from scorecard.project.errors import CannotRunError


def is_there(path: Path) -> bool:
    """Whether a path names something, if only a broken link; what cannot be asked for does not."""
    try:
        return path.exists() or path.is_symlink()
    except OSError:
        return False


def each_once(paths: Iterable[Path], known: dict[str, Path] | None = None) -> list[Path]:
    """Return each file under the first of its names only.

    Files in `known`, by their real paths, keep the names that they have there; the others are
    added to it.
    """
    names = {} if known is None else known
    return list(dict.fromkeys(names.setdefault(os.path.realpath(path), path) for path in paths))


def linked(path: Path | str) -> bool:
    """Whether a link, which may lead elsewhere the next time, stands on the way to a file."""
    return os.path.realpath(path) != os.path.abspath(path)  # noqa: PTH100 - one rule for both


def refuse_to_replace(output: Path | None, inputs: Iterable[Path]) -> None:
    """Raise CannotRunError where what is written would take the place of a file that is read.

    Any other TOML file may be one that is read with these, such as a framework.
    """
    if output is None:
        return
    name = output.as_posix()
    if os.path.realpath(output) in map(os.path.realpath, inputs):
        raise CannotRunError(say("error.replaces", name=name))
    if output.suffix.lower() == ".toml":
        raise CannotRunError(say("error.toml-output", name=name))
