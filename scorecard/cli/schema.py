"""`scorecard schema`: JSON Schema for editors."""

from typing import Annotated

import typer

from scorecard.cli import options
from scorecard.cli.output import write
from scorecard.schema import Kind
from scorecard.schema import schema as json_schema
from scorecard.text.json import json_text


def schema(
    kind: Annotated[
        Kind, typer.Argument(metavar="[scorecard|framework]", help="Which of the two files.")
    ] = "scorecard",
    output: options.Output = None,
) -> None:
    """Write the JSON Schema with which an editor completes keys and marks mistakes."""
    write(json_text(json_schema(kind)) + "\n", output)
