"""One file after the other, each by itself: what is wrong in it, and what is kept of it."""

from pathlib import Path
from typing import NamedTuple

import rtoml
from pydantic import ValidationError

from scorecard.check.catalogue import check_scorecard
from scorecard.check.facts import Facts, facts
from scorecard.check.sample import sample
from scorecard.diagnostic import Diagnostic
from scorecard.files.load import Source, parsed, source
from scorecard.files.rows import lift
from scorecard.files.text import Reader
from scorecard.files.text import read as read_file
from scorecard.files.toml import digits_tell
from scorecard.measure.assessment import assess
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Scorecard
from scorecard.workspace.opening import heeding, opened
from scorecard.workspace.shelf import Shelf

_CONCLUSIONS = {"claimed", "ignore"}
"""Tables that say something of all figures together."""


class Examined(NamedTuple):
    """What is kept of a file: the facts of a scorecard that can be measured, and all diagnostics.

    `ignored` are codes that it says to leave out.
    """

    facts: Facts | None
    diagnostics: tuple[Diagnostic, ...] = ()
    ignored: tuple[str, ...] = ()


def examine(name: str, shelf: Shelf, read: Reader = read_file) -> Examined:
    """Check a file by itself.

    Nearly all files are fine, so what can be told at a glance is; any doubt has the file read
    to its last digit.
    """
    path = Path(name)
    text = source(path, name, read)
    if (known := _fine(text, path, shelf)) is not None:
        return Examined(known)
    file = heeding(opened(path, parsed(text), shelf))
    if file.assessment is None:
        return Examined(None, tuple(file.diagnostics))
    ignored = tuple(file.assessment.scorecard.ignore)
    return Examined(facts(file.assessment), tuple(file.diagnostics), ignored)


def _fine(text: Source, path: Path, shelf: Shelf) -> Facts | None:
    """Return the facts of a scorecard that no rule finds fault with, as far as a sample tells."""
    lifted = lift(text.document.text) if text.ordinary else None
    if lifted is None or digits_tell(lifted.rest):
        return None
    try:
        data = rtoml.loads(lifted.rest)
        framework = shelf.find(data["framework"], path)
        if not isinstance(framework, Framework) or not data.keys().isdisjoint(_CONCLUSIONS):
            return None
        kept, passed = sample(lifted.rows, framework)
        others = data["figures"]
        data["figures"] = {**others, **rtoml.loads("".join(kept.values()))}
        names = {name for name, *_ in passed}
        if len(data["figures"]) < len(others) + len(kept) or not names.isdisjoint(others):
            return None
        assessment = assess(Scorecard.model_validate(data), framework)
    except (KeyError, TypeError, rtoml.TomlParsingError, ValidationError):
        return None
    if next(check_scorecard(assessment), None):
        return None
    return facts(assessment, passed)
