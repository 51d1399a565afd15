"""A JSON Schema for peers, as strict about the archive's figures as our own rules are."""

import copy
from typing import Any

from bench.corpus import COUNT_IDS, RATE_IDS

Schema = dict[str, Any]


def narrowed(schema: Schema) -> Schema:
    """Return the schema of scorecards, narrowed to figures of the archive's framework.

    Each figure is of one of its indicators, has a value or says why there is none, but not
    both, and a value has a source. Shares lie between 0 and 100, and counts are whole.
    """
    strict = copy.deepcopy(schema)
    figure = strict["properties"]["figures"]["additionalProperties"]
    share, number = {"minimum": 0, "maximum": 100}, {"multipleOf": 1}
    strict["properties"]["figures"] = {
        "type": "object",
        "properties": {
            **{name: _figure(figure, share) for name in RATE_IDS},
            **{name: _figure(figure, number) for name in COUNT_IDS},
        },
        "additionalProperties": False,
    }
    return strict


def _figure(figure: Schema, number: Schema) -> Schema:
    table = copy.deepcopy(figure)
    # Beside a table, a figure may be a bare value, which has no source.
    del table["pattern"]
    table["type"] = "object"
    table["oneOf"] = [{"required": ["value"]}, {"required": ["absent"]}]
    table["dependencies"] = {"value": ["source"]}
    table["properties"]["value"] |= {"type": ["integer", "number", "string"], **number}
    return table
