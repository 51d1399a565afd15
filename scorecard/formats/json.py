"""A view as JSON."""

from scorecard.report.blocks import View
from scorecard.text.json import json_text
from scorecard.text.medium import Medium


def render_json(view: View, _: Medium) -> str:
    """Return the record of a view."""
    return f"{json_text(view.record())}\n"
