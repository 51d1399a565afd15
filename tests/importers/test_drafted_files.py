"""Where drafts are written, and what is refused instead."""

import re
from pathlib import Path

import books
import pytest
import rtoml
from command import run
from drafts import draft

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    books.folder_with(tmp_path)


def test_standard_output_is_one_toml_file_and_the_framework_is_told_of() -> None:
    ran = draft()
    assert rtoml.loads(ran.out).keys() == {
        *("sheet", "layout", "header", "rows", "columns", "thousands", "dash", "file"),
        *("card", "defaults", "figures"),
    }
    step = "scorecard import book.xlsx -o map.toml drafts both into files"
    assert (ran.code, ran.err) == (0, f"A framework belongs to this map: {step}\n")
    assert draft("-o", "-") == ran
    # With a framework that is there, the map is all.
    done = draft("--framework", "framework.toml", "-o", "new.toml").out
    assert done.startswith("new.toml\nNext: look through new.toml, then")


def test_no_draft_is_written_over_what_is_there() -> None:
    ran = draft("-o", "map.toml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "scorecard: framework.toml is there already: draft the map with --framework "
        "framework.toml, or move that file away\n"
    )
    assert not Path("map.toml").exists()
    ran = draft("-o", "bieu-01.toml", "--framework", "framework.toml")
    said = "bieu-01.toml is there already, and is not written over"
    assert (ran.code, ran.err) == (2, f"scorecard: {said}\n")


def told_in(text: str) -> list[str]:
    """Return the commands that a page gives for this book, comments apart."""
    found = re.findall(r"^ *scorecard (import book\.xlsx.*?) *(?:#.*)?$", text, re.MULTILINE)
    return [str(each) for each in found]


def test_the_examples_go_as_the_help_and_the_readme_have_them() -> None:
    lines = told_in(run("import", "--help").out)
    for name in ("README.md", ".github/README.vi.md"):
        assert told_in((ROOT / name).read_text("utf-8")) == lines
    Path("framework.toml").unlink()
    rans = [run(*line.split()) for line in lines]
    assert [(ran.code, ran.out.splitlines()[0]) for ran in rans] == [
        (0, "map.toml"),
        (1, "--- /dev/null"),
        (1, "scorecards/na-hy/2026-H1.toml"),
    ]


TOML_BOOK = (
    "bieu-01.toml is a TOML file, not a workbook: scorecard import BOOK --map bieu-01.toml "
    "where it is the map of a book, --framework bieu-01.toml where it is a framework"
)
NO_MAP = (
    "--write needs --map: draft a map first with scorecard import book.xlsx -o map.toml, and "
    "look through it"
)
REFUSED = [
    (("import", "bieu-01.toml"), TOML_BOOK),
    (("import", "book.xlsx", "--write"), NO_MAP),
    (
        ("import", "book.xlsx", "--map", "bieu-01.toml", "-o", "new.toml"),
        "-o is where a draft is written: leave it out with --map",
    ),
]


@pytest.mark.parametrize(("words", "said"), REFUSED)
def test_what_cannot_go_together_is_refused_with_what_can(words: list[str], said: str) -> None:
    ran = run(*words)
    assert (ran.code, ran.out, ran.err) == (2, "", f"scorecard: {said}\n")
