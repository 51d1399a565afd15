"""Scorecards made of a book, or brought up to what it says; what was changed by hand stays."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from scorecard.diagnostic import Diagnostic, Finding
from scorecard.i18n.rules import Severity
from scorecard.i18n.sayings import say
from scorecard.importers.cards import CARD, KeptKey, card_text, source_id, with_card
from scorecard.importers.cells import Book, Told, diagnostics
from scorecard.importers.exported import Exported, exported, long_table
from scorecard.importers.figures import TOO_FINE, Read, read_unit
from scorecard.importers.map import BookMap, TableMap
from scorecard.importers.places import cells_of_units, map_faults
from scorecard.importers.written import Kept, Lost, brought_up, entry_text
from scorecard.model.framework import Framework
from scorecard.project.changing import read_to_change
from scorecard.project.errors import CannotRunError
from scorecard.project.frameworks import Frameworks
from scorecard.project.import_files import EXPORTED, as_map
from scorecard.project.import_memory import Memory
from scorecard.project.import_places import memory_of, misplaced, place_of, refuse_another
from scorecard.project.imported_text import Whose, new_lines, stated, with_sources
from scorecard.project.load import load_alone
from scorecard.project.places import is_there
from scorecard.project.write import Changed
from scorecard.toml.document import Document
from scorecard.toml.editing import splice
from scorecard.toml.load import Loaded, content
from scorecard.toml.reading import read


class Imported(NamedTuple):
    """Scorecards as they are to be, all that is told, and how many figures are in them, or are not.

    `memory` is the file in which it is kept what was written; `table` the one that was read back.
    """

    files: list[Changed]
    found: list[Diagnostic]
    memory: Sequence[Changed] = ()
    figures: int = 0
    doubtful: int = 0
    table: Exported | None = None


def load_map(path: Path) -> Loaded[BookMap] | Loaded[TableMap]:
    """Read a map; what is wrong with it are findings at its lines."""
    return as_map(content(read(str(path)), path.as_posix()))


def imported(book: Book, by: BookMap | TableMap, document: Document, place: Path) -> Imported:
    """Return what a book makes of scorecards by a map, which is in this document at this place.

    Raise CannotRunError where a scorecard or the memory cannot be read or changed.
    """
    if fault := misplaced([memory_of(place), place_of(by.file, place, "unit", "period")], place):
        return _refused(document, [fault])
    frameworks = Frameworks()
    framework = _framework(by, place, frameworks)
    if isinstance(framework, Finding):
        return _refused(document, [framework])
    memory = Memory(memory_of(place))
    found = (
        _by_map(book, by, framework, place, memory)
        if isinstance(by, BookMap)
        else _by_table(book, by, framework, place)
    )
    if not found.read:
        return _refused(document, found.faults)
    return _brought_up(book, found, document, memory, frameworks)


def _brought_up(
    book: Book, by: "_Stated", document: Document, memory: Memory, frameworks: Frameworks
) -> Imported:
    """Return scorecards with what was read for them, and what is wrong with them then."""
    told = [*by.told, *(each for _, _, read_ in by.read for each in read_.told)]
    files: list[Changed] = []
    others: list[Diagnostic] = []
    for at, whose, read_ in by.read:
        file, further = _file(at, read_, whose, document, memory)
        files.append(file)
        for each in (*further, *_checked(file, read_, frameworks)):
            if isinstance(each, Told):
                told.append(each)
            else:
                others.append(each)
    changed = [file for file in files if file.before != file.after]
    lines = [document.diagnostic(each) for each in by.faults]
    entries = [entry for _, _, read_ in by.read for entry in read_.entries.values()]
    doubtful = sum("why" in entry.keys for entry in entries) if not by.table else 0
    return Imported(
        changed,
        [*lines, *diagnostics(book.name, _in_order(told)), *others],
        memory.changed(),
        len(entries) - doubtful,
        doubtful,
        by.table,
    )


class _Place(NamedTuple):
    """Where a scorecard is, by which name the memory knows it, and what stands there.

    The bytes are None, and the text is empty, where nothing does.
    """

    path: Path
    name: str
    before: bytes | None
    text: str


class _Stated(NamedTuple):
    """The figures of all units; what is wrong in the map, and what is told of the book.

    In a book that is no table of ours, a figure that says why it is missing was doubtful.
    """

    read: list[tuple[_Place, Whose, Read]]
    faults: list[Finding]
    told: list[Told]
    table: Exported | None = None


def _by_map(book: Book, by: BookMap, framework: Framework, place: Path, memory: Memory) -> _Stated:
    if faults := list(map_faults(by, [each.id for each in framework.indicators])):
        return _Stated([], faults, [])
    found = cells_of_units(book, by)
    paths = [place_of(by.file, place, unit.id, by.card.period.text) for unit in found.units]
    places = _places(paths, place)
    if isinstance(places, Finding):
        return _Stated([], [places], [])
    title, read_ = Path(book.name).name, []
    for unit, at in zip(found.units, places, strict=True):
        source = source_id(title, at.text, memory.of_file(at.name).get(CARD, ""))
        sources = {source: {"title": splice.literal(title)}}
        whose = Whose(by.card, sources, by.defaults, by_map=True)
        read_.append((at, whose, read_unit(unit, by, framework, source)))
    return _Stated(read_, found.faults, found.told)


def _by_table(book: Book, by: TableMap, framework: Framework, place: Path) -> _Stated:
    table = long_table(book, by.sheet)
    if table is None:
        said = {"name": by.sheet or EXPORTED, "hint": say("map.no-table")}
        return _Stated([], [Finding("SC007", ("sheet",) if by.sheet else ("layout",), said)], [])
    found = exported(table, by, framework)
    paths = [
        place_of(by.file, place, each.read.unit.id, each.card.period.text) for each in found.units
    ]
    places = _places(paths, place)
    if isinstance(places, Finding):
        return _Stated([], [places], [])
    read_ = [
        (at, Whose(each.card, each.sources), each.read)
        for at, each in zip(places, found.units, strict=True)
    ]
    return _Stated(read_, [], list(found.told), found)


def _places(paths: Sequence[Path], place: Path) -> list[_Place] | Finding:
    """Return what stands at the paths of scorecards, or what is wrong with these."""
    if fault := misplaced([memory_of(place), *paths], place):
        return fault
    there = (read_to_change(path) if is_there(path) else (None, "") for path in paths)
    names = (Path(os.path.relpath(path, place.parent)).as_posix() for path in paths)
    return [
        _Place(path, name, *found) for path, name, found in zip(paths, names, there, strict=True)
    ]


def _refused(document: Document, faults: Sequence[Finding]) -> Imported:
    return Imported([], [document.diagnostic(each) for each in faults])


def _in_order(told: Sequence[Told]) -> list[Told]:
    """Return what is told of cells by sheet and place, each once; too fine numbers all at once."""

    def place(each: Told) -> tuple[str, tuple[int, int]]:
        return each.sheet.name if each.sheet else "", each.at or (0, 0)

    fine = sorted((each for each in told if each.finding.code == TOO_FINE), key=place)
    others = [each for each in told if each.finding.code != TOO_FINE]
    for first in fine[:1]:
        said = {**first.finding.arguments, "number": len(fine)}
        others.append(first._replace(finding=first.finding._replace(arguments=said)))
    once = {(each.finding.code, each.finding.message, place(each)): each for each in others}
    return sorted(once.values(), key=place)


def _framework(by: BookMap | TableMap, place: Path, frameworks: Frameworks) -> Framework | Finding:
    """Return the framework of a map, or what is wrong with its name."""
    home, name = place_of(by.file, place, "unit", "period"), by.card.framework
    found = frameworks.find(name, home.as_posix()).framework
    if not isinstance(found, Finding):
        return found
    arguments, meant = found.arguments, place.parent / name
    hint = say("map.from-scorecard", file=by.file)
    if name.endswith(".toml") and found.code in ("SC301", "SC308") and is_there(meant):
        path = Path(os.path.relpath(meant, home.parent)).as_posix()
        hint = say("map.from-scorecard.write", hint=hint, path=path)
        arguments = {**arguments, "hint": hint}
    elif name.endswith(".toml") and found.code == "SC301":
        arguments = {**arguments, "hint": hint}
    return found._replace(path=("card", "framework"), arguments=arguments)


def _file(
    at: _Place, read_: Read, whose: Whose, document: Document, memory: Memory
) -> tuple[Changed, list[Told | Diagnostic]]:
    """Return the scorecard of a unit as it is to be, and what of it stays or is lost."""
    path, name, before, text = at
    written = {id_: entry_text(entry) for id_, entry in read_.entries.items()}
    card = stated(read_, whose)
    if whose.by_map:
        written[CARD] = card_text(card)
    last = memory.of_file(name)
    memory.remember(name, written)
    if before is None:
        text = "".join(f"{line}\n" for line in new_lines(read_, whose))
        return Changed(path, None, text.encode()), []
    refuse_another(text, path, whose, read_)
    try:
        done = brought_up(text, read_.entries, last)
        after = with_sources(done.text, whose.sources)
        after, keys = with_card(after, card, last.get(CARD, "")) if whose.by_map else (after, ())
    except splice.UneditableError as error:
        raise CannotRunError(f"{path.as_posix()}: {error}") from None
    mark = before.removesuffix(text.encode())
    told = [
        *(_kept(each, read_, path) for each in done.kept),
        *(_kept_key(each, read_, path, document) for each in keys),
        *(_lost(each, read_) for each in done.lost),
    ]
    return Changed(path, before, mark + after.encode()), told


def _checked(file: Changed, read_: Read, frameworks: Frameworks) -> Iterator[Told | Diagnostic]:
    """Yield what is wrong in a scorecard as it is to be: of its figures at their cells."""
    loaded = load_alone(file.after, file.path, frameworks)
    for finding in loaded.findings:
        table, id_, key = (*finding.path[:3], "", "", "")[:3]
        if finding.severity is Severity.NOTE:
            continue
        if table == "figures" and id_ in read_.entries:
            yield Told(finding, read_.unit.sheet, read_.at(str(id_), str(key)))
        elif file.before is None:
            yield loaded.document.diagnostic(finding)


def _kept(kept: Kept, read_: Read, path: Path) -> Told:
    said = {
        "name": f"{read_.unit.id} {kept.indicator}",
        "kept": kept.kept,
        "whose": say("book.this"),
        "book": kept.book,
        "file": path.as_posix(),
    }
    at = read_.at(kept.indicator, kept.key)
    return Told(Finding("SC024", arguments=said), read_.unit.sheet, at)


def _kept_key(kept: KeptKey, read_: Read, path: Path, document: Document) -> Told | Diagnostic:
    """Return what is told of a key beside the figures: at the map, or of the book's own title."""
    table = kept.path[0]
    said = {
        "name": f"{read_.unit.id} {'.'.join(kept.path)}",
        "kept": kept.kept,
        "whose": say("book.this" if table == "sources" else "book.map"),
        "book": kept.said,
        "file": path.as_posix(),
    }
    if table == "sources":
        return Told(Finding("SC024", arguments=said))
    where = kept.path if table == "defaults" else ("card", *kept.path)
    return document.diagnostic(Finding("SC024", where, said))


def _lost(lost: Lost, read_: Read) -> Told:
    name = f"{read_.unit.id} {lost.indicator}"
    said = {"name": name, "before": lost.before, "absent": lost.absent}
    return Told(
        Finding("SC026", arguments=said), read_.unit.sheet, read_.at(lost.indicator, "absent")
    )
