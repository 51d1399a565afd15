"""What comes of one file by itself, and the same as JSON to be kept."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from scorecard.diagnostic import Diagnostic, SecondSpot, Spot
from scorecard.i18n.rules import Severity
from scorecard.numbers.period import parse
from scorecard.rules.record import Record, Under, shared
from scorecard.text.printable import printable

TEXT = Spot._fields.index("sheet")
"""So many fields of a spot are of a text; the others are of a book."""


class Checked(NamedTuple):
    """The record of a file, if it can be measured, and all diagnostics.

    `ignored` are codes that it says to leave out. `digest` is of its bytes; empty where these
    cannot be read, or nothing is kept. `beside` are the other files that it rests on, but for what
    comes with the program: the path of each, and a digest, empty where it may be another file the
    next time. Of its folder it is the repository.
    A `register` says of units over time what rules across files ask for.
    """

    record: Record | None
    diagnostics: tuple[Diagnostic, ...]
    ignored: tuple[str, ...] = ()
    digest: str = ""
    beside: tuple[tuple[str, str], ...] = ()
    register: bool = False


def serialised(checked: Checked) -> str:
    """Return what was found in a file as JSON; of its framework, the digest only."""
    record: list[Any] | None = None
    if kept := checked.record:
        whose = kept[2 : Record._fields.index("numbers")]
        said = (b64encode(kept.numbers).decode(), kept.spelled, kept.targets)
        marks = (kept.estimated, kept.final, kept.inapplicable, kept.faulty)
        record = [kept.under.digest, kept.period.text, whose, *said, marks]
    found = list(map(_plain, checked.diagnostics))
    return json.dumps(
        [record, found, checked.ignored, checked.digest, checked.beside, checked.register]
    )


def restored(name: str, text: str, frameworks: Mapping[str, Under]) -> Checked:
    """Return what `serialised` made JSON of, for a file of this name.

    Every text is made harmless anew. Raise ValueError, LookupError or TypeError for other JSON.
    """
    kept, found, ignored, said, beside, register = json.loads(text)
    record = None
    if kept:
        digest, period, who, numbers, *spelled, marks = kept
        texts = ({int(place): str(said) for place, said in by.items()} for by in spelled)
        # A name by language, and codes.
        who = [shared(each) if isinstance(each, dict) else each for each in who]
        first = (frameworks[digest], parse(period), *who)
        record = Record._make((*first, b64decode(numbers), *texts, *marks))
    diagnostics = tuple(_diagnostic(name, each) for each in found)
    rests = tuple((str(path), str(then)) for path, then in beside)
    return Checked(record, diagnostics, tuple(ignored), str(said), rests, bool(register))


def serialised_together(found: Iterable[tuple[str, Diagnostic]]) -> str:
    """Return as JSON what files get wrong together, each with the name of its file."""
    return json.dumps([(name, _plain(item)) for name, item in found])


def restored_together(text: str) -> list[tuple[str, Diagnostic]]:
    """Return what `serialised_together` made JSON of, on the terms of `restored`."""
    return [(str(name), _diagnostic(str(name), each)) for name, each in json.loads(text)]


def _plain(item: Diagnostic) -> tuple[object, ...]:
    return (item.code, item.severity.value, *item[2:])


def _diagnostic(name: str, kept: Sequence[Any]) -> Diagnostic:
    code, severity, message, hint, _, spot, second, subject = kept
    related = second and SecondSpot(printable(second[0]), _spot(*second[1][:TEXT]))
    words = (printable(message), printable(hint), printable(name))
    found = (*words, _spot(*spot[:TEXT]), related, printable(subject))
    return Diagnostic(printable(code), Severity(severity), *found)


def _spot(
    line: int, column: int, end_line: int, end_column: int, source: str, mark: Sequence[int]
) -> Spot:
    start, end = mark
    return Spot(line, column, end_line, end_column, printable(source), (start, end))
