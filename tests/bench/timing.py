"""Commands run in turn and measured: seconds, processor time and peak memory."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from statistics import median

Words = tuple[str, ...]

_COUNTED = 1 if sys.platform == "darwin" else 1024
"""In how many bytes the system counts memory."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is measured: commands that are run one after the other, and where."""

    name: str
    commands: tuple[Words, ...]
    folder: Path
    rounds: int
    files: int = 0
    layout: str = ""
    cache: Path | None = None
    emptied: bool = False
    """Whether the cache is emptied before each run."""
    variables: tuple[tuple[str, str], ...] = ()
    """What else of the environment is set."""
    told: bool = False
    """Whether its seconds are those that it prints."""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds by the clock and of all processors, and MB of the largest process.

    A process begins with the memory of the one that starts it, so a peak is at least our own.
    """

    seconds: float
    cpu: float
    peak: float


@dataclass(slots=True)
class Result:
    """All runs of a case."""

    case: Case
    runs: list[Run] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """The median."""
        return median(run.seconds for run in self.runs)

    @property
    def cpu(self) -> float:
        """The median."""
        return median(run.cpu for run in self.runs)

    @property
    def peak(self) -> float:
        """The highest."""
        return max(run.peak for run in self.runs)


def interleaved(cases: Sequence[Case]) -> list[Result]:
    """Run all cases round by round, so that a machine's drift hits all of them alike.

    What has fewer rounds than others has them evenly among theirs.
    """
    results = [Result(case) for case in cases]
    rounds = max(case.rounds for case in cases)
    for number, result in product(range(rounds), results):
        if number * result.case.rounds % rounds < result.case.rounds:
            result.runs.append(_prepared(result.case, len(result.runs) + 1))
    return results


def _prepared(case: Case, number: int) -> Run:
    layout = f", {case.layout}" if case.layout else ""
    files = f", {case.files:,} files" if case.files else ""
    sys.stderr.write(f"{case.name}{layout}{files}, round {number} of {case.rounds}\n")
    if case.cache and case.emptied:
        shutil.rmtree(case.cache, ignore_errors=True)
        case.cache.mkdir(parents=True)
    if case.files:
        _read_all(case.folder)
    return measured(case)


def _read_all(folder: Path) -> None:
    """Read all files, as a system may have put them out of memory: no tool is the first to."""
    for path in folder.rglob("*.toml"):
        path.read_bytes()


def measured(case: Case) -> Run:
    """Run a case once; end the program where a command fails."""
    runs = [_measured(words, case) for words in case.commands]
    return Run(
        sum(run.seconds for run in runs),
        sum(run.cpu for run in runs),
        max(run.peak for run in runs),
    )


def environment(case: Case | None = None) -> dict[str, str]:
    """Return what a command finds set: nothing of the tool's own but what the case says."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SCORECARD_")}
    # As on any machine, Python keeps what it has compiled.
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    cache = {"SCORECARD_CACHE_DIR": str(case.cache)} if case and case.cache else {}
    return {**kept, "COLUMNS": "80", **cache, **dict(case.variables if case else ())}


def _measured(words: Words, case: Case) -> Run:
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as told:
        start = time.perf_counter()
        process = subprocess.Popen(
            words,
            cwd=case.folder,
            env=environment(case),
            stdin=subprocess.DEVNULL,
            stdout=told if case.told else subprocess.DEVNULL,
            stderr=said,
        )
        # Of the processes that it waited for, their times and the largest are in it, too.
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            end = said.read()[-2000:].decode(errors="replace")
            raise SystemExit(f"{case.name}: exit code {process.returncode}\n{end}")
        if case.told:
            told.seek(0)
            seconds = float(told.read())
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * _COUNTED / 10**6)
