"""A view as JSON."""

from scorecard.medium import Medium
from scorecard.tree import json_text
from scorecard.view.blocks import View


def render_json(view: View, _: Medium) -> str:
    """Return the record of a view."""
    return f"{json_text(view.record)}\n"
