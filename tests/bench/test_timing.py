"""What the benchmark measures of a command, without a claim on any time."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from bench.terminal import since_loaded
from bench.timing import Case, interleaved, measured

GRANDCHILD = """
import subprocess, sys
subprocess.run([sys.executable, "-c", "bytearray(400_000_000)"], check=True)
"""


def case(folder: Path, name: str, code: str, rounds: int = 1) -> Case:
    return Case(name, ((sys.executable, "-c", code),), folder, rounds)


def test_the_peak_is_that_of_the_largest_process(tmp_path: Path) -> None:
    peak = measured(case(tmp_path, "grandchild", GRANDCHILD)).peak
    assert 400 < peak < 500


def test_a_command_that_fails_ends_the_benchmark(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="peer: exit code 3\nno such schema"):
        measured(case(tmp_path, "peer", "import sys; sys.stderr.write('no such schema'); exit(3)"))


def test_a_command_may_tell_its_seconds_itself(tmp_path: Path) -> None:
    told = replace(case(tmp_path, "screen", "print(42.5)"), told=True)
    assert measured(told).seconds == 42.5


def test_a_screen_is_waited_for_since_the_line_of_progress_was_removed() -> None:
    loading, shown = b"7 files\r\x1b[2K8 files\n", b"\r\x1b[1A\x1b[2K"
    table = b"row\n" * 39 + b":\x1b[K"
    arrived = [(0, 1.0), (len(loading), 2.0), (len(loading + shown), 3.0)]
    said = loading + shown + table
    assert since_loaded(said, [*arrived, (len(said), 3.5)]) == 0.5
    assert since_loaded(table, [(0, 1.0), (len(table), 3.5)]) == 2.5


def test_cases_take_turns_and_those_of_fewer_rounds_are_spread(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    append = "open('log', 'a').write('{}')"
    rounds = {"a": 6, "b": 3, "c": 2, "d": 1}
    cases = [case(tmp_path, name, append.format(name), each) for name, each in rounds.items()]
    results = interleaved(cases)
    assert [len(result.runs) for result in results] == list(rounds.values())
    assert (tmp_path / "log").read_text() == "abcd" + "a" + "ab" + "ac" + "ab" + "a"
    assert capsys.readouterr().err.splitlines()[6:8] == ["b, round 2 of 3", "a, round 4 of 6"]
