"""The only writer: text or bytes to stdout or a file, diagnostics to stderr, and the exit code."""

import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from enum import IntEnum
from pathlib import Path
from typing import TextIO, TypeVar

import typer

from scorecard.cli.options import Colour, FailOn
from scorecard.diagnostic import Diagnostic
from scorecard.i18n.rules import Severity
from scorecard.project.errors import CannotRunError
from scorecard.project.write import write_whole
from scorecard.text.medium import Medium

Named = TypeVar("Named")

_UNREADABLE = "backslashreplace"

INSTEAD = {
    **dict.fromkeys((".xls", ".xlsm", ".ods"), "use .xlsx or .csv, which Excel opens"),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pdf", ".htm", ".html"), "use .md or .txt"),
}
"""What to write in the place of files that other programs make, by the endings of their names."""


STDOUT = Path("-")
"""What stands for standard output on the command line."""

WORKBOOK = ".xlsx"
"""The ending of the names of workbooks."""


class Exit(IntEnum):
    """What the exit codes mean."""

    FINE = 0
    FINDINGS = 1
    COULD_NOT_RUN = 2


def medium(colour: Colour, stream: TextIO | None = None, *, to_file: bool = False) -> Medium:
    """Return what the text is for: the width of the terminal, and whether colours are wanted.

    The stream is stdout where none is given.
    `--color` decides, then NO_COLOR, then FORCE_COLOR or CLICOLOR_FORCE, then whether the
    stream is a terminal.
    """
    width = shutil.get_terminal_size().columns
    if colour != "auto":
        return Medium(width, colour == "always")
    if os.environ.get("NO_COLOR"):
        return Medium(width, colour=False)
    forced = any(
        os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")
    )
    stream = stream or sys.stdout
    terminal = stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
    return Medium(width, forced or (terminal and not to_file))


def format_of(
    given: Named | None, output: Path | None, endings: Mapping[str, Named], usual: Named
) -> Named:
    """Return the format that is given, else that of the ending of a name, else the usual one.

    Raise CannotRunError for an ending that is not known.
    """
    if given is not None:
        return given
    ending = output.suffix.lower() if output else ""
    if ending in endings:
        return endings[ending]
    if ending:
        known = ", ".join(sorted(endings))
        raise CannotRunError(
            f"{ending} files are not written: {INSTEAD.get(ending, f'known are {known}')}"
        )
    return usual


def write(content: str | bytes, output: Path | None, *, encoding: str = "utf-8") -> bool:
    """Write text or bytes to a file, or to stdout; text is UTF-8 on every machine.

    Return whether anybody still reads. Raise CannotRunError where it cannot be written.
    """
    if output is not None and output != STDOUT:
        _refuse_ending(output.suffix.lower(), content)
        data = content if isinstance(content, bytes) else content.encode(encoding, _UNREADABLE)
        try:
            write_whole(output, data)
        except OSError as error:
            raise CannotRunError(
                f"{output.as_posix()} cannot be written: {error.strerror}"
            ) from None
        return True
    return _to_stream(sys.stdout, content)


def _refuse_ending(ending: str, content: str | bytes) -> None:
    """Raise CannotRunError for a name under which nobody would look for such content."""
    if ending in INSTEAD:
        raise CannotRunError(f"{ending} files are not written: {INSTEAD[ending]}")
    if ending and (ending == WORKBOOK) != isinstance(content, bytes):
        raise CannotRunError(
            f"a workbook is no {ending} file: use {WORKBOOK}"
            if isinstance(content, bytes)
            else f"text is no {WORKBOOK} file: leave out --format, or choose another ending"
        )


def report(text: str) -> None:
    """Write diagnostics or a message to stderr; if it takes none, the exit code must do."""
    with suppress(CannotRunError):
        _to_stream(sys.stderr, text)


def exit_code(found: Iterable[Diagnostic], fail_on: FailOn = "error") -> Exit:
    """Return what diagnostics amount to: those at a severity or above fail."""
    worst = Exit.FINE
    for item in found:
        if item.code == "SC100":
            return Exit.COULD_NOT_RUN
        if fail_on != "never" and item.severity.weight >= Severity(fail_on).weight:
            worst = Exit.FINDINGS
    return worst


def leave(code: Exit) -> None:
    """End the program with an exit code, if it is not the usual one."""
    if code:
        raise typer.Exit(code)


def _to_stream(stream: TextIO | None, content: str | bytes) -> bool:
    if stream is None:
        raise CannotRunError("the output cannot be written: it is closed")
    if isinstance(content, bytes) and stream.isatty():
        raise CannotRunError("a terminal shows no workbook: give it a place, as in -o table.xlsx")
    data = content if isinstance(content, bytes) else content.encode("utf-8", _UNREADABLE)
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        # Whoever read it has seen enough; nothing may be flushed to it again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return False
    except OSError as error:
        raise CannotRunError(f"the output cannot be written: {error.strerror}") from None
    return True
