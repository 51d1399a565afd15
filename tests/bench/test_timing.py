"""What the benchmark measures of a command, without a claim on any time."""

import sys
from pathlib import Path

import pytest
from bench.timing import Case, interleaved, measured

GRANDCHILD = """
import subprocess, sys
subprocess.run([sys.executable, "-c", "bytearray(400_000_000)"], check=True)
"""


def case(folder: Path, name: str, code: str, rounds: int = 1, times: int = 1) -> Case:
    return Case(name, ((sys.executable, "-c", code),), folder, rounds, times=times)


def test_the_peak_is_that_of_the_largest_process(tmp_path: Path) -> None:
    peak = measured(case(tmp_path, "grandchild", GRANDCHILD)).peak
    assert 400 < peak < 500


def test_a_command_that_fails_ends_the_benchmark(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="peer: exit code 3\nno such schema"):
        measured(case(tmp_path, "peer", "import sys; sys.stderr.write('no such schema'); exit(3)"))


def test_cases_take_turns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    append = "open('log', 'a').write('{}')"
    fast = case(tmp_path, "fast", append.format("a"), rounds=3)
    slow = case(tmp_path, "slow", append.format("b"), rounds=1)
    results = interleaved([fast, slow])
    assert [len(result.runs) for result in results] == [3, 1]
    assert (tmp_path / "log").read_text() == "abaa"
    assert capsys.readouterr().err.splitlines()[1] == "slow, round 1 of 1"


def test_cases_run_more_than_once_in_a_round_take_turns_in_it(tmp_path: Path) -> None:
    append = "open('log', 'a').write('{}')"
    often = [case(tmp_path, name, append.format(name), rounds=2, times=2) for name in "ab"]
    once = case(tmp_path, "c", append.format("c"), rounds=1)
    results = interleaved([*often, once])
    assert [len(result.runs) for result in results] == [4, 4, 1]
    assert (tmp_path / "log").read_text() == "abcababab"
