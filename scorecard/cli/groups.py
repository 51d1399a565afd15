"""Options that go together: a group that commands take whole."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, get_args

from scorecard.cli.completion import bundled, codes, files, frameworks, orders, periods
from scorecard.cli.options import (
    ColourOption,
    FailOn,
    Folder,
    LanguageOption,
    Output,
    Paths,
    Place,
    Quiet,
    counts_option,
    view_option,
    which_option,
    work_option,
    writing_option,
)
from scorecard.cli.spreadsheets import CsvDialect
from scorecard.model.level import LEVELS
from scorecard.text.formats import ENDINGS, FindingsFormat, Format


class Starting(NamedTuple):
    """What new files say, and where they are written."""

    units: Annotated[
        list[str] | None,
        which_option(
            "--unit", 'A unit: "Xã Nà Hỳ", or "na-hy=Xã Nà Hỳ". Again for each one more.', "NAME"
        ),
    ] = None
    level: Annotated[
        str | None,
        which_option("--level", f"What kind of unit it is: {', '.join(LEVELS)}.", "LEVEL"),
    ] = None
    parent: Annotated[
        str | None, which_option("--parent", "The id of the unit that they are a part of.", "ID")
    ] = None
    period: Annotated[str | None, which_option("--period", "The period: 2026-H1.", "PERIOD")] = None
    framework: Annotated[
        str | None,
        which_option(
            "--framework", "A bundled framework, or a path to a .toml file.", "FRAMEWORK", bundled
        ),
    ] = None
    folder: Folder = Path("scorecards")
    output: Annotated[
        Path | None,
        writing_option("--output, -o", "A folder to write to, or a .toml file.", "PLACE", files),
    ] = None
    language: LanguageOption = None


class Which(NamedTuple):
    """Which scorecards are meant."""

    folder: Folder = Path("scorecards")
    framework: Annotated[
        str | None,
        which_option(
            "--framework",
            "Only those under this framework: pci, pci@2013.",
            "FRAMEWORK",
            frameworks,
        ),
    ] = None
    period: Annotated[
        str | None,
        which_option("--period", "This period instead of the latest.", "PERIOD", periods),
    ] = None
    tracks: Annotated[
        list[str] | None,
        which_option("--track", "Only this track (self, appraised, …); give several.", "TRACK"),
    ] = None


class Layout(NamedTuple):
    """How units are set side by side."""

    rows: Annotated[
        Literal["units", "indicators"] | None,
        view_option("--rows", "What has a row each; else units, or indicators for a few units."),
    ] = None
    by: Annotated[
        Literal["groups", "indicators"] | None, view_option("--by", "What units are compared by.")
    ] = None
    sort: Annotated[
        str,
        view_option("--sort", "rank, unit, or the id of a group or indicator.", "ORDER", orders),
    ] = "rank"
    top: Annotated[int | None, view_option("--top", "Only the first so many.", "N", min=1)] = None
    bottom: Annotated[int | None, view_option("--bottom", "Only the last so many.", "N", min=1)] = (
        None
    )
    by_parent: Annotated[
        bool, view_option("--by-parent", "Sum children up into their parents.")
    ] = False
    sensitivity: Annotated[
        bool, view_option("--sensitivity", "Say how ranks hang on the weights.")
    ] = False


class Writing(NamedTuple):
    """How and where to write what comes of scorecards."""

    format: Annotated[
        Format | None,
        writing_option(
            "--format, -f",
            f"How to write it; else by the ending of -o ({', '.join(ENDINGS)}), else as a table.",
        ),
    ] = None
    output: Place = None
    language: LanguageOption = None
    colour: ColourOption = "auto"
    csv_dialect: CsvDialect = "plain"
    no_pager: Annotated[
        bool, writing_option("--no-pager", "Write a long table at once, not page by page.")
    ] = False
    quiet: Quiet = False


class Checking(NamedTuple):
    """What to check, what counts, and where it goes; None for `jobs` is all processors."""

    paths: Paths = None
    folder: Folder = Path("scorecards")
    fail_on: Annotated[
        FailOn,
        counts_option(
            "--fail-on",
            f"The lightest finding that fails: {', '.join(get_args(FailOn))}.",
            "SEVERITY",
        ),
    ] = "error"
    select: Annotated[
        list[str] | None,
        counts_option(
            "--select", "Only these: SC403, or SC4 for all that begin so.", "CODE", codes
        ),
    ] = None
    ignore: Annotated[
        list[str] | None, counts_option("--ignore", "All but these.", "CODE", codes)
    ] = None
    baseline: Annotated[
        Path | None,
        counts_option(
            "--baseline", "A file of findings that are accepted as they are.", "FILE", files
        ),
    ] = None
    write_baseline: Annotated[
        bool, counts_option("--write-baseline", "Write what is found now to the baseline.")
    ] = False
    stdin_name: Annotated[
        Path,
        which_option(
            "--stdin-filename", "The name of what comes from standard input.", "FILE", files
        ),
    ] = Path("stdin.toml")
    fix: Annotated[bool, work_option("--fix", "Mend what is sure to be a slip, in the files.")] = (
        False
    )
    diff: Annotated[
        bool, work_option("--diff", "Show what --fix would change, and write nothing.")
    ] = False
    watch: Annotated[bool, work_option("--watch", "Check again whenever a file changes.")] = False
    jobs: Annotated[
        int | None,
        work_option(
            "--jobs",
            "How many processes check files; else as many as there are processors at hand.",
            "N",
            min=1,
        ),
    ] = None
    no_cache: Annotated[
        bool, work_option("--no-cache", "Read every file again, and keep nothing of it.")
    ] = False
    quiet: Quiet = False
    format: Annotated[
        FindingsFormat | None,
        writing_option(
            "--format, -f",
            f"How to write what is found: {', '.join(get_args(FindingsFormat))}; else by the "
            "ending of -o, else as text.",
            "FORMAT",
        ),
    ] = None
    output: Output = None
    language: LanguageOption = None
    colour: ColourOption = "auto"

    @property
    def places(self) -> Sequence[Path]:
        """The files and folders to check."""
        return self.paths or [self.folder]
