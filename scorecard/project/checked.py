"""What comes of one file by itself, and the same as JSON to be kept."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from scorecard.diagnostic import Diagnostic, SecondSpot, Spot
from scorecard.i18n.rules import Severity
from scorecard.text.printable import printable

TEXT = Spot._fields.index("sheet")
"""So many fields of a spot are of a text; the others are of a book."""


class Checked(NamedTuple):
    """All diagnostics of a file by itself.

    `ignored` are codes that it says to leave out. `digest` is of its bytes; empty where these
    cannot be read, or nothing is kept. `beside` are the other files that it rests on, but for what
    comes with the program: the path of each, and a digest, empty where it may be another file the
    next time. Of its folder it is the repository.
    A `register` says of units over time what rules across files ask for.
    """

    diagnostics: tuple[Diagnostic, ...]
    ignored: tuple[str, ...] = ()
    digest: str = ""
    beside: tuple[tuple[str, str], ...] = ()
    register: bool = False


def serialised(checked: Checked) -> str:
    """Return what was found in a file as JSON."""
    found = list(map(_plain, checked.diagnostics))
    return json.dumps([found, *checked[1:]])


def restored(name: str, text: str) -> Checked:
    """Return what `serialised` made JSON of, for a file of this name.

    Every text is made harmless anew. Raise ValueError, LookupError or TypeError for other JSON.
    """
    found, ignored, said, beside, register = json.loads(text)
    diagnostics = tuple(_diagnostic(name, each) for each in found)
    rests = tuple((str(path), str(then)) for path, then in beside)
    return Checked(diagnostics, tuple(ignored), str(said), rests, bool(register))


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
