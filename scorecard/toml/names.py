"""Names of files that were meant to be TOML, and end otherwise."""

import re

_MISNAMED = re.compile(
    r"(?:.*[/\\])?(?P<stem>[^/\\]*)"
    r"\.(?:toml\.(?:txt|text|rtf|docx?|odt|md)|tml|tom|tolm|tmol|tomll)",
    re.IGNORECASE,
)
"""How a name ends by a slip, or by an ending that a program added and Windows hides."""


def meant_name(name: str) -> str | None:
    """Return the right name of a file that was meant to be TOML; None where it has one."""
    match = _MISNAMED.fullmatch(name)
    return f"{match['stem']}.toml" if match else None
