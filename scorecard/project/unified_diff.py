"""What changes in files, as a unified diff."""

import difflib
from collections.abc import Iterable

from scorecard.i18n.sayings import say
from scorecard.project.write import Changed
from scorecard.text.printable import printable


def unified_diff(files: Iterable[Changed]) -> str:
    """Return what changes in files as a unified diff, in the order of the files."""
    return "".join(_of_file(file) for file in files)


def _of_file(file: Changed) -> str:
    name = printable(file.path.as_posix())
    before, after = (
        data.decode().splitlines(keepends=True) for data in (file.before or b"", file.after)
    )
    lines = difflib.unified_diff(
        before, after, name if file.before is not None else "/dev/null", name
    )
    return "".join(map(_line, lines))


def _line(line: str) -> str:
    shown = printable(line.rstrip("\r\n"))
    return f"{shown}\n" if line.endswith("\n") else f"{shown}\n\\ {say('diff.no-end')}\n"
