"""States of a folder in git, read through `git` and written nowhere but where they are unpacked."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from scorecard.i18n.sayings import say
from scorecard.project.errors import CannotRunError
from scorecard.project.folders import is_toml
from scorecard.toml.reading import LARGEST

_OF_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
"""What git sets for its hooks, and what would name another repository than that of the folder."""

_LINK, _SUBMODULE = b"120000", b"160000"


class _Entry(NamedTuple):
    """A file of a state: its path from the root of the repository, with `/` between the parts."""

    mode: bytes
    object: bytes
    size: int
    name: str


def tree_of(revision: str, folder: Path) -> str | None:
    """Return what a revision means in the repository of a folder; None where it means nothing.

    Raise CannotRunError where git is not installed, or the folder is in no repository.
    """
    root = _root(folder)
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}")
    done = _run(root, *words)
    return None if done.returncode else done.stdout.decode().strip()


def revisions(folder: Path) -> list[str]:
    """Return the names of branches and tags; none where git knows none."""
    try:
        named = _git(_existing(folder), "for-each-ref", "--format=%(refname:short)")
    except CannotRunError:
        return []
    return named.decode("utf-8", "replace").splitlines()


def unpack(tree: str, folder: Path, into: Path) -> Path:
    """Write the files of a folder in a state, and TOML files beside it; return where it would be.

    Links are kept that lead to one of these.
    """
    root = _root(folder)
    inside = Path(os.path.relpath(os.path.realpath(folder), root)).as_posix()
    listed = _git(root, "ls-tree", "-r", "-l", "-z", "--full-tree", tree)
    entries = [_entry(line) for line in listed.split(b"\0") if line]
    within = [each for each in entries if _is_in(each.name, inside)]
    if borrowed := next((each for each in within if each.mode == _SUBMODULE), None):
        raise CannotRunError(say("error.submodule", name=borrowed.name))
    wanted = [
        each
        for each in entries
        if each.mode != _SUBMODULE
        and (is_toml(each.name) or (_is_in(each.name, inside) and each.size <= LARGEST))
    ]
    _write(wanted, root, into)
    return into / inside


def _write(entries: Sequence[_Entry], root: Path, into: Path) -> None:
    """Write files, then the links to them: so no file is written through a link."""
    links: list[tuple[Path, bytes]] = []
    base = os.path.normpath(into)
    for entry, content in zip(entries, _contents(entries, root), strict=True):
        path = Path(os.path.normpath(into / entry.name))
        # A name that somebody made up may lead out of the folder.
        if not path.is_relative_to(base):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        if entry.mode == _LINK:
            links.append((path, content))
        else:
            path.write_bytes(content)
    for path, content in links:
        target = Path(os.path.normpath(path.parent / os.fsdecode(content)))
        if target.is_relative_to(base) and target.is_file():
            path.symlink_to(os.path.relpath(target, path.parent))


def _contents(entries: Sequence[_Entry], root: Path) -> Iterator[bytes]:
    asked = b"".join(each.object + b"\n" for each in entries)
    told = _git(root, "cat-file", "--batch", given=asked)
    start = 0
    for _ in entries:
        head, _, _ = told[start:].partition(b"\n")
        *_, size = head.split()
        if not size.isdigit():
            raise CannotRunError(say("error.git-lacks", reason=head.decode()))
        start += len(head) + 1
        yield told[start : start + int(size)]
        start += int(size) + 1


def _entry(line: bytes) -> _Entry:
    head, _, name = line.partition(b"\t")
    mode, _, object_, size = head.split()
    return _Entry(mode, object_, int(size) if size.isdigit() else 0, os.fsdecode(name))


def _is_in(name: str, folder: str) -> bool:
    return folder in (".", name) or name.startswith(f"{folder}/")


def _root(folder: Path) -> Path:
    told = _run(_existing(folder), "rev-parse", "--show-toplevel")
    if b"not a git repository" in told.stderr:
        raise CannotRunError(say("error.no-repository", name=folder.as_posix()))
    return Path(os.path.realpath(os.fsdecode(_output(told).rstrip(b"\r\n"))))


def _existing(folder: Path) -> Path:
    """Return a folder, or the nearest one above that is there."""
    path = Path(os.path.realpath(folder))
    return next(each for each in (path, *path.parents) if each.is_dir())


def _git(folder: Path, *words: str, given: bytes = b"") -> bytes:
    return _output(_run(folder, *words, given=given))


def _output(done: "subprocess.CompletedProcess[bytes]") -> bytes:
    if done.returncode:
        said = os.fsdecode(done.stderr).strip().partition("\n")[0]
        raise CannotRunError(say("error.git", reason=said))
    return done.stdout


def _run(folder: Path, *words: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    command = ["git", "-C", str(folder), *words]
    others = {name: said for name, said in os.environ.items() if name not in _OF_HOOKS}
    env = {**others, "LC_ALL": "C"}
    try:
        return subprocess.run(  # noqa: S603 - no shell, and what is given cannot be an option
            command, input=given, capture_output=True, check=False, env=env
        )
    except FileNotFoundError:
        raise CannotRunError(say("error.no-git")) from None
