"""A view as Markdown, for an issue, a pull request or a document."""

import re
from collections.abc import Iterable, Iterator

from scorecard.report.blocks import Block, Cell, Code, Facts, Heading, Note, Table, View
from scorecard.text.medium import Medium
from scorecard.text.printable import Printable

_BACKTICKS = re.compile("`+")
# Whatever Markdown or HTML gives a meaning to. A digit with a dot may begin a list, not a cell.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&$@])")


def render_markdown(view: View, _: Medium) -> str:
    """Return the blocks of a view as GitHub-flavoured Markdown, a blank line between them."""
    return "\n".join("\n".join([*_block(block), ""]) for block in view.blocks)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {_escaped(block.text)}"
        case Note():
            yield f"{_escaped(block.label)}: {_escaped(block.text)}"
        case Facts():
            for name, cell in block.pairs:
                yield f"- {_escaped(name)}: {_text(cell)}"
        case Code():
            yield from _code(block)
        case _:
            yield from _table(block)


def _code(block: Code) -> Iterator[str]:
    # A fence ends at as many backticks as it began with; nothing is escaped in between.
    runs = [len(run) for line in block.lines for run in _BACKTICKS.findall(line)]
    fence = "`" * max(3, max(runs, default=0) + 1)
    yield from (f"{_escaped(block.heading)}:", "", f"{fence}toml", *block.lines, fence)


def _table(block: Table) -> Iterator[str]:
    kept = [number for number, column in enumerate(block.columns) if column.heading]
    columns = [block.columns[number] for number in kept]
    yield _line(_escaped(column.heading) for column in columns)
    yield _line("--:" if column.numeric else "---" for column in columns)
    for row in block.rows:
        yield _line(_text(row.cells[number], strong=row.section) for number in kept)


def _text(cell: Cell, *, strong: bool = False) -> str:
    return _strong(cell.text) if strong or cell.status == "strong" else _escaped(cell.text)


def _strong(text: Printable) -> str:
    # Stars beside a blank are no more than stars.
    return f"**{_escaped(text).strip()}**" if text else ""


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: Printable) -> str:
    return _SPECIAL.sub(r"\\\1", text)
