"""A tree of values as JSON text; numbers are written exactly, never through a float."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, Generic, TypeVar, Union

from scorecard.numbers.digits import decimal_text
from scorecard.text.printable import json_string

Raw = str | Decimal | Fraction | int | None
"""A value for a program: whoever writes it makes text harmless and keeps numbers exact."""


class Reckoned(str):
    """A text of ours with numbers in it: their decimal mark is that of what it is written to."""

    __slots__ = ()


Json = Union[Raw, bool, "Shared", Mapping[str, "Json"], Iterable["Json"]]
"""A tree of such values."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Each(Generic[Item]):
    """A branch for each of many items, made when it is written and not kept after that."""

    items: Sequence[Item]
    branch: Callable[[Item], Json]

    def __iter__(self) -> Iterator[Json]:
        return map(self.branch, self.items)

    def __len__(self) -> int:
        return len(self.items)


class Shared:
    """A branch that many items have; its text is made once for each depth that it is met at."""

    __slots__ = ("_texts", "value")

    def __init__(self, value: Json) -> None:
        self.value = value
        self._texts: dict[str, str] = {}

    def text(self, indent: str) -> str:
        """Return the text that `json_text` gives."""
        found = self._texts.get(indent)
        if found is None:
            found = self._texts[indent] = json_text(self.value, indent)
        return found


REMEMBERED = 1 << 14
"""How many texts are remembered: keys, ids and words come over and over."""

_string = lru_cache(maxsize=REMEMBERED)(json_string)


_PLAIN: Mapping[type, Callable[[Any], str]] = {
    type(None): lambda _: "null",
    bool: lambda value: "true" if value else "false",
    int: decimal_text,
    Decimal: decimal_text,
    Fraction: decimal_text,
    str: _string,
    Reckoned: _string,
}
"""How what holds nothing else is written, by its type: asked of each value of a large tree."""


def json_text(value: Json, indent: str = "") -> str:
    """Return a value as JSON text; what holds no other table or array stays on one line."""
    plain = _PLAIN.get(type(value))
    if plain:
        return plain(value)
    if isinstance(value, Shared):
        return value.text(indent)
    deeper = indent + "  "
    if isinstance(value, dict | Mapping):
        texts, nested = _inside(value.values(), deeper)
        return _form(tuple(value), indent, nested=nested) % tuple(texts)
    texts, nested = _inside(value if isinstance(value, Iterable) else (), deeper)
    return _enclosed("[]", texts, indent, nested=nested)


def _inside(items: Iterable[Json], indent: str) -> tuple[list[str], bool]:
    """Return the texts of items, and whether one of them holds others."""
    nested, texts = False, []
    for item in items:
        plain = _PLAIN.get(type(item))
        if plain:
            texts.append(plain(item))
        else:
            nested = True
            texts.append(json_text(item, indent))
    return texts, nested


@lru_cache(maxsize=REMEMBERED)
def _form(keys: tuple[str, ...], indent: str, *, nested: bool) -> str:
    """Return a table with a place for each of its values: most tables have one of a few forms."""
    texts = [f"{json_string(key).replace('%', '%%')}: %s" for key in keys]
    return _enclosed("{}", texts, indent, nested=nested)


def _enclosed(brackets: str, texts: list[str], indent: str, *, nested: bool) -> str:
    if not nested:
        return f"{brackets[0]}{', '.join(texts)}{brackets[1]}"
    lines = f",\n{indent}  ".join(texts)
    return f"{brackets[0]}\n{indent}  {lines}\n{indent}{brackets[1]}"
