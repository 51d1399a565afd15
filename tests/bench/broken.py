"""One broken scorecard of each kind, which the tools must refuse: what checks nothing is fast."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench import corpus
from bench.peers import NAMES, TAPLO, Peers
from bench.setting import TOOL
from bench.timing import Words, environment

_SOURCED = 'source = "account#p1"'

_SHARES = {
    "not TOML": f"{{ value = 12.5,, {_SOURCED} }}",
    "more than all": f"{{ value = 100.5, {_SOURCED} }}",
    "less than nothing": f"{{ value = -0.5, {_SOURCED} }}",
    "no quantity": f'{{ value = "more than 98", {_SOURCED} }}',
    "no number": f"{{ value = true, {_SOURCED} }}",
    "value and absent": f'{{ value = 12.5, absent = "missing", {_SOURCED} }}',
    "neither value nor absent": f"{{ {_SOURCED} }}",
    "no source": "{ value = 12.5 }",
    "bare value": "12.5",
    "unknown key": f'{{ value = 12.5, sauce = "hot", {_SOURCED} }}',
}

SEEN_BY_SCHEMA = {"not TOML", "no quantity", "unknown key", "unknown level", "no unit id"}
"""What a tool can know by the published schema alone; the narrowed one tells of all."""


def kinds() -> Iterator[tuple[str, str]]:
    """Yield what is wrong, and a scorecard in which it is."""
    _, good = next(corpus.scorecards(1))
    share, number = corpus.RATE_IDS[0], corpus.COUNT_IDS[0]
    for kind, figure in _SHARES.items():
        yield kind, _with(good, share, figure)
    yield "half a household", _with(good, number, f"{{ value = 12.5, {_SOURCED} }}")
    yield "unknown indicator", good.replace(f"{share} =", "share_of_nothing =")
    yield "unknown level", good.replace('level = "commune"', 'level = "hamlet"')
    yield "no unit id", re.sub("^id = .*\n", "", good, flags=re.MULTILINE)


def demand_refusals(folder: Path, peers: Peers | None) -> None:
    """End the program where a tool takes what it should refuse, or refuses a good scorecard."""
    sys.stderr.write("checking that each tool refuses what is broken\n")
    path, good = next(corpus.scorecards(1))
    for kind, text in (("good", good), *kinds()):
        corpus.put(folder, [(path, text)])
        commands: dict[str, tuple[Words, ...]] = {
            "scorecard": ((TOOL, "validate", "--no-cache", "--fail-on", "warning", "."),),
            **{name: peers.checking(name, folder) for name in NAMES if peers},
        }
        if kind != "good" and kind not in SEEN_BY_SCHEMA:
            commands.pop(TAPLO, None)
        for name, words in commands.items():
            if _refuses(words, folder) == (kind == "good"):
                verdict = "refuses" if kind == "good" else "accepts"
                raise SystemExit(f"{name} {verdict} a scorecard that is {kind}: no comparison")


def _refuses(commands: tuple[Words, ...], folder: Path) -> bool:
    return any(
        subprocess.run(
            words, cwd=folder, env=environment(), capture_output=True, check=False
        ).returncode
        for words in commands
    )


def _with(good: str, name: str, figure: str) -> str:
    return re.sub(f"^{name} = .*$", f"{name} = {figure}", good, flags=re.MULTILINE)
