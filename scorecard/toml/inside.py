"""How far a link, or what a file names, may lead: to the end of the repository that it lies in."""

import os
from functools import lru_cache
from pathlib import Path

WORKSPACE = "GITHUB_WORKSPACE"
"""The variable in which GitHub names the root of a checkout that has no `.git`."""

_FOLDERS = 1024
"""Of how many folders it is remembered where they lie; files of one folder come together."""


def root_of(folder: str) -> str | None:
    """Return the root of the repository that a folder lies in, which has `.git`; None without one.

    The path is absolute. A checkout of GitHub without `.git` is a repository, too.
    """
    return _root(folder, os.environ.get(WORKSPACE, ""))


@lru_cache(_FOLDERS)
def _root(folder: str, workspace: str) -> str | None:
    above = (Path(folder), *Path(folder).parents)
    if found := next((each for each in above if (each / ".git").exists()), None):
        return str(found)
    root = Path(os.path.realpath(workspace))
    return str(root) if workspace and root in above else None


def lies_out(path: str, folder: str) -> bool:
    """Whether a path, links followed, is not in the repository that a folder lies in.

    Where it lies in none, it is whether it is neither in that folder nor in the one we work in.
    """
    home, target = os.path.realpath(folder), Path(os.path.realpath(path))
    root = root_of(home)
    homes = (root,) if root else (home, os.path.realpath("."))
    return not any(target.is_relative_to(each) for each in homes)


def leads_out(path: str, folder: str) -> bool:
    """Whether what a file in a folder names lies outside, as far as the file has no say there.

    In no repository, it may lead out by `..`, as who reads it is who has the file; not by links.
    """
    home = os.path.realpath(folder)
    straight = os.path.normpath(os.path.join(home, os.path.relpath(path, folder)))  # noqa: PTH118
    led = root_of(home) is not None or os.path.realpath(path) != straight
    return led and lies_out(path, folder)


def reached_out(path: str) -> bool:
    """Whether a link to a folder, on the way to a file, leads out of the repository it lies in."""
    return _reached_out(os.path.dirname(os.path.abspath(path)))  # noqa: PTH100, PTH120 - in haste


@lru_cache(_FOLDERS)
def _reached_out(folder: str) -> bool:
    links = (each for each in (Path(folder), *Path(folder).parents) if each.is_symlink())
    homes = ((each, os.path.realpath(each.parent)) for each in links)
    return any(root_of(home) and leads_out(str(each), home) for each, home in homes)
