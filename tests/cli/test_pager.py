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

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"
DATA = Path(__file__).parents[2] / "scorecards" / "decision-766"
COMMAND = (sys.executable, "-m", "scorecard")
HEARD = (
    *("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"),
    *("LESS", "LESSCHARSET", "PAGER", "SCORECARD_PAGER"),
)

COPY = "sys.stdout.write('<paged>' + sys.stdin.read() + '</paged>')"
"""What a pager does that shows all and asks nothing."""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    return tmp_path / "my pager.py"


def as_pager(script: Path, text: str) -> str:
    script.write_text(f"import os, signal, sys, time\n{text}\n", "utf-8")
    return f"{sys.executable} '{script}'"


def surroundings(**env: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in HEARD}
    return {**kept, "TERM": "xterm", **env}


def start(
    *words: str | Path, env: Mapping[str, str], lines: int = 10, pipe: bool = False
) -> tuple[subprocess.Popen[bytes], int]:
    """Start the command on a terminal of so many lines; return it and the terminal's other side."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", lines, 100, 0, 0))
    process = subprocess.Popen(
        [*COMMAND, *map(str, words)],
        stdout=subprocess.PIPE if pipe else its,
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


def plain(*words: str | Path, colour: str = "always") -> str:
    """Return what the command writes to a terminal by itself."""
    return subprocess.run(
        [*COMMAND, *map(str, words), "--color", colour],
        stdout=subprocess.PIPE,
        check=True,
        env=surroundings(COLUMNS="100"),
    ).stdout.decode()


@pytest.mark.parametrize("command", ["compare", "show"])
def test_what_is_longer_than_the_screen_is_paged(script: Path, command: str) -> None:
    words = (command, ORDINARY)
    text = plain(*words)
    height = text.count("\n")
    command_line = as_pager(script, COPY)
    assert seen(*words, PAGER=command_line) == f"<paged>{text}</paged>"
    assert seen(*words, lines=height, PAGER=command_line) == f"<paged>{text}</paged>"
    assert seen(*words, lines=height + 1, PAGER=command_line) == text
    assert seen(*words, PAGER="false", SCORECARD_PAGER=command_line) == f"<paged>{text}</paged>"


def test_without_a_pager_it_is_written_at_once(script: Path) -> None:
    words, text = ("compare", ORDINARY), plain("compare", ORDINARY)
    command_line = as_pager(script, COPY)
    assert seen(*words, "--no-pager", PAGER=command_line) == text
    assert seen(*words, PAGER="") == text
    assert seen(*words, PAGER=command_line, SCORECARD_PAGER="") == text
    assert seen(*words, PAGER="cat") == text
    assert seen(*words, PAGER="there-is-no-such-program -x") == text
    assert seen(*words, PAGER="less 'unclosed") == text


def test_a_pager_that_does_not_start_takes_nothing_away(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"\x7fELF")
    broken.chmod(0o755)
    assert seen("compare", ORDINARY, PAGER=str(broken)) == plain("compare", ORDINARY)


def test_what_is_no_table_on_a_terminal_is_not_paged(script: Path, tmp_path: Path) -> None:
    command_line = as_pager(script, COPY)
    for format_ in ("csv", "json", "markdown"):
        text = seen("compare", ORDINARY, "-f", format_, PAGER=command_line)
        assert text == plain("compare", ORDINARY, "-f", format_)
    assert seen("compare", ORDINARY, "-o", tmp_path / "a.txt", PAGER=command_line) == ""
    dumb = seen("compare", ORDINARY, PAGER=command_line, TERM="dumb")
    assert dumb == plain("compare", ORDINARY, colour="never")
    process, ours = start(
        "compare", ORDINARY, pipe=True, env={"PAGER": command_line, "COLUMNS": "100"}
    )
    out, _ = process.communicate()
    assert (out.decode(), read(ours)) == (dumb, "")


def test_a_pager_that_is_left_early_is_no_failure(script: Path) -> None:
    first = as_pager(script, "print(sys.stdin.readline(), end='')")
    assert seen("show", DATA, "--color", "never", PAGER=first).count("\n") == 1


def test_who_has_seen_enough_of_a_pipe_hears_nothing_more() -> None:
    with subprocess.Popen(
        [*COMMAND, "show", DATA], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings()
    ) as process:
        assert process.stdout is not None
        assert process.stdout.read(1)
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 0


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
    interrupting = f"os.kill(os.getppid(), signal.SIGINT); time.sleep(0.1); {COPY}"
    text = seen("compare", ORDINARY, PAGER=as_pager(script, interrupting))
    assert text == f"<paged>{plain('compare', ORDINARY)}</paged>"


def test_whoever_ends_the_command_ends_the_pager(script: Path) -> None:
    waiting = "print('open', flush=True); signal.pause()"
    process, ours = start("compare", ORDINARY, env={"PAGER": as_pager(script, waiting)})
    assert os.read(ours, 4) == b"open"
    process.send_signal(signal.SIGTERM)
    assert process.wait() == 143
    # Nobody has the terminal open any more.
    assert "Traceback" not in read(ours)


def test_less_is_told_to_show_colours_unless_it_is_told_something(script: Path) -> None:
    telling = as_pager(script, "print(os.environ['LESS'], os.environ['LESSCHARSET'])")
    assert seen("compare", ORDINARY, PAGER=telling) == "FRX utf-8\n"
    assert seen("compare", ORDINARY, PAGER=telling, LESS="-S") == "-S utf-8\n"


def test_where_no_pager_is_named_it_is_less(tmp_path: Path) -> None:
    less = tmp_path / "less"
    less.write_text(f'#!/bin/sh\nexec {sys.executable} -c "import sys; {COPY}"\n', "utf-8")
    less.chmod(0o755)
    text = seen("compare", ORDINARY, PATH=str(tmp_path))
    assert text == f"<paged>{plain('compare', ORDINARY)}</paged>"
