"""What is to be said, by its key: the words of a language are further up."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Saying(NamedTuple):
    """The key of a sentence, and what fills it in."""

    key: str
    arguments: Mapping[str, object] = MappingProxyType({})


def saying(key: str, /, **arguments: object) -> Saying:
    """Return what is to be said by a key, filled in with these."""
    return Saying(key, arguments)
