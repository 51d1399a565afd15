"""How many columns of a terminal a text takes."""

import re

# Letters and signs that take one column each: Latin with all of Vietnamese, and those of our own.
NARROW = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff–—‘’“”…≈≠≤≥▲▼✓✗◐★※█▒░]*+")


def width(text: str) -> int:
    """Return the columns that a line takes in a terminal."""
    if NARROW.fullmatch(text):
        return len(text)
    # Rich knows all others, and takes as long to begin with as all the rest.
    from rich.cells import cell_len

    return cell_len(text)
