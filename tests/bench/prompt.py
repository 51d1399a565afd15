"""Start-up: how long a person waits at the prompt."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bench import corpus
from bench.peers import NAMES
from bench.setting import Setting
from bench.targets import Ratio
from bench.timing import Case, Result

PART = "prompt"
ROUNDS = 5
"""How many times as often as an archive is checked, a command at the prompt is run."""

_NOTHING = "python -c pass"
_LIMITS = {
    "scorecard --version": 8,
    "scorecard --help": 8,
    "scorecard validate FILE": 15,
    "scorecard validate --no-cache FILE": 15,
    "scorecard show FILE": 17,
}
_PROVINCES = "scorecard compare (34 provinces)"
_ROOT = Path(__file__).resolve().parents[2]


def cases(setting: Setting) -> list[Case]:
    """Return commands on nothing, on one file and on our own data, each begun afresh."""
    folder = setting.archive.of_size(100)
    path, _ = next(corpus.scorecards(1))
    own = [
        (setting.scorecard(PART, words, where, 0), name)
        for name, words, where in (
            ("scorecard --version", ("--version",), folder),
            ("scorecard --help", ("--help",), folder),
            ("scorecard validate --no-cache FILE", ("validate", "--no-cache", path), folder),
            ("scorecard show FILE", ("show", path, "--format", "table"), folder),
            (_PROVINCES, ("compare",), _ROOT),
        )
    ]
    rounds = setting.rounds * ROUNDS
    python = Case(PART, _NOTHING, ((sys.executable, "-c", "pass"),), folder, rounds)
    peers = [
        Case(PART, f"{name} FILE", setting.peers.checking_one(name, path), folder, rounds)
        for name in NAMES
        if setting.peers
    ]
    again = replace(setting.scorecard("again", ("validate", path), folder, 0), emptied=False)
    own.append((replace(again, part=PART), "scorecard validate FILE"))
    ours = [replace(case, name=name, rounds=rounds) for case, name in own]
    return [python, *ours, *peers]


def ratios(results: Sequence[Result]) -> list[Ratio]:
    """Compare each command with a Python that does nothing."""
    nothing = next(result.seconds for result in results if result.case.name == _NOTHING)
    return [
        Ratio(f"{result.case.name} / {_NOTHING}", result.seconds / nothing, _LIMITS.get(name))
        for result in results
        if (name := result.case.name) != _NOTHING
    ]
