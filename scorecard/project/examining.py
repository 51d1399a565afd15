"""One file after the other, each by itself: what is wrong in it, and what is kept of it."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import rtoml
from pydantic import ValidationError

from scorecard.diagnostic import Diagnostic, Finding
from scorecard.measure.assessment import Assessment, assess
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Figure, Scorecard
from scorecard.project.opening import heeding, opened
from scorecard.project.shelf import Shelf
from scorecard.rules.catalogue import check_scorecard
from scorecard.rules.facts import Facts, facts
from scorecard.rules.sample import Sample, sample
from scorecard.rules.scales import wholes
from scorecard.toml.data import digits_tell
from scorecard.toml.hidden import is_ordinary
from scorecard.toml.load import content
from scorecard.toml.reading import Reader
from scorecard.toml.reading import read as read_file
from scorecard.toml.rows import Lifted, lift

_FRAMEWORK = re.compile(r'^framework = "([^"\\\n]++)"', re.MULTILINE)


class Examined(NamedTuple):
    """What is kept of a file: the facts of a scorecard that can be measured, and all diagnostics.

    `ignored` are codes that it says to leave out.
    """

    facts: Facts | None
    diagnostics: tuple[Diagnostic, ...] = ()
    ignored: tuple[str, ...] = ()


class Record(NamedTuple):
    """How a file looked from outside, a digest of its bytes, and what was found in it."""

    look: str | None
    digest: str
    examined: Examined


def examine(names: Sequence[str], shelf: Shelf, read: Reader = read_file) -> list[Examined]:
    """Check files, each by itself, and return what is kept of them in their order.

    Nearly all files are fine, so what can be told at a glance is; any doubt has the file read
    to its last digit.
    """
    # One step for all files after the other: a processor runs what it has just run much sooner.
    data = [read(name) for name in names]
    glances = [_glance(said, name, shelf) for said, name in zip(data, names, strict=True)]
    samples = [glance and sample(glance.lifted.rows, glance.framework) for glance in glances]
    cards = [
        glance and each and _card(glance, each)
        for glance, each in zip(glances, samples, strict=True)
    ]
    fine = [card if card and next(check_scorecard(card), None) is None else None for card in cards]
    known = [
        facts(card, glance.lifted.rows, each.values) if card and glance and each else None
        for card, glance, each in zip(fine, glances, samples, strict=True)
    ]
    return [
        Examined(each) if each else _looked_at(said, name, shelf)
        for each, said, name in zip(known, data, names, strict=True)
    ]


class _Glance(NamedTuple):
    """A text without its plain rows, and the framework that it names."""

    lifted: Lifted
    framework: Framework
    named: str


def _glance(data: bytes | Finding, name: str, shelf: Shelf) -> _Glance | None:
    """Return what is seen of a file at a glance; None where that is not enough."""
    try:
        text = data.decode() if isinstance(data, bytes) and is_ordinary(data) else ""
    except UnicodeDecodeError:
        return None
    lifted = lift(text)
    named = _FRAMEWORK.search(lifted.before) if lifted else None
    framework = shelf.find(named[1], name) if named else None
    if not lifted or not named or not isinstance(framework, Framework):
        return None
    return _Glance(lifted, framework, named[1])


def _card(glance: _Glance, sampled: Sample) -> Assessment | None:
    """Return a scorecard with the rows that are kept; None where that says too little of it."""
    lifted, rounding = glance.lifted, bool(wholes(glance.framework))
    rest = lifted.text_with(sampled.kept, sampled.named)
    # No number of a row has so many digits, and there are numbers in no other table; figures that
    # have a table each may stand anywhere.
    once = rest.count("figures") == 1 and "\\" not in rest
    numbers = lifted.odd if once and not rounding else rest
    if digits_tell(numbers, rounding=rounding):
        return None
    try:
        card = Scorecard.model_validate(rtoml.loads(rest))
    except (rtoml.TomlParsingError, ValidationError):
        return None
    # Rows that are passed over are given nowhere else, and nothing is concluded from them.
    rows = card.figures.keys() & set(lifted.rows.names)
    concluded = card.claimed or card.ignore or any(map(_claimed, card.figures.values()))
    if concluded or len(rows) > len(sampled.kept) + len(sampled.named):
        return None
    return assess(card, glance.framework) if card.framework == glance.named else None


def _claimed(figure: Figure) -> bool:
    return figure.claimed is not None


def _looked_at(data: bytes | Finding, name: str, shelf: Shelf) -> Examined:
    """Check a file to its last digit."""
    file = heeding(opened(Path(name), content(name, name, lambda _: data), shelf))
    if file.assessment is None:
        return Examined(None, tuple(file.diagnostics))
    ignored = tuple(file.assessment.scorecard.ignore)
    return Examined(facts(file.assessment), tuple(file.diagnostics), ignored)
