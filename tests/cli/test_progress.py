"""How far a long reading has come: said on a terminal that somebody looks at, and nowhere else."""

import io
import os
import pty
import re
import subprocess
import sys
import threading
from itertools import count, groupby
from pathlib import Path
from types import SimpleNamespace

import pytest
from bench import corpus
from sampled import sampled

from scorecard.cli import progress as module
from scorecard.cli.progress import progress

CLEARED = "\r\x1b[1A\x1b[2K"
"""What goes up to the line and clears it."""


def said(text: str) -> list[str]:
    """Return what a terminal showed, one after the other."""
    shown = re.split(r"\r|\n|\x1b\[[0-9?]*[A-Za-z]", text)
    return [line for line, _ in groupby(filter(None, shown))]


class Terminal(io.StringIO):
    """A terminal, and what was written to it."""

    def isatty(self) -> bool:
        return True


def looked_at(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Let stderr be a terminal; pytest takes it back before a test, so no fixture can do so."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    return stream


def at(monkeypatch: pytest.MonkeyPatch, *seconds: float) -> None:
    """Let the clock say this, one after the other."""
    clock = iter(seconds)
    monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: next(clock)))


def test_nothing_is_said_of_what_is_soon_done(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = looked_at(monkeypatch)
    at(monkeypatch, 5, 5.5, 5.99)
    with progress(quiet=False) as step:
        step(50)
        step(50)
    assert terminal.getvalue() == ""


def test_after_a_second_a_line_is_written_anew_and_cleared_at_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = looked_at(monkeypatch)
    at(monkeypatch, 5, 5.5, 6, 6, 6.1, 6.15, 6.2, 6.3)
    with progress(quiet=False) as step:
        for more in (50, 950, 50, 50, 7):
            step(more)
    assert said(terminal.getvalue()) == ["1,000 files read", "1,107 files read"]
    assert terminal.getvalue().endswith(CLEARED)


def test_the_line_is_cleared_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = looked_at(monkeypatch)

    def stop() -> None:
        with progress(quiet=False, soon=0) as step:
            step(2)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop()
    assert said(terminal.getvalue()) == ["2 files read"]
    assert terminal.getvalue().endswith(CLEARED)


def test_no_thread_is_started_as_processes_may_be_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at(monkeypatch)
    before = threading.active_count()
    with progress(quiet=False, soon=0) as step:
        step(1)
        assert threading.active_count() == before


def test_nothing_is_said_to_who_wants_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = looked_at(monkeypatch)
    with progress(quiet=True, soon=0) as step:
        step(1)
    assert terminal.getvalue() == ""


def test_nothing_is_said_on_a_dumb_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = looked_at(monkeypatch)
    monkeypatch.setenv("TERM", "dumb")
    with progress(quiet=False, soon=0) as step:
        step(1)
    assert terminal.getvalue() == ""


@pytest.mark.parametrize("stream", [None, io.StringIO()])
def test_nothing_is_said_where_nobody_looks(
    stream: io.StringIO | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    with progress(quiet=False, soon=0) as step:
        step(1)
    assert stream is None or stream.getvalue() == ""


def test_a_terminal_that_is_gone_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = looked_at(monkeypatch)

    def gone(_: str) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(terminal, "write", gone)
    done = count()
    with progress(quiet=False, soon=0) as step:
        step(1)
        step(next(done))
    assert next(done) == 1


SLOW = (
    "import sys; from scorecard.cli import progress; progress.progress.__wrapped__.__kwdefaults__"
    "['soon'] = 0.0; from scorecard.__main__ import main; main()"
)
"""The command, for which every reading is long."""


def watched(folder: Path, *words: str) -> tuple[int, bytes, str]:
    """Run a command where everything is long; return its code and output, and what is seen."""
    ours, its = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", SLOW, *words],
        stdout=subprocess.PIPE,
        stderr=its,
        cwd=folder,
        env={**os.environ, "TERM": "xterm"},
    ) as process:
        os.close(its)
        assert process.stdout is not None
        out = process.stdout.read()
    text = b""
    try:
        while part := os.read(ours, 4096):
            text += part
    except OSError:
        # Linux says so where nobody has the other side open any more.
        os.close(ours)
    return process.returncode, out, text.decode()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--jobs", "2"), True),
        *sampled([(("--jobs", "1"), True), (("--jobs", "2", "-q"), False)], quick=0),
    ],
)
def test_it_goes_to_the_terminal_of_stderr(
    tmp_path: Path, words: tuple[str, ...], *, told: bool
) -> None:
    corpus.write(tmp_path / "archive", 210)
    code, out, text = watched(tmp_path, "validate", "archive", *words)
    assert (code, out) == (0, b"211 files checked: no findings\n")
    assert said(text)[:1] == (["50 files read"] if told else [])
    assert text.endswith(CLEARED) is told
    assert bool(text) is told


def test_measuring_very_many_that_no_name_foretold_is_told_after_reading_them(
    tmp_path: Path,
) -> None:
    archive = tmp_path / "archive"
    corpus.put(archive, corpus.one_month(410))
    for path in sorted(archive.rglob("2025-01.toml"))[:205]:
        path.rename(path.with_name("2026-01.toml"))
    code, out, text = watched(tmp_path, "compare", "archive", "-f", "csv")
    read, measured = (text.index(words) for words in ("1 files read", "1 scorecards measured"))
    assert (code, out.count(b"\n"), read < measured) == (0, 411, True)
    assert text.endswith(CLEARED)


def test_a_closed_stderr_is_told_nothing(tmp_path: Path) -> None:
    corpus.write(tmp_path / "archive", 3)
    ran = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -c "$S" validate archive 2>&-'],
        stdout=subprocess.PIPE,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "S": SLOW},
    )
    assert (ran.returncode, ran.stdout) == (0, b"4 files checked: no findings\n")
