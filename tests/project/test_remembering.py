"""What is kept where caches belong: where that is, what looks unchanged, and how much is kept."""

import importlib.util
import json
import os
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

import pytest
from bench import corpus
from command import run

from scorecard.diagnostic import Diagnostic, SecondSpot, Spot
from scorecard.i18n.rules import Severity
from scorecard.project import remembering
from scorecard.project.inspection import inspect
from scorecard.project.remembering import ABSENT, cache_folder, look, outside, place, told, untold
from scorecard.text.printable import printable

LOCATIONS = ("SCORECARD_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA", "HOME")
SECOND = 10**9


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of settled files; the cache is beside it."""
    monkeypatch.setattr(remembering, "_JUST_NOW", 0)
    monkeypatch.setenv("SCORECARD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    corpus.put(tmp_path / "archive", corpus.one_month(3))
    return tmp_path / "archive"


# Where it is.


def test_places_are_asked_for_in_this_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in LOCATIONS:
        monkeypatch.setenv(name, f"/{name}")
    for name, expected in zip(
        LOCATIONS,
        (
            "/SCORECARD_CACHE_DIR",
            "/XDG_CACHE_HOME/scorecard",
            "/LOCALAPPDATA/scorecard",
            "/HOME/.cache/scorecard",
        ),
        strict=True,
    ):
        assert cache_folder() == Path(expected)
        monkeypatch.setenv(name, "") if name != "HOME" else monkeypatch.delenv(name)


def test_a_mac_has_a_folder_of_its_own_for_each_program(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in LOCATIONS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/HOME")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cache_folder() == Path("/HOME/Library/Caches/scorecard")


def test_without_any_home_nothing_is_kept(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> NoReturn:
        raise RuntimeError("Could not determine home directory.")

    for name in LOCATIONS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert cache_folder() is None
    assert run("validate", archive).out == "4 files checked: no findings\n"
    assert sorted(path.name for path in archive.parent.iterdir()) == ["archive"]


def test_tools_leave_the_cache_out(archive: Path, tmp_path: Path) -> None:
    assert run("validate", archive).code == 0
    cache = tmp_path / "cache"
    kept = {path.name.lstrip("0123456789abcdef") for path in cache.iterdir()}
    assert kept == {".gitignore", "CACHEDIR.TAG", ".files.kept", ".run.kept"}
    assert (cache / ".gitignore").read_bytes() == b"*\n"
    # What https://bford.info/cachedir asks for.
    assert (cache / "CACHEDIR.TAG").read_bytes() == (
        b"Signature: 8a477f597d28d172789f06886806bc55\n"
    )
    assert cache.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_was_there_before_is_left_out_too(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    assert run("validate", archive).code == 0
    assert (tmp_path / "cache/.gitignore").read_bytes() == b"*\n"


def test_what_others_keep_in_the_folder_is_left_as_it_is(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache/.gitignore").write_bytes(b"mine\n")
    (tmp_path / "cache/other").write_bytes(b"mine\n")
    assert run("validate", archive).code == 0
    assert (tmp_path / "cache/.gitignore").read_bytes() == b"mine\n"
    assert (tmp_path / "cache/other").read_bytes() == b"mine\n"


def test_no_cache_neither_reads_nor_writes(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("validate", archive, "--no-cache").code == 0
    assert not (tmp_path / "cache").exists()

    def asked() -> NoReturn:
        raise AssertionError("nobody is to ask where the cache is")

    monkeypatch.setattr(remembering, "cache_folder", asked)
    assert run("validate", archive, "--no-cache").code == 0


def test_no_more_than_64_files_are_kept_and_the_oldest_go_first(
    archive: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    for number in range(100):
        (cache / f"{number:032}.run.kept").write_bytes(b"")
        os.utime(cache / f"{number:032}.run.kept", (number, number))
    assert run("validate", archive).code == 0
    kept = {path.name for path in cache.glob("*.kept")}
    assert len(kept) == 64
    assert {f"{number:032}.run.kept" for number in range(38, 100)} <= kept
    assert run("validate", archive / "framework.toml").code == 0
    assert len(list(cache.glob("*.kept"))) == 64


def test_each_selection_from_each_folder_has_its_own_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    one = place(tmp_path, [Path("a"), Path("b")], ".kept")
    assert one.parent == tmp_path
    assert len(one.name) == 32 + len(".kept")
    assert place(tmp_path, [Path("./a"), Path("b/")], ".kept") == one
    others = [[Path("b"), Path("a")], [Path("a b")], [Path("a")], [tmp_path / "a", Path("b")]]
    monkeypatch.chdir("/")
    found = {place(tmp_path, each, ".kept") for each in (*others, [Path("a"), Path("b")])}
    assert len(found | {one}) == 6


# What looks unchanged.


def test_a_file_looks_the_same_until_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    assert look(str(path)) is None
    later = time.time_ns() + 3 * SECOND
    monkeypatch.setattr(remembering, "time", SimpleNamespace(time_ns=lambda: later))
    seen = look(str(path))
    assert seen is not None
    assert look(str(path)) == seen
    before = path.stat()
    for change in (
        lambda: path.write_bytes(b"two!"),
        lambda: os.utime(path, (1, 1)),
        lambda: path.chmod(0o600),
    ):
        change()
        assert look(str(path)) not in (None, seen)
    path.rename(tmp_path / "b")
    path.write_bytes(b"one")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert look(str(path)) not in (None, seen)


@pytest.mark.parametrize(("seconds", "settled"), [(2, True), (1.99, False), (-5, False)])
def test_a_change_within_two_seconds_is_just_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float, *, settled: bool
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"")
    seen = path.stat()
    clock = max(seen.st_mtime_ns, seen.st_ctime_ns) + int(seconds * SECOND) + settled
    monkeypatch.setattr(remembering, "time", SimpleNamespace(time_ns=lambda: clock))
    assert (look(str(path)) is not None) is settled


def test_a_time_that_was_set_settles_nothing_and_one_to_come_unsettles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"")
    os.utime(path, (0, 0))
    assert look(str(path)) is None
    monkeypatch.setattr(remembering, "_JUST_NOW", 0)
    assert look(str(path)) is not None
    os.utime(path, (4e9, 4e9))
    assert look(str(path)) is None


def test_of_what_is_no_file_nothing_can_be_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "_JUST_NOW", 0)
    (tmp_path / "a").write_bytes(b"")
    (tmp_path / "link").symlink_to("a")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe", "."):
        assert look(str(tmp_path / name)) is None
    assert look(str(tmp_path / "a/b")) is None
    assert look(str(tmp_path / "nothing")) == ABSENT
    assert look(str(tmp_path / ("a" * 300))) is None


def test_a_system_that_does_not_tell_of_changes_is_not_trusted(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = str(archive / "framework.toml")
    assert look(name) is not None
    # The whole of `os` cannot be of another system: pathlib asks for it.
    monkeypatch.setattr(remembering, "os", SimpleNamespace(name="nt", lstat=os.lstat))
    assert look(name) is None


def test_all_files_look_as_each_of_them_does_in_this_order(archive: Path) -> None:
    one, other = sorted(str(path) for path in archive.glob("district-0000/*/*"))[:2]
    seen = outside([one, other])
    assert seen is not None
    assert len({seen, outside([other, one]), outside([one]), outside([])}) == 4
    assert outside([one, str(archive / "nothing")]) is None
    assert outside([one, str(archive)]) is None
    odd = os.fsdecode(os.fsencode(archive) + b"/\xff\n.toml")
    Path(odd).write_bytes(b"")
    assert outside([odd]) is not None


def test_files_of_just_now_are_not_kept_as_a_whole(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "_JUST_NOW", 60 * SECOND)
    assert run("validate", archive).code == 0
    assert list((tmp_path / "cache").glob("*.run.kept")) == []
    assert len(list((tmp_path / "cache").glob("*.files.kept"))) == 1


def test_frameworks_that_cannot_be_told_unchanged_keep_nothing(tmp_path: Path) -> None:
    remembering.remember(tmp_path / "a.run.kept", "files", {"a": ABSENT, "b": None}, [])
    assert list(tmp_path.iterdir()) == []


def test_another_program_is_told_by_its_files_and_by_what_reads_for_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    digests = set()

    def told_apart() -> None:
        remembering.program.cache_clear()
        digests.add(remembering.program())

    told_apart()
    told_apart()
    assert len(digests) == 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(remembering, "__version__", "other")
        told_apart()
        patch.setattr(remembering, "_PACKAGE", tmp_path)
        told_apart()
        (tmp_path / "rules.toml").write_bytes(b"one")
        told_apart()
        (tmp_path / "rules.toml").write_bytes(b"two")
        told_apart()
        assert len(digests) == 5
        (tmp_path / "__pycache__").mkdir()
        (tmp_path / "__pycache__/a.pyc").write_bytes(b"")
        told_apart()
        assert len(digests) == 5
        patch.setattr(importlib.util, "find_spec", lambda _: None)
        told_apart()
        assert len(digests) == 6
    monkeypatch.setattr(remembering, "_READERS", ("pydantic-",))
    told_apart()
    assert len(digests) == 7
    monkeypatch.undo()
    remembering.program.cache_clear()


# What is kept of a finding.


def finding(text: str, *, twice: bool) -> Diagnostic:
    said = printable(text)
    second = SecondSpot(said, Spot(7, 8, 9, 10, said, (11, 12))) if twice else None
    return Diagnostic(
        code="SC403",
        severity=Severity.NOTE,
        message=said,
        hint=said,
        file=said,
        spot=Spot(1, 2, 3, 4, said, (5, 6)),
        related=second,
    )


@pytest.mark.parametrize("twice", [False, True])
@pytest.mark.parametrize(
    "text",
    ["", "a\\nb", "::error::x", ":::a", "##[x]", "#" * 3 + "vso[x]", "\x1b[31m", "Huế\u202e"],
)
def test_a_finding_is_kept_as_it_is(text: str, *, twice: bool) -> None:
    item = finding(text, twice=twice)
    assert untold(json.loads(json.dumps(told(item)))) == item


def test_what_is_read_back_is_harmless_whoever_wrote_it() -> None:
    kept = json.dumps(told(finding("TEXT", twice=True)))
    assert kept.count("TEXT") == 6
    item = untold(json.loads(kept.replace("TEXT", r"\u001b[31m").replace("SC403", r"\u009b1m")))
    assert item.related
    texts = (*item[2:5], item.spot.source, item.related.message, item.related.spot.source)
    assert (item.code, *texts) == (r"\u009b1m", *[r"\u001b[31m"] * 6)


def test_real_findings_are_kept_as_they_are(tmp_path: Path) -> None:
    found = inspect(
        [Path(__file__).parents[1] / "cases/invalid"], lambda _: None, jobs=1, cached=False
    )
    assert any(item.related for item in found.diagnostics)
    path = tmp_path / "a.run.kept"
    remembering.remember(path, "files", {}, found.diagnostics)
    assert remembering.recall(path, "files") == found.diagnostics
    assert remembering.recall(path, "other") is None
