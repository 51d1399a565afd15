"""What each file of tests/cases shows; SCORECARD_UPDATE=1 writes the expected texts anew."""

import os
import re
from pathlib import Path

import pytest

from scorecard.diagnostic import Diagnostic
from scorecard.formats.findings import Report
from scorecard.formats.findings.text import annotate_text
from scorecard.i18n.rules import rules
from scorecard.project.frameworks import bundled_frameworks
from scorecard.project.load import load_all
from scorecard.project.names import BUNDLED
from scorecard.text.medium import Medium

CASES = Path(__file__).parent / "cases"
VALID = sorted(path.stem for path in (CASES / "valid").glob("*.toml"))
INVALID = sorted(path.stem for path in (CASES / "invalid").glob("*.toml"))

MADE_BY_OTHER_TESTS = {"SC100", "SC107", "SC108", "SC110", "SC111"}
"""Files that cannot be read, are too large or too faulty to be shown, or have another name."""

ACROSS_FILES = "SC7"
"""How the codes begin of what only several files can get wrong together."""

IN_BOOKS = "SC0"
"""How the codes begin of what is wrong in a book to import."""


def found(name: str, monkeypatch: pytest.MonkeyPatch) -> list[Diagnostic]:
    monkeypatch.chdir(CASES)
    (opened,) = load_all([Path(name)])
    return opened.diagnostics


def shown(diagnostics: list[Diagnostic]) -> str:
    return annotate_text(Report(1, diagnostics), Medium(80, colour=False))


@pytest.mark.parametrize("name", [*(f"valid/{name}" for name in VALID), "frameworks/small"])
def test_a_valid_file_shows_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(found(f"{name}.toml", monkeypatch))
    assert text == "1 file checked: no findings\n"


@pytest.mark.parametrize("name", bundled_frameworks())
def test_a_bundled_framework_shows_nothing(name: str) -> None:
    (opened,) = load_all([BUNDLED / f"{name}.toml"])
    assert shown(opened.diagnostics) == "1 file checked: no findings\n"


@pytest.mark.parametrize("name", INVALID)
def test_one_mistake_is_one_finding_in_these_words(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    diagnostics = found(f"invalid/{name}.toml", monkeypatch)
    expected = CASES / "invalid" / f"{name}.txt"
    if os.environ.get("SCORECARD_UPDATE") == "1":
        expected.write_bytes(shown(diagnostics).encode())
    assert [item.code for item in diagnostics] == [name.partition("-")[0]]
    assert shown(diagnostics) == expected.read_bytes().decode()


def test_every_expected_text_has_its_file() -> None:
    assert sorted(path.stem for path in (CASES / "invalid").glob("*.txt")) == INVALID


def test_every_rule_that_one_file_can_break_has_a_case() -> None:
    others = (ACROSS_FILES, IN_BOOKS)
    codes = {rule.code for rule in list(rules().values()) if not rule.code.startswith(others)}
    assert {name.partition("-")[0] for name in INVALID} == codes - MADE_BY_OTHER_TESTS


def test_every_case_is_named_by_a_code_and_what_is_wrong() -> None:
    odd = [name for name in INVALID if not re.fullmatch(r"SC[1-9][0-9]{2}(-[a-z0-9]+)+", name)]
    assert odd == []
