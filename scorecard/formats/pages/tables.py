"""Tables of a page: plain ones that Word reads, which the style alone puts into other orders."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from scorecard.formats.pages.drawing import bar, course
from scorecard.formats.pages.element import element, isolated, linked
from scorecard.report.blocks import Block, Cell, Column, Orders, Row, Table
from scorecard.text.medium import Medium

SHADES = 8
"""How many steps of shading there are."""

LONGEST_WORD = 40
"""The most letters of a word that is not broken: a longer one would push others out of sight."""

FIRST = Markup('<input type="radio" name="{}" id="{}" checked>')
OTHER = Markup('<input type="radio" name="{}" id="{}">')


def laid_out(table: Table, caption: str, number: int, medium: Medium) -> Iterator[Markup]:
    """Yield a table with a name, and before it the choice of its orders where it has several."""
    reading = table.reading or range(len(table.columns))
    # A column that nothing stands in says nothing; a table without any is left as it is.
    places = [at for at in reading if any(row.cells[at].text for row in table.rows)] or reading
    orders = table.orders()
    if orders:
        yield _choice(orders, number, medium)
    columns = [table.columns[place] for place in places]
    sections = len(table.rows) > 1 and any(row.section for row in table.rows)
    heads = (
        element("th", isolated(each.heading, medium), scope="col", class_=_head_marks(each))
        if each.heading
        else element("td", class_=_kind(each))
        for each in columns
    )
    rows = (
        _row(row, columns, places, f"t{number}r{at}" if orders else None, medium)
        for at, row in enumerate(table.rows)
    )
    name = f"t{number}"
    drawn = element(
        "table",
        element("caption", isolated(caption, medium)),
        element("thead", element("tr", *heads)),
        element("tbody", "\n", *rows),
        id=name if orders else None,
        class_="sections" if sections else None,
    )
    # A wide one is moved along by keys as well.
    yield element("section", drawn, class_="wide", aria_label=caption, tabindex="0")


def _choice(orders: Orders, number: int, medium: Medium) -> Markup:
    choices: list[str] = []
    for at, order in enumerate(orders.orders):
        name = f"t{number}o{at}"
        mark = FIRST if at == 0 else OTHER
        label = element("label", isolated(order.name, medium), for_=name)
        # Programs that know no styles run words together that no blank parts.
        choices += [" ", element("span", mark.format(f"t{number}", name), label)]
    return element("fieldset", element("legend", orders.text), *choices, class_="orders")


def order_rules(block: Block, number: int) -> Iterator[str]:
    """Yield the rules of style that put the rows of a table into the order that is chosen."""
    orders = block.orders() if isinstance(block, Table) else None
    if not isinstance(block, Table) or not orders:
        return
    others = list(enumerate(orders.orders))[1:]
    chosen = ",".join(f"#t{number}o{at}:checked" for at, _ in others)
    on = f"main:has({chosen}) #t{number}"
    yield "@media screen{"
    count = sum(any(row.cells[at].text for row in block.rows) for at in range(len(block.columns)))
    yield f"{on}{{display:grid;grid-template-columns:repeat({count},auto)}}"
    parts = ",".join(f"{on} {part}" for part in ("thead", "tbody", "tr"))
    yield f"{parts}{{display:grid;grid-column:1/-1;grid-template-columns:subgrid}}"
    for at, _ in others:
        yield f"main:has(#t{number}o{at}:checked) #t{number}>tbody>tr{{order:var(--o{at})}}"
    places = {at: {row: place for place, row in enumerate(order.rows)} for at, order in others}
    for row in range(len(block.rows)):
        told = ";".join(f"--o{at}:{places[at][row]}" for at, _ in others)
        yield f"#t{number}r{row}{{{told}}}"
    yield "}"


def _row(
    row: Row, columns: list[Column], places: Sequence[int], name: str | None, medium: Medium
) -> Markup:
    cells = [row.cells[place] for place in places]
    if row.section and not any(cell.text for cell in cells[1:]):
        span = str(len(cells))
        title = element("th", isolated(cells[0].text, medium), scope="colgroup", colspan=span)
        return element("tr", title, class_="section", id=name)
    heads = [column.key for column in columns]
    # The last of the columns that name a row heads it: the unit, and not its rank.
    head = max((at for at, key in enumerate(heads) if key), default=None)
    drawn = (
        _cell(cell, column, medium, head=at == head)
        for at, (cell, column) in enumerate(zip(cells, columns, strict=True))
    )
    mark = "section" if row.section else "apart" if row.apart else None
    return element("tr", *drawn, class_=mark, id=name) + "\n"


def _cell(cell: Cell, column: Column, medium: Medium, *, head: bool) -> Markup:
    if column.kind == "ornament":
        drawn = bar(cell.span, cell.status) if cell.span else ""
        return element("td", drawn, class_=_kind(column))
    number = column.kind == "number"
    shade = "" if cell.span is None else f"s{min(int(cell.span.low * SHADES), SHADES - 1)}"
    marks = _classes(_kind(column), marked(cell), shade, _long(cell.text))
    text = linked(cell, medium, number=number)
    line = course(cell.course) if cell.course else ""
    if head:
        return element("th", text, line, scope="row", class_=marks)
    return element("td", text, line, class_=marks)


def _head_marks(column: Column) -> str | None:
    return _classes(_kind(column), _long(column.heading))


def _classes(*names: str | None) -> str | None:
    return " ".join(filter(None, names)) or None


def _long(text: str) -> str | None:
    """Return the class of what has a word that may be broken anywhere."""
    return "long" if max(map(len, text.split()), default=0) > LONGEST_WORD else None


def marked(cell: Cell) -> str | None:
    """Return the class of what a cell says; None of a plain one."""
    return None if cell.status == "plain" else cell.status


def _kind(column: Column) -> str | None:
    """Return the class of what a column holds: `n` of numbers, `o` of ornaments."""
    return {"number": "n", "ornament": "o"}.get(column.kind)
