"""Pipes, devices, folders, loops and locked files where a file is expected: no hang, exit 2."""

import os
import pty
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from command import BEGIN, run

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"
REASONS = {
    "pipe.toml": "it is no ordinary file",
    "device.toml": "it is a link that leads out of its folder: name the file itself",
    "loop.toml": "Too many levels of symbolic links",
    "gone.toml": "No such file or directory",
}


@pytest.fixture(autouse=True)
def _bounded() -> Iterator[None]:
    """Whatever waits for a pipe is ended, and fails."""

    def late(*_: object) -> NoReturn:
        raise AssertionError("it hangs")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "device.toml").symlink_to("/dev/zero")
    (tmp_path / "loop.toml").symlink_to("loop.toml")
    (tmp_path / "gone.toml").symlink_to("nowhere")
    (tmp_path / "folder.toml").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", ["validate", "show", "compare", "explain"])
@pytest.mark.parametrize(("name", "reason"), REASONS.items())
def test_what_is_no_file_is_not_read(folder: Path, command: str, name: str, reason: str) -> None:
    assert (folder / name).name == name
    ran = run(command, name)
    assert ran.code == 2
    assert (ran.out + ran.err).strip() == (
        f"error[SC100]: this file cannot be read: {reason}\n  --> {name}:1:1\n\n"
        "1 file checked: 1 error"
    )


@pytest.mark.parametrize("command", ["validate", "show", "compare", "explain"])
def test_a_folder_is_a_folder_by_whatever_name(folder: Path, command: str) -> None:
    ran = run(command, "folder.toml")
    said = f"scorecard: folder.toml: there are no .toml files in this folder{BEGIN}\n"
    assert (ran.code, ran.out, ran.err) == (2, "", said)
    assert list((folder / "folder.toml").iterdir()) == []


@pytest.mark.parametrize("command", ["validate", "show", "compare", "explain"])
def test_a_locked_file_is_said_to_be_locked(folder: Path, command: str) -> None:
    locked = folder / "locked.toml"
    locked.write_text("format = 1\n", "utf-8")
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        pytest.skip("root may read everything")
    ran = run(command, "locked.toml")
    assert ran.code == 2
    assert "this file cannot be read: Permission denied\n" in ran.out + ran.err


def test_pages_are_made_of_what_is_not_locked(folder: Path) -> None:
    cards = folder / "cards"
    shutil.copytree(ORDINARY, cards)
    locked = cards / "binh-tan.toml"
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        pytest.skip("root may read everything")
    ran = run("show", cards, "-o", f"{folder}/site/")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error[SC100]: this file cannot be read: Permission denied\n")
    assert "<p>From 3 files; " in (folder / "site" / "index.html").read_text("utf-8")


def test_a_framework_that_is_no_file_is_not_read(folder: Path) -> None:
    text = (ORDINARY / "an-phu.toml").read_text("utf-8")
    for name in REASONS:
        card = folder / "an-phu.toml"
        card.write_text(text.replace("framework.toml", name), "utf-8")
        ran = run("validate", card, "--select", "SC3")
        assert ran.code == 1
        assert (
            f'a framework is not looked up at "{name}"' in ran.out or 'the framework "' in ran.out
        )


@pytest.mark.parametrize("more", [(), ("--write-baseline",)])
def test_a_baseline_that_is_no_file_is_neither_read_nor_written(
    folder: Path, more: tuple[str, ...]
) -> None:
    for path in map(Path, [*REASONS, "folder.toml"]):
        path.rename(path.with_suffix(".json"))
    Path("loop.json").unlink()
    Path("loop.json").symlink_to("loop.json")
    before = sorted(path.name for path in folder.iterdir())
    for name in ("pipe.json", "device.json", "folder.json"):
        ran = run("validate", ORDINARY, "--baseline", name, *more)
        said = f"scorecard: {name}: it is no ordinary file\n"
        assert (ran.code, ran.out, ran.err) == (2, "", said)
    ran = run("validate", ORDINARY, "--baseline", "loop.json", *more)
    written = "loop.json cannot be written" if more else "loop.json"
    said = f"scorecard: {written}: Too many levels of symbolic links\n"
    assert (ran.code, ran.out, ran.err) == (2, "", said)
    assert sorted(path.name for path in folder.iterdir()) == before


def test_nothing_is_asked_of_a_terminal(folder: Path) -> None:
    ours, its = pty.openpty()
    ran = subprocess.run(
        [sys.executable, "-m", "scorecard", "validate", "-"],
        stdin=its,
        capture_output=True,
        check=False,
        timeout=20,
        cwd=folder,
    )
    os.close(ours)
    os.close(its)
    said = b"scorecard: standard input is a terminal: give it a file, as in - < FILE\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, b"", said)


def test_an_endless_standard_input_is_read_to_the_limit_only() -> None:
    with Path("/dev/zero").open("rb") as zeros:
        ran = subprocess.run(
            [sys.executable, "-m", "scorecard", "validate", "-"],
            stdin=zeros,
            capture_output=True,
            check=False,
            timeout=20,
        )
    assert ran.returncode == 1
    assert ran.stdout.startswith(b"error[SC107]: this file has more than 1048576 bytes;")


def test_an_export_is_written_to_a_pipe_that_stays_one(tmp_path: Path) -> None:
    pipe, got = tmp_path / "figures.csv", list[bytes]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    assert run("export", ORDINARY, "-o", pipe).code == 0
    assert pipe.is_fifo()
    reader.join()
    assert got == [run("export", ORDINARY).out.encode()]
