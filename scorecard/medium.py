"""What a text is written to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Medium:
    """A terminal, a file or a pipe: its width in columns, and whether it shows colours."""

    width: int
    colour: bool
