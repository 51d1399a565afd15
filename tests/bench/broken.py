"""One broken scorecard of each kind, which every tool must refuse: what checks nothing is fast."""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator

from bench import corpus
from bench.peers import NAMES
from bench.setting import TOOL, Setting
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


def demand_refusals(setting: Setting) -> None:
    """End the program where a tool takes a broken scorecard, or refuses a good one."""
    sys.stderr.write("checking that each tool refuses what is broken\n")
    _, good = next(corpus.scorecards(1))
    for kind, text in (("good", good), *kinds()):
        folder = setting.archive.holding(f"broken-{kind.replace(' ', '-')}", text)
        commands: dict[str, Iterable[Words]] = {
            "scorecard": [(TOOL, "validate", "--fail-on", "warning", ".")],
            **{name: setting.peers.checking(name, folder) for name in NAMES if setting.peers},
        }
        for name, words in commands.items():
            ran = [
                subprocess.run(
                    each,
                    cwd=folder,
                    env=environment(setting.cache),
                    capture_output=True,
                    check=False,
                )
                for each in words
            ]
            if any(each.returncode for each in ran) == (kind == "good"):
                verdict = "refuses" if kind == "good" else "accepts"
                raise SystemExit(f"{name} {verdict} a scorecard that is {kind}: no comparison")


def _with(good: str, name: str, figure: str) -> str:
    return re.sub(f"^{name} = .*$", f"{name} = {figure}", good, flags=re.MULTILINE)
