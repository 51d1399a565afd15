"""`scorecard explain --columns`: every column of CSV and every key of JSON, and what it says."""

import csv
import io
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import pytest
from command import run

from scorecard.i18n.columns import columns, meanings
from scorecard.i18n.language import Language
from scorecard.report.diff import DIFF_VALUES
from scorecard.report.long_table import SUPPOSED_VALUES
from scorecard.report.record import ENDS
from scorecard.report.rollup import VALUES
from scorecard.report.units import UNIT_VALUES
from scorecard.text.formats import ENDINGS, ROWS, Format

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"

BEGINNING = """\
Columns of CSV and keys of JSON

Columns of interval

Column         Meaning
────────────────────────────────────────────────────────────────────────────────
*_low          The least that it may be, rounded down where the decimals do not
               end; empty without a bound
"""

END = """\
Keys of interval

Key          Meaning
────────────────────────────────────────────────────────────────────────────────
low          The least that it may be, rounded down where the decimals do not
             end; null without a bound
high         The most that it may be, rounded up where the decimals do not end;
             null without a bound
low_open     Whether it is more than low, and not low itself: true for ">98"
high_open    Whether it is less than high, and not high itself: true for "<5"
approximate  Whether it is about that number, or computed from one that is
side         Of one approximate number: below for "nearly", above for "a little
             over"; else null
"""


def families(keys: Iterable[str]) -> set[str]:
    """Return keys with one for the six of an interval."""
    found, ends = set(keys), [f"_{end}" for end in ENDS]
    stems = {key.removesuffix("_side") for key in found if key.endswith("_side")}
    six = {f"{stem}{end}" for stem in stems for end in ends}
    assert six <= found
    return (found - six) | {f"{stem}_*" for stem in stems}


def written(*words: str) -> list[str]:
    """Return the columns that a command writes beside those of every comparison."""
    ran = run("compare", ORDINARY, *words, "--format", "csv")
    header = next(csv.reader(io.StringIO(ran.out)))
    return [key for key in header if key not in UNIT_VALUES]


def test_every_column_is_told_and_every_column_told_is_written() -> None:
    groups, indicators = written("--by", "groups"), written("--by", "indicators")
    of_groups = {re.sub("^.+_points_", "GROUP_points_", key) for key in groups}
    ends = "|".join(["value", *ENDS])
    of_indicators = {re.sub(f"^.+?_({ends})$", r"INDICATOR_\1", key) for key in indicators}
    assert {of: set(words) for of, words in columns().items()} == {
        "interval": {f"*_{end}" for end in ENDS},
        "show": families(SUPPOSED_VALUES),
        "compare": families([*UNIT_VALUES, *of_groups, *of_indicators]),
        "compare --by-parent": families(VALUES),
        "diff": set(DIFF_VALUES),
    }


@pytest.mark.parametrize(("language", "meaning"), [("vi", "Mã của đơn vị"), ("ar", "معرف الوحدة")])
def test_every_column_is_told_in_every_language(language: str, meaning: str) -> None:
    told = json.loads(run("explain", "--columns", "-f", "json", "--lang", language).out)
    said = {(each["of"], each["name"]): each["meaning"] for each in told["columns"]}
    english = {(of, name): text for of, words in columns().items() for name, text in words.items()}
    assert list(said) == list(english)
    assert said["show", "unit"] == meaning
    assert {place for place in said if said[place] == english[place]} == set()


def test_a_table() -> None:
    ran = run("explain", "--columns", "--no-pager")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(BEGINNING)
    assert ran.out.endswith(f"\n\n{END}")
    assert max(map(len, ran.out.splitlines())) == 80
    assert "\nunits[].next_band.gains[]\nid   " in ran.out


def test_programs_and_spreadsheets_have_the_same() -> None:
    told = json.loads(run("explain", "--columns", "-f", "json").out)
    sheet = csv.DictReader(io.StringIO(run("explain", "--columns", "-f", "csv").out))
    both = [("csv", each) for each in told["columns"]] + [("json", each) for each in told["keys"]]
    read = [(row.pop("format"), {k: v.removeprefix("'") for k, v in row.items()}) for row in sheet]
    assert read == both
    keys = {(each["of"], each["name"]): each["meaning"] for each in told["keys"]}
    assert keys["show, compare", "units[].rank.of"] == "How many are ranked together"
    assert keys["show, compare", "units[].figures[].target"].endswith("there is none (see target)")
    assert ("target", "basis") in keys
    assert ("show, compare", "units[].sources.*.url") in keys
    assert ("explain UNIT", "explanations[].steps[].text") in keys


def test_markdown_is_a_table_too(tmp_path: Path) -> None:
    path = tmp_path / "columns.md"
    assert run("explain", "--columns", "-o", path).code == 0
    assert "| value\\_\\* | The value in the unit of measure;" in path.read_text("utf-8")


@pytest.mark.parametrize("words", ["SC403 --columns", "an-phu --columns", "--all --columns"])
def test_columns_are_explained_by_themselves(words: str) -> None:
    ran = run("explain", *words.split(), "--dir", ORDINARY)
    told = "give a unit and an indicator, a code, --all or --columns and no more"
    assert (ran.code, ran.out, ran.err) == (2, "", f"scorecard: {told}\n")


@pytest.mark.parametrize("words", ["SC403", "an-phu", "an-phu growth"])
def test_what_has_no_rows_is_no_csv(words: str) -> None:
    ran = run("explain", *words.split(), "--dir", ORDINARY, "--format", "csv")
    told = "this has no rows for csv: give table, json or markdown"
    assert (ran.code, ran.out, ran.err) == (2, "", f"scorecard: {told}\n")


@pytest.mark.parametrize("format_", get_args(Format))
def test_what_has_no_rows_is_shown_or_refused(format_: Format, tmp_path: Path) -> None:
    ending = next(ending for ending, name in ENDINGS.items() if name == format_)
    path = tmp_path / f"rule{ending}"
    ran = run("explain", "SC403", "-o", path)
    shown = path.exists() and path.read_bytes() != b""
    assert (ran.code, shown) == ((2, False) if format_ in ROWS else (0, True))


def test_no_other_explanation_waits_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "scorecard.report.codebook", raising=False)
    assert run("explain", "an-phu", "--dir", ORDINARY).code == 0
    assert "scorecard.report.codebook" not in sys.modules


@pytest.mark.parametrize("language", ["vi", "ar"])
def test_each_key_is_told_of_in_every_language(language: Language) -> None:
    keys = json.loads(run("explain", "--columns", "-f", "json").out)["keys"]
    english = {each["meaning"].partition(" (see ")[0] for each in keys}
    assert set(meanings(language)) == english
    told = run("explain", "--columns", "-f", "json", "--lang", language).out
    assert english & {each["meaning"] for each in json.loads(told)["keys"]} == set()
