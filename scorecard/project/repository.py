"""Paths as a forge knows them: from the root of the repository that a file lies in."""

import os
from pathlib import Path

WORKSPACE = "GITHUB_WORKSPACE"
"""The variable in which GitHub names the root of a checkout that has no `.git`."""


def in_repository(name: str) -> str:
    """Return the path of a file from the root of its repository, however it is spelled.

    The root is the nearest folder above with `.git`, of the file itself where links lead to it,
    else of the name. Without one the name stays as it is.
    """
    for path in map(Path, (os.path.realpath(name), os.path.abspath(name))):  # noqa: PTH100 - with ..
        for folder in path.parents:
            if (folder / ".git").exists():
                return path.relative_to(folder).as_posix()
    workspace, path = os.environ.get(WORKSPACE), Path(os.path.realpath(name))
    if workspace and path.is_relative_to(os.path.realpath(workspace)):
        return path.relative_to(os.path.realpath(workspace)).as_posix()
    return name
