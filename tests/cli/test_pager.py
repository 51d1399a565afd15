"""A table that is longer than the screen goes through the user's pager, and nothing else does."""

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path

import pytest
from command import run
from sampled import sampled

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"
DATA = Path(__file__).parents[2] / "scorecards" / "decision-766"
COMMAND = (sys.executable, "-m", "scorecard")
HEARD = (
    *("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"),
    *("LESS", "LESSCHARSET", "PAGER", "SCORECARD_PAGER"),
)

COPY = "sys.stdout.write('<paged>' + sys.stdin.read() + '</paged>')"
"""What a pager does that shows all and asks nothing."""


@pytest.fixture(autouse=True)
def _unheard(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in HEARD:
        monkeypatch.delenv(name, raising=False)


class Pager:
    """A pager that keeps what it is given, or what a shell makes of that, in a file."""

    def __init__(self, path: Path, does: str = "cat") -> None:
        self._path = path
        self.command = f"""sh -c '{does} >"$0"' '{path}'"""

    def shown(self) -> str | None:
        """Return what it has shown since this was asked last, if anything."""
        if not self._path.exists():
            return None
        text = self._path.read_text("utf-8")
        self._path.unlink()
        return text


@pytest.fixture
def pager(tmp_path: Path) -> Pager:
    return Pager(tmp_path / "my pages")


def written(*words: str | Path, lines: int = 10, terminal: bool = True, **env: str) -> str:
    """Return what the command writes by itself to a terminal of so many lines."""
    size = {"TERM": "xterm", "COLUMNS": "100", "LINES": str(lines)}
    ran = run(*words, env={**size, **env}, terminal=terminal)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def plain(*words: str | Path, colour: str = "always") -> str:
    """Return the text for a terminal."""
    return written(*words, "--color", colour, terminal=False)


@pytest.mark.parametrize("command", ["compare", "show"])
def test_what_is_longer_than_the_screen_is_paged(pager: Pager, command: str) -> None:
    words = (command, ORDINARY)
    text = plain(*words)
    height = text.count("\n")
    for lines in (10, height):
        assert written(*words, lines=lines, PAGER=pager.command) == ""
        assert pager.shown() == text
    assert written(*words, lines=height + 1, PAGER=pager.command) == text
    assert pager.shown() is None
    assert written(*words, PAGER="false", SCORECARD_PAGER=pager.command) == ""
    assert pager.shown() == text


def test_without_a_pager_it_is_written_at_once(pager: Pager) -> None:
    words, text = ("compare", ORDINARY), plain("compare", ORDINARY)
    assert written(*words, "--no-pager", PAGER=pager.command) == text
    assert written(*words, PAGER=pager.command, SCORECARD_PAGER="there-is-no-such-program") == text
    assert written(*words, PAGER="there-is-no-such-program -x") == text
    assert written(*words, PAGER="less 'unclosed") == text
    assert pager.shown() is None


def test_a_pager_that_is_nothing_copies(capfd: pytest.CaptureFixture[str]) -> None:
    text = plain("compare", ORDINARY)
    assert written("compare", ORDINARY, PAGER="") == ""
    assert capfd.readouterr().out == text
    assert written("compare", ORDINARY, PAGER="false", SCORECARD_PAGER="") == ""
    assert capfd.readouterr().out == text


def test_a_pager_that_does_not_start_takes_nothing_away(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"\x7fELF")
    broken.chmod(0o755)
    assert written("compare", ORDINARY, PAGER=str(broken)) == plain("compare", ORDINARY)


def test_what_is_no_table_on_a_terminal_is_not_paged(pager: Pager, tmp_path: Path) -> None:
    for format_ in ("csv", "json", "markdown"):
        words = ("compare", ORDINARY, "-f", format_)
        ran = [
            run(*words, env={"TERM": "xterm", "LINES": "10", "PAGER": pager.command}, terminal=on)
            for on in (True, False)
        ]
        assert ran[0] == ran[1]
    file = tmp_path / "a.txt"
    assert written("compare", ORDINARY, "-o", file, PAGER=pager.command) == ""
    usual = plain("compare", ORDINARY, colour="never")
    assert file.read_text("utf-8") == usual
    assert written("compare", ORDINARY, PAGER=pager.command, TERM="dumb") == usual
    assert written("compare", ORDINARY, PAGER=pager.command, terminal=False) == usual
    assert pager.shown() is None


def test_a_pager_that_is_left_early_is_no_failure(tmp_path: Path) -> None:
    pager = Pager(tmp_path / "first", "head -1")
    assert written("show", DATA, "--color", "never", PAGER=pager.command) == ""
    shown = pager.shown()
    assert shown is not None
    assert shown.count("\n") == 1


def test_less_is_told_to_show_colours_unless_it_is_told_something(tmp_path: Path) -> None:
    pager = Pager(tmp_path / "told", "echo $LESS $LESSCHARSET")
    written("compare", ORDINARY, PAGER=pager.command)
    assert pager.shown() == "FRX utf-8\n"
    written("compare", ORDINARY, PAGER=pager.command, LESS="-S")
    assert pager.shown() == "-S utf-8\n"


def test_where_no_pager_is_named_it_is_less(pager: Pager, tmp_path: Path) -> None:
    less = tmp_path / "less"
    less.write_text(f"#!/bin/sh\nPATH=/bin:/usr/bin exec {pager.command}\n", "utf-8")
    less.chmod(0o755)
    assert written("compare", ORDINARY, PATH=str(tmp_path)) == ""
    assert pager.shown() == plain("compare", ORDINARY)


# On a real terminal, with what it shows and the signals that come from it.


@pytest.fixture
def script(tmp_path: Path) -> Path:
    return tmp_path / "my pager.py"


def as_pager(script: Path, text: str) -> str:
    script.write_text(f"import os, signal, sys\n{text}\n", "utf-8")
    return f"{sys.executable} '{script}'"


def surroundings(**env: str) -> dict[str, str]:
    return {**os.environ, "TERM": "xterm", **env}


def start(
    *words: str | Path, env: Mapping[str, str], lines: int = 10
) -> tuple[subprocess.Popen[bytes], int]:
    """Start the command on a terminal of so many lines; return it and the terminal's other side."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", lines, 100, 0, 0))
    # On a busy machine it would say how far it has read.
    process = subprocess.Popen(
        [*COMMAND, *map(str, words), "--quiet"],
        stdout=its,
        stderr=its,
        env=surroundings(**env),
    )
    os.close(its)
    return process, ours


def read(descriptor: int) -> str:
    """Return all that is written to a terminal."""
    text = b""
    while True:
        try:
            part = os.read(descriptor, 4096)
        except OSError:
            # Linux says so where nobody has the other side open any more.
            part = b""
        if not part:
            os.close(descriptor)
            return text.decode().replace("\r\n", "\n")
        text += part


def seen(*words: str | Path, lines: int = 10, **env: str) -> str:
    process, ours = start(*words, env=env, lines=lines)
    text = read(ours)
    assert process.wait() == 0
    return text


def test_the_height_is_that_of_the_terminal(script: Path) -> None:
    words, text = ("compare", ORDINARY), plain("compare", ORDINARY)
    height, command_line = text.count("\n"), as_pager(script, COPY)
    assert seen(*words, lines=height, PAGER=command_line) == f"<paged>{text}</paged>"
    assert seen(*words, lines=height + 1, PAGER=command_line) == text


@pytest.mark.parametrize("words", sampled(["export", "show", "show -f json"]))
def test_who_has_seen_enough_of_a_pipe_hears_nothing_more(words: str) -> None:
    with subprocess.Popen(
        [*COMMAND, *words.split(), DATA.parent],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
    ) as process:
        assert process.stdout is not None
        assert process.stdout.read(1)
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.slow
def test_errors_are_told_after_the_pager(script: Path, tmp_path: Path) -> None:
    for path in ORDINARY.glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "broken.toml").write_text("format = 1\nperiod = 5\n", "utf-8")
    process, ours = start("compare", tmp_path, env={"PAGER": as_pager(script, COPY)})
    paged, _, after = read(ours).partition("</paged>")
    assert process.wait() == 1
    assert paged.startswith("<paged>")
    assert "broken.toml:" in after


def test_an_interruption_is_for_the_pager(script: Path) -> None:
    interrupting = f"os.kill(os.getppid(), signal.SIGINT); {COPY}"
    text = seen("compare", ORDINARY, PAGER=as_pager(script, interrupting))
    assert text == f"<paged>{plain('compare', ORDINARY)}</paged>"


@pytest.mark.slow
def test_whoever_ends_the_command_ends_the_pager(script: Path) -> None:
    waiting = "print('open', flush=True); signal.pause()"
    process, ours = start("compare", ORDINARY, env={"PAGER": as_pager(script, waiting)})
    assert os.read(ours, 4) == b"open"
    process.send_signal(signal.SIGTERM)
    assert process.wait() == 143
    # Nobody has the terminal open any more.
    assert "Traceback" not in read(ours)
