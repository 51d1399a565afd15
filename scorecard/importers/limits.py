"""How much a book may hold: more than any report has, and little enough for any computer."""

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

DIGITS = 15
"""As many significant digits as Excel itself keeps of a number."""
