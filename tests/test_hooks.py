"""The hooks and the action run the command as it is, and `.ci/run` runs the action's step."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from command import Ran, run

ROOT = Path(__file__).parents[1]
ACTION = (ROOT / ".github/actions/validate/action.yml").read_text("utf-8")
COMMANDS = re.findall(r"^ +scorecard (validate .*)$", ACTION, re.MULTILINE)
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def run_step(paths: str) -> Ran:
    """Run the last command of the action with these paths."""
    *_, command = COMMANDS
    return run(*command.replace('"$FAIL_ON"', "error").replace("$PATHS", paths).split())


def test_the_step_of_the_action_is_clean_on_good_files() -> None:
    done = run_step("scorecards/mobilization tests/golden/ordinary")
    assert done.code == 0
    assert "::error" not in done.out


def test_the_step_of_the_action_takes_no_path_for_an_option() -> None:
    done = run_step("--fail-on=never --help")
    assert (done.code, done.out) == (2, "")
    assert "--fail-on=never: there is no such file or folder" in done.err


def test_the_action_writes_a_summary_in_markdown_and_fails_by_its_last_command_only() -> None:
    summary, annotations = COMMANDS
    assert summary.endswith('--format markdown -- $PATHS >> "$GITHUB_STEP_SUMMARY"')
    assert "--fail-on never" in summary
    assert "-- $PATHS" in annotations
    words = summary.removesuffix(' >> "$GITHUB_STEP_SUMMARY"').replace(
        "$PATHS", "tests/cases/corpus"
    )
    done = run(*words.split())
    assert done.code == 0
    assert done.out.splitlines()[1:4] == [
        "",
        "| Place | Severity | Code | What is wrong |",
        "| --- | --- | --- | --- |",
    ]


def test_the_summary_tells_what_differs_from_a_state_in_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (step,) = re.findall(r"^ +(for path in .*?done)$", ACTION, re.MULTILINE | re.DOTALL)
    (command,) = re.findall(r"scorecard (diff .*?) >> ", step)
    assert command == 'diff --dir "$path" --format markdown -- "$BEFORE"'
    shutil.copytree(ROOT / "tests" / "golden" / "ordinary", tmp_path / "cards")
    monkeypatch.chdir(tmp_path)
    for words in ("init -q", "add -A", "-c user.name=x -c user.email=x@x commit -qm x"):
        subprocess.run(["git", *words.split()], check=True)  # noqa: S607
    done = run(*command.replace('"$path"', "cards").replace('"$BEFORE"', "HEAD").split())
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("## What differs: HEAD → cards\n")


@pytest.mark.parametrize("entry", re.findall(r"entry: scorecard (.*)", HOOKS))
def test_each_hook_passes_on_good_scorecards(
    entry: str, several_frameworks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(several_frameworks.parent)
    assert run(*entry.split()).code == 0


def test_the_hook_of_the_folder_takes_no_file_names() -> None:
    file_hook, folder_hook = HOOKS.split("- id: ")[1:]
    assert "pass_filenames" not in file_hook
    assert "pass_filenames: false" in folder_hook
