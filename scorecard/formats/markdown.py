"""A view as Markdown, for an issue, a pull request or a document."""

import re
from collections.abc import Iterable, Iterator

from scorecard.report.blocks import Block, Cell, Code, Facts, Heading, Note, View
from scorecard.text.medium import Medium
from scorecard.text.printable import Printable

_BACKTICKS = re.compile("`+")
# Whatever Markdown or HTML gives a meaning to. A digit with a dot may begin a list, not a cell.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$@])")


def render_markdown(view: View, _: Medium) -> str:
    """Return the blocks of a view as GitHub-flavoured Markdown, a blank line between them."""
    return "\n".join("\n".join([*_block(block), ""]) for block in view.blocks())


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {escaped(block.text)}"
        case Note():
            yield f"{escaped(block.label)}: {escaped(block.text)}"
        case Facts():
            yield from (f"- {escaped(name)}: {_text(cell)}" for name, cell in block.pairs)
        case Code():
            # A fence ends at as many backticks as it began with; nothing is escaped in between.
            runs = [len(run) for line in block.lines for run in _BACKTICKS.findall(line)]
            fence = "`" * max(3, max(runs, default=0) + 1)
            yield from (f"{escaped(block.heading)}:", "", f"{fence}toml", *block.lines, fence)
        case _:
            columns = [(number, each) for number, each in enumerate(block.columns) if each.heading]
            yield line(escaped(column.heading) for _, column in columns)
            yield line("--:" if column.kind == "number" else "---" for _, column in columns)
            for row in block.rows:
                yield line(_text(row.cells[number], strong=row.section) for number, _ in columns)


def _text(cell: Cell, *, strong: bool = False) -> str:
    strong = bool(cell.text) and (strong or cell.status == "strong")
    # Stars beside a blank are no more than stars.
    return f"**{escaped(cell.text).strip()}**" if strong else escaped(cell.text)


def line(cells: Iterable[str]) -> str:
    """Return the row of a table."""
    return f"| {' | '.join(cells)} |"


def escaped(text: Printable) -> str:
    """Return a text in which nothing has a meaning to Markdown or HTML."""
    return _SPECIAL.sub(r"\\\1", text)
