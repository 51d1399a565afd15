"""The only writer: text to stdout or a file, diagnostics to stderr, and the exit code."""

import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress
from enum import IntEnum
from pathlib import Path
from typing import TextIO

import typer

from scorecard.cli.options import Colour, FailOn
from scorecard.diagnostic import Diagnostic
from scorecard.i18n import FROM_RIGHT_TO_LEFT
from scorecard.i18n.language import spoken
from scorecard.i18n.rules import Severity
from scorecard.project.errors import CannotRunError
from scorecard.project.write import write_whole
from scorecard.text.medium import Medium

INSTEAD = {
    **dict.fromkeys((".xls", ".xlsx", ".ods"), "use .csv, which Excel opens"),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pdf"), "use .html, which Word opens"),
}
"""What to write in the place of files that other programs make, by the endings of their names."""


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
        return _spoken(width, colour == "always")
    if os.environ.get("NO_COLOR"):
        return _spoken(width, colour=False)
    forced = any(
        os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")
    )
    stream = stream or sys.stdout
    terminal = stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
    return _spoken(width, forced or (terminal and not to_file))


def _spoken(width: int, colour: bool) -> Medium:
    language = spoken()
    return Medium(width, colour, language, language in FROM_RIGHT_TO_LEFT)


def write(text: str, output: Path | None, *, encoding: str = "utf-8") -> bool:
    """Write text to a file, or to stdout; in UTF-8, so that every machine prints the same bytes.

    Return whether anybody still reads. Raise CannotRunError where it cannot be written.
    """
    if output is not None:
        ending = output.suffix.lower()
        if ending in INSTEAD:
            raise CannotRunError(f"{ending} files are not written: {INSTEAD[ending]}")
        try:
            write_whole(output, text.encode(encoding, "backslashreplace"))
        except OSError as error:
            raise CannotRunError(
                f"{output.as_posix()} cannot be written: {error.strerror}"
            ) from None
        return True
    return _to_stream(sys.stdout, text)


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


def _to_stream(stream: TextIO | None, text: str) -> bool:
    if stream is None:
        raise CannotRunError("the output cannot be written: it is closed")
    try:
        stream.flush()
        stream.buffer.write(text.encode("utf-8", "backslashreplace"))
        stream.buffer.flush()
    except BrokenPipeError:
        # Whoever read it has seen enough; nothing may be flushed to it again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return False
    except OSError as error:
        raise CannotRunError(f"the output cannot be written: {error.strerror}") from None
    return True
