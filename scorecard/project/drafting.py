"""The map of a book drafted for people to look through, and a framework where there is none."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path, PurePath, PurePosixPath
from typing import NamedTuple

from scorecard.diagnostic import Finding
from scorecard.i18n.sayings import say
from scorecard.importers.cells import Book, Sheet, letters
from scorecard.importers.exported import Table, frameworks_in, long_table, of_scores
from scorecard.importers.heading import (
    JUDGED,
    Heading,
    heading,
    named_rows,
    role_of,
    sections,
    thousands,
)
from scorecard.importers.map import EVERY_SHEET
from scorecard.importers.numbers import fixes_decimals, is_too_fine
from scorecard.importers.words import same
from scorecard.model.framework import Framework
from scorecard.project.drafted_framework import (
    DOUBT,
    FILE,
    DraftedFigure,
    DraftedGroup,
    doubt,
    framework_lines,
    measure_in,
)
from scorecard.project.drafted_names import Names
from scorecard.project.errors import CannotRunError
from scorecard.project.frameworks import Frameworks
from scorecard.project.import_files import EXPORTED
from scorecard.project.letterhead import issuer_in, period_in
from scorecard.project.starting import read_unit
from scorecard.text.naming import slug
from scorecard.text.printable import printable
from scorecard.toml.editing.splice import literal, table

_TOTAL = re.compile(r"\s*(?:tổng|cộng|toàn )", re.IGNORECASE)
_HOME = PurePosixPath("scorecards/unit")


class _Draft(NamedTuple):
    """What a draft is made of: the sheets that are alike, the first of them, and its head."""

    sheets: Sequence[Sheet]
    sheet: Sheet
    head: Heading
    framework: Framework | None
    name: str


class Drafted(NamedTuple):
    """The texts of a draft: a map, and a framework where none is named and the map needs one."""

    map: str
    framework: str | None = None


def drafted(
    book: Book, sheet: str | None, framework: str | None, home: PurePath | None = None
) -> Drafted:
    """Return the draft of a map that is to lie in a folder, that of its book unless said.

    Raise CannotRunError where no head of a table is found, or there is no such sheet or framework.
    """
    home = home or PurePath(book.name).parent
    if table := long_table(book, sheet):
        return Drafted(_text(_of_table(table, framework, home)))
    sheets = _chosen(book, sheet)
    heads = [(each, head) for each in sheets if (head := heading(each))]
    if not heads:
        raise CannotRunError(say("error.of-scores" if of_scores(book) else "error.no-head"))
    first, head = heads[0]
    alike = [each for each, other in heads if other.columns == head.columns]
    known = _framework(framework)
    name = _named(framework, home)
    draft = _Draft(alike if head.layout == "indicators" else [first], first, head, known, name)
    figures = list(_by_column(draft) if head.layout == "units" else _by_row(draft))
    map_ = _text(_map(draft, figures))
    return (
        Drafted(map_)
        if known
        else Drafted(map_, _text(framework_lines(figures, PurePath(book.name).stem)))
    )


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _named(framework: str | None, home: PurePath, place: PurePath = _HOME) -> str:
    """Return a framework as a scorecard at a place in a folder names it."""
    if framework and not framework.endswith(".toml"):
        return framework
    return Path(os.path.relpath(framework or home / FILE, home / place)).as_posix()


def _of_table(table: Table, framework: str | None, home: PurePath) -> Iterator[str]:
    """Yield the map of what show or compare wrote: it says all but where its framework is."""
    inside = list(frameworks_in(table))
    known = _framework(framework) if len(inside) > 1 else None
    own = f"{known.id}@{known.edition}" if known else next(iter(inside), "@")
    others = [each for each in inside if each != own]
    bundled = framework is None and not isinstance(Frameworks().find(own, "").framework, Finding)
    yield say("draft.head")
    if table.sheet.name:
        yield f"sheet = {literal(table.sheet.name)}"
    yield f"layout = {literal(EXPORTED)}"
    # Of two frameworks, scorecards of one unit and period must not be one file.
    place = _HOME.parent / own.partition("@")[0] if others else _HOME.parent
    yield f'file = "{place}/{{unit}}/{{period}}.toml"'
    named = own if bundled else _named(framework, home, place / _HOME.name)
    asked = doubt("others", names=", ".join(others)) if others else "" if bundled else DOUBT
    yield from ("", "[card]", f"framework = {literal(named)}{asked}")


def _chosen(book: Book, name: str | None) -> list[Sheet]:
    if name is None or name == EVERY_SHEET:
        return [each for each in book.sheets if not each.hidden]
    found = [each for each in book.sheets if same(each.name) == same(name)]
    if not found:
        known = ", ".join(each.name for each in book.sheets)
        raise CannotRunError(say("error.no-sheet", name=name, names=known))
    return found


def _framework(name: str | None) -> Framework | None:
    if name is None:
        return None
    # A file names another by the way from itself; the command line may give the whole path.
    path = Path(os.path.relpath(name)).as_posix() if name.endswith(".toml") else name
    found = Frameworks().find(path, "map.toml").framework
    if isinstance(found, Finding):
        raise CannotRunError(say("error.found", reason=found.message, hint=found.hint))
    return found


def _by_row(draft: _Draft) -> Iterator[DraftedFigure]:
    names = Names(draft.framework)
    rows = list(named_rows(draft.sheet, draft.head))
    all_, so_far = Counter(same(words) for _, words in rows), Counter[str]()
    unit, owns = draft.head.columns.get("unit"), "target" in draft.head.columns
    parts = [] if draft.framework else list(sections(draft.sheet, draft.head))
    groups = {row: DraftedGroup(names.new(words), words) for row, words in parts}
    for row, words in rows:
        so_far[same(words)] += 1
        place = literal(words)
        if all_[same(words)] > 1:
            place = table({"row": literal(words), "occurrence": str(so_far[same(words)])})
        measure = draft.sheet.text((row, unit)) if unit else ""
        above = max((each for each in groups if each < row), default=0)
        yield names.figure(words, place, measure, owns=owns)._replace(group=groups.get(above))


def _by_column(draft: _Draft) -> Iterator[DraftedFigure]:
    names = Names(draft.framework)
    first = draft.head.columns["units"]
    others = {draft.head.columns.get(role) for role in ("number", "note")}
    columns = {
        column: said
        for column, said in draft.head.words.items()
        if column > first and said and column not in others
    }
    for said, group in groupby(columns, key=lambda column: columns[column][:-1]):
        together = list(group)
        roles = {role_of(columns[column][-1]): letters(column) for column in together}
        known = {str(role): literal(roles[role]) for role in JUDGED if role in roles}
        if said and "value" in known and len(known) == len(together):
            words, owns = ", ".join(said), "target" in known
            yield names.figure(words, table(known), measure_in(words), owns=owns)
            continue
        for column in together:
            words = ", ".join(columns[column])
            yield names.figure(words, literal(letters(column)), measure_in(words))


def _map(draft: _Draft, figures: Sequence[DraftedFigure]) -> Iterator[str]:
    head, sheet = draft.head, draft.sheet
    several = len(draft.sheets) > 1
    yield say("draft.head")
    if sheet.name:
        yield f"sheet = {literal(EVERY_SHEET if several else sheet.name)}"
    yield f"layout = {literal(head.layout)}"
    yield f'header = "{head.rows.start}:{head.rows.stop - 1}"'
    yield f'rows = "{head.data.start}:{head.data.stop - 1}"'
    yield from _columns(head)
    yield from _reading(draft)
    yield 'file = "scorecards/{unit}/{period}.toml"'
    yield from _card(draft, several=several or head.layout == "units")
    yield from ("", "[figures]")
    width = max((len(each.id) for each in figures), default=0)
    for each in figures:
        if each.id:
            asked = "" if each.sure or draft.framework is None else DOUBT
            yield f"{each.id.ljust(width)} = {each.place}{asked}"
    yield from (f"# ? = {each.place}" for each in figures if not each.id)
    yield from _units(draft, several=several)


def _columns(head: Heading) -> Iterator[str]:
    roles = ("unit", "target", "value", "claimed", "note") if head.layout == "indicators" else ()
    name = head.columns["name" if head.layout == "indicators" else "units"]
    columns = {"name": name} | {role: head.columns[role] for role in roles if role in head.columns}
    doubts = ", ".join(sorted(head.doubts)) if head.layout == "indicators" else ""
    said = table({role: literal(letters(column)) for role, column in columns.items()})
    yield f"columns = {said}{doubt('which', names=doubts) if doubts else ''}"
    told = {*head.columns.values(), *range(name)}
    left = {column: said for column, said in head.words.items() if said and column not in told}
    if left and head.layout == "indicators":
        named = (f"{letters(column)} ({', '.join(said)})" for column, said in left.items())
        yield printable(say("draft.unread", names="; ".join(named)))


def _reading(draft: _Draft) -> Iterator[str]:
    rows = draft.head.data
    cells = {at: cell for at, cell in draft.sheet.cells.items() if at[0] in rows}
    texts = [draft.sheet.text(at) for at, cell in cells.items() if isinstance(cell.value, str)]
    mark, sure = thousands(texts)
    yield f"thousands = {literal(mark)}{'' if sure else doubt('thousands')}"
    if any(re.fullmatch(r"[-–—]+", text) for text in texts):
        yield f'dash = "missing"{doubt("dash")}'
    said = draft.head.words.items()
    claims = {column for column, words in said if "claimed" in map(role_of, words)}
    fine = (cell for at, cell in cells.items() if is_too_fine(cell) and at[1] not in claims)
    if any(map(fixes_decimals, fine)):
        yield f'digits = "shown"{doubt("digits")}'


def _card(draft: _Draft, *, several: bool) -> Iterator[str]:
    cells = draft.sheet.cells
    above = [str(cells[at].value) for at in sorted(cells) if at[0] < draft.head.rows.start]
    yield from ("", "[card]", f"framework = {literal(draft.name)}")
    yield f"period = {literal(period_in(above))}{DOUBT}"
    unit, level, parent = issuer_in(above)
    keys = {"id": unit.id, "name": unit.name, "level": level, "parent": parent}
    if several:
        # Those that a district or a province tells of lie in it.
        keys = {"level": "commune", "parent": parent if level == "commune" else unit.id}
    said = {key: literal(each) for key, each in keys.items() if each or key != "parent"}
    yield f"unit = {table(said)}{DOUBT}"
    if "target" in draft.head.columns:
        year = period_in(above)[:4]
        yield from ("", "[defaults]", f"target_period = {literal(year)}{DOUBT}")


def _units(draft: _Draft, *, several: bool) -> Iterator[str]:
    names = [each.name for each in draft.sheets] if several else []
    if draft.head.layout == "units":
        rows = (words for _, words in named_rows(draft.sheet, draft.head))
        names = list(dict.fromkeys(rows))
    if not names:
        return
    totals = [words for words in names if _TOTAL.match(words)]
    yield from ("", "[units]")
    for words in names:
        if words not in totals:
            id_ = read_unit(words).id if slug(words, "-") else ""
            yield f"{id_} = {literal(words)}" if id_ else f"# ? = {literal(words)}"
    if totals:
        yield from ("", "[skip]", f"rows = [{', '.join(map(literal, totals))}]{DOUBT}")
