"""What is offered at the prompt, as the scripts of the shells ask for it."""

import os
import shutil
from pathlib import Path
from typing import get_args

import pytest
from command import Ran, run

from scorecard.text.formats import Format

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "scorecards" / "mobilization"
ORDINARY = ROOT / "tests" / "golden" / "ordinary"


def answer(line: str, shell: str = "bash", **env: str) -> Ran:
    asked = {"_SCORECARD_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": line}
    return run(env={"SCORECARD_DIR": str(FOLDER), **asked, **env})


def offered(line: str, **env: str) -> list[str]:
    """Return which paths fit, and the words that are offered without their help."""
    ran = answer(line, **env)
    assert (ran.code, ran.err) == (0, "")
    return [each.partition("\t")[0] for each in ran.out.splitlines()]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("scorecard ", "words show compare explain validate diff new import set export schema"),
        ("scorecard sh", "words show"),
        ("scorecard --v", "words --version"),
        ("scorecard show ", "files cao-bang nam-po ngoc-son"),
        ("scorecard show cao-b", "files cao-bang"),
        ('scorecard show "cao-b', "files cao-bang"),
        ("scorecard show cao-bang@", "files cao-bang@2021/2025"),
        ("scorecard show cao-bang nam-po@XX", "files nam-po@XXXX-H1"),
        ("scorecard show --dir ", "folders"),
        ("scorecard show -o ", "files"),
        ("scorecard show --f", "words --framework --format"),
        ("scorecard show --format ", " ".join(["words", *get_args(Format)])),
        ("scorecard show -f m", "words markdown"),
        ("scorecard show --lang=", "words en vi ar"),
        ("scorecard show --color n", "words never"),
        ("scorecard compare --framework ", "words mobilization"),
        ("scorecard compare --framework=mo", "words mobilization"),
        ("scorecard compare --framework x", "words"),
        ("scorecard compare --period ", "words 2021/2025 XXXX-H1"),
        ("scorecard compare nam-po --period=", "words XXXX-H1"),
        ("scorecard explain nam-po --period ", "words XXXX-H1"),
        ("scorecard compare --level p", "words province"),
        ("scorecard compare --sort r", "words rank rural_clean_water"),
        (
            "scorecard compare --sort=soci",
            "words socioeconomic social_security social_assistance_recipients",
        ),
        ("scorecard explain cao-bang pap", "words papi"),
        (
            "scorecard explain SC10",
            "files SC100 SC101 SC102 SC103 SC104 SC105 SC106 SC107 SC108 SC109",
        ),
        ("scorecard show --what-if pap", "words papi="),
        ("scorecard show --what-if=cao-bang:pap", "words cao-bang:papi="),
        ("scorecard show --what-if cao", "words cao-bang:"),
        (
            "scorecard validate --select SC40",
            "words SC401 SC402 SC403 SC404 SC405 SC406 SC407 SC408 SC409",
        ),
        ("scorecard validate --ignore=SC100", "words SC100"),
        ("scorecard validate --fail-on w", "words warning"),
        ("scorecard validate -f gi", "words github gitlab"),
        ("scorecard validate sco", "files"),
        ("scorecard schema f", "words framework"),
        ("scorecard new ", "words scorecard framework example"),
        ("scorecard new --framework m", "files mobilization"),
        ("scorecard new -o ", "files"),
        ("scorecard set nam-p", "files nam-po"),
        ("scorecard set nam-po dossiers_e", "files dossiers_early="),
        ("scorecard nothing x", "words"),
    ],
)
def test_each_word_is_completed(line: str, expected: str) -> None:
    assert offered(line) == expected.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_has_the_same_answer(shell: str) -> None:
    assert answer("scorecard show --w", shell).out == (
        "words\n--what-if\tSuppose another value, and mark it; nothing is written to any file.\n"
    )
    assert answer("scorecard explain SC105", shell).out == "files\nSC105\tthis file is empty\n"


def test_the_folder_is_the_one_that_is_typed_before_the_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = ["files", "an-phu"]
    assert offered(f"scorecard show --dir {ORDINARY} an") == expected
    assert offered(f"scorecard show --dir={ORDINARY} an") == expected
    assert offered("scorecard show an", SCORECARD_DIR=str(ORDINARY)) == expected
    shutil.copytree(ORDINARY, tmp_path / "scorecards")
    assert offered("scorecard show --dir ~/scorecards an", HOME=str(tmp_path)) == expected
    monkeypatch.chdir(tmp_path)
    assert offered("scorecard show an", SCORECARD_DIR="scorecards") == expected


def test_targets_that_are_paths_are_looked_into() -> None:
    assert offered(f"scorecard compare {ORDINARY} --framework ") == ["words", "delta"]
    assert offered(f"scorecard explain {ORDINARY / 'an-phu.toml'} complaints_o") == [
        "words",
        "complaints_open",
    ]
    assert offered(f"scorecard compare {ORDINARY} --framework other --sort c") == ["words"]


@pytest.mark.parametrize("folder", ["", "nowhere", "empty", "a.toml", "x" * 5000, "~nobody"])
def test_where_there_are_no_scorecards_nothing_is_offered(tmp_path: Path, folder: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00[unit]\nid = ")
    for line in ("show ", "show a@", "compare --framework ", "compare --period ", "explain x "):
        words = offered(f"scorecard {line}", SCORECARD_DIR=os.fspath(tmp_path / folder))
        assert words in (["files"], ["words"])


def test_what_was_typed_is_given_back_only_where_it_can_be_seen() -> None:
    assert offered("scorecard show --what-if '\x1b[2J:pap") == ["words"]
    assert offered("scorecard show '\x1b[2J") == ["files"]


def test_scripts_are_our_own() -> None:
    for shell in ("bash", "zsh", "fish"):
        script = (ROOT / "scorecard" / "cli" / f"completion.{shell}").read_text("utf-8")
        told = run(env={"_SCORECARD_COMPLETE": f"source_{shell}"})
        assert (told.code, told.out.strip(), told.err) == (0, script.strip(), "")
