"""The names of all formats, and how files in them end."""

from collections.abc import Container, Mapping
from typing import Literal

Format = Literal["table", "json", "csv", "markdown", "xlsx", "html"]
"""How a view is written."""

ENDINGS: Mapping[str, Format] = {
    ".csv": "csv",
    ".json": "json",
    ".md": "markdown",
    ".txt": "table",
    ".xlsx": "xlsx",
    ".html": "html",
    ".htm": "html",
}
"""Formats of views by the endings of file names."""

ROWS: Container[Format] = ("csv",)
"""Formats that have the rows of a view and nothing else.

What has no rows is refused, and notes go to stderr.
"""

FindingsFormat = Literal["text", "json", "markdown", "github", "sarif", "junit", "gitlab", "xlsx"]
"""How findings are written."""

FINDINGS_ENDINGS: Mapping[str, FindingsFormat] = {
    ".json": "json",
    ".md": "markdown",
    ".sarif": "sarif",
    ".txt": "text",
    ".xlsx": "xlsx",
    ".xml": "junit",
}
"""Formats of findings by the endings of file names."""
