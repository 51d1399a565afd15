"""The command as a process: its streams, signals, terminal and surroundings."""

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

from scorecard import __version__

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"
NASTY = ORDINARY.parent / "nasty"
COMMAND = (sys.executable, "-m", "scorecard")
SWITCHES = (
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "SCORECARD_DIR",
    "TERM",
    "LINES",
)


def surroundings(more: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in SWITCHES}
    return {**kept, "PAGER": "", **more}


def run(*words: str | Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, words)], capture_output=True, check=False, env=surroundings(env)
    )


def shell(script: str) -> tuple[int, str, str]:
    """Run a script in which `$S` is the command and `$D` the folder."""
    ran = subprocess.run(
        ["/bin/bash", "-c", script],
        capture_output=True,
        check=False,
        env=surroundings({"S": " ".join(COMMAND), "D": str(ORDINARY)}),
    )
    return ran.returncode, ran.stdout.decode(), ran.stderr.decode()


def test_the_module_is_the_command() -> None:
    ran = run("--version")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout == f"scorecard {__version__}\n".encode()


@pytest.mark.parametrize(
    ("words", "code"),
    [(["compare", ORDINARY], 0), (["show", "nowhere.toml"], 2), (["compare", "-f", "xml"], 2)],
)
def test_the_exit_code_is_that_of_the_process(words: list[str | Path], code: int) -> None:
    ran = run(*words)
    assert ran.returncode == code
    assert bool(ran.stdout) is (code == 0)
    assert bool(ran.stderr) is (code != 0)


@pytest.mark.parametrize("format_", ["table", "json", "csv", "markdown"])
def test_every_machine_prints_the_same_bytes(format_: str) -> None:
    surrounding = [
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "1", "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "ascii"},
    ]
    ran = [run("compare", NASTY, "--lang", "vi", "-f", format_, **env) for env in surrounding]
    assert {each.returncode for each in ran} == {0}
    assert {each.stderr for each in ran} == {b""}
    assert len({each.stdout for each in ran}) == 1
    assert "漢字".encode() in ran[0].stdout


def test_who_has_seen_enough_may_close_the_pipe() -> None:
    script = "$S show $D $D $D -f json | head -1; echo ${PIPESTATUS[0]}"
    assert shell(script) == (0, "{\n0\n", "")
    assert shell("$S show nowhere.toml 2>&1 >/dev/null | true") == (0, "", "")
    assert shell("$S --help | head -1")[2] == ""


FULL = "No space left on device\n"


@pytest.mark.parametrize(
    ("script", "code", "error"),
    [
        ("$S compare $D >/dev/full", 2, f"scorecard: the output cannot be written: {FULL}"),
        ("$S validate $D >/dev/full", 2, f"scorecard: the output cannot be written: {FULL}"),
        ("$S --version >/dev/full", 2, f"scorecard: the output cannot be written: {FULL}"),
        ("$S --help >/dev/full", 2, f"scorecard: the output cannot be written: {FULL}"),
        ("$S compare $D >&-", 2, "scorecard: the output cannot be written: it is closed\n"),
        ("$S compare $D -o /dev/null >&-", 0, ""),
        ("$S show nowhere.toml 2>/dev/full", 2, ""),
        ("$S show nowhere.toml 2>&-", 2, ""),
    ],
)
def test_an_output_that_takes_nothing(script: str, code: int, error: str) -> None:
    assert shell(script) == (code, "", error)


def test_an_interrupted_command_says_so_by_its_exit_code() -> None:
    with subprocess.Popen(
        [*COMMAND, "show", ORDINARY, "-f", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings({}),
    ) as process:
        assert process.stdout is not None
        fcntl.fcntl(process.stdout.fileno(), fcntl.F_SETPIPE_SZ, 4096)
        assert process.stdout.read(1) == b"{"
        process.send_signal(signal.SIGINT)
        _, error = process.communicate()
    assert process.returncode == 130
    assert b"Traceback" not in error


def on_terminal(*words: str | Path, width: int, **env: str) -> str:
    """Return what the command writes to a terminal of this width."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    with subprocess.Popen(
        [*COMMAND, *map(str, words)], stdout=its, stderr=its, env=surroundings(env)
    ) as process:
        os.close(its)
        text = b""
        while part := _read(ours):
            text += part
    os.close(ours)
    assert process.returncode == 0
    return text.decode().replace("\r\n", "\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except OSError:
        # Linux says so where nobody has the other side open any more.
        return b""


def test_on_a_terminal_there_are_colours_and_its_width_is_used(tmp_path: Path) -> None:
    words = ("compare", ORDINARY)
    wide = on_terminal(*words, width=160, TERM="xterm")
    assert wide == run(*words, "--color", "always", COLUMNS="160").stdout.decode()
    assert on_terminal(*words, width=0, TERM="xterm") == (
        run(*words, "--color", "always").stdout.decode()
    )
    plain = run(*words, COLUMNS="100").stdout.decode()
    assert on_terminal(*words, width=100, TERM="dumb") == plain
    assert on_terminal(*words, width=100, TERM="xterm", NO_COLOR="1") == plain
    assert on_terminal(*words, width=7, TERM="dumb", COLUMNS="100") == plain
    assert on_terminal(*words, "-o", tmp_path / "a.txt", width=100, TERM="xterm") == ""
    assert (tmp_path / "a.txt").read_text("utf-8") == plain
