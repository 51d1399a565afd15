"""Streams that are closed, full or left, and signals: no traceback, and an honest exit code."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from command import run
from sampled import sampled

from scorecard.cli import app

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"
DATA = Path(__file__).parents[2] / "scorecards" / "decision-766"
COMMAND = f"{sys.executable} -m scorecard"
LOST = "scorecard: the output cannot be written: "


def shell(script: str, **env: str) -> tuple[int, str, str]:
    """Run a script in which `$S` is the command, `$D` a small folder and `$L` a large one."""
    ran = subprocess.run(
        ["/bin/bash", "-c", script],
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "S": COMMAND, "D": str(ORDINARY), "L": str(DATA), **env},
    )
    return ran.returncode, ran.stdout.decode(), ran.stderr.decode()


@pytest.mark.slow
def test_parquet_is_written_to_a_pipe() -> None:
    script = "$S export $D -f parquet -o /dev/stdout | head -c 4"
    assert shell(script) == (0, "PAR1", "")


@pytest.mark.parametrize(
    ("script", "code", "error"),
    [
        ("$S compare $D -f json >/dev/full", 2, f"{LOST}No space left on device\n"),
        ("$S --version >/dev/full", 2, f"{LOST}No space left on device\n"),
        ("$S validate - <&-", 2, "scorecard: standard input is closed\n"),
        ("$S show nowhere.toml 2>&- >&- <&-", 2, ""),
        (
            "cd $(mktemp -d) && rmdir $PWD && $S validate $D",
            2,
            "scorecard: the folder that the command runs in: No such file or directory\n",
        ),
        *sampled(
            [
                ("$S compare $L -f json >/dev/full", 2, f"{LOST}No space left on device\n"),
                ("$S validate $D >/dev/full", 2, f"{LOST}No space left on device\n"),
                ("$S --help >/dev/full", 2, f"{LOST}No space left on device\n"),
                ("$S compare $D >&-", 2, f"{LOST}it is closed\n"),
                ("$S compare $D -o /dev/null >&-", 0, ""),
                ("$S show nowhere.toml 2>/dev/full", 2, ""),
            ],
            quick=0,
        ),
    ],
)
def test_lost_output_is_exit_code_2_and_one_line(script: str, code: int, error: str) -> None:
    assert shell(script) == (code, "", error)


@pytest.mark.parametrize(
    ("words", "code"),
    sampled(
        [
            ("--help", 0),
            ("show --help", 0),
            ("--version", 0),
            ("--show-completion", 0),
            ("show nowhere.toml 2>&1 >/dev/null", 2),
        ]
    ),
)
def test_who_never_read_hears_nothing(words: str, code: int) -> None:
    gone = "trap '' PIPE; while printf .; do :; done 2>/dev/null"
    assert shell(f"{{ {gone}; $S {words}; echo $? >&2; }} | true") == (0, "", f"{code}\n")


@pytest.mark.parametrize(
    ("name", "code"), sampled([("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 130)])
)
def test_a_signal_is_told_by_the_exit_code(name: str, code: int) -> None:
    with subprocess.Popen(
        [*COMMAND.split(), "validate", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        _wait_until_it_reads(process.pid)
        process.send_signal(signal.Signals[name])
        _, error = process.communicate(timeout=20)
    assert process.returncode == code
    assert b"Traceback" not in error


def _wait_until_it_reads(pid: int) -> None:
    """Wait until a process only waits for its standard input, or long enough for that."""
    ready = Path(f"/proc/{pid}/wchan")
    for _ in range(300):
        if "pipe" in ready.read_text("utf-8"):
            return
        signal.sigtimedwait([], 0.01)


def test_a_signal_that_is_to_be_ignored_is_left_so(monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert run("--version").code == 0
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
    monkeypatch.setattr(app, "ENDINGS", [])
    assert run("--version").code == 0


@pytest.mark.parametrize(
    "env",
    [{"PYTHONIOENCODING": "ascii:strict"}, {"PYTHONIOENCODING": "utf-16"}],
)
@pytest.mark.slow
def test_no_encoding_changes_a_byte(env: dict[str, str]) -> None:
    usual = run("show", ORDINARY, "--lang", "vi")
    assert shell("$S show $D --lang vi", COLUMNS="80", **env) == (0, usual.out, "")


def digits(text: str) -> Counter[str]:
    return Counter(re.findall("[0-9]", text))


@pytest.mark.parametrize("columns", ["1", "10"])
@pytest.mark.parametrize("command", ["show", "compare", "validate"])
def test_no_width_loses_a_number(columns: str, command: str) -> None:
    # The key of the shades stands where shades do, and there is no room for either.
    # A remark stands beside its source only where there is room for both.
    words = (command, ORDINARY / "binh-tan.toml", ORDINARY / "chau-thanh.toml")
    usual = run(*words)
    ran = run(*words, env={"COLUMNS": columns})
    assert (ran.code, ran.err) == (0, "")
    assert digits(re.sub("Of the maximum.*", "", usual.out)) - digits(ran.out) == Counter()


@pytest.mark.slow
def test_neither_a_home_nor_a_network_is_needed(tmp_path: Path) -> None:
    ran = run("compare", ORDINARY)
    usual = (0, ran.out, "")
    bare = f"cd {tmp_path} && env -i PYTHONDONTWRITEBYTECODE=1"
    assert shell(f"{bare} HOME=/nowhere $S compare $D") == usual
    assert list(tmp_path.iterdir()) == []
    unshare = shutil.which("unshare") or "/bin/false"
    if shell(f"{unshare} -rn true")[0] != 0:
        pytest.skip("no process may be cut off from the network here")
    assert shell(f"{unshare} -rn $S compare $D") == usual
