"""`scorecard new`: a first scorecard, framework or example folder."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import typer

from scorecard.cli.groups import Starting
from scorecard.cli.options import NewKind
from scorecard.cli.output import in_shell, report, write
from scorecard.diagnostic import Finding, suggestion
from scorecard.i18n import Words
from scorecard.i18n.language import spoken
from scorecard.i18n.sayings import say, told
from scorecard.model.framework import Framework
from scorecard.model.level import LEVELS, Level
from scorecard.model.levels import level_meant, levels_named
from scorecard.numbers.period import Period, UnreadablePeriodError, parse
from scorecard.project.errors import CannotRunError
from scorecard.project.frameworks import Frameworks, bundled_frameworks
from scorecard.project.starting import (
    Under,
    new_example,
    new_framework,
    new_scorecards,
    read_unit,
)
from scorecard.project.write import Changed, write_all
from scorecard.text.printable import printable

Answer = TypeVar("Answer")

MOST_TOLD = 12
"""How many new files are named; of more the last is, and how many there are."""


def new(kind: NewKind, wanted: Starting) -> None:
    """Write files to begin with; none is written over one that is there."""
    words = Words(spoken())
    if kind == "framework":
        files = new_framework(wanted.framework, wanted.output or Path("framework.toml"))
    elif kind == "example":
        files = new_example(wanted.output or wanted.folder)
    else:
        files = _scorecards(wanted, words)
    write_all(files)
    names = [file.path.as_posix() for file in files]
    shown = names if len(names) <= MOST_TOLD else [*names[: MOST_TOLD - 1], f"… ({len(names)})"]
    step = words(f"new.next.{kind}", place=_quoted(files, wanted), file=in_shell(files[0].path))
    write("".join(f"{printable(name)}\n" for name in [*shown, step]), None)


def _scorecards(wanted: Starting, words: Words) -> list[Changed]:
    # What is given wrongly is told before anything is asked.
    given = _read(wanted.framework, _framework)
    units = [read_unit(each) for each in wanted.units or ()]
    given_level, given_period = _read(wanted.level, _level), _read(wanted.period, _period)
    known = ", ".join(bundled_frameworks())
    name, found = _asked(given, _framework, "--framework", words("new.ask.framework", known=known))
    units = units or [_asked(None, read_unit, "--unit", words("new.ask.unit"))]
    known = _levels()
    level: Level = _asked(given_level, _level, "--level", words("new.ask.level", known=known))
    period = _asked(given_period, _period, "--period", words("new.ask.period"))
    place = wanted.output or wanted.folder
    under = Under(name, found, period, level, wanted.parent)
    if name.endswith(".toml"):
        # The path of a framework is one from the scorecard.
        home = place.parent if place.suffix.lower() == ".toml" else place / units[0].id
        under = under._replace(name=Path(os.path.relpath(name, home)).as_posix())
    return new_scorecards(units, under, place, words)


def _framework(name: str) -> tuple[str, Framework]:
    found = Frameworks().find(name, "scorecard.toml").framework
    if isinstance(found, Finding):
        raise CannotRunError(say("error.found", reason=found.message, hint=found.hint))
    return name, found


def _period(text: str) -> Period:
    try:
        return parse(text)
    except UnreadablePeriodError as error:
        raise CannotRunError(
            say(
                "error.period-hint",
                text=text,
                reason=told(error.reason),
                hint=say("period.spellings"),
            )
        ) from None


def _level(text: str) -> Level:
    if level := level_meant(text):
        return level
    known = [*LEVELS, *levels_named()]
    hint = suggestion(text, known) or say("hint.one-of", names=_levels())
    raise CannotRunError(say("error.no-level", name=text, hint=hint))


def _levels() -> str:
    return ", ".join(levels_named())


def _read(given: str | None, read: Callable[[str], Answer]) -> Answer | None:
    return read(given) if given else None


def _asked(
    given: Answer | None, read: Callable[[str], Answer], option: str, question: str
) -> Answer:
    """Return what is given, else what is answered on a terminal, asked until it can be read.

    Raise CannotRunError where nothing is given and there is no terminal.
    """
    if given:
        return given
    if not (sys.stdin and sys.stdin.isatty()):
        raise CannotRunError(say("error.needed", option=option, question=question))
    while True:
        try:
            return read(typer.prompt(question, err=True))
        except CannotRunError as error:
            report(f"{printable(str(error))}\n")


def _quoted(files: Sequence[Changed], wanted: Starting) -> str:
    """Return the place of new files as it is typed in a shell."""
    return in_shell(files[0].path if len(files) == 1 else wanted.output or wanted.folder)
