"""The help of each command letter by letter, and the version."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import SWITCHES, run
from sampled import sampled

from scorecard import __version__

GOLDEN = Path(__file__).parents[1] / "golden" / "help"
COMMANDS = (
    *("show", "compare", "explain", "validate", "diff", "new", "import", "set", "export", "schema"),
)


def bare(*words: str, **env: str) -> bytes:
    """Return what a process of its own writes to a pipe 80 columns wide."""
    kept = {name: value for name, value in os.environ.items() if name not in SWITCHES}
    return subprocess.run(
        [sys.executable, "-m", "scorecard", *words],
        capture_output=True,
        check=True,
        env={**kept, "COLUMNS": "80", **env},
    ).stdout


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_is_what_was_read_and_found_good(command: str) -> None:
    words = [command] if command else []
    ran = run(*words, "--help")
    assert (ran.code, ran.err) == (0, "")
    golden = GOLDEN / f"{command or 'scorecard'}.txt"
    if os.environ.get("SCORECARD_UPDATE") == "1":
        golden.write_text(ran.out, "utf-8", newline="\n")
    assert ran.out == golden.read_text("utf-8")
    assert run(*words, "-h") == ran


def test_every_golden_help_is_compared() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == {"scorecard", *COMMANDS}


def test_without_any_words_the_help_is_printed_and_the_use_is_wrong() -> None:
    ran = run()
    assert (ran.code, ran.out, ran.err) == (2, run("--help").out.removesuffix("\n"), "")


@pytest.mark.parametrize("word", ["--version", "-V"])
def test_the_version(word: str) -> None:
    ran = run(word)
    assert (ran.code, ran.out, ran.err) == (0, f"scorecard {__version__}\n", "")


@pytest.mark.parametrize("columns", ["0", "1", "7", "abc", "1000"])
def test_the_help_stands_any_width(columns: str) -> None:
    ran = run("compare", "--help", env={"COLUMNS": columns})
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(
    "env",
    sampled(
        [
            {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            {"PYTHONIOENCODING": "ascii:strict"},
        ]
    ),
)
def test_no_surroundings_change_a_byte_of_the_help(env: dict[str, str]) -> None:
    assert bare("show", "--help", **env) == (GOLDEN / "show.txt").read_bytes()


@pytest.mark.slow
def test_what_is_set_is_told_and_no_more() -> None:
    told = bare("show", "--help", SCORECARD_DIR="/\x1b[2J/[bold]elsewhere").decode()
    usual = (GOLDEN / "show.txt").read_text("utf-8")
    lines = [line for line in told.splitlines() if line not in usual.splitlines()]
    assert [line.strip() for line in lines if line.strip()] == ["Set in the environment: --dir."]


@pytest.mark.slow
def test_the_help_has_colours_where_they_are_wanted() -> None:
    coloured = bare("--help", FORCE_COLOR="1", TERM="xterm")
    assert b"\x1b[1;36m-version\x1b[0m" in coloured
    assert b";36m" not in bare("--help", FORCE_COLOR="1", TERM="xterm", NO_COLOR="1")


def test_the_help_names_what_the_environment_sets_and_prints_nothing_of_it() -> None:
    ran = run("show", "--help", env={"SCORECARD_DIR": "/\x1b[2J/[bold]elsewhere"})
    assert ran.code == 0
    assert "Set in the environment: --dir." in ran.out
    assert "elsewhere" not in ran.out


LOADED = """
import sys
from scorecard.__main__ import main
try:
    main()
finally:
    loaded = {"numpy", "pydantic", "rich"} & sys.modules.keys()
    print(*sorted(loaded), file=sys.stderr)
"""
"""Runs the command, and tells which of the large libraries it has loaded."""


@pytest.mark.parametrize(
    ("words", "env", "loaded"),
    [
        ("--version", {}, ""),
        ("show --help", {}, "rich"),
        ("show --format xml", {}, ""),
        ("validate --no-cache FILE", {}, "pydantic"),
        ("", {"_SCORECARD_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "scorecard -"}, ""),
    ],
)
def test_what_is_not_needed_is_not_loaded(
    words: str, env: dict[str, str], loaded: str, tmp_path: Path
) -> None:
    file = str(GOLDEN.parents[2] / "scorecards/mobilization/nam-po/XXXX-H1.toml")
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, *words.replace("FILE", file).split()],
        capture_output=True,
        check=False,
        env={**os.environ, **env},
        # Where no file sets anything.
        cwd=tmp_path,
    )
    assert ran.stderr.decode().splitlines()[-1] == loaded


@pytest.mark.slow
@pytest.mark.parametrize("command", ["show", "compare", "explain"])
def test_the_examples_of_the_help_can_be_typed(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(GOLDEN.parents[2])
    _, _, ending = run(command, "--help").out.partition(" Examples:")
    examples = [line.split() for line in ending.splitlines() if line.startswith("   scorecard ")]
    assert len(examples) >= 3
    for _, *words in examples:
        assert run(*words).code == 0


def test_the_help_of_each_command_ends_with_its_exit_codes() -> None:
    endings = {
        command: run(command, "--help").out.split("\n Exit codes: ")[1] for command in COMMANDS
    }
    assert endings["show"].strip() == "0 fine, 1 errors in files, 2 wrong use, or it could not run."
    assert endings["new"].strip() == "0 fine, 2 wrong use, or it could not run."
