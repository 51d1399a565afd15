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
    return _repository(folder) or _checkout(folder, os.environ.get(WORKSPACE, ""))


@lru_cache(_FOLDERS)
def _repository(folder: str) -> str | None:
    return next((each for each in _and_above(folder) if _is_root(each)), None)


# Folders share those above them, of which each is looked at once.
@lru_cache(_FOLDERS)
def _is_root(folder: str) -> bool:
    return Path(folder, ".git").exists()


@lru_cache(_FOLDERS)
def _is_link(folder: str) -> bool:
    return Path(folder).is_symlink()


def _and_above(folder: str) -> list[str]:
    return [folder, *map(str, Path(folder).parents)]


@lru_cache(_FOLDERS)
def _checkout(folder: str, workspace: str) -> str | None:
    root = os.path.realpath(workspace)
    return root if workspace and Path(folder).is_relative_to(root) else None


def lies_out(path: str, folder: str) -> bool:
    """Whether a path, links followed, is not in the repository that a folder lies in.

    Where it lies in none, it is whether it is neither in that folder nor in the one we work in.
    """
    return _lies_out(os.path.realpath(path), os.path.realpath(folder))


def _lies_out(target: str, home: str) -> bool:
    root = root_of(home)
    homes = (root,) if root else (home, os.path.realpath("."))
    return not any(Path(target).is_relative_to(each) for each in homes)


def leads_out(path: str, folder: str) -> bool:
    """Whether what a file in a folder names lies outside, as far as the file has no say there.

    In no repository, it may lead out by `..`, as who reads it is who has the file; not by links.
    """
    home, target = os.path.realpath(folder), os.path.realpath(path)
    straight = os.path.normpath(os.path.join(home, os.path.relpath(path, folder)))  # noqa: PTH118
    return (root_of(home) is not None or target != straight) and _lies_out(target, home)


def reached_out(path: str) -> bool:
    """Whether a link to a folder, on the way to a file, leads out of the repository it lies in."""
    return _reached_out(os.path.dirname(os.path.abspath(path)))  # noqa: PTH100, PTH120 - in haste


@lru_cache(_FOLDERS)
def _reached_out(folder: str) -> bool:
    links = (each for each in _and_above(folder) if _is_link(each))
    homes = ((each, os.path.realpath(Path(each).parent)) for each in links)
    return any(root_of(home) and leads_out(each, home) for each, home in homes)
