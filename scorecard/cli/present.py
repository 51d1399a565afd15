"""How commands open scorecards, write what comes of them, and say what is wrong with them."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from scorecard.cli.groups import Which, Writing
from scorecard.cli.output import (
    STDOUT,
    exit_code,
    format_of,
    leave,
    medium,
    report,
    report_findings,
    write,
    write_pieces,
)
from scorecard.cli.pager import show
from scorecard.cli.progress import progress
from scorecard.cli.spreadsheets import command_line, workbooks
from scorecard.diagnostic import Diagnostic
from scorecard.formats import FORMATS, STREAMED, pieces
from scorecard.i18n import Words
from scorecard.i18n.language import spoken
from scorecard.i18n.rules import Severity
from scorecard.i18n.sayings import say
from scorecard.project.errors import CannotRunError
from scorecard.project.fingerprint import digest_of_all
from scorecard.project.foreseen import foreseen
from scorecard.project.load import File
from scorecard.project.places import is_there, refuse_to_replace
from scorecard.project.selection import Choice
from scorecard.project.targets import Gathered, gather, read_period
from scorecard.project.write import Changed, write_all
from scorecard.report.blocks import View
from scorecard.text.formats import ENDINGS, ROWS, Format
from scorecard.text.medium import Medium
from scorecard.text.printable import Printable

SPREADSHEET = "utf-8-sig"
"""Excel takes a file for UTF-8 only where it begins with the mark for it."""

INDEX = "index.html"
"""The page that the pages of a folder begin with."""


def gathered_from(targets: Sequence[str], which: Which, writing: Writing) -> Gathered:
    """Open what the targets name; raise CannotRunError for a target that is not there.

    It is said how far that has come, if it is slow.
    """
    foresee = partial(foreseen, period=read_period(which.period))
    with progress(quiet=writing.quiet) as step:
        return gather(targets, which.folder, step, foresee)


def choice_of(which: Which, level: str | None = None) -> Choice:
    """Return what the shared options ask for; raise CannotRunError for a period that is none."""
    return Choice(which.framework, read_period(which.period), level, which.tracks or ())


def present(
    view: View,
    opened: Sequence[File],
    writing: Writing,
    site: Callable[[], Mapping[str, View]] | None = None,
) -> None:
    """Write a view as it was asked for; errors, and why files are unread, go to stderr.

    Where a folder of pages is asked for, and there is one, that is written instead.
    """
    read = [file.path for file in opened]
    if site and not writing.format:
        _refuse_folder_without_stroke(writing.output)
    if site and asks_for_site(writing):
        write_site(site(), read, writing)
    else:
        write_view(view, read, writing)
    found = [
        item
        for file in opened
        for item in file.diagnostics
        # Why a file is passed over is no error where its name alone is the reason.
        if file.unread or item.severity is Severity.ERROR
    ]
    tell(found, len(opened), writing)


def _refuse_folder_without_stroke(output: Path | None) -> None:
    """Raise CannotRunError for what may be meant as a folder of pages or as a file."""
    if output and output != STDOUT and not output.suffix and not is_there(output):
        raise CannotRunError(say("error.folder-or-file", name=output.as_posix()))


def write_view(view: View, read: Sequence[Path], writing: Writing) -> None:
    """Write a view of files that were read as it was asked for; notes of mere rows go to stderr.

    A table that is longer than the screen may be shown through a pager.
    """
    output = None if writing.output == STDOUT else writing.output
    refuse_to_replace(output, read)
    chosen = format_of(writing.format, output, ENDINGS, "table")
    if chosen in ROWS and view.sheet is tuple:
        raise CannotRunError(say("error.no-rows", format=chosen))
    seen_by = medium(writing.colour, to_file=output is not None)
    seen_by = seen_by._replace(dialect=writing.csv_dialect)
    if chosen == "table" and output is None:
        show(pieces(chosen, view, seen_by), paging=not writing.no_pager)
    elif chosen in STREAMED:
        encoding = SPREADSHEET if chosen == "csv" else "utf-8"
        write_pieces(pieces(chosen, view, seen_by), output, encoding=encoding)
    else:
        if chosen == "html":
            view = view._replace(foot=_foot(read))
        write(_rendered(view, chosen, seen_by), output)
    if chosen in ROWS:
        report("".join(f"{note.label}: {note.text}\n" for note in view.notes))


def write_site(pages: Mapping[str, View], read: Sequence[Path], writing: Writing) -> None:
    """Write pages into the folder of their index, all of them or none.

    Other files that stand there are left alone. Raise CannotRunError where one of the pages
    cannot be written, or would take the place of one that others have made.
    """
    from scorecard.formats.html import MADE, render_html

    index = writing.output or Path(INDEX)
    seen_by, made = medium(writing.colour, to_file=True), _foot(read)
    changes: list[Changed] = []
    for name, view in pages.items():
        path = index.with_name(name)
        refuse_to_replace(path, read)
        before = path.read_bytes() if path.is_file() else None
        if before is not None and MADE.encode() not in before:
            raise CannotRunError(say("error.others-page", name=path.as_posix()))
        page = render_html(view._replace(foot=made), seen_by)
        changes.append(Changed(path, before, page.encode("utf-8", "backslashreplace")))
    write_all(changes)


def _foot(read: Sequence[Path]) -> tuple[Printable, ...]:
    """Return what a page was made by and from."""
    from scorecard.report.foot import foot

    # What cannot be read is told as that.
    there = [path for path in read if path.is_file() and os.access(path, os.R_OK)]
    return foot(len(there), digest_of_all(there), Words(spoken()))


def tell(found: Sequence[Diagnostic], files: int, writing: Writing) -> None:
    """Write what is wrong in so many files to stderr, and end the program if that is too much."""
    report_findings(found, files, writing.colour)
    leave(exit_code(found))


def _rendered(view: View, chosen: Format, seen_by: Medium) -> str | bytes:
    """Return a view in a format; a workbook says by which command it was made."""
    if chosen != "xlsx":
        return FORMATS[chosen](view, seen_by)
    told = view.book._replace(command=command_line(sys.argv[1:]))
    with workbooks():
        return FORMATS[chosen](view._replace(book=told), seen_by)


def asks_for_site(writing: Writing) -> bool:
    """Whether a folder of pages is asked for: by the name of its index, which a folder has."""
    output = writing.output
    return output is not None and output.name == INDEX and writing.format in (None, "html")
