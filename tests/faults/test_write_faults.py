"""Whatever step of a write fails, the old file is as it was and nothing else is left."""

import errno
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, Self

import pytest
from command import run

from scorecard.project.write import write_whole

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"
OLD, NEW = b"before\n", b"after\n" * 20_000
ERRORS = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EXDEV, errno.EROFS, errno.EDQUOT]


class FailingFile:
    """A file that takes some bytes and then no more."""

    def __init__(self, path: Path, failure: BaseException) -> None:
        self.handle = os.open(path, os.O_WRONLY)
        self.failure = failure

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.handle)

    def write(self, data: bytes) -> NoReturn:
        os.write(self.handle, data[:1000])
        raise self.failure


def broken_at(step: str, failure: BaseException, patch: pytest.MonkeyPatch) -> None:
    """Let a step of every write fail: create, write, sync, permit or rename."""

    ordinary = Path.open

    def fail(*_: object, **__: object) -> NoReturn:
        raise failure

    def opened(
        path: Path,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
    ) -> object:
        if mode != "wb":
            return ordinary(path, mode, buffering, encoding, errors)
        return fail() if step == "open" else FailingFile(path, failure)

    match step:
        case "create":
            patch.setattr(Path, "touch", fail)
        case "open" | "write":
            patch.setattr(Path, "open", opened)
        case "sync":
            patch.setattr(os, "fsync", fail)
        case "permit":
            patch.setattr(Path, "chmod", fail)
        case _:
            patch.setattr(Path, "replace", fail)


STEPS = ("create", "open", "write", "sync", "permit", "rename")

WAYS = [
    *((name, step) for name in ("old", "link") for step in STEPS),
    # It keeps the permissions that it was made with.
    *(("new", step) for step in STEPS if step != "permit"),
]
"""The files that are written, and the steps of that which can fail."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with an old file that only its owner may write, and a link to it."""
    (tmp_path / "old").write_bytes(OLD)
    (tmp_path / "old").chmod(0o640)
    (tmp_path / "link").symlink_to("old")
    return tmp_path


def unharmed(folder: Path) -> bool:
    """Whether the folder is as it was."""
    old = folder / "old"
    assert sorted(path.name for path in folder.iterdir()) == ["link", "old"]
    assert (folder / "link").readlink() == Path("old")
    return old.read_bytes() == OLD and stat.S_IMODE(old.stat().st_mode) == 0o640


@pytest.mark.parametrize(("name", "step"), WAYS)
@pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.get)
def test_a_file_is_written_whole_or_not_at_all(
    folder: Path, name: str, number: int, step: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        broken_at(step, OSError(number, os.strerror(number)), patch)
        with pytest.raises(OSError, match=os.strerror(number)) as caught:
            write_whole(folder / name, NEW)
    assert caught.value.errno == number
    assert unharmed(folder)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("failure", [KeyboardInterrupt, SystemExit, MemoryError])
def test_nor_does_an_interruption_leave_anything(
    folder: Path, failure: Callable[[], BaseException], step: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        broken_at(step, failure(), patch)
        with pytest.raises((KeyboardInterrupt, SystemExit, MemoryError)):
            write_whole(folder / "old", NEW)
    assert unharmed(folder)


def test_what_cannot_be_tidied_up_hides_no_failure(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> NoReturn:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    monkeypatch.setattr(Path, "unlink", fail)
    with pytest.raises(OSError, match="Input/output error"):
        write_whole(folder / "old", NEW)
    monkeypatch.undo()
    (part,) = folder.glob(".scorecard.*.part")
    assert stat.S_IMODE(part.stat().st_mode) == 0o600
    part.unlink()
    assert unharmed(folder)


COMMANDS = [
    ("compare", ORDINARY, "-o", "old"),
    ("show", ORDINARY, "-f", "csv", "-o", "link"),
    ("explain", "--all", "-f", "markdown", "-o", "old"),
    ("schema", "-o", "old"),
    ("export", ORDINARY, "-f", "csv", "-o", "old"),
    ("validate", ORDINARY, "-o", "old"),
    ("validate", ORDINARY, "--baseline", "old", "--write-baseline"),
]


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize("step", ["write", "rename"])
def test_every_command_says_so_in_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str | Path, ...], step: str
) -> None:
    monkeypatch.chdir(folder)
    name = "link" if "link" in words else "old"
    with pytest.MonkeyPatch.context() as patch:
        broken_at(step, OSError(errno.ENOSPC, "No space left on device"), patch)
        ran = run(*words)
    expected = f"scorecard: {name} cannot be written: No space left on device\n"
    assert (ran.code, ran.out, ran.err) == (2, "", expected)
    assert unharmed(folder)


@pytest.mark.parametrize("words", COMMANDS)
def test_every_command_keeps_permissions_and_follows_links(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str | Path, ...]
) -> None:
    monkeypatch.chdir(folder)
    assert run(*words).code == 0
    assert (folder / "link").readlink() == Path("old")
    assert stat.S_IMODE((folder / "old").stat().st_mode) == 0o640
    assert len((folder / "old").read_bytes()) > len(OLD)
    assert len(list(folder.iterdir())) == 2


def test_a_read_only_folder_takes_no_file(folder: Path) -> None:
    folder.chmod(0o555)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("root may write everywhere")
        ran = run("compare", ORDINARY, "-o", folder / "old")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.endswith("/old cannot be written: Permission denied\n")
        assert unharmed(folder)
    finally:
        folder.chmod(0o755)


READ_ONLY = [("compare", ORDINARY, "-o", "old.txt"), ("set", "old.toml", "online_households=1")]


@pytest.mark.parametrize("words", READ_ONLY, ids=["output", "set"])
def test_a_read_only_file_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str | Path, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "framework.toml").write_bytes((ORDINARY / "framework.toml").read_bytes())
    old = next(tmp_path / str(word) for word in words if str(word).startswith("old"))
    text = (ORDINARY / "an-phu.toml").read_bytes()
    old.write_bytes(text)
    old.chmod(0o444)
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f"scorecard: {old.name} cannot be written: Permission denied\n")
    assert old.read_bytes() == text
    assert len([*tmp_path.iterdir()]) == 2


def test_of_several_writers_at_once_one_wins_as_a_whole(folder: Path) -> None:
    texts = [letter * 50_000 for letter in (b"a", b"b", b"c")]
    seen: set[bytes] = set()

    def write(text: bytes) -> None:
        for _ in range(20):
            write_whole(folder / "old", text)

    writers = [threading.Thread(target=write, args=(text,)) for text in texts]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        seen.add((folder / "old").read_bytes())
    assert seen <= {OLD, *texts}
    assert (folder / "old").read_bytes() in texts
    assert len(list(folder.iterdir())) == 2
