"""`validate --watch`: a report now, and one after every change."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest
from command import BEGIN, run

from scorecard.cli.watch import changes

SOON = 20
"""Seconds after which something that was waited for will not come any more."""


@contextmanager
def watching(*words: str | Path) -> Iterator[tuple[subprocess.Popen[str], Queue[str]]]:
    """Start the command, and put each line that it prints into a queue."""
    lines: Queue[str] = Queue()
    with subprocess.Popen(
        [sys.executable, "-m", "scorecard", "validate", *map(str, words), "--watch"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        output = process.stdout
        assert output is not None

        def read() -> None:
            for line in output:
                lines.put(line)

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        try:
            yield process, lines
        finally:
            process.kill()
            reader.join(SOON)


def until(lines: Queue[str], wanted: str) -> None:
    """Take lines until one begins so; raise Empty where none comes."""
    while not lines.get(timeout=SOON).startswith(wanted):
        pass


def test_a_change_gives_a_second_report_and_an_interruption_ends_it(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("a = 1,5\n", "utf-8")
    with watching(tmp_path) as (process, lines):
        until(lines, "1 file checked: 1 error")
        path.write_text("a = 1,5\nb = 2,5\n", "utf-8")
        until(lines, "1 file checked: 2 errors")
        path.unlink()
        until(lines, f"scorecard: {tmp_path.as_posix()}: there are no .toml files in this folder")
        path.write_text("a = 1,5\n", "utf-8")
        until(lines, "1 file checked: 1 error")
        process.send_signal(signal.SIGINT)
        assert process.wait(SOON) == 130
        assert "Traceback" not in "".join(lines.queue)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the pauses that were made, none of which takes time."""
    made: list[float] = []
    monkeypatch.setattr(time, "sleep", made.append)
    return made


def test_what_changes_while_it_is_checked_is_seen(tmp_path: Path, looks: list[float]) -> None:
    path = tmp_path / "a.toml"
    path.write_text("", "utf-8")
    seen = changes([tmp_path])
    next(seen)
    path.write_text("a", "utf-8")
    next(seen)
    assert looks == []


def test_a_text_beside_a_file_is_seen(tmp_path: Path, looks: list[float]) -> None:
    (tmp_path / "a.toml").write_text("", "utf-8")
    seen = changes([tmp_path])
    next(seen)
    (tmp_path / "report.txt").write_text("98", "utf-8")
    next(seen)
    assert looks == []


def test_between_two_looks_it_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.toml"
    pauses: list[float] = []

    def change_at_last(pause: float) -> None:
        pauses.append(pause)
        if len(pauses) == 3:
            path.write_text("a", "utf-8")

    monkeypatch.setattr(time, "sleep", change_at_last)
    seen = changes([path], 0.25)
    next(seen)
    next(seen)
    assert pauses == [0.25, 0.25, 0.25]


def test_a_link_to_nothing_is_no_state(tmp_path: Path, looks: list[float]) -> None:
    (tmp_path / "gone.toml").symlink_to("nowhere")
    seen = changes([tmp_path])
    next(seen)
    (tmp_path / "nowhere").write_text("", "utf-8")
    next(seen)
    assert looks == []


def test_it_ends_with_a_code_where_nobody_reads_any_more(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("a = 1,5\n", "utf-8")
    script = (
        f"{sys.executable} -m scorecard validate {tmp_path} --watch | head -0; echo $PIPESTATUS"
    )
    ran = subprocess.run(
        ["/bin/bash", "-c", script], capture_output=True, check=False, timeout=SOON
    )
    assert (ran.stdout, ran.stderr) == (b"1\n", b"")


def test_what_cannot_be_done_is_said_and_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scorecard.cli.watch.changes", lambda _: iter([None, None]))
    ran = run("validate", tmp_path / "gone", "--watch")
    said = f"scorecard: {(tmp_path / 'gone').as_posix()}: there is no such file or folder{BEGIN}\n"
    assert (ran.code, ran.out, ran.err) == (2, "", said * 2)
