"""The `scorecard` command."""

import io
import signal
import sys
from types import FrameType
from typing import NoReturn

import typer

from scorecard.cli import shells
from scorecard.cli.commands import app
from scorecard.cli.output import Exit, report
from scorecard.project.errors import CannotRunError
from scorecard.text.printable import printable
from scorecard.text.signals import ENDINGS


def _end(number: int, _: FrameType | None) -> NoReturn:
    sys.exit(128 + number)


def main() -> None:
    """Run the command line; every way out has an exit code, and none a traceback."""
    for number in ENDINGS:
        # Whoever started us may have chosen that it be ignored, as nohup does. Python itself
        # listens to the one that a keyboard sends.
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # The frames of the help are the same on every machine.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        command = typer.main.get_command(app)
        shells.mend()
        code = command(prog_name="scorecard", standalone_mode=False) or Exit.FINE
    except SystemExit as ended:
        # Typer and rich end with 1 where nobody reads: whoever did has seen enough.
        code = Exit.FINE if ended.code == 1 else ended.code
    except typer.TyperException as error:
        # What was typed may be the name of a hostile file. Without any words it is the help.
        if told := printable(error.format_message()):
            report(f"scorecard: {told} Try scorecard --help.\n")
        code = error.exit_code
    except CannotRunError as error:
        report(f"scorecard: {printable(str(error))}\n")
        code = Exit.COULD_NOT_RUN
    except OSError as error:
        place = printable(str(error.filename or "the output cannot be written"))
        report(f"scorecard: {place}: {error.strerror}\n")
        code = Exit.COULD_NOT_RUN
    sys.exit(code)
