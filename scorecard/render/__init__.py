"""A view as text, one function a format."""

from collections.abc import Callable, Mapping

from scorecard.medium import Medium
from scorecard.render.csv import render_csv
from scorecard.render.json import render_json
from scorecard.render.markdown import render_markdown
from scorecard.render.table import render_table
from scorecard.view.blocks import View

FORMATS: Mapping[str, Callable[[View, Medium], str]] = {
    "table": render_table,
    "json": render_json,
    "csv": render_csv,
    "markdown": render_markdown,
}
