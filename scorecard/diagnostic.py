"""What is wrong in a file: findings at a key path, and diagnostics at a line."""

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import NamedTuple

from scorecard.i18n.rules import Severity, rules
from scorecard.i18n.sayings import say
from scorecard.text.naming import plain
from scorecard.text.printable import Printable

Path = tuple[str | int, ...]
"""Keys and array positions from the top of a document down to a value."""


NOTHING: Mapping[str, object] = {}
"""What a message is filled in with that says all."""


class Related(NamedTuple):
    """A second place in the file of a finding, and what stands there."""

    message: str
    path: Path = ()
    on_key: bool = False
    place: tuple[int, int] | None = None


class Mend(NamedTuple):
    """What surely mends a fault: what is written in the place of a key, a value or a range.

    A value is written as TOML. One with `counted` is right only of an indicator in that unit.
    """

    instead: str
    path: Path = ()
    on_key: bool = False
    place: tuple[int, int] | None = None
    counted: str = ""


class Finding(NamedTuple):
    """One fault in one file, at a key path, or at a range of its text where no key is to blame.

    `on_key` puts it at the key instead of the value.
    """

    code: str
    path: Path = ()
    arguments: Mapping[str, object] = NOTHING
    on_key: bool = False
    place: tuple[int, int] | None = None
    related: Related | None = None
    mends: tuple[Mend, ...] = ()

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return rules()[self.code].severity

    @property
    def message(self) -> str:
        """What is wrong, with the arguments filled in."""
        return rules()[self.code].message.format_map(self.arguments)

    @property
    def hint(self) -> str:
        """How to mend it; empty where the message says all."""
        return rules()[self.code].hint.format_map(self.arguments)


class Spot(NamedTuple):
    """A range of a file; lines and columns count from 1, columns in code points.

    `source` is the line that the range starts in, cut around it where it is long, and `mark` the
    range of `source`, from 0, that is marked. In a book it is a cell: `sheet` is its name, empty
    in a CSV, `cell` as in F12, empty where the book as a whole is meant, and `source` what it says.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    source: Printable
    mark: tuple[int, int]
    sheet: Printable | None = None
    cell: Printable | None = None

    def within(self, file: Printable) -> str:
        """Return the place as people read it: file:12:5, book.xlsx!Sheet1!F12."""
        if self.sheet is None:
            return f"{file}:{self.line}:{self.column}"
        return "!".join(part for part in (file, self.sheet, self.cell) if part)


class SecondSpot(NamedTuple):
    """A second range of the same file, and what stands there."""

    message: Printable
    spot: Spot


class Diagnostic(NamedTuple):
    """A finding at its place in a file.

    `subject` is what it is about, the same in every language and on any line: the keys that lead
    to it, and what stands there.
    """

    code: str
    severity: Severity
    message: Printable
    hint: Printable
    file: Printable
    spot: Spot
    related: SecondSpot | None
    subject: Printable

    @property
    def place(self) -> str:
        """Where it is, as people read it."""
        return self.spot.within(self.file)

    @property
    def line(self) -> int:
        """The line in which it begins."""
        return self.spot.line

    @property
    def column(self) -> int:
        """The column in which it begins."""
        return self.spot.column


PLACE = attrgetter("line", "column", "code", "message")
"""By what the diagnostics of a file are put in the order of its text."""


def slip(wrong: str, names: Iterable[str]) -> str:
    """Return the only name that is near, if one slip of the keyboard leads from it to this one.

    That is a letter too many, left out or another one, or two exchanged; nothing where none is so.
    """
    from difflib import get_close_matches

    near = get_close_matches(wrong, sorted(names), n=2, cutoff=0.7)
    return near[0] if len(near) == 1 and _one_slip(wrong, near[0]) else ""


def _one_slip(wrong: str, right: str) -> bool:
    start = next((at for at, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b), None)
    if start is None:
        start = min(len(wrong), len(right))
    one, other = wrong[start:], right[start:]
    changed = one[: len(one) - len(other) + 1] + other[: len(other) - len(one) + 1]
    if any(letter.isdecimal() for letter in changed):
        return False
    exchanged = one[1:2] + one[:1] + one[2:] == other
    return exchanged or one[1:] == other[1:] or one[1:] == other or one == other[1:]


def suggestion(wrong: str, names: Iterable[str]) -> str:
    """Return `did you mean "…"?` for the nearest of the names, or nothing where none is near.

    Where none is as it is spelt, marks are left out: Nà Hì is near to na-hy.
    """
    from difflib import get_close_matches

    given = sorted(names)
    for spelt in (str.casefold, plain):
        known = {spelt(name): name for name in given}
        if near := get_close_matches(spelt(wrong), known, n=1, cutoff=0.7):
            return say("hint.did-you-mean", name=known[near[0]])
    return ""
