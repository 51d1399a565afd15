"""What a text is written to."""

from typing import NamedTuple


class Medium(NamedTuple):
    """A terminal, a file or a pipe: its width in columns, and whether it shows colours.

    The language is that of the text, for formats that name it.
    """

    width: int
    colour: bool
    language: str = "en"
    right_to_left: bool = False
