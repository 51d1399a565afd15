"""The hooks and the action run the command as it is, and `.ci/run` runs the action's step."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ACTION = (ROOT / ".github/actions/validate/action.yml").read_text("utf-8")
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "scorecard", *arguments], cwd=ROOT, capture_output=True, check=False
    )


def test_the_step_of_the_action_is_clean_on_our_own_data() -> None:
    step = re.search(r"run: scorecard (validate .*)", ACTION)
    assert step is not None
    words = step[1].replace('"$FAIL_ON"', "error").replace("$PATHS", "scorecards").split()
    done = run(*words)
    assert done.returncode == 0
    assert b"::error" not in done.stdout


@pytest.mark.parametrize("entry", re.findall(r"entry: scorecard (.*)", HOOKS))
def test_each_hook_passes_on_our_own_data(entry: str) -> None:
    assert run(*entry.split()).returncode == 0


def test_the_hook_of_the_folder_takes_no_file_names() -> None:
    file_hook, folder_hook = HOOKS.split("- id: ")[1:]
    assert "pass_filenames" not in file_hook
    assert "pass_filenames: false" in folder_hook
