"""What a text is written to."""

from typing import NamedTuple


class Medium(NamedTuple):
    """A terminal, a file or a pipe: its width in columns, whether it shows colours, and links."""

    width: int
    colour: bool
    links: bool = False
