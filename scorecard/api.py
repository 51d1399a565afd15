"""The public Python API: folders opened, compared and shown, files validated, figures as rows."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from html import escape
from importlib.resources import files
from os import PathLike
from pathlib import Path

from scorecard.diagnostic import Diagnostic, suggestion
from scorecard.formats.findings import weight
from scorecard.formats.findings.json import finding_record
from scorecard.i18n.sayings import say
from scorecard.measure.assessment import Assessment
from scorecard.measure.change import earlier
from scorecard.measure.comparison import compared
from scorecard.measure.field import Fields
from scorecard.pool import processors
from scorecard.project.check import check
from scorecard.project.errors import CannotRunError
from scorecard.project.folders import files_at
from scorecard.project.frameworks import Frameworks
from scorecard.project.load import File, load, load_all, measured, territory_of
from scorecard.project.selection import (
    Choice,
    by_default,
    of_one_period,
    one_framework,
    refuse_two_meanings,
    select,
)
from scorecard.project.targets import Gathered, read_period
from scorecard.report.figures import FigureRow, figure_rows
from scorecard.report.long_table import Figures
from scorecard.report.unit_rows import unit_rows
from scorecard.report.units import Units
from scorecard.text.json import Json
from scorecard.toml.reading import read

Place = str | PathLike[str]
"""The path of a file or a folder."""


class Findings(tuple[Diagnostic, ...]):
    """What is wrong in files, by file and place."""

    __slots__ = ()

    def to_dicts(self) -> list[dict[str, Json]]:
        """Return a dict a finding with the keys of `validate --format json`."""
        return [finding_record(each) for each in self]

    def _repr_html_(self) -> str:
        rows = (
            f"<li>{weight(each)}[{each.code}] {escape(each.file)}:{each.line}: "
            f"{escape(each.message)}</li>\n"
            for each in self
        )
        return f"<ul>\n{''.join(rows)}</ul>"


class UnreadableScorecardError(ValueError):
    """A file that cannot be measured; `findings` say why."""

    def __init__(self, findings: Findings) -> None:
        first = findings[0]
        super().__init__(f"{first.file}:{first.line}:{first.column}: {first.message}")
        self.findings = findings


class Folder:
    """The scorecards of a folder, read and checked once."""

    def __init__(self, path: Place) -> None:
        self._files = load_all(map(Path, files_at([Path(path)])))

    @property
    def units(self) -> list[str]:
        """The ids of the units that have a scorecard here, in the order of the alphabet."""
        return sorted({each.card.unit.id for each in measured(self._files)})

    @property
    def findings(self) -> Findings:
        """What is wrong in the files, in each and in all together."""
        return Findings(item for file in self._files for item in file.diagnostics)

    def compare(
        self,
        *units: str,
        framework: str | None = None,
        period: str | None = None,
        level: str | None = None,
    ) -> Units:
        """Return units side by side, the best first; all that can be compared where none is named.

        As for the command, that is under the framework that the folder's settings name, or of
        most units, for the latest period that more than half of them have.
        Raise CannotRunError for a unit, framework, period or level that none of them is of.
        """
        found = Gathered((), tuple(self._files), tuple(self._files), units)
        choice = by_default(Choice(framework, read_period(period), level), found)
        under_one, _ = one_framework(self._chosen(units, choice, every_period=True), found)
        chosen = of_one_period(under_one, found).chosen
        refuse_two_meanings(chosen)
        fields = self._fields
        return Units(unit_rows(compared(chosen, fields).standings, fields))

    def show(self, *units: str, framework: str | None = None, period: str | None = None) -> Figures:
        """Return every figure of units, each under each framework, for its latest period.

        Raise CannotRunError for a unit, framework or period that none of them is of.
        """
        return Figures(
            row
            for each in self._chosen(units, Choice(framework, read_period(period)))
            for row in figure_rows(each, earlier(each, self._fields))
        )

    @cached_property
    def _fields(self) -> Fields:
        return Fields(measured(self._files), territory_of(self._files))

    def _chosen(
        self, units: Sequence[str], choice: Choice, *, every_period: bool = False
    ) -> list[Assessment]:
        known, asked = self.units if units else [], set(units)
        if strange := asked.difference(known):
            first = next(unit for unit in units if unit in strange)
            hint = suggestion(first, known) or say("error.there-is", names=", ".join(known))
            raise CannotRunError(say("error.no-unit-here", name=first, hint=hint))
        files = tuple(file for file in self._files if not units or _unit(file) in asked)
        chosen = select(Gathered((), files, files), choice, every_period=every_period)
        if not chosen:
            raise CannotRunError(say("error.nothing-measured"))
        return chosen


def open_folder(path: Place) -> Folder:
    """Read and check the scorecards in a folder and below; raise CannotRunError without one."""
    return Folder(path)


def validate(paths: Place | Iterable[Place], *, jobs: int | None = None) -> Findings:
    """Return all that is wrong in files and folders, by as many processes as there are processors.

    Raise CannotRunError for what is not there.
    """
    found = check(_places(paths), lambda _: None, jobs=jobs or processors(), cached=False)
    return Findings(found.diagnostics)


def figures(paths: Place | Iterable[Place]) -> Iterator[FigureRow]:
    """Yield every figure of every scorecard in files and folders, file by file.

    Raise UnreadableScorecardError for a file that cannot be measured: nothing is left out without
    a word; and CannotRunError for what is not there.
    """
    frameworks = Frameworks()
    for name in files_at(_places(paths)):
        yield from _rows(load(read(name), name, frameworks))


def figures_of(data: bytes, name: str) -> Figures:
    """Return every figure of the scorecard with these bytes, needing nothing but its framework.

    That is one that comes with the program, or is found beside a file of this name. Raise
    UnreadableScorecardError where it cannot be measured. A framework has no figures.
    """
    return _rows(load(data, name, Frameworks()))


def scores_sql() -> str:
    """Return the SQL that makes scores, coverage, tallies and ranks of the long table.

    It is one query of a table or view `figures`, the same for DuckDB and Spark SQL.
    """
    return files("scorecard.report").joinpath("scores.sql").read_text("utf-8")


def _rows(file: File) -> Figures:
    if file.unread:
        raise UnreadableScorecardError(Findings(file.diagnostics))
    return Figures(figure_rows(file.assessment) if file.assessment else ())


def _places(paths: Place | Iterable[Place]) -> list[Path]:
    return [Path(paths)] if isinstance(paths, str | PathLike) else list(map(Path, paths))


def _unit(file: File) -> str | None:
    return file.assessment.card.unit.id if file.assessment else None
