"""`scorecard export`: every figure of every scorecard as one long table, as large as it is."""

from codecs import BOM_UTF8
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple
from urllib.parse import quote

from scorecard.api import scores_sql
from scorecard.cli.output import Exit, exit_code, leave, report_findings, write, writing_to
from scorecard.cli.progress import progress
from scorecard.diagnostic import Diagnostic
from scorecard.formats import csv
from scorecard.formats.parquet import NotInstalledError, parquet_rows
from scorecard.i18n.language import Language, speak, spoken
from scorecard.i18n.sayings import say
from scorecard.pool import in_batches, processors
from scorecard.project.errors import CannotRunError
from scorecard.project.folders import files_at
from scorecard.project.frameworks import Frameworks
from scorecard.project.load import load
from scorecard.project.places import refuse_to_replace
from scorecard.project.write import folder_in_parts, written_in_parts
from scorecard.report.columns import keys_of, sheet_of
from scorecard.report.figures import figure_rows
from scorecard.report.long_table import FIGURE_VALUES, Figures, kind_of
from scorecard.text.medium import Dialect
from scorecard.toml.reading import read

Kind = Literal["csv", "jsonl", "parquet"]
"""How the table is written."""

ENDINGS: Mapping[str, Kind] = {".csv": "csv", ".jsonl": "jsonl", ".parquet": "parquet"}
"""The kinds by the endings of file names."""


GUARDS: Mapping[str, csv.Guard] = {"csv": "formulas", "parquet": "nothing"}
"""What texts are guarded against: Parquet is opened by no spreadsheet."""


class Form(NamedTuple):
    """How the table is written; what is no CSV has no dialect but the plain one."""

    kind: Kind
    dialect: Dialect


class Batch(NamedTuple):
    """The rows of some files by their periods, as lines, and why files could not be read."""

    lines: Mapping[str, bytes]
    wrong: Sequence[Diagnostic]
    files: int


class Wanted(NamedTuple):
    """What is exported, where to, and by how many processes; None for all there are.

    `sql` asks for the query of the table in its place.
    """

    places: Sequence[Path]
    output: Path | None
    kind: Kind | None
    by_period: bool
    dialect: Dialect
    sql: bool
    jobs: int | None
    quiet: bool


def export(wanted: Wanted) -> None:
    """Write the long table whole or not at all; what cannot be read is told, and is not in it."""
    if wanted.sql:
        write(scores_sql(), wanted.output)
        return
    form = _form(wanted)
    names = files_at(wanted.places)
    refuse_to_replace(wanted.output, map(Path, names))
    wrong: list[Diagnostic] = []
    work = partial(_worker, form, spoken())
    try:
        with writing_to(wanted.output), progress(quiet=wanted.quiet) as step:
            batches = in_batches(work, names, wanted.jobs or processors())
            for batch in _written(batches, wanted, form):
                wrong += batch.wrong
                step(batch.files)
    except NotInstalledError:
        raise CannotRunError(say("error.duckdb")) from None
    report_findings(wrong, len(names))
    leave(exit_code(wrong) or (Exit.FINDINGS if wrong else Exit.FINE))


def _form(wanted: Wanted) -> Form:
    """Return how the table is written: as is asked for, else by the ending of the file."""
    ending = wanted.output.suffix.lower() if wanted.output else ""
    kind = wanted.kind or ENDINGS.get(ending)
    if kind is None and wanted.output and not wanted.by_period:
        raise CannotRunError(say("error.export-ending", ending=ending, names=", ".join(ENDINGS)))
    if (wanted.by_period or kind == "parquet") and wanted.output is None:
        what = "--partition-by" if wanted.by_period else "parquet"
        raise CannotRunError(say("error.export-place", what=what))
    return Form(kind or "csv", wanted.dialect if kind in (None, "csv") else "plain")


def _worker(form: Form, language: Language) -> "partial[Batch]":
    """Return what measures the files of a batch, under frameworks read once."""
    speak(language)
    return partial(_measured, form, Frameworks())


def _measured(form: Form, frameworks: Frameworks, names: Sequence[str]) -> Batch:
    lines: dict[str, list[bytes]] = defaultdict(list)
    wrong: list[Diagnostic] = []
    for name in names:
        file = load(read(name), name, frameworks)
        if file.unread:
            wrong += file.diagnostics
        if file.assessment:
            period = file.assessment.card.period.text
            lines[period].append(_lines(form, Figures(figure_rows(file.assessment))))
    return Batch({period: b"".join(parts) for period, parts in lines.items()}, wrong, len(names))


def _lines(form: Form, rows: Figures) -> bytes:
    if form.kind == "jsonl":
        return "".join(rows.to_json_lines(spoken())).encode()
    _, *cells = sheet_of(FIGURE_VALUES, rows, spoken())
    if form.dialect != "plain":
        # Whoever asks for it opens the table in a spreadsheet, as that of show.
        return csv.lines(cells, "guesses", form.dialect).encode()
    return csv.lines(cells, GUARDS[form.kind]).encode()


def _written(batches: Iterator[Batch], wanted: Wanted, form: Form) -> Iterator[Batch]:
    """Write batches as they come, and yield each when it is written."""
    output = wanted.output
    if output is None:
        head = _head(form)
        for batch in batches:
            if not write((head + b"".join(batch.lines.values())).decode(), None):
                return
            head = b""
            yield batch
        write(head.decode(), None)
    elif wanted.by_period:
        with folder_in_parts(output) as folder:
            yield from _parts(batches, folder, form)
    else:
        with written_in_parts(output) as stream:
            yield from _whole(batches, stream, form)


def _whole(batches: Iterator[Batch], stream: BinaryIO, form: Form) -> Iterator[Batch]:
    with ExitStack() as stack:
        rows = stack.enter_context(_rows_for(stream, form.kind))
        rows.write(_mark(form) + _head(form))
        for batch in batches:
            rows.write(b"".join(batch.lines.values()))
            yield batch


def _parts(batches: Iterator[Batch], folder: Path, form: Form) -> Iterator[Batch]:
    """Write the rows of each period into a folder of its own, named as engines expect it."""
    with ExitStack() as stack:
        streams: dict[str, BinaryIO] = {}
        for batch in batches:
            for period, lines in batch.lines.items():
                if period not in streams:
                    place = folder / f"period={quote(period, safe='')}"
                    place.mkdir()
                    stream = stack.enter_context((place / f"figures.{form.kind}").open("wb"))
                    streams[period] = stack.enter_context(_rows_for(stream, form.kind))
                    streams[period].write(_mark(form) + _head(form))
                streams[period].write(lines)
            yield batch


def _head(form: Form) -> bytes:
    head = csv.lines([keys_of(FIGURE_VALUES)], dialect=form.dialect).encode()
    return b"" if form.kind == "jsonl" else head


def _mark(form: Form) -> bytes:
    """Return what a file begins with that Excel is to read as UTF-8."""
    return b"" if form.dialect == "plain" else BOM_UTF8


@contextmanager
def _rows_for(stream: BinaryIO, kind: Kind) -> Iterator[BinaryIO]:
    """Give what takes the lines of a kind, and writes them to a stream as that."""
    if kind != "parquet":
        yield stream
        return
    with parquet_rows(stream, {name: kind_of(name) for name in keys_of(FIGURE_VALUES)}) as rows:
        yield rows
