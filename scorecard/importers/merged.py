"""Merged cells by their rows, so that those of one cell are found at once."""

from collections import defaultdict
from collections.abc import Iterable

from scorecard.i18n.sayings import say
from scorecard.importers.cells import Area, Merged, UnreadableBookError
from scorecard.importers.limits import MOST_CELLS, MOST_COLUMNS, too_large


def by_row(areas: Iterable[Area], last_row: int) -> Merged:
    """Return merged cells by each row down to the last that is used.

    Raise UnreadableBookError for more than a sheet can have, and for such as cover one another.
    """
    found: defaultdict[int, list[Area]] = defaultdict(list)
    rows = 0
    for each in areas:
        rows += max(0, min(each.bottom, last_row) - each.top + 1)
        if rows > MOST_CELLS:
            raise too_large("cells", most=MOST_CELLS)
        for row in range(each.top, min(each.bottom, last_row) + 1):
            found[row].append(each)
            if len(found[row]) > MOST_COLUMNS:
                raise UnreadableBookError("SC005", reason=say("book.broken-sheet"))
    return dict(found)
