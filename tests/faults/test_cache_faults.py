"""A cache that is cut off, damaged, foreign or behind the times never changes an answer."""

import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from bench import corpus
from command import Ran, run

from scorecard.project import checking, records, remembering
from scorecard.toml.reading import read

COMMAND = (sys.executable, "-m", "scorecard")
PLAIN = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
FIRST = "archive/district-0000/commune-0000-00/2025-01.toml"
SECOND = "archive/district-0000/commune-0000-01/2025-01.toml"
THIRD = "archive/district-0000/commune-0000-02/2025-01.toml"
OTHER_IDS = corpus.framework().replace('id = "share_on_time_a"', 'id = "share_on_time_z"')


@pytest.fixture(autouse=True)
def _settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file look as one that has not changed for a while."""
    monkeypatch.setattr(remembering, "_JUST_NOW", 0)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder to work in, with an archive in which something is wrong, and a cache."""
    corpus.put(tmp_path / "archive", corpus.one_month(3))
    edit(tmp_path / FIRST, 'level = "commune"', 'level = "communes"')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SCORECARD_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def checked(*words: str | Path) -> Ran:
    """Check with the cache, twice, and without, and return what was said each time."""
    words = words or ("archive",)
    expected = run("validate", *words, "-f", "json", "--no-cache")
    assert run("validate", *words, "-f", "json") == expected
    assert run("validate", *words, "-f", "json") == expected
    return expected


def kept(home: Path, ending: str) -> Path:
    (path,) = (home / "cache").glob(f"*{ending}")
    return path


def sealed(data: object) -> bytes:
    text = json.dumps(data).encode()
    return hashlib.sha256(text).hexdigest().encode() + b"\n" + text


def names() -> list[str]:
    return sorted(path.as_posix() for path in Path("archive").rglob("*.toml"))


def some(size: int) -> list[int]:
    """Return places of all parts of a text, and all that are near its end."""
    return sorted({*range(0, size, 17), *range(max(0, size - 500), size)})


def seen() -> str:
    files = ["archive/framework.toml", *(name for name in names() if "district" in name)]
    found = remembering.outside(files)
    assert found is not None
    return found


def test_what_is_kept_is_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = checked()
    assert expected.code == 1
    path = kept(home, ".run.kept")
    assert remembering.recall(path, seen()) is not None
    monkeypatch.setattr(checking, "check", None)
    assert run("validate", "archive", "-f", "json") == expected


