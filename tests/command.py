"""The command run inside this process, and what comes out of it."""

import io
import sys
from collections.abc import Mapping
from contextvars import copy_context
from dataclasses import dataclass
from pathlib import Path

import pytest

from scorecard.cli.app import main

BEGIN = "; scorecard new begins one, and scorecard new example writes one to try"
"""What is said to who has no scorecards yet, behind what is not there."""

SWITCHES = (
    *("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "SCORECARD_DIR", "TERM"),
    *("GITHUB_ACTIONS", "PY_COLORS", "TERMINAL_WIDTH"),  # those of the help
    *("SCORECARD_LANG", "LC_ALL", "LC_MESSAGES", "LANG"),
)
"""What of the environment the command listens to, its width apart."""


@dataclass(frozen=True)
class Ran:
    """An exit code, and what was written to either stream."""

    code: int
    out: str
    err: str


class Terminal(io.TextIOWrapper):
    """What takes itself for a terminal."""

    def isatty(self) -> bool:
        return True


def run(*words: str | Path, env: Mapping[str, str] | None = None, terminal: bool = False) -> Ran:
    """Run `scorecard` with these words, 80 columns wide where `env` says no other width.

    Stdout is a terminal where that is asked for.
    """
    kinds = (Terminal if terminal else io.TextIOWrapper, io.TextIOWrapper)
    out, err = (kind(io.BytesIO(), "utf-8") for kind in kinds)
    with pytest.MonkeyPatch.context() as patch:
        for name in SWITCHES:
            patch.delenv(name, raising=False)
        for name, value in {"COLUMNS": "80", **(env or {})}.items():
            patch.setenv(name, value)
        patch.setattr(sys, "argv", ["scorecard", *map(str, words)])
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        with pytest.raises(SystemExit) as ended:
            # The language of a run ends with it.
            copy_context().run(main)
    code = ended.value.code
    assert isinstance(code, int)
    return Ran(code, *(_written(stream) for stream in (out, err)))


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode()
