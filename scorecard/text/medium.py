"""What a text is written to."""

from typing import NamedTuple


class Medium(NamedTuple):
    """A terminal, a file or a pipe: its width in columns, and whether it shows colours."""

    width: int
    colour: bool
