"""What a text is written to."""

from typing import Literal, NamedTuple

Dialect = Literal["plain", "excel-vi"]
"""How CSV is written: with commas and points, or as an Excel set to Vietnamese reads it."""


class Medium(NamedTuple):
    """A terminal, a file or a pipe: its width in columns, whether it shows colours, and links."""

    width: int
    colour: bool
    links: bool = False
    dialect: Dialect = "plain"
