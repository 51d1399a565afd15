"""What git tells of a repository: states of it, and the files of each."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple

from scorecard.i18n.sayings import say
from scorecard.project.errors import CannotRunError

_OF_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
"""What git sets for its hooks, and what would name another repository than that of the folder."""

MOST_FILES = 500_000
"""The most files of a state: a tree that holds itself over and over has more than any disk."""

MOST_MEGABYTES = 2048
"""How much of a state is read."""

_CHUNK = 1 << 16
_LONGEST = 1 << 20
"""So many bytes of a path are more than any system has."""


class Entry(NamedTuple):
    """A file of a state: its path from the root of the repository, with `/` between the parts."""

    mode: bytes
    object: bytes
    name: str


def tree_of(revision: str, folder: Path) -> str | None:
    """Return what a revision means in the repository of a folder; None where it means nothing.

    Raise CannotRunError where git is not installed, or the folder is in no repository.
    """
    root = root_of(folder)
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


def entries(tree: str, root: Path) -> Iterator[Entry]:
    """Yield the files of a state; raise CannotRunError for more than there can be."""
    rest, number = b"", 0
    with _stream(root, "ls-tree", "-r", "-z", "--full-tree", tree) as told:
        while chunk := told.read(_CHUNK):
            *lines, rest = (rest + chunk).split(b"\0")
            number += len(lines)
            if number > MOST_FILES or len(rest) > _LONGEST:
                raise too_large()
            yield from map(_entry, lines)


def sizes(asked: Sequence[Entry], root: Path) -> list[int]:
    """Return how many bytes files of a state have; raise CannotRunError where git lacks one."""
    with _stream(root, "cat-file", "--batch-check", given=_objects(asked)) as told:
        return [_size(told) for _ in asked]


def contents(asked: Sequence[Entry], root: Path) -> Iterator[bytes]:
    """Yield what files of a state hold; raise CannotRunError where git lacks one."""
    with _stream(root, "cat-file", "--batch", given=_objects(asked)) as told:
        for _ in asked:
            content = told.read(_size(told))
            told.read(1)
            yield content


def _objects(asked: Sequence[Entry]) -> bytes:
    return b"".join(each.object + b"\n" for each in asked)


def _size(told: IO[bytes]) -> int:
    """Read the line that begins what is told of an object; where it has broken off, it is empty."""
    head = told.readline().rstrip(b"\n")
    size = head.rpartition(b" ")[2]
    if not size.isdigit() and head:
        raise CannotRunError(say("error.git-lacks", reason=head.decode()))
    return int(size or 0)


def too_large() -> CannotRunError:
    """Return the refusal of a state that has more than is read."""
    return CannotRunError(say("error.state-large", files=MOST_FILES, size=MOST_MEGABYTES))


def _entry(line: bytes) -> Entry:
    head, _, name = line.partition(b"\t")
    mode, _, object_ = head.split()
    return Entry(mode, object_, os.fsdecode(name))


def root_of(folder: Path) -> Path:
    """Return the root of the repository of a folder; raise CannotRunError where it is in none."""
    told = _run(_existing(folder), "rev-parse", "--show-toplevel")
    if b"not a git repository" in told.stderr:
        raise CannotRunError(say("error.no-repository", name=folder.as_posix()))
    return Path(os.path.realpath(os.fsdecode(_output(told).rstrip(b"\r\n"))))


def _existing(folder: Path) -> Path:
    """Return a folder, or the nearest one above that is there."""
    path = Path(os.path.realpath(folder))
    return next(each for each in (path, *path.parents) if each.is_dir())


def _git(folder: Path, *words: str) -> bytes:
    return _output(_run(folder, *words))


def _output(done: "subprocess.CompletedProcess[bytes]") -> bytes:
    if done.returncode:
        raise _failed(done.stderr)
    return done.stdout


def _run(folder: Path, *words: str) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(  # noqa: S603 - no shell, and what is given cannot be an option
            _command(folder, words), capture_output=True, check=False, env=_surroundings()
        )
    except FileNotFoundError:
        raise CannotRunError(say("error.no-git")) from None


@contextmanager
def _stream(folder: Path, *words: str, given: bytes = b"") -> Iterator[IO[bytes]]:
    """Give what git tells, piece by piece, however much that is; it is stopped where we stop."""
    with TemporaryFile() as asked, TemporaryFile() as said:
        asked.write(given)
        asked.seek(0)
        command, env = _command(folder, words), _surroundings()
        with subprocess.Popen(  # noqa: S603 - as above
            command, stdin=asked, stdout=subprocess.PIPE, stderr=said, env=env
        ) as process:
            try:
                yield process.stdout or said
            except BaseException:
                process.kill()
                raise
        if process.returncode:
            said.seek(0)
            raise _failed(said.read(_CHUNK))


def _command(folder: Path, words: Sequence[str]) -> list[str]:
    return ["git", "-C", str(folder), *words]


def _surroundings() -> dict[str, str]:
    others = {name: said for name, said in os.environ.items() if name not in _OF_HOOKS}
    return {**others, "LC_ALL": "C"}


def _failed(said: bytes) -> CannotRunError:
    """Return the refusal of git: in our words where it is often met, else in its own."""
    if b"dubious ownership" in said:
        return CannotRunError(say("error.git-owner"))
    reason = os.fsdecode(said).strip().partition("\n")[0].removeprefix("fatal: ")
    return CannotRunError(say("error.git", reason=reason))
