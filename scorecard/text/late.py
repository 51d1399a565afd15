"""Functions whose modules are imported when they are first called, and not at every start."""

from collections.abc import Callable
from importlib import import_module
from typing import TypeVar

First = TypeVar("First")
Second = TypeVar("Second")


def late(module: str, name: str) -> Callable[[First, Second], str]:
    """Return what stands for a function of two values to a text, by its module and its name."""

    def written(first: First, second: Second) -> str:
        text: str = getattr(import_module(module), name)(first, second)
        return text

    return written
