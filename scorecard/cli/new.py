"""`scorecard new`: a first scorecard, framework or example folder."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from scorecard.cli.groups import Starting
from scorecard.cli.options import NewKind
from scorecard.cli.output import in_shell, write
from scorecard.diagnostic import Finding, suggestion
from scorecard.i18n import Words
from scorecard.i18n.language import spoken
from scorecard.i18n.sayings import say, told
from scorecard.model.level import LEVELS, Level
from scorecard.model.levels import level_meant
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
    bundled = ", ".join(bundled_frameworks())
    framework = _asked(wanted.framework, "--framework", words("new.ask.framework", known=bundled))
    given = wanted.units or [_asked(None, "--unit", words("new.ask.unit"))]
    level = _level(_asked(wanted.level, "--level", words("new.ask.level", known=", ".join(LEVELS))))
    period = _period(_asked(wanted.period, "--period", words("new.ask.period")))
    found = Frameworks().find(framework, "scorecard.toml").framework
    if isinstance(found, Finding):
        raise CannotRunError(say("error.found", reason=found.message, hint=found.hint))
    place = wanted.output or wanted.folder
    under = Under(framework, found, period, level, wanted.parent)
    units = [read_unit(each) for each in given]
    if framework.endswith(".toml"):
        # The path of a framework is one from the scorecard.
        home = place.parent if place.suffix.lower() == ".toml" else place / units[0].id
        under = under._replace(name=Path(os.path.relpath(framework, home)).as_posix())
    return new_scorecards(units, under, place, words)


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
    hint = suggestion(text, LEVELS) or say("hint.one-of", names=", ".join(LEVELS))
    raise CannotRunError(say("error.no-level", name=text, hint=hint))


def _asked(given: str | None, option: str, question: str) -> str:
    """Return what is given, or else what is answered on a terminal; CannotRunError without one."""
    if given:
        return given
    if not (sys.stdin and sys.stdin.isatty()):
        raise CannotRunError(say("error.needed", option=option, question=question))
    answer: str = typer.prompt(question, err=True)
    return answer


def _quoted(files: Sequence[Changed], wanted: Starting) -> str:
    """Return the place of new files as it is typed in a shell."""
    return in_shell(files[0].path if len(files) == 1 else wanted.output or wanted.folder)
