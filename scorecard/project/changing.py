"""Files that are to be changed: read as text, or not at all."""

from pathlib import Path

from scorecard.diagnostic import Finding
from scorecard.project.errors import CannotRunError
from scorecard.toml.reading import decode, read


def read_to_change(path: Path) -> tuple[bytes, str]:
    """Return the bytes of a file, and its text without a BOM.

    Raise CannotRunError where it cannot be read, or is no text.
    """
    data = read(str(path))
    if isinstance(data, Finding):
        raise CannotRunError(f"{path.as_posix()}: {data.message}")
    text, fault = decode(data)
    if fault:
        raise CannotRunError(f"{path.as_posix()}: {fault.message}")
    return data, text
