"""Completion in the shells themselves: installed as the help says, and asked for by a key."""

import os
import pty
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from select import select

import pytest

ROOT = Path(__file__).parents[2]

PROGRAM = f"""#!/bin/sh
if [ -n "$_SCORECARD_COMPLETE" ] || [ "$1" = --install-completion ]; then
    PYTHONPATH={ROOT} exec {sys.executable} -P -m scorecard "$@"
fi
printf '<%s>' "$@"
echo
"""
"""Completes as the command does, and else says what it was given."""

PATIENCE = 30
"""Seconds in which a shell must have said something more."""

START = {"bash": ["bash", "--noprofile", "-i"], "zsh": ["zsh", "-i"], "fish": ["fish", "-i"]}

TYPED = {
    "show an-p\t": "<show><an-phu>",
    "show an-phu@20\t": "<show><an-phu@2025>",
    "show --dir scorecards binh-t\t": "<show><--dir><scorecards><binh-tan>",
    "compare --framework de\t": "<compare><--framework><delta>",
    "compare --framework=de\t": "<compare><--framework=delta>",
    "compare --sort=complaints_o\t": "<compare><--sort=complaints_open>",
    "compare --period=20\t": "<compare><--period=2025>",
    "explain an-phu complaints_o\t": "<explain><an-phu><complaints_open>",
    "show --what-if an-phu:complaints_o\t5": "<show><--what-if><an-phu:complaints_open=5>",
    "show --what-if=complaints_o\t5": "<show><--what-if=complaints_open=5>",
    "show --dir=scor\tx": "<show><--dir=scorecards/x>",
    "show scor\tan-p\t": "<show><scorecards/an-phu.toml>",
    "validate B\tx": "<validate><Báo cáo/x>",
    "show binh-d\tx": "<show><binh-duong/x>",
    "vali\t--sel\tSC105": "<validate><--select><SC105>",
}
"""What is typed, with the key that completes, and what the program is then given."""


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """Return the surroundings of a user whose command this is, and who has three folders."""
    program = tmp_path / "bin" / "scorecard"
    program.parent.mkdir()
    program.write_text(PROGRAM, "utf-8")
    program.chmod(0o755)
    shutil.copytree(ROOT / "tests" / "golden" / "ordinary", tmp_path / "scorecards")
    (tmp_path / "Báo cáo").mkdir()
    (tmp_path / "binh-duong").mkdir()
    path = f"{program.parent}:{os.environ['PATH']}"
    return {"HOME": str(tmp_path), "PATH": path, "TERM": "xterm", "LC_ALL": "C.UTF-8"}


@pytest.mark.slow
@pytest.mark.parametrize("shell", START)
def test_words_are_completed(shell: str, env: dict[str, str]) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} here")
    # In a list the shell goes on being the one that started the command.
    install = [shell, "-c", "scorecard --install-completion; true"]
    told = subprocess.run(install, env=env, capture_output=True, check=True, cwd=env["HOME"])
    assert told.stdout.decode().startswith(f"{shell} completion installed in {env['HOME']}")
    shown = on_terminal(START[shell], [f"scorecard {typed}" for typed in TYPED], env)
    given = re.findall("^<(?!done).*", shown, re.MULTILINE)
    assert dict(zip(TYPED, given, strict=True)) == TYPED


def on_terminal(command: list[str], keys: Sequence[str], env: Mapping[str, str]) -> str:
    """Return what a shell shows on a terminal where each line is typed once the last is done."""
    process, ours = pty.fork()
    if process == 0:
        os.chdir(env["HOME"])
        os.execvpe(command[0], command, env)  # noqa: S606 - no shell between us and the shell
    shown = b""
    try:
        for number, line in enumerate(["", *keys]):
            done = f"<done {number}>"
            os.write(ours, f"{line}\recho '{done[:2]}''{done[2:]}'\r".encode())
            while done.encode() not in shown:
                assert select([ours], [], [], PATIENCE)[0], shown.decode(errors="replace")
                shown += os.read(ours, 4096)
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(ours)
    return shown.decode(errors="replace").replace("\r", "\n")
