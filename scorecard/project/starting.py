"""First files to begin with: scorecards without figures yet, a framework, and an example folder."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from scorecard.diagnostic import suggestion
from scorecard.i18n import Words
from scorecard.i18n.sayings import say
from scorecard.model.framework import Framework, Indicator
from scorecard.model.level import Level
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import spell
from scorecard.project.errors import CannotRunError
from scorecard.project.frameworks import bundled_frameworks
from scorecard.project.names import BUNDLED
from scorecard.project.write import Changed
from scorecard.text.naming import slug
from scorecard.toml.editing.splice import literal

EXAMPLES = (BUNDLED.parent / "example", BUNDLED.parents[1] / "scorecards" / "decision-766")
"""Where the example is: in what is installed, and in a checkout."""

_KINDS = re.compile(
    r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+(?=[^\W\d])", re.IGNORECASE
)
"""What a unit is, before its name in Vietnamese; before a number it is part of the name."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 64
_UNITS = ("percent", "count", "points", "yes-no")
_SCALES = ("ceiling", "maximum", "whole")


class NewUnit(NamedTuple):
    """A unit that is to have a scorecard."""

    id: str
    name: str


class Under(NamedTuple):
    """A framework by the name that scorecards give it, and what new scorecards have in common."""

    name: str
    framework: Framework
    period: Period
    level: Level
    parent: str | None = None


def read_unit(text: str) -> NewUnit:
    """Return a unit from `id=Name`, or from a name that an id is made of; CannotRunError for none.

    Xã Nà Hỳ becomes na-hy, and Phường 2 phuong-2.
    """
    given, mark, name = (part.strip() for part in text.partition("="))
    name = name if mark else given
    made = given if mark else _as_id(name)
    if not name or not _ID.fullmatch(made) or len(made) > _LONGEST_ID:
        raise CannotRunError(say("error.no-unit", text=text))
    return NewUnit(made, name)


def _as_id(name: str) -> str:
    return slug(_KINDS.sub("", unicodedata.normalize("NFC", name), count=1), "-")


def scorecard_text(unit: NewUnit, under: Under, words: Words) -> str:
    """Return a scorecard in which every indicator that applies is missing, with comments."""
    lines = [
        f"# {words('new.head')}",
        "format = 1",
        f"framework = {literal(under.name)}",
        f"period = {literal(under.period.text)}",
        "",
        "[unit]",
        f"id = {literal(unit.id)}",
        f"name = {literal(unit.name)}",
        f"level = {literal(under.level)}",
        *([f"parent = {literal(under.parent)}"] if under.parent else []),
        "",
        f"# {words('new.sources')}",
        "# [sources.report]",
        '# title = "…"',
        "# published = 2026-07-15",
        "",
        "[figures]",
        *_figures(under, words),
    ]
    return "".join(f"{line}\n" for line in lines)


def _figures(under: Under, words: Words) -> Iterator[str]:
    framework = under.framework
    names = {group.id: group.name for group in framework.groups}
    mine = [each for each in framework.indicators if under.level in (each.levels or [under.level])]
    width = max((len(each.id) for each in mine), default=0)
    for number, (group, members) in enumerate(groupby(mine, key=lambda each: each.group)):
        if number:
            yield ""
        yield f"# {words.name(names.get(group, group))}"
        for each in members:
            yield f'{each.id.ljust(width)} = {{ absent = "missing" }}  # {_said(each, words)}'


def _said(indicator: Indicator, words: Words) -> str:
    """Return what an indicator is, in what it is measured, and what it is held against."""
    unit = indicator.unit
    said = [words(f"new.unit.{unit}") if unit in _UNITS else words.name(unit)]
    if indicator.target == "own":
        said.append(words("new.own"))
    else:
        for target in indicator.target[:1]:
            value, scale = spell(target.value), target.basis in _SCALES
            told = words("new.scale", value=value) if scale else words("new.target", value=value)
            said.append(told)
    return f"{words.name(indicator.name)}: {', '.join(said)}"


def new_scorecards(
    units: Sequence[NewUnit], under: Under, place: Path, words: Words
) -> list[Changed]:
    """Return the scorecards of units: each in a folder of its id, or in the one file named."""
    ids = [unit.id for unit in units]
    if twice := [each for each in ids if ids.count(each) > 1]:
        raise CannotRunError(say("error.two-units", name=twice[0]))
    file = f"{under.period.text.replace('/', '--')}.toml"
    alone = place.suffix.lower() == ".toml"
    if alone and len(units) > 1:
        raise CannotRunError(say("error.one-file", name=place.as_posix()))
    paths = [place if alone else place / each / file for each in ids]
    texts = [scorecard_text(unit, under, words) for unit in units]
    return [Changed(path, None, text.encode()) for path, text in zip(paths, texts, strict=True)]


def new_framework(name: str | None, place: Path) -> list[Changed]:
    """Return a framework to begin with: a small one, or a copy of a bundled one."""
    source = Path(__file__).with_name("starter.toml")
    if name:
        if name not in bundled_frameworks():
            hint = suggestion(name, bundled_frameworks())
            hint = hint or say("framework.bundled", names=", ".join(bundled_frameworks()))
            raise CannotRunError(say("error.no-bundled", name=name, hint=hint))
        source = BUNDLED / f"{name}.toml"
    return [Changed(place, None, _without_schema(source))]


def new_example(place: Path) -> list[Changed]:
    """Return the scorecards of 34 provinces, in a folder of the name of their framework."""
    folder = next(each for each in EXAMPLES if each.is_dir())
    return [
        Changed(place / "decision-766" / path.relative_to(folder), None, _without_schema(path))
        for path in sorted(folder.rglob("*.toml"))
    ]


def _without_schema(path: Path) -> bytes:
    """Return a file without the line that leads to a schema from where it was."""
    data = path.read_bytes()
    return data.partition(b"\n")[2] if data.startswith(b"#:schema") else data
