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
from command import run as here_run
from sampled import sampled

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


def test_the_module_is_the_command() -> None:
    ran = run("--version")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout == f"scorecard {__version__}\n".encode()


def test_the_exit_code_is_that_of_the_process() -> None:
    ran = run("show", "nowhere.toml")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr


@pytest.mark.parametrize(
    "format_",
    sampled(["table", "csv", "json", "markdown"]),
)
def test_every_machine_prints_the_same_bytes(format_: str) -> None:
    words = ("compare", NASTY, "--lang", "vi", "-f", format_)
    locale = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    here, elsewhere = here_run(*words), run(*words, PYTHONHASHSEED="1", **locale)
    assert (elsewhere.returncode, elsewhere.stdout.decode()) == (0, here.out)
    assert elsewhere.stderr.decode() == here.err
    assert "漢字" in here.out


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
    # On a busy machine it would say how far it has read.
    with subprocess.Popen(
        [*COMMAND, *map(str, words), "--quiet"], stdout=its, stderr=its, env=surroundings(env)
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


@pytest.mark.parametrize(("width", "columns"), sampled([(160, "160"), (0, "80")]))
def test_on_a_terminal_there_are_colours_and_its_width_is_used(width: int, columns: str) -> None:
    words = ("compare", ORDINARY)
    usual = here_run(*words, "--color", "always", env={"COLUMNS": columns})
    assert on_terminal(*words, width=width, TERM="xterm") == usual.out


@pytest.mark.slow
def test_the_environment_knows_better_than_the_terminal() -> None:
    usual = here_run("compare", ORDINARY, env={"COLUMNS": "100"})
    assert on_terminal("compare", ORDINARY, width=7, TERM="dumb", COLUMNS="100") == usual.out


def test_a_terminal_has_no_colours_where_they_are_not_wanted(tmp_path: Path) -> None:
    words = ("compare", ORDINARY, "--no-pager")
    plain, coloured = here_run(*words), here_run(*words, "--color", "always")
    shown = here_run(*words, env={"TERM": "xterm"}, terminal=True)
    assert shown == coloured != plain
    assert here_run(*words, env={"TERM": "dumb"}, terminal=True) == plain
    assert here_run(*words, env={"TERM": "xterm", "NO_COLOR": "1"}, terminal=True) == plain
    file = tmp_path / "a.txt"
    assert here_run(*words, "-o", file, env={"TERM": "xterm"}, terminal=True).out == ""
    assert file.read_text("utf-8") == plain.out
