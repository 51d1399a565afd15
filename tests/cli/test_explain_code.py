"""`scorecard explain CODE`: what a finding's code stands for, in every format and offline."""

import json
import re
from pathlib import Path

import pytest
from command import run

from scorecard.i18n.rules import rules

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"

TOLD = """\
SC402 · … is no … value

Weight          error
Why             An answer of yes or no is no number, and a number is no answer.
How to mend it  write true or false for a yes-no indicator, and a number for any
                other

Wrong
[figures]
plan_issued = { value = 1, source = "report" }

Right
[figures]
plan_issued = { value = true, source = "report" }
"""

IN_MARKDOWN = """## SC402 · … is no … value

- Weight: error
- Why: An answer of yes or no is no number, and a number is no answer.
- How to mend it: write true or false for a yes-no indicator, and a number for any other

Wrong:

```toml
[figures]
plan_issued = { value = 1, source = "report" }
```

Right:

```toml
[figures]
plan_issued = { value = true, source = "report" }
```
"""


@pytest.mark.parametrize(("format_", "expected"), [("table", TOLD), ("markdown", IN_MARKDOWN)])
def test_a_code_is_explained(format_: str, expected: str) -> None:
    ran = run("explain", "SC402", "--format", format_)
    assert (ran.code, ran.out, ran.err) == (0, expected, "")


def test_a_program_reads_the_same() -> None:
    ran = run("explain", "SC402", "--format", "json")
    assert json.loads(ran.out) == {
        "version": 2,
        "command": "explain",
        "rules": [
            {
                "code": "SC402",
                "severity": "error",
                "message": "… is no … value",
                "why": "An answer of yes or no is no number, and a number is no answer.",
                "hint": "write true or false for a yes-no indicator, and a number for any other",
                "bad": '[figures]\nplan_issued = { value = 1, source = "report" }',
                "good": '[figures]\nplan_issued = { value = true, source = "report" }',
            }
        ],
    }


def test_all_codes_are_explained_in_their_order() -> None:
    codes = [rule.code for rule in list(rules().values())]
    ran = run("explain", "--all")
    assert ran.out.startswith("Rules of scorecard validate\n\nSC001 · this is …, not a workbook\n")
    assert re.findall("^(SC[0-9]+) · ", ran.out, re.MULTILINE) == codes
    record = json.loads(run("explain", "--all", "--format", "json").out)
    assert [each["code"] for each in record["rules"]] == codes


def test_what_cannot_be_seen_is_spelled_out() -> None:
    ran = run("explain", "SC106")
    assert 'name = "Hu\\u200bế"\n' in ran.out
    assert "\u200b" not in ran.out


def test_it_goes_to_a_file_as_well(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    assert run("explain", "SC402", "-o", page).code == 0
    assert page.read_text("utf-8") == TOLD


NEITHER = "scorecard: give a unit and an indicator, a code, --all or --columns and no more\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["SC4022"], 'scorecard: there is no rule "SC4022"; did you mean "SC402"?\n'),
        (["SC"], 'scorecard: there is no file, folder or unit "SC"\n'),
        (["E501"], 'scorecard: there is no rule "E501"\n'),
        ([], NEITHER),
        (["SC402", "--all"], NEITHER),
        (["SC402", "papi"], NEITHER),
        (["--all", "cao-bang"], NEITHER),
    ],
)
def test_a_wrong_code_is_no_answer(words: list[str], told: str) -> None:
    ran = run("explain", *words, env={"SCORECARD_DIR": str(ORDINARY)})
    assert (ran.code, ran.out, ran.err) == (2, "", told)


def test_no_unit_is_taken_for_a_code(tmp_path: Path) -> None:
    ran = run("explain", "sc402", "--dir", tmp_path)
    assert ran.code == 2
    assert "rule" not in ran.err
