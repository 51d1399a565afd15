"""What the commands that show scorecards were asked for."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from scorecard.cli.options import Colour
from scorecard.formats import Format
from scorecard.model.level import Level


class Asked(NamedTuple):
    """Which scorecards, with what supposed, in which language; as it was typed."""

    targets: Sequence[str]
    folder: Path
    framework: str | None
    period: str | None
    level: Level | None
    what_if: Sequence[str]
    language: str
    quiet: bool


class Writing(NamedTuple):
    """How and where to write what comes of them."""

    format: Format | None
    output: Path | None
    colour: Colour
    paging: bool
