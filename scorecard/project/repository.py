"""Paths as a forge knows them: from the root of the repository that a file lies in."""

import os
from pathlib import Path

from scorecard.toml.inside import root_of


def in_repository(name: str) -> str:
    """Return the path of a file from the root of its repository, however it is spelled.

    The root is that of the file itself where links lead to it, else of the name. Without one the
    name stays as it is.
    """
    for path in map(Path, (os.path.realpath(name), os.path.abspath(name))):  # noqa: PTH100 - with ..
        if root := root_of(str(path.parent)):
            return path.relative_to(root).as_posix()
    return name
