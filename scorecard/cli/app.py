"""The `scorecard` command."""

import signal
import sys
from types import FrameType
from typing import Annotated

import typer

from scorecard import __version__
from scorecard.cli.compare import compare
from scorecard.cli.explain import explain
from scorecard.cli.output import Exit, report
from scorecard.cli.schema import schema
from scorecard.cli.show import show
from scorecard.cli.validate import validate
from scorecard.printable import printable
from scorecard.workspace.errors import CannotRunError

app = typer.Typer(
    name="scorecard",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Show how far provinces, districts and communes have come, without saying more than "
    "their figures do.",
)
app.command(short_help="One unit's report card.")(show)
app.command(short_help="Units side by side, ranked.")(compare)
app.command(short_help="A number unfolded into what it is made of.")(explain)
app.command(short_help="Every fault of every file, at its line.")(validate)
app.command(short_help="JSON Schema for editors.")(schema)


def _print_version(value: bool) -> None:
    if value:
        typer.echo(f"scorecard {__version__}")
        raise typer.Exit


@app.callback()
def options(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Take the options that go before a command."""


ENDINGS = [number for number in signal.Signals if number.name in ("SIGTERM", "SIGHUP")]
"""Signals that end the program like an interruption: what is being written is tidied up."""


def _end(number: int, _: FrameType | None) -> None:
    sys.exit(128 + number)


def main() -> None:
    """Run the command line; every way out has an exit code, and none a traceback."""
    for number in ENDINGS:
        # Whoever started us may have chosen that it be ignored, as nohup does.
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)
    try:
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
