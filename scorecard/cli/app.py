"""The `scorecard` command."""

import io
import os
import signal
import sys
from contextlib import suppress
from copy import copy
from itertools import pairwise
from types import FrameType
from typing import NoReturn

import typer

from scorecard.cli import shells
from scorecard.cli.commands import app
from scorecard.cli.output import Exit, report
from scorecard.cli.translation import translate
from scorecard.i18n.command_line import translated
from scorecard.i18n.language import Language, speak, understood
from scorecard.i18n.sayings import refusal, say
from scorecard.project.defaults import defaults
from scorecard.project.errors import CannotRunError
from scorecard.text.printable import printable
from scorecard.text.signals import ENDINGS


def _end(number: int, _: FrameType | None) -> NoReturn:
    sys.exit(128 + number)


def _asked() -> Language:
    """Return the language of the command line, else of the environment, of a file, of the system.

    It is settled first, as the help and what is said of wrong use are in it too.
    """
    words = ["", *sys.argv[1:]]
    given = [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    given += [word for before, word in pairwise(words) if before == "--lang"]
    asked = [*given[-1:], os.environ.get("SCORECARD_LANG", "")]
    of_system = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    texts = [*asked, *([] if any(asked) else _of_files()), *of_system]
    return next((found for text in texts if (found := understood(text))), "en")


def _of_files() -> list[str]:
    """Return the language that a scorecard.toml sets for where we are, if one does."""
    with suppress(CannotRunError, OSError):
        # What is wrong in such a file or with the folder is told by the command that is asked.
        return [str(each.value) for key, each in defaults("", ()).items() if key == "lang"]
    return []


def _words() -> list[str]:
    """Return the words of the command line: of the one that a shell completes, else of our own."""
    completing = "_SCORECARD_COMPLETE" in os.environ
    return os.environ.get("_TYPER_COMPLETE_ARGS", "").split() if completing else sys.argv


def _line(first: str = "") -> typer.Typer:
    """Return the command line with the command that is named first alone, else with all.

    Typer takes longer to read the options of all than a small command takes.
    """
    line = copy(app)
    every = app.registered_commands
    named = [
        each for each in every if first == (each.name or getattr(each.callback, "__name__", ""))
    ]
    line.registered_commands = named or every
    return line


def main() -> None:
    """Run the command line; every way out has an exit code, and none a traceback."""
    # What others plug into pydantic has no say in how files are read, and is not looked for.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    speak(_asked())
    for number in ENDINGS:
        # Whoever started us may have chosen that it be ignored, as nohup does. Python itself
        # listens to the one that a keyboard sends.
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # The frames of the help are the same on every machine.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        command = typer.main.get_command(_line(*_words()[1:2]))
        shells.mend()
        translate(command)
        code = command(prog_name="scorecard", standalone_mode=False) or Exit.FINE
    except SystemExit as ended:
        # Typer and rich end with 1 where nobody reads: whoever did has seen enough.
        code = Exit.FINE if ended.code == 1 else ended.code
    except typer.TyperException as error:
        # What was typed may be the name of a hostile file. Without any words it is the help.
        if told := printable(translated(error.format_message())):
            reason = told if told.endswith((".", "?")) else f"{told}."
            report(f"{say('error.try-help', reason=reason)}\n")
        code = error.exit_code
    except CannotRunError as error:
        report(f"scorecard: {printable(str(error))}\n")
        code = Exit.COULD_NOT_RUN
    except OSError as error:
        # Only the folder that we are in is looked for without a name.
        unnamed = "error.here" if isinstance(error, FileNotFoundError) else "error.output"
        place = printable(str(error.filename or say(unnamed)))
        report(f"scorecard: {place}: {refusal(error)}\n")
        code = Exit.COULD_NOT_RUN
    sys.exit(code)
