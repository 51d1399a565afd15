"""A view as JSON, unit by unit."""

from collections.abc import Iterator
from typing import Any

from scorecard.pool import made_of_each
from scorecard.report.blocks import View
from scorecard.text.json import Each, json_text
from scorecard.text.medium import Medium
from scorecard.text.printable import json_string


def render_json(view: View, medium: Medium) -> str:
    """Return the record of a view."""
    return "".join(json_pieces(view, medium))


def json_pieces(view: View, _: Medium) -> Iterator[str]:
    """Yield the same piece by piece, as each of many units makes a long text."""
    record = view.record()
    if not any(isinstance(value, Each) for value in record.values()):
        yield f"{json_text(record)}\n"
        return
    before = "{\n  "
    for key, value in record.items():
        yield f"{before}{json_string(key)}: "
        if isinstance(value, Each) and value:
            yield from _branches(value)
        else:
            yield json_text(value, "  ")
        before = ",\n  "
    yield "\n}\n"


def _branches(many: Each[Any]) -> Iterator[str]:
    before = "[\n    "
    for text in made_of_each(lambda item: json_text(many.branch(item), "    "), many.items):
        yield before + text
        before = ",\n    "
    yield "\n  ]"
