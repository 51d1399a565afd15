"""Files are written whole or not at all."""

import errno
import os
import resource
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scorecard.project.write import write_whole


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@pytest.mark.parametrize(("mask", "expected"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_permissions_of_new_files(
    tmp_path: Path, mask: int, expected: int
) -> None:
    path = tmp_path / "Kết quả.txt"
    with umask(mask):
        write_whole(path, b"a\r\nb\x00")
        assert os.umask(mask) == mask
    assert path.read_bytes() == b"a\r\nb\x00"
    assert mode(path) == expected
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("kept", [0o600, 0o640, 0o755])
def test_a_file_that_is_there_is_replaced_and_keeps_its_permissions(
    tmp_path: Path, kept: int
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"long before")
    path.chmod(kept)
    write_whole(path, b"")
    assert path.read_bytes() == b""
    assert mode(path) == kept
    assert list(tmp_path.iterdir()) == [path]


def test_who_reads_the_old_file_reads_it_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"before")
    with path.open("rb") as reader:
        write_whole(path, b"after")
        assert reader.read() == b"before"
    assert path.read_bytes() == b"after"


@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_followed(tmp_path: Path, *, there: bool) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    target, first, second = folder / "a.txt", tmp_path / "first", tmp_path / "second"
    if there:
        target.write_bytes(b"before")
    second.symlink_to(Path("elsewhere") / "a.txt")
    first.symlink_to(second)
    write_whole(first, b"after")
    assert first.is_symlink()
    assert second.is_symlink()
    assert target.read_bytes() == b"after"
    assert list(folder.iterdir()) == [target]


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("ế" * 85)
    write_whole(path, b"a")
    assert path.read_bytes() == b"a"


def test_what_cannot_be_written_to_its_end_leaves_all_as_it_was(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_bytes(b"before")
    for path in (old, new):
        with largest_file(1000), pytest.raises(OSError, match="File too large") as caught:
            write_whole(path, b"a" * 100_000)
        assert caught.value.errno == errno.EFBIG
    assert old.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [old]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("missing/a.txt", errno.ENOENT),
        ("file/a.txt", errno.ENOTDIR),
        ("loop", errno.ELOOP),
        ("folder", errno.EISDIR),
        ("x" * 300, errno.ENAMETOOLONG),
        ("/dev/full", errno.ENOSPC),
    ],
)
def test_where_nothing_can_be_written_an_error_says_so(
    tmp_path: Path, name: str, number: int
) -> None:
    (tmp_path / "file").write_bytes(b"a")
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(OSError, match=os.strerror(number)) as caught:
        write_whole(tmp_path / name, b"data")
    assert caught.value.errno == number
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder", "loop"]


def test_a_device_is_written_to_as_it_is(tmp_path: Path) -> None:
    link = tmp_path / "null"
    link.symlink_to(os.devnull)
    write_whole(link, b"a")
    assert stat.S_ISCHR(link.stat().st_mode)


def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_whole(pipe, b"through")
    reader.join()
    assert read == [b"through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
