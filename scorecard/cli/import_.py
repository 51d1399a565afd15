"""`scorecard import`: a workbook or CSV into scorecards, by a map that people have seen."""

from collections.abc import Sequence
from pathlib import Path

from scorecard.cli.importing import Importing
from scorecard.cli.output import (
    STDOUT,
    exit_code,
    in_shell,
    leave,
    medium,
    report,
    report_findings,
    write,
)
from scorecard.diagnostic import Diagnostic
from scorecard.formats.findings import FORMATS, Report
from scorecard.i18n import Words
from scorecard.i18n.language import spoken
from scorecard.i18n.sayings import say
from scorecard.importers.cells import Book, Told, UnreadableBookError, diagnostics
from scorecard.importers.reading import NoReaderError, read_book
from scorecard.project.errors import CannotRunError
from scorecard.project.importing import Imported, imported, load_map
from scorecard.project.places import is_there
from scorecard.project.unified_diff import unified_diff
from scorecard.project.write import Changed, write_all
from scorecard.text.printable import printable


def import_book(place: Path, wanted: Importing) -> None:
    """Show what a book makes of scorecards, or write it; without a map, draft one."""
    if not is_there(place):
        raise CannotRunError(say("error.no-file", name=place.as_posix()))
    _refuse_what_does_not_go_together(place, wanted)
    book = _opened(place)
    if not isinstance(book, Book):
        _tell(book, wanted)
        leave(exit_code(book))
    elif wanted.map is None:
        _draft(book, wanted)
    else:
        _by_map(book, wanted, wanted.map)


def _opened(place: Path) -> Book | list[Diagnostic]:
    """Return a book, or what is told of a file that is none."""
    try:
        return read_book(place, place.as_posix())
    except UnreadableBookError as error:
        return diagnostics(place.as_posix(), [Told(error.finding)])
    except NoReaderError as error:
        raise CannotRunError(say("error.excel", name=error)) from None


def _refuse_what_does_not_go_together(place: Path, wanted: Importing) -> None:
    """Raise CannotRunError for a map in the place of a book, and for what needs a map, or none."""
    if place.suffix.lower() == ".toml":
        raise CannotRunError(say("error.toml-book", name=place.as_posix()))
    if wanted.map is None and wanted.write:
        raise CannotRunError(say("error.write-map", book=in_shell(place)))
    if wanted.map and wanted.output:
        raise CannotRunError(say("error.draft-map"))


def _draft(book: Book, wanted: Importing) -> None:
    """Write the draft of a map: to stdout it alone, to a file with the framework that it needs."""
    from scorecard.project.drafted_framework import FILE
    from scorecard.project.drafting import drafted

    words, place = Words(spoken()), wanted.output
    if place is None or place == STDOUT:
        map_, framework = drafted(book, wanted.sheet, wanted.framework)
        # What is spelled out in the quotes of TOML is still the same text.
        write("\n".join(map(printable, map_.split("\n"))), None)
        if framework:
            step = words("import.framework", book=in_shell(Path(book.name)))
            report(f"{printable(step)}\n")
        return
    map_, framework = drafted(book, wanted.sheet, wanted.framework, place.parent)
    files = [Changed(place, None, map_.encode())]
    if framework:
        beside = place.with_name(FILE)
        if is_there(beside):
            raise CannotRunError(say("error.framework-there", name=in_shell(beside)))
        files.append(Changed(beside, None, framework.encode()))
    write_all(files)
    names = [printable(file.path.as_posix()) for file in files]
    typed = {"book": in_shell(Path(book.name)), "map": in_shell(place)}
    step = printable(words("import.next", files=", ".join(names), **typed))
    write("".join(f"{line}\n" for line in [*names, step]), None)


def _by_map(book: Book, wanted: Importing, place: Path) -> None:
    loaded = load_map(place)
    by = loaded.model
    if by is None:
        found = [loaded.document.diagnostic(each) for each in loaded.findings]
        done = Imported([], found)
    else:
        by = by.model_copy(update={"sheet": wanted.sheet}) if wanted.sheet else by
        done = _with_edits(book, imported(book, by, loaded.document, place))
    if wanted.write:
        write_all([*done.files, *done.memory])
    elif wanted.format == "text":
        write(unified_diff(done.files), None)
    _tell(done.found, wanted)
    if wanted.format == "text" and by:
        _sum_up(done, written=wanted.write)
    leave(exit_code(done.found))


def _with_edits(book: Book, done: Imported) -> Imported:
    """Return what is done of a book, with what was edited in it where nothing is read."""
    if done.table is None:
        return done
    from scorecard.report.unread_edits import unread_edits

    told = diagnostics(book.name, unread_edits(book, done.table))
    return done._replace(found=[*done.found, *told])


def _tell(found: Sequence[Diagnostic], wanted: Importing) -> None:
    """Write what was found: to stderr beside what changes, and in another format alone."""
    if wanted.format != "text":
        files = [printable(name) for name in sorted({item.file for item in found})]
        told = Report(1, found, files, command="import")
        write(FORMATS[wanted.format](told, medium(wanted.colour)), None)
    else:
        report_findings(found, 1, wanted.colour)


def _sum_up(done: Imported, *, written: bool) -> None:
    words = Words(spoken())
    if written:
        write("".join(f"{printable(file.path.as_posix())}\n" for file in done.files), None)
    counts = {"files": len(done.files), "figures": done.figures, "doubtful": done.doubtful}
    told = words("import.written", **counts) if written else words("import.dry", **counts)
    report(f"{told}\n")
