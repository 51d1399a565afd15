"""How much a book may hold: more than any report has, and little enough for any computer."""

from decimal import Decimal
from math import isfinite

from scorecard.i18n import written
from scorecard.i18n.sayings import say
from scorecard.importers.cells import UnreadableBookError

MOST_MEMBERS = 2000
"""The most files in an .xlsx."""

MOST_BYTES = 64 << 20
"""The most bytes of an .xlsx when it is unpacked, and of any other book."""

MOST_ROWS = 20_000
"""The last row of a sheet that is read."""

MOST_COLUMNS = 400
"""The last column of a sheet that is read."""

MOST_CELLS = 100_000
"""The most cells of a sheet."""

MOST_CELLS_IN_ALL = 200_000
"""The most cells of all sheets together."""

DIGITS = 15
"""As many significant digits as Excel itself keeps of a number."""


def too_large(key: str, **numbers: int) -> UnreadableBookError:
    """Return the refusal of a book, by the key of what it has too much of."""
    said = {name: written(str(each)) for name, each in numbers.items()}
    return UnreadableBookError("SC003", what=say(f"book.{key}", **said))


def stored(number: float) -> Decimal | str:
    """Return a number with the digits that Excel keeps; what is endless, or none, is a text."""
    return Decimal(f"{number:.{DIGITS}g}") if isfinite(number) else str(number)
