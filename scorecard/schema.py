"""JSON Schema of each kind of file, for editors that complete and check, and of what is written."""

import inspect
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from scorecard.model.fields import Closed
from scorecard.model.framework import Framework
from scorecard.model.register import Register
from scorecard.model.scorecard import Scorecard
from scorecard.text.printable import CONTROL, INVISIBLE

Kind = Literal["scorecard", "framework", "register"]
"""Which kind of file."""

MODELS: dict[Kind, type[Closed]] = {
    "scorecard": Scorecard,
    "framework": Framework,
    "register": Register,
}

# Draft 7 is the newest that both Taplo (Even Better TOML) and Tombi read in full.
_HEAD = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "x-tombi-toml-version": "v1.1.0",
}

_HIDDEN = re.compile(f"[{CONTROL}{INVISIBLE}]")
_LAST_OF_16_BITS = "\uffff"


OUTPUT = Path(__file__).parent / "schemas" / "output.schema.json"
"""The JSON Schema of all that commands write as JSON."""


def output_schema() -> JsonSchemaValue:
    """Return the JSON Schema of what commands write, with a description of every key."""
    found: JsonSchemaValue = json.loads(OUTPUT.read_text("utf-8"))
    return found


def schema(kind: Kind) -> JsonSchemaValue:
    """Return the JSON Schema of a file: its shape, but not what its values mean to one another."""
    content = MODELS[kind].model_json_schema(ref_template="{model}", schema_generator=_ForToml)
    tables = content.pop("$defs")
    said = {**_HEAD, "title": kind.capitalize(), **_unfolded(content, tables)}
    if kind == "framework":
        said["allOf"] = list(_needed_without_default(said["properties"]))
    return said


def _needed_without_default(keys: JsonSchemaValue) -> Iterator[JsonSchemaValue]:
    """Take from an indicator's needed keys those that defaults can give; ask where they do not."""
    indicator, usual = keys["indicators"]["items"], keys["defaults"]["properties"]
    for key in [each for each in indicator["required"] if each in usual]:
        indicator["required"].remove(key)
        given = {"properties": {"defaults": {"required": [key]}}, "required": ["defaults"]}
        asked = {"properties": {"indicators": {"items": {"required": [key]}}}}
        yield {"if": given, "else": asked}


def _unfolded(node: Any, tables: JsonSchemaValue) -> Any:  # noqa: ANN401 - any JSON
    """Put tables in their places, and the forms of a value side by side instead of in `anyOf`.

    Each keyword is about one JSON type alone, so forms of different types do not meet. Of
    `anyOf` Taplo says only that none of it fits, and draft 7 passes over what is beside `$ref`.
    """
    match node:
        case {"$ref": name, **beside}:
            return {**_unfolded(tables[name], tables), **beside}
        case {"anyOf": forms, **beside}:
            unfolded = [_unfolded(form, tables) for form in forms]
            types = [name for form in unfolded for name in _types(form)]
            together = {key: value for form in unfolded for key, value in form.items()}
            return {**together, "type": types, **beside}
        case dict():
            return {key: _unfolded(value, tables) for key, value in node.items()}
        case list():
            return [_unfolded(item, tables) for item in node]
        case str():
            return _HIDDEN.sub(_seen, node)
    return node


def _seen(hidden: re.Match[str]) -> str:
    """Spell out a character in a pattern, which editors show; JavaScript has 16 bits for that."""
    return f"\\u{ord(hidden[0]):04x}" if hidden[0] <= _LAST_OF_16_BITS else hidden[0]


def _types(form: JsonSchemaValue) -> list[str]:
    stated = form["type"]
    return stated if isinstance(stated, list) else [stated]


class _ForToml(GenerateJsonSchema):
    """Writes what TOML can say."""

    def field_title_should_be_set(self, schema: object) -> bool:
        """Leave out the titles of keys: they would say the key again."""
        del schema
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Leave out the titles of tables: they would be names of classes. Describe the keys."""
        table = super().model_schema(schema)
        del table["title"]
        model = schema["cls"]
        for name, description in _descriptions(model).items():
            key = model.model_fields[name].alias or name
            table["properties"][key]["description"] = description
        return table

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Leave out null, which TOML has not: a key without a value is left out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave out the default of a key that may be left out for nothing."""
        if schema.get("default") is None:
            return self.generate_inner(schema["schema"])
        return super().default_schema(schema)

    def encode_default(self, dft: Any) -> Any:  # noqa: ANN401 - as pydantic has it
        """Keep an exact number a number; pydantic would make it a text."""
        return dft if isinstance(dft, Decimal) else super().encode_default(dft)

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Close a table whose keys follow a pattern."""
        return {"additionalProperties": False, **super().dict_schema(schema)}


def _descriptions(model: type) -> dict[str, str]:
    """Return what the line below each key of a model says it is for.

    Pydantic can read these lines too, but it does so whenever a program starts.
    """
    described = r'^    (\w+): .*\n    """(.+)"""$'
    return dict(re.findall(described, inspect.getsource(model), re.MULTILINE))
