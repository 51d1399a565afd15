"""A tree of values as JSON text; numbers are written exactly, never through a float."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from scorecard.digits import decimal_text
from scorecard.printable import json_string

Raw = str | Decimal | Fraction | int | None
"""A value for a program: whoever writes it makes text harmless and keeps numbers exact."""

Json = Raw | bool | Mapping[str, "Json"] | Sequence["Json"]
"""A tree of such values."""


def json_text(value: Json, indent: str = "") -> str:
    """Return a value as JSON text; what holds no other table or array stays on one line."""
    deeper = f"{indent}  "
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | Decimal() | Fraction():
            return decimal_text(value)
        case str():
            return json_string(value)
        case Mapping():
            items = [
                f"{json_string(key)}: {json_text(item, deeper)}" for key, item in value.items()
            ]
            return _enclosed("{}", items, indent, nested=_nested(value.values()))
    items = [json_text(item, deeper) for item in value]
    return _enclosed("[]", items, indent, nested=_nested(value))


def _nested(values: Iterable[Json]) -> bool:
    return any(not isinstance(value, str | Decimal | Fraction | int | None) for value in values)


def _enclosed(brackets: str, items: list[str], indent: str, *, nested: bool) -> str:
    if not nested:
        return f"{brackets[0]}{', '.join(items)}{brackets[1]}"
    lines = f",\n{indent}  ".join(items)
    return f"{brackets[0]}\n{indent}  {lines}\n{indent}{brackets[1]}"
