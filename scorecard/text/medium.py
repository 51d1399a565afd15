"""What a text is written to."""

from typing import Literal, NamedTuple

Dialect = Literal["plain", "excel-vi"]
"""How CSV is written: with commas and points, or as an Excel set to Vietnamese reads it."""


class Medium(NamedTuple):
    """A terminal, a file or a pipe: its width in columns, whether it shows colours, and links.

    The language is that of the text, for formats that name it.
    """

    width: int
    colour: bool
    links: bool = False
    dialect: Dialect = "plain"
    language: str = "en"
    right_to_left: bool = False
