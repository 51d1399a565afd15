"""The `scorecard` command."""

import signal
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from types import FrameType
from typing import Annotated

import typer

from scorecard import __version__
from scorecard.cli.output import Exit, report
from scorecard.project.errors import CannotRunError
from scorecard.text.printable import printable
from scorecard.text.signals import ENDINGS

COMMANDS: Mapping[str, str] = {
    "show": "One unit's report card.",
    "compare": "Units side by side, ranked.",
    "explain": "A number unfolded into what it is made of.",
    "validate": "Every fault of every file, at its line.",
    "schema": "JSON Schema for editors.",
}
"""What each command does; it is the function of its name in the module of its name."""


def application(words: Sequence[str]) -> typer.Typer:
    """Return the command line with the command that the words call.

    Of the others it has what the help says of them: to import them all would take most of the
    time of most calls. Before the command stand options without values only.
    """
    app = typer.Typer(
        name="scorecard",
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help="Show how far provinces, districts and communes have come, without saying more than "
        "their figures do.",
    )
    app.callback()(options)
    called = next((word for word in words if not word.startswith("-")), None)
    for name, said in COMMANDS.items():
        run = getattr(import_module(f"scorecard.cli.{name}"), name) if name == called else options
        app.command(name, short_help=said)(run)
    return app


def _print_version(value: bool) -> None:
    if value:
        typer.echo(f"scorecard {__version__}")
        raise typer.Exit


def options(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Take the options that go before a command."""


def _end(number: int, _: FrameType | None) -> None:
    sys.exit(128 + number)


def main() -> None:
    """Run the command line; every way out has an exit code, and none a traceback."""
    for number in ENDINGS:
        # Whoever started us may have chosen that it be ignored, as nohup does. Python itself
        # listens to the one that a keyboard sends.
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)
    try:
        app = application(sys.argv[1:])
        sys.exit(app(prog_name="scorecard", standalone_mode=False) or Exit.FINE)
    except typer.TyperException as error:
        # What was typed may be the name of a hostile file. Without any words it is the help.
        first, *more = map(printable, error.format_message().splitlines())
        told = [first, *more] if more else [f"scorecard: {first} Try scorecard --help."]
        report("".join(f"{line}\n" for line in told))
        sys.exit(error.exit_code)
    except CannotRunError as error:
        report(f"scorecard: {printable(str(error))}\n")
    except OSError as error:
        place = printable(str(error.filename or "the output cannot be written"))
        report(f"scorecard: {place}: {error.strerror}\n")
    sys.exit(Exit.COULD_NOT_RUN)
