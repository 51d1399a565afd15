"""Texts that only their font makes Vietnamese: .VnTime is TCVN3, VNI-Times is VNI."""

from scorecard.importers.cells import Cell, Sheet
from scorecard.toml.coaching.legacy import by_font


def in_unicode(sheet: Sheet) -> Sheet:
    """Return a sheet whose texts in such fonts are in Unicode, and which encoding they were in."""
    changed: dict[tuple[int, int], Cell] = {}
    names = set()
    for at, cell in sheet.cells.items():
        if isinstance(cell.value, str) and not cell.value.isascii():
            read = by_font(cell.value, cell.font)
            if read:
                names.add(read[0])
                changed[at] = cell._replace(value=read[1])
    if not changed:
        return sheet
    return sheet._replace(cells={**sheet.cells, **changed}, converted=min(names))
