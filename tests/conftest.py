"""What holds for every test: its examples, its cache and its signals are always the same."""

import gc
import os
import re
import shutil
import signal
from collections import ChainMap
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from made import Made

import scorecard.diagnostic
from scorecard.__main__ import OBJECTS
from scorecard.i18n.rules import rules
from scorecard.text.signals import ENDINGS

SCORECARDS = Path(__file__).parents[1] / "scorecards"

POSIX_ONLY = re.compile(
    r"^import (?:fcntl|pty|resource|termios)$|^from bench|os\.(?:fork|geteuid|mkfifo)|SIGHUP|/dev/",
    re.MULTILINE,
)
"""What a file of tests says that needs terminals, pipes, signals or limits unknown to Windows."""


QUICK, THOROUGH = 8, 100
"""How many examples are drawn of a property: by default, and with --hypothesis-profile=thorough."""

for name, examples in (("quick", QUICK), ("thorough", THOROUGH)):
    settings.register_profile(
        name,
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
settings.load_profile("quick")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Pass over on Windows what only other systems can run; None leaves it to pytest."""
    if os.name != "nt" or collection_path.suffix != ".py":
        return None
    return True if POSIX_ONLY.search(collection_path.read_text("utf-8")) else None


def pytest_collection_finish() -> None:
    """Leave what is collected alone: looking through it for garbage takes a tenth of the time."""
    gc.set_threshold(OBJECTS, 20, 20)
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCORECARD_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _signals() -> None:
    """Have commands that are started end by signals, even where we run by nohup or behind `&`."""
    for number in ENDINGS:
        if signal.getsignal(number) is signal.SIG_IGN:
            by_default = signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
            signal.signal(number, by_default)


@pytest.fixture(scope="session")
def several_frameworks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the scorecards of our own data under its first three frameworks."""
    folder = tmp_path_factory.mktemp("several") / "scorecards"
    for name in ("decision-766", "decision-766-detail", "mobilization"):
        shutil.copytree(SCORECARDS / name, folder / name)
    shutil.copy(SCORECARDS / "scorecard.toml", folder)
    return folder


@pytest.fixture(scope="module", autouse=True)
def _made_rules(request: pytest.FixtureRequest) -> Iterator[None]:
    """Know the rules that a module of tests makes up."""
    made = getattr(request.module, "made", None)
    with pytest.MonkeyPatch.context() as patch:
        if isinstance(made, Made):
            known = ChainMap(made.rules, dict(rules()))
            patch.setattr(scorecard.diagnostic, "rules", lambda: known)
        yield
