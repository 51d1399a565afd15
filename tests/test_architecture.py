"""The house stands: imports point down, files are short, and every door has its sign."""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import scorecard

PACKAGE = Path(scorecard.__file__).parent

FLOORS = (
    {"version"},
    {"numbers"},
    {"text"},
    {"i18n"},
    {"diagnostic", "pool"},
    {"model"},
    {"toml", "measure", "schema"},
    {"rules", "importers"},
    {"report", "project"},
    {"formats"},
    {"api"},
    {"__init__"},
    {"cli"},
    {"__main__"},
)
"""Rooms of the package, the lowest floor first; a room imports rooms of lower floors only.

The package itself, which offers what `api` has, is the room `__init__`.
"""

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE / "frameworks")
KNOWN = frozenset(MODULES)


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported_rooms(path: Path) -> Iterator[str]:
    return map(room, imported_files(path))


def floor(name: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


def test_every_room_has_a_floor() -> None:
    assert {room(path) for path in MODULES} == set().union(*FLOORS)


def test_imports_point_down() -> None:
    assert [
        (path, other)
        for path in MODULES
        for other in imported_rooms(path)
        if other != room(path) and floor(other) >= floor(room(path))
    ] == []


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(parsed(path)))


@cache
def imported_files(path: Path) -> tuple[Path, ...]:
    """Return the files of the package that a file imports, at its top or within a function."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[Path]:
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by dots"
            for alias in node.names:
                yield from files_of(f"{node.module}.{alias.name}")
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield from files_of(alias.name)


def files_of(name: str) -> Iterator[Path]:
    """Yield the file of a module, or that of the module which has something of that name."""
    first, *parts = name.split(".")
    for place in (parts, parts[:-1]) if first == "scorecard" else ():
        found = PACKAGE.joinpath(*place)
        choices = (found.with_suffix(".py"), found / "__init__.py")
        if known := [each for each in choices if each in KNOWN]:
            yield known[0]
            return


def test_no_files_import_each_other_in_a_circle() -> None:
    graph = {path: set(imported_files(path)) for path in MODULES}
    assert list(TopologicalSorter(graph).static_order()) != []


def test_no_renderer_computes() -> None:
    rooms = {
        other
        for path in MODULES
        if room(path) == "formats" and path.parent.name != "findings"
        for other in imported_rooms(path)
    }
    assert rooms <= {"formats", "numbers", "pool", "report", "text"}


def test_modules_are_signed_by_one_line() -> None:
    signs = {path: ast.get_docstring(parsed(path)) or "" for path in MODULES}
    assert [path for path, sign in signs.items() if len(sign.splitlines()) != 1] == []


def test_modules_and_functions_are_short() -> None:
    lines = {path: len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {path: number for path, number in lines.items() if number > LONGEST_FILE} == {}
    assert [
        (path, node.name)
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ] == []


def test_no_module_has_a_vague_name() -> None:
    assert [path for path in MODULES if path.stem in VAGUE] == []
