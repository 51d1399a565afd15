"""The only writer: text or bytes to stdout or a file, diagnostics to stderr, and the exit code."""

import os
import shlex
import shutil
import sys
from codecs import getincrementalencoder
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from enum import IntEnum
from pathlib import Path
from typing import TextIO, TypeVar

import typer

from scorecard.cli.options import Colour, FailOn
from scorecard.diagnostic import Diagnostic
from scorecard.i18n.language import FROM_RIGHT_TO_LEFT, spoken
from scorecard.i18n.rules import Severity
from scorecard.i18n.sayings import refusal, say
from scorecard.project.errors import CannotRunError
from scorecard.project.write import naming, write_whole, written_in_parts
from scorecard.text.medium import Medium

Named = TypeVar("Named")

_UNREADABLE = "backslashreplace"

INSTEAD = {
    **dict.fromkeys((".xls", ".xlsm", ".ods"), ".csv"),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pdf"), ".html"),
}
"""What is written in the place of files that other programs make, by the endings of their names."""

ADVICE = {".csv": "error.use-csv", ".html": "error.use-html"}


STDOUT = Path("-")
"""What stands for standard output on the command line."""

WORKBOOK = ".xlsx"
"""The ending of the names of workbooks."""

PAGES = (".html", ".htm")
"""The endings of the names of pages."""

_PAGE = "<!DOCTYPE html>"


class Exit(IntEnum):
    """What the exit codes mean."""

    FINE = 0
    FINDINGS = 1
    COULD_NOT_RUN = 2


def medium(colour: Colour, stream: TextIO | None = None, *, to_file: bool = False) -> Medium:
    """Return what the text is for: the width of the terminal, and whether colours are wanted.

    The stream is stdout where none is given.
    `--color` decides, then NO_COLOR, then FORCE_COLOR or CLICOLOR_FORCE, then whether the
    stream is a terminal. Links are for a terminal with colours only.
    """
    width = shutil.get_terminal_size().columns
    stream = stream or sys.stdout
    terminal = stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
    shown = terminal and not to_file
    wanted = _colours_wanted(colour, shown)
    language = spoken()
    return Medium(
        width,
        wanted,
        links=wanted and shown,
        language=language,
        right_to_left=language in FROM_RIGHT_TO_LEFT,
    )


def _colours_wanted(colour: Colour, shown: bool) -> bool:
    if colour != "auto":
        return colour == "always"
    if os.environ.get("NO_COLOR"):
        return False
    forced = any(
        os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")
    )
    return forced or shown


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
        instead = INSTEAD.get(ending)
        known = say("error.known-endings", names=", ".join(sorted(endings)))
        advice = say(ADVICE[instead]) if instead in endings and instead else known
        raise CannotRunError(say("error.ending", ending=ending, instead=advice))
    return usual


def write(content: str | bytes, output: Path | None, *, encoding: str = "utf-8") -> bool:
    """Write text or bytes to a file, or to stdout; text is UTF-8 on every machine.

    Return whether anybody still reads. Raise CannotRunError where it cannot be written.
    """
    if output is not None and output != STDOUT:
        _refuse_ending(output.suffix.lower(), content)
        data = content if isinstance(content, bytes) else content.encode(encoding, _UNREADABLE)
        with writing_to(output):
            write_whole(output, data)
        return True
    return _to_stream(sys.stdout, content)


def write_pieces(pieces: Iterable[str], output: Path | None, *, encoding: str = "utf-8") -> None:
    """Write a text piece by piece, as `write` does; a file is there once it is whole."""
    if output is None:
        for piece in pieces:
            if not _to_stream(sys.stdout, piece):
                return
        return
    _refuse_ending(output.suffix.lower(), "")
    encoder = getincrementalencoder(encoding)(_UNREADABLE)
    with writing_to(output), written_in_parts(output) as stream:
        for piece in pieces:
            stream.write(encoder.encode(piece))


@contextmanager
def writing_to(place: Path | None) -> Iterator[None]:
    """Raise CannotRunError where the system refuses what is written to a place; None is stdout."""
    if place is not None:
        with naming(place):
            yield
        return
    try:
        yield
    except OSError as error:
        raise CannotRunError(say("error.output-reason", reason=refusal(error))) from None


def _refuse_ending(ending: str, content: str | bytes) -> None:
    """Raise CannotRunError for a name under which nobody would look for such content."""
    of_pages = isinstance(content, str) and not content.startswith(_PAGE)
    if ending in INSTEAD or (ending in PAGES and of_pages):
        key = "error.use-csv" if INSTEAD.get(ending) == ".csv" else "error.use-text"
        raise CannotRunError(say("error.ending", ending=ending, instead=say(key)))
    if ending and (ending == WORKBOOK) != isinstance(content, bytes):
        key = "error.workbook-ending" if isinstance(content, bytes) else "error.text-ending"
        raise CannotRunError(say(key, ending=ending, workbook=WORKBOOK))


def in_shell(path: Path) -> str:
    """Return the name of a file as it is typed in a shell."""
    return shlex.quote(path.as_posix())


def report(text: str) -> None:
    """Write diagnostics or a message to stderr; if it takes none, the exit code must do."""
    with suppress(CannotRunError):
        _to_stream(sys.stderr, text)


def report_findings(found: Sequence[Diagnostic], files: int, colour: Colour = "auto") -> None:
    """Write what is wrong in so many files to stderr, if anything is."""
    if found:
        # Most runs have nothing to tell, and go without all this.
        from scorecard.formats.findings import Report
        from scorecard.formats.findings.text import annotate_text

        report(annotate_text(Report(files, found), medium(colour, sys.stderr)))


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
        raise CannotRunError(say("error.output-closed"))
    if isinstance(content, bytes) and stream.isatty():
        raise CannotRunError(say("error.terminal-workbook"))
    data = content if isinstance(content, bytes) else content.encode("utf-8", _UNREADABLE)
    with writing_to(None):
        try:
            stream.flush()
            stream.buffer.write(data)
            stream.buffer.flush()
        except BrokenPipeError:
            # Whoever read it has seen enough; nothing may be flushed to it again at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            return False
    return True