def test_records_are_used_without_the_whole(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = checked()
    kept(home, ".run.kept").unlink()
    monkeypatch.setattr(os, "open", _refused(os.open, ".toml"))
    assert run("validate", "archive", "-f", "json").out == expected.out


def _refused(ordinary: Callable[..., int], ending: str) -> Callable[..., int]:
    def opened(path: str, *more: int) -> int:
        assert not str(path).endswith(ending) or str(path).endswith("framework.toml"), path
        return ordinary(path, *more)

    return opened


def test_a_whole_that_is_cut_off_anywhere_is_not_used(home: Path) -> None:
    checked()
    path, files = kept(home, ".run.kept"), seen()
    data = path.read_bytes()
    assert remembering.recall(path, files)
    for end in range(len(data)):
        path.write_bytes(data[:end])
        assert remembering.recall(path, files) is None, end


def test_records_that_are_cut_off_anywhere_are_not_used(home: Path) -> None:
    checked()
    path = kept(home, ".files.kept")
    data = path.read_bytes()
    for end in some(len(data)):
        path.write_bytes(data[:end])
        with records.opened_records(path) as found:
            assert found is records.NONE, end


@pytest.mark.parametrize("mask", [0x01, 0x04, 0x20, 0x80, 0xFF])
def test_a_damaged_byte_anywhere_in_a_whole_has_it_left(home: Path, mask: int) -> None:
    checked()
    path, files = kept(home, ".run.kept"), seen()
    data = path.read_bytes()
    for at in range(len(data)):
        path.write_bytes(data[:at] + bytes([data[at] ^ mask]) + data[at + 1 :])
        assert remembering.recall(path, files) is None, at


@pytest.mark.parametrize("mask", [0x01, 0x04, 0x20, 0x80, 0xFF])
@pytest.mark.parametrize("absent", [False, True])
def test_a_damaged_byte_anywhere_in_records_has_them_left(
    home: Path, mask: int, *, absent: bool
) -> None:
    if absent:
        (home / "archive/framework.toml").unlink()
    checked()
    path = kept(home, ".files.kept")
    data = path.read_bytes()
    for at in some(len(data)):
        path.write_bytes(data[:at] + bytes([data[at] ^ mask]) + data[at + 1 :])
        with records.opened_records(path) as found:
            assert found is records.NONE, data[max(0, at - 30) : at + 10]


GARBAGE = {
    "empty": b"",
    "a blank line": b"\n",
    "zeros": bytes(5000),
    "noise": bytes(range(256)) * 20,
    "a table": b"{}",
    "a list": b"[]",
    "a number": b"1",
    "a long number": b"1" * 10_000,
    "nothing": b"null",
    "deep": b"[" * 200_000,
    "a deep name": b"[" * 200_000 + b"\t1\n{}",
    "deep tables": b'{"a":' * 100_000,
    "a name that is a table": b'{}\t[]\n{"lines": "", "program": ""}',
    "tabs": b"\t\t\t\n" * 10,
    "a line of records alone": b'"a.toml"\t[null, "", null, [], []]\n',
    "half a surrogate": b'"\\ud800"\t[]\n{}',
    "other frameworks": b'{"lines": "", "program": "", "frameworks": {"a": 1}}',
    "a name that no file has": b'{"lines": "", "program": "", "frameworks": [["a\\u0000b", null]]}',
    "a framework that is no name": b'{"lines": "", "program": "", "frameworks": [[null, null]]}',
}


@pytest.mark.parametrize("data", GARBAGE.values(), ids=GARBAGE)
def test_garbage_in_place_of_what_was_kept_is_overwritten(home: Path, data: bytes) -> None:
    expected = checked()
    for ending in (".run.kept", ".files.kept"):
        kept(home, ending).write_bytes(data)
    assert checked() == expected
    assert kept(home, ".run.kept").read_bytes() != data
    assert kept(home, ".files.kept").read_bytes() != data


@pytest.mark.parametrize("data", GARBAGE.values(), ids=GARBAGE)
def test_garbage_with_its_checksum_is_not_used(home: Path, data: bytes) -> None:
    expected = checked()
    path = kept(home, ".run.kept")
    path.write_bytes(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
    kept(home, ".files.kept").unlink()
    assert checked() == expected


@pytest.mark.parametrize(
    "more",
    [
        {"diagnostics": None},
        {"diagnostics": [None]},
        {"diagnostics": [{}]},
        {"diagnostics": [[1]]},
        {"diagnostics": 1},
        {"frameworks": None},
        {"frameworks": [1]},
        {"frameworks": [["a"]]},
        {"frameworks": [[None, None]]},
        {"frameworks": [["a\0b", "absent"]]},
        {"frameworks": [["a" * 5000, "absent"]]},
        {"program": "other"},
        {"files": "other"},
        {"files": None},
    ],
)
def test_a_whole_of_another_shape_is_not_used(home: Path, more: dict[str, object]) -> None:
    expected = checked()
    path = kept(home, ".run.kept")
    data = json.loads(path.read_bytes().partition(b"\n")[2])
    path.write_bytes(sealed({**data, **more}))
    assert remembering.recall(path, seen()) is None
    assert checked() == expected


@pytest.mark.parametrize("line", [1, None, [], [1], [1, 2, 3, 4, 5], {}, [None, "", [1], [], []]])
def test_records_of_another_shape_are_not_used(home: Path, line: object) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(records, "_listed", lambda _: line)
        checked()
    kept(home, ".run.kept").unlink()
    with records.opened_records(kept(home, ".files.kept")) as found:
        assert found is not records.NONE
    assert checked().code == 1


def test_what_another_program_kept_is_not_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = checked()
    monkeypatch.setattr(remembering, "program", lambda: "other")
    monkeypatch.setattr(records, "program", lambda: "other")
    assert remembering.recall(kept(home, ".run.kept"), seen()) is None
    with records.opened_records(kept(home, ".files.kept")) as found:
        assert found is records.NONE
    assert checked() == expected
    assert remembering.recall(kept(home, ".run.kept"), seen()) is not None


def test_a_folder_in_place_of_what_was_kept_changes_nothing(home: Path) -> None:
    expected = checked()
    for ending in (".run.kept", ".files.kept"):
        path = kept(home, ending)
        path.unlink()
        (path / "full").mkdir(parents=True)
    assert checked() == expected
    assert list((home / "cache").glob(".scorecard.*.part")) == []


def test_a_file_in_place_of_the_cache_changes_nothing(home: Path) -> None:
    (home / "cache").write_text("mine", "utf-8")
    assert checked().code == 1
    assert (home / "cache").read_text("utf-8") == "mine"


def test_a_cache_that_may_not_be_written_changes_nothing(home: Path) -> None:
    expected = checked()
    for path in (home / "cache").iterdir():
        path.chmod(0)
    (home / "cache").chmod(0o500)
    try:
        if os.access(home / "cache", os.W_OK):
            pytest.skip("root may write everywhere")
        assert checked() == expected
    finally:
        (home / "cache").chmod(0o700)


def test_what_is_kept_of_another_folder_is_not_used(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = checked()
    cache = home / "cache"
    texts = {path.name: path.read_bytes() for path in cache.glob("*.kept")}
    shutil.rmtree(cache)
    (home / "there").mkdir()
    shutil.copytree(home / "archive", home / "there/archive")
    (home / "there/archive/framework.toml").write_text(OTHER_IDS, "utf-8")
    monkeypatch.chdir(home / "there")
    there = checked()
    assert there.out != here.out
    other = {path.name: path.read_bytes() for path in cache.glob("*.kept")}
    for ending in (".run.kept", ".files.kept"):
        (mine,) = (name for name in texts if name.endswith(ending))
        (its,) = (name for name in other if name.endswith(ending))
        (cache / mine).write_bytes(other[its])
        (cache / its).write_bytes(texts[mine])
    assert checked() == there
    monkeypatch.chdir(home)
    for ending in (".run.kept", ".files.kept"):
        (mine,) = (name for name in texts if name.endswith(ending))
        (its,) = (name for name in other if name.endswith(ending))
        (cache / mine).write_bytes(other[its])
    assert checked() == here


def test_what_is_kept_of_files_stands_not_for_the_whole(home: Path) -> None:
    expected = checked()
    run_, files = (kept(home, ending) for ending in (".run.kept", ".files.kept"))
    one, other = run_.read_bytes(), files.read_bytes()
    run_.write_bytes(other)
    files.write_bytes(one)
    assert checked() == expected


# What happens to files between two runs.


def same_size_and_time(home: Path) -> None:
    path = home / SECOND
    before = path.stat()
    edit(path, 'level = "commune"', 'level = "comnume"')
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def replaced(home: Path) -> None:
    path = home / SECOND
    before = path.stat()
    other = home / "other"
    shutil.copy(path, other)
    edit(other, 'level = "commune"', 'level = "comnume"')
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(path)


def touched(home: Path) -> None:
    (home / SECOND).touch()


def in_the_future(home: Path) -> None:
    os.utime(home / SECOND, (4e9, 4e9))
    checked()
    edit(home / SECOND, 'level = "commune"', 'level = "comnume"')
    os.utime(home / SECOND, (4e9, 4e9))


def long_ago(home: Path) -> None:
    edit(home / SECOND, 'level = "commune"', 'level = "comnume"')
    os.utime(home / SECOND, (0, 0))


def removed(home: Path) -> None:
    (home / SECOND).unlink()


def renamed(home: Path) -> None:
    (home / SECOND).rename((home / SECOND).with_name("2025-02.toml"))


def exchanged(home: Path) -> None:
    one, other, third = home / FIRST, home / SECOND, home / "third"
    one.rename(third)
    other.rename(one)
    third.rename(other)


def added(home: Path) -> None:
    shutil.copy(home / SECOND, (home / SECOND).with_name("2025-01-again.toml"))


def emptied(home: Path) -> None:
    (home / SECOND).write_bytes(b"")


def linked(home: Path) -> None:
    (home / SECOND).rename(home / "archive/behind")
    (home / SECOND).symlink_to(home / "archive/behind")
    checked()
    edit(home / "archive/behind", 'level = "commune"', 'level = "comnume"')


def link_out_of_the_folder(home: Path) -> None:
    outside = home.parent / f"{home.name}-outside"
    (home / SECOND).rename(outside)
    (home / SECOND).symlink_to(outside)


def pipe(home: Path) -> None:
    (home / SECOND).unlink()
    os.mkfifo(home / SECOND)


def other_framework(home: Path) -> None:
    (home / "archive/framework.toml").write_text(OTHER_IDS, "utf-8")


def broken_framework(home: Path) -> None:
    (home / "archive/framework.toml").write_text("format = ", "utf-8")


def framework_with_same_size_and_time(home: Path) -> None:
    path = home / "archive/framework.toml"
    before = path.stat()
    path.write_text(OTHER_IDS, "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


def no_framework(home: Path) -> None:
    (home / "archive/framework.toml").unlink()


def framework_that_comes_again(home: Path) -> None:
    no_framework(home)
    assert "SC301" in checked().out
    (home / "archive/framework.toml").write_text(corpus.framework(), "utf-8")


def framework_that_becomes_a_folder(home: Path) -> None:
    no_framework(home)
    assert "SC301" in checked().out
    (home / "archive/framework.toml").mkdir()


def framework_that_was_a_folder(home: Path) -> None:
    framework_that_becomes_a_folder(home)
    assert "SC304" in checked().out
    (home / "archive/framework.toml").rmdir()


def framework_that_becomes_a_link_to_nothing(home: Path) -> None:
    no_framework(home)
    assert "SC301" in checked().out
    (home / "archive/framework.toml").symlink_to("nothing")


def framework_that_becomes_a_pipe(home: Path) -> None:
    no_framework(home)
    assert "SC301" in checked().out
    os.mkfifo(home / "archive/framework.toml")


def framework_by_another_link(home: Path) -> None:
    path = home / "archive/framework.toml"
    path.rename(home / "archive/one")
    (home / "archive/other").write_text(OTHER_IDS, "utf-8")
    path.symlink_to("one")
    assert "SC302" not in checked().out
    path.unlink()
    path.symlink_to("other")


CHANGES = [
    same_size_and_time,
    replaced,
    touched,
    in_the_future,
    long_ago,
    removed,
    renamed,
    exchanged,
    added,
    emptied,
    linked,
    link_out_of_the_folder,
    pipe,
    other_framework,
    broken_framework,
    framework_with_same_size_and_time,
    no_framework,
    framework_that_comes_again,
    framework_that_becomes_a_folder,
    framework_that_was_a_folder,
    framework_that_becomes_a_link_to_nothing,
    framework_that_becomes_a_pipe,
    framework_by_another_link,
]


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_changed_is_found_out(home: Path, change: Callable[[Path], None]) -> None:
    before = checked()
    change(home)
    after = checked()
    assert (after == before) is (change in (touched, renamed, framework_that_comes_again))


def test_a_framework_outside_the_folder_is_watched_by_the_link_to_it(home: Path) -> None:
    (home / "archive/framework.toml").rename(home / "one.toml")
    (home / "other.toml").write_text(OTHER_IDS, "utf-8")
    link = home / "framework.toml"
    link.symlink_to("one.toml")
    for path in (home / "archive").rglob("*.toml"):
        edit(path, "../../framework.toml", "../../../framework.toml")
    before = checked()
    link.unlink()
    link.symlink_to("other.toml")
    assert checked() != before


def test_a_framework_is_watched_by_the_link_to_its_folder(home: Path) -> None:
    for name, text in (("one", corpus.framework()), ("other", OTHER_IDS)):
        (home / name).mkdir()
        (home / name / "framework.toml").write_text(text, "utf-8")
    link = home / "current"
    link.symlink_to("one")
    for path in (home / "archive").rglob("district*/**/*.toml"):
        edit(path, "../../framework.toml", "../../../current/framework.toml")
    before = checked()
    link.unlink()
    link.symlink_to("other")
    assert checked() != before


def test_a_folder_behind_another_link_has_its_own_framework(home: Path) -> None:
    shutil.copytree(home / "archive", home / "copy")
    (home / "copy/framework.toml").write_text(OTHER_IDS, "utf-8")
    link = home / "current"
    link.symlink_to("archive")
    before = checked("current")
    link.unlink()
    link.symlink_to("copy")
    assert checked("current") != before


def test_a_framework_that_changes_while_files_are_checked_is_seen_the_next_time(
    home: Path,
) -> None:
    checked()
    path = home / "kept"
    files = [SECOND, THIRD]
    checking.check(files, lambda _: None, records=path)
    edit(home / THIRD, "[figures]", "[figures]\n")

    def changing(name: str) -> bytes:
        (home / "archive/framework.toml").write_text(OTHER_IDS, "utf-8")
        data = read(name)
        assert isinstance(data, bytes)
        return data

    checking.check(files, lambda _: None, read=changing, records=path)
    expected = checking.check(files, lambda _: None).diagnostics
    assert checking.check(files, lambda _: None, records=path).diagnostics == expected


def test_every_order_and_spelling_of_paths_has_its_own_answer(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = checked(FIRST, SECOND)
    other = checked(SECOND, FIRST)
    assert one.code == other.code == 1
    checked(home / FIRST, SECOND)
    checked(f"./{FIRST}", f"archive//{SECOND.removeprefix('archive/')}")
    checked("archive", FIRST)
    checked(FIRST, "archive")
    checked("archive/../archive")
    checked(home / "archive")
    monkeypatch.chdir(home / "archive")
    checked(".")
    checked("district-0000", "framework.toml")


def test_a_working_folder_that_is_gone_changes_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "gone").mkdir()
    monkeypatch.chdir(home / "gone")
    (home / "gone").rmdir()
    assert checked(home / "archive").code == 1
    monkeypatch.chdir(home)


# A disk that takes no more.


class FullFile:
    """A file of records on a disk that takes some bytes and then no more."""

    def __init__(self, path: Path, takes: int) -> None:
        self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        self._takes = takes

    def write(self, data: bytes) -> None:
        self._takes -= len(data)
        if self._takes < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        os.write(self._handle, data)

    def close(self) -> None:
        os.close(self._handle)


@pytest.mark.parametrize("takes", [0, 1000, 6000])
def test_records_that_a_disk_does_not_take_are_done_without(home: Path, takes: int) -> None:
    ordinary = Path.open

    def opened(
        path: Path,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
    ) -> object:
        if mode == "xb":
            return FullFile(path, takes)
        return ordinary(path, mode, buffering, encoding, errors, newline)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", opened)
        found = checking.check(names(), lambda _: None, records=home / "cache/a.files.kept")
    assert found.diagnostics == checking.check(names(), lambda _: None).diagnostics
    assert sorted(path.name for path in (home / "cache").iterdir()) in (
        [".gitignore", "CACHEDIR.TAG"],
        [".gitignore", "CACHEDIR.TAG", "a.files.kept"],
    )


@pytest.mark.parametrize("step", ["replace", "unlink", "mkdir", "chmod", "touch", "glob"])
@pytest.mark.usefixtures("home")
def test_a_refused_step_changes_nothing(step: str) -> None:
    def refused(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.EIO, "Input/output error")

    expected = run("validate", "archive", "-f", "json", "--no-cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, step, refused)
        assert run("validate", "archive", "-f", "json") == expected
        assert run("validate", "archive", "-f", "json") == expected


def test_an_end_in_the_middle_leaves_no_part(home: Path) -> None:
    def stop(_: int) -> NoReturn:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        checking.check(names(), stop, records=home / "cache/a.files.kept")
    assert sorted(path.name for path in (home / "cache").iterdir()) == [
        ".gitignore",
        "CACHEDIR.TAG",
    ]


@pytest.mark.parametrize("free", [0, 4, 8])
def test_a_full_disk_under_the_cache_changes_nothing(home: Path, free: int) -> None:
    corpus.put(home / "archive", corpus.one_month(100))
    usual = run("validate", "archive", "-f", "json", "--no-cache")
    disk = home / "disk"
    disk.mkdir()
    script = f"""
        mount -t tmpfs -o size=64k none {disk} || exit 99
        mkdir {disk}/cache && head -c {64 - free}k /dev/zero >{disk}/full
        for again in 1 2; do {" ".join(COMMAND)} validate archive -f json; echo $?; done
        ls -A {disk}/cache | grep part
    """
    unshare = shutil.which("unshare") or "/bin/false"
    ran = subprocess.run(
        [unshare, "-rm", "/bin/sh", "-c", script],
        capture_output=True,
        check=False,
        env={**PLAIN, "SCORECARD_CACHE_DIR": str(disk / "cache"), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    if ran.returncode == 99 or not ran.stdout:
        pytest.skip("no disk may be mounted here")
    assert ran.stdout.decode() == f"{usual.out}{usual.code}\n" * 2
    assert ran.stderr == b""
