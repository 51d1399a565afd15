"""`scorecard schema`: JSON Schema for editors."""

from pathlib import Path

from scorecard.cli.output import write
from scorecard.schema import Kind
from scorecard.schema import schema as json_schema
from scorecard.text.json import json_text


def schema(kind: Kind, output: Path | None) -> None:
    """Write the JSON Schema of a file."""
    write(json_text(json_schema(kind)) + "\n", output)
