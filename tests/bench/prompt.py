"""Start-up: how long a person waits at the prompt, beside loading the libraries alone."""

import math
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bench import corpus
from bench.archive import HARDEST
from bench.setting import TOOL, Setting
from bench.targets import Ratio
from bench.timing import Case, Result, environment

ROUNDS = 5
"""How many times as often as an archive is checked, a command at the prompt is run."""

_LIBRARIES = "import of the libraries"
_IMPORTS = "import typer, rich.table, rich.console, rtoml; from pydantic import BaseModel"
WORD = "completion of a word, 2,000 files"
_COMPLETING = {
    "_SCORECARD_COMPLETE": "complete_bash",
    "_TYPER_COMPLETE_ARGS": "scorecard show co",
}
_LIMITS = {
    "scorecard --version": 0.7,
    "scorecard --help": 1.3,
    "scorecard validate FILE": 1.4,
    "scorecard show FILE": 1.6,
    WORD: 1.0,
}
_ROOT = Path(__file__).resolve().parents[2]


def cases(setting: Setting) -> list[Case]:
    """Return commands on nothing, on one file and on our own data, each begun afresh."""
    folder = setting.archive.of_size(2_000)
    path, _ = next(corpus.scorecards(1, HARDEST))
    commands = [
        ("scorecard --version", ("--version",), folder),
        ("scorecard --help", ("--help",), folder),
        ("scorecard validate FILE", ("validate", path), folder),
        ("scorecard show FILE", ("show", path, "--format", "table"), folder),
        ("scorecard compare, 34 provinces", ("compare",), _ROOT),
    ]
    rounds = setting.rounds * ROUNDS
    python = Case(_LIBRARIES, ((sys.executable, "-c", _IMPORTS),), folder, rounds)
    ours = [setting.scorecard(name, words, where, rounds) for name, words, where in commands]
    word = replace(
        setting.scorecard(WORD, (), folder.parent, rounds), variables=tuple(_COMPLETING.items())
    )
    return [python, *ours, *([word] if _completes(word) else [])]


def _completes(case: Case) -> bool:
    """Tell whether a unit is offered for the word, without which its time would say nothing."""
    ran = subprocess.run(
        (TOOL,), cwd=case.folder, env=environment(case), capture_output=True, check=False
    )
    return b"commune-" in ran.stdout


def ratios(results: Sequence[Result]) -> list[Ratio]:
    """Compare each command with loading the libraries; a word that is not completed is endless."""
    seconds = {result.case.name: result.seconds for result in results}
    alone = seconds.pop(_LIBRARIES)
    return [
        Ratio(f"{name} / {_LIBRARIES}", seconds.get(name, math.inf) / alone, _LIMITS.get(name))
        for name in {**seconds, **_LIMITS}
    ]
