"""The files that an import has beside a book, which are no scorecards: its map and its memory."""

from typing import TYPE_CHECKING

from scorecard.diagnostic import Finding
from scorecard.toml.data import Data
from scorecard.toml.load import Content, Loaded, shaped

if TYPE_CHECKING:
    from scorecard.importers.map import BookMap, TableMap

EXPORTED = "exported"
"""The layout of the long table that show and compare write."""

_OF_MAP = {"columns", "rows", "figures"}


def is_of_import(data: Data) -> bool:
    """Whether a file is the map of a book, or what an import wrote."""
    return data.keys() >= _OF_MAP or data.get("layout") == EXPORTED or _is_memory(data)


def map_findings(read: Content) -> tuple[Finding, ...]:
    """Return what is wrong in such a file by itself."""
    if read.data is None or _is_memory(read.data):
        return read.findings
    return tuple(as_map(read).findings)


def as_map(read: Content) -> "Loaded[BookMap] | Loaded[TableMap]":
    """Return a file as a map, with what is wrong in it."""
    # Few folders have a map.
    from scorecard.importers.map import BookMap, TableMap

    if read.data is not None and read.data.get("layout") == EXPORTED:
        return shaped(read, TableMap)
    return shaped(read, BookMap)


def _is_memory(data: Data) -> bool:
    """Whether it has nothing but tables by the paths of scorecards."""
    return bool(data) and all(
        name.endswith(".toml") and isinstance(table, dict) for name, table in data.items()
    )
