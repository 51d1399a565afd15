"""What the signs in tables say, on one line: of those only that stand there."""

import re
from collections.abc import Iterable, Iterator

from scorecard.i18n import Words
from scorecard.report.blocks import Block, Facts, Note, Table
from scorecard.report.cells import FAULTY, SYMBOLS
from scorecard.text.printable import printable

_MARKS = {sign: f"mark.{mark}" for mark, sign in SYMBOLS.items() if mark != "near pace"}
"""Near and near pace have one sign."""

_SIGNS = [
    # The sign, the key of what it says, and where it stands in a cell.
    (">", "sign.above", re.compile(r"(?:^|[\s(])> ?[0-9]")),
    ("<", "sign.below", re.compile(r"(?:^|[\s(])< ?[0-9]")),
    ("≥", "sign.at-least", re.compile("≥ ?[0-9]")),
    ("≤", "sign.at-most", re.compile("≤ ?[0-9]")),
    ("≈", "sign.about", re.compile("≈")),
    ("★", "sign.leader", re.compile("^★ ", re.MULTILINE)),
    *(
        (sign, key, re.compile(rf"^(?:–|[^\w\n]*[0-9].*) {re.escape(sign)}$", re.MULTILINE))
        for sign, key in [*_MARKS.items(), (FAULTY, "sign.faulty")]
    ),
    ("▲", "sign.up", re.compile(r"^(?:※ )?▲ [^\w\n]*[0-9]", re.MULTILINE)),
    ("▼", "sign.down", re.compile(r"^(?:※ )?▼ [^\w\n]*[0-9]", re.MULTILINE)),
    ("✓", "sign.agrees", re.compile(r"^[^\W\d].*[0-9\w] ✓(?: ·| \(|$)", re.MULTILINE)),
    ("≠", "sign.differs", re.compile(" ≠")),
    ("–", "sign.none", re.compile("^–$", re.MULTILINE)),
]


def with_legend(shown: Iterable[Table | Facts], words: Words) -> Iterator[Block]:
    """Yield blocks, and below them what the signs in their cells say, if there are any."""
    found: set[str] = set()
    for block in shown:
        yield block
        text = "\n".join(_texts(block))
        # Most signs are in no cell, and a text is quickly asked for one.
        found |= {key for sign, key, place in _SIGNS if sign in text and place.search(text)}
    if found:
        told = (f"{sign} {words(key)}" for sign, key, _ in _SIGNS if key in found)
        yield Note(printable(" · ".join(told)), words("signs"))


def _texts(block: Table | Facts) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (cell.text for row in block.rows for cell in row.cells)
    else:
        yield from (cell.text for _, cell in block.pairs)
