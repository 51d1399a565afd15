"""Files written whole or not at all."""

import errno
import os
import re
import shutil
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from scorecard.i18n.sayings import refusal, say
from scorecard.project.errors import CannotRunError
from scorecard.project.places import is_there
from scorecard.text.signals import held

WINDOWS = os.name == "nt"

_MAY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
"""The bits of a mode, without all of which nobody may write."""

# Names that stand for what is open already.
_STREAM = re.compile(r"/dev/(?:stdout|stderr|fd/[0-9]+)|/proc/[^/]+/fd/[0-9]+")


class Changed(NamedTuple):
    """A file with what it held when it was read, None where it is new, and what it is to hold."""

    path: Path
    before: bytes | None
    after: bytes


def write_all(files: Sequence[Changed]) -> None:
    """Write several files, all of them or none.

    All are complete beside their places before the first one is put there, and those that were
    are taken back where another one cannot be. Raise CannotRunError for a file that is no longer
    as it was read, for a new one that is there, and for one that the system refuses.
    """
    parts: list[tuple[Path, Path]] = []
    try:
        for file in files:
            target = Path(os.path.realpath(file.path))
            parts.append((_part(target), target))
            with naming(file.path):
                target.parent.mkdir(parents=True, exist_ok=True)
                with _filled(parts[-1][0], _mode(target)) as stream:
                    stream.write(file.after)
        for file in files:
            _refuse_other_than_read(file)
        # An interruption between two of them waits until all are there.
        with held():
            _put_all(files, parts)
    finally:
        for part, _ in parts:
            with suppress(OSError):
                part.unlink()


def _put_all(files: Sequence[Changed], parts: Sequence[tuple[Path, Path]]) -> None:
    done: list[Changed] = []
    try:
        for file, (part, target) in zip(files, parts, strict=True):
            with naming(file.path):
                _put(part, target, file.path)
            done.append(file)
    except BaseException:
        for file in done:
            _take_back(file)
        raise


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Raise CannotRunError with the name of a file that the system refuses to have written.

    The system itself names the part that is made of it, which nobody knows.
    """
    try:
        yield
    except OSError as error:
        said = say("error.written", name=path.as_posix(), reason=refusal(error))
        raise CannotRunError(said) from None


def _refuse_other_than_read(file: Changed) -> None:
    name = file.path.as_posix()
    if file.before is None and is_there(file.path):
        raise CannotRunError(say("error.is-there", name=name))
    if file.before is not None and file.path.read_bytes() != file.before:
        raise CannotRunError(say("error.changed", name=name))


def _take_back(file: Changed) -> None:
    with suppress(OSError):
        if file.before is None:
            file.path.unlink()
        else:
            write_whole(file.path, file.before)


@contextmanager
def written_in_parts(path: Path) -> Iterator[BinaryIO]:
    """Give what takes the data of a file; it is put in its place in one step, once all is there.

    The file is complete or as it was before, and keeps its permissions. A link is followed. What
    is no ordinary file (a terminal, a pipe) is written to as it is. Raise OSError where that
    cannot be done. Only what nobody can catch (SIGKILL, a power cut) leaves something behind: one
    file `.scorecard.*.part`.
    """
    mode = _mode(path)
    if _STREAM.fullmatch(path.absolute().as_posix()) or not (mode is None or stat.S_ISREG(mode)):
        # What stands behind it is open already, and may hold what was written there before.
        with path.open("ab") as stream:
            yield stream
        return
    target = Path(os.path.realpath(path))
    # Its name is known before it is there: an interruption at any point finds what to delete.
    part = _part(target)
    try:
        with _filled(part, mode) as stream:
            yield stream
        _put(part, target, path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


@contextmanager
def folder_in_parts(path: Path) -> Iterator[Path]:
    """Give a folder that takes the place of one once all of it is there.

    Raise CannotRunError for one that is there, and OSError where it cannot be written. Nothing is
    left where it is not finished.
    """
    if is_there(path):
        raise CannotRunError(say("error.is-there", name=path.as_posix()))
    target = Path(os.path.realpath(path))
    part = _part(target)
    try:
        part.mkdir(parents=True)
        yield part
        part.rename(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def write_whole(path: Path, data: bytes) -> None:
    """Put the data in the place of a file in one step; raise OSError where that cannot be done."""
    with written_in_parts(path) as stream:
        stream.write(data)


def _put(part: Path, target: Path, path: Path) -> None:
    """Put what is complete in the place of a file; on Windows, one that is open keeps its place."""
    try:
        part.replace(target)
    except PermissionError as error:
        if not WINDOWS:
            raise
        raise OSError(errno.ETXTBSY, os.strerror(errno.ETXTBSY), path.as_posix()) from error


def _part(target: Path) -> Path:
    return target.with_name(f".scorecard.{os.urandom(8).hex()}.part")


@contextmanager
def _filled(part: Path, mode: int | None) -> Iterator[BinaryIO]:
    """Give a new file to write to, with the permissions of the one whose place it is to take."""
    part.touch(0o666 if mode is None else 0o600, exist_ok=False)
    with part.open("wb") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())
    if mode is not None:
        part.chmod(stat.S_IMODE(mode))


def _mode(path: Path) -> int | None:
    """Return the mode of a file, None of a new one; raise OSError for one that is read-only."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    if not (mode & _MAY_WRITE and os.access(path, os.W_OK)):
        # Another file could take its place all the same, and root may do everything.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path.as_posix())
    return mode
