"""Files as models, or all that is wrong with them at once; the hostile files of the corpus."""

from pathlib import Path

import pytest

from scorecard.model.framework import Framework
from scorecard.model.register import Register
from scorecard.model.scorecard import Scorecard
from scorecard.model.settings import Settings
from scorecard.numbers import quantity
from scorecard.toml.load import Loaded, content, load, shaped_either

CORPUS = Path(__file__).parents[1] / "cases" / "corpus"

FAULTS = {
    "enc-cp1258": ["6:14 SC101"],
    "enc-empty": ["1:1 SC105"],
    "enc-nul": ["6:12 SC106"],
    "enc-truncated": ["11:3 SC101"],
    "enc-utf16le-bom": ["1:1 SC101"],
    "num-1e400": ["9:9 SC103"],
    "num-4301-digits": ["9:9 SC103"],
    "num-array": ["9:9 SC205"],
    "num-bound-nothing": ["9:9 SC205"],
    "num-exp-bomb": ["9:9 SC103"],
    "num-inf": ["9:9 SC205"],
    "num-nan": ["9:9 SC205"],
    "num-quoted-arabic": ["9:9 SC205"],
    "num-range-backwards": ["9:9 SC205"],
    "sch-absent-unknown": ["9:10 SC204"],
    "sch-bad-period": ["3:10 SC206"],
    "sch-format-2": ["1:10 SC210"],
    "sch-missing-id": ["4:2 SC202"],
    "sch-typo-key": ["10:1 SC201"],
    "syn-arabic-digits": ["9:9 SC103"],
    "syn-comma-decimal": ["9:9 SC103"],
    "syn-docx-renamed": ["1:1 SC102"],
    "syn-dup-key": ["10:1 SC104"],
    "syn-dup-table": ["11:2 SC104"],
    "syn-merge-conflict": ["8:1 SC103"],
    "syn-percent": ["9:9 SC103"],
    "syn-smart-quotes": ["6:8 SC103"],
    "syn-unterminated": ["6:8 SC103"],
    "syn-vn-thousands": ["9:9 SC103"],
    "syn-yaml": ["1:1 SC103"],
    "txt-bidi-in-comment": ["11:3 SC106", "11:7 SC106"],
    "txt-empty": ["6:8 SC208"],
    "txt-esc-csi": ["6:8 SC208"],
    "txt-id-traversal": ["5:6 SC207"],
    "txt-js-url": ["13:7 SC209"],
    "txt-newline": ["6:8 SC208"],
    "txt-rtl-override": ["6:13 SC106"],
}
"""Line, column and code of every fault that a file shows when it is loaded."""

NAMES = {
    "enc-ok-crlf": "Cao Bằng",
    "enc-ok-lf": "Cao Bằng",
    "enc-utf8-bom": "Cao Bằng",
    "num-quoted": "Cao Bằng",
    "txt-arabic": "محافظة كاوبانغ",
    "txt-formula": '=HYPERLINK("http://e","x")',
    "txt-gha-v1": "Cao ##[add-mask]e",
    "txt-markup": "[red]Cao[/red] [/x]",
    "txt-nfd": "Cao Ba\u0306\u0300ng",
    "txt-script": "<script>alert(1)</script>",
}
"""The name of the unit in every file that has no fault of its own, read as it is written."""


REGISTER = """\
format = 1
kind = "register"
id = "here"
name = "Here"
basis = "Decision 1"
units = [{ id = "hue", name = "Huế", level = "province" }]
"""


def told(
    loaded: Loaded[Scorecard] | Loaded[Framework] | Loaded[Register] | Loaded[Settings],
) -> list[str]:
    found = [loaded.document.diagnostic(finding) for finding in loaded.findings]
    return [f"{each.line}:{each.column} {each.code}" for each in found]


def written(folder: Path, text: str) -> Path:
    path = folder / "a.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("name", "expected"), FAULTS.items(), ids=FAULTS)
def test_a_hostile_file_is_told_at_its_line_and_column(name: str, expected: list[str]) -> None:
    loaded = load(CORPUS / f"{name}.toml", name, Scorecard)
    assert told(loaded) == expected


@pytest.mark.parametrize(("name", "expected"), NAMES.items(), ids=NAMES)
def test_an_odd_file_without_a_fault_is_read_as_it_is(name: str, expected: str) -> None:
    loaded = load(CORPUS / f"{name}.toml", name, Scorecard)
    assert told(loaded) == []
    assert loaded.model is not None
    assert loaded.model.unit.name == expected
    assert loaded.model.figures["dossiers_online"].value == quantity.parse("74.34")


SMALL = """\
format = 1
framework = "f"
period = "2025"
unit = { id = "a", name = "A", level = "nation" }
figures = { papi = 98.50 }
"""
FRAMEWORK = """\
format = 1
id = "f"
edition = "1"
name = "F"
basis = "Decision 1"
groups = []
indicators = []
"""


def test_a_figure_keeps_the_digits_of_the_file(tmp_path: Path) -> None:
    loaded = load(written(tmp_path, SMALL), "a.toml", Scorecard)
    assert loaded.model is not None
    value = loaded.model.figures["papi"].value
    assert value is not None
    assert str(value.first) == "98.50"


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = SMALL.replace('"2025"', "2025").replace("98.50", '">"').replace('"A"', '"\u200b"')
    loaded = load(written(tmp_path, f"{text}extra = 1 # \u202e\n"), "a.toml", Scorecard)
    assert loaded.model is None
    assert sorted(told(loaded)) == [
        "3:10 SC206",
        "4:28 SC106",
        "5:20 SC205",
        "6:1 SC201",
        "6:13 SC106",
    ]


def test_a_hidden_character_in_one_text_excuses_no_other(tmp_path: Path) -> None:
    text = SMALL.replace('"f"', '"\u200b"').replace('"A"', '""')
    assert told(load(written(tmp_path, text), "a.toml", Scorecard)) == ["2:14 SC106", "4:27 SC208"]


def test_a_model_whose_text_hides_something_in_a_comment_is_still_read(tmp_path: Path) -> None:
    loaded = load(written(tmp_path, f"{SMALL}# \u200b"), "a.toml", Scorecard)
    assert told(loaded) == ["6:3 SC106"]
    assert loaded.model is not None


def test_a_hidden_character_is_told_rather_than_the_syntax_it_breaks(tmp_path: Path) -> None:
    assert told(load(written(tmp_path, "a\u200b = 1"), "a.toml", Scorecard)) == ["1:2 SC106"]


def test_a_hidden_character_excuses_no_syntax_of_another_line(tmp_path: Path) -> None:
    path = written(tmp_path, "a\u200b = 1\nb = 1,5\n# \u200b\nc = 2%")
    assert told(load(path, "a.toml", Scorecard)) == [
        "1:2 SC106",
        "3:3 SC106",
        "2:5 SC103",
        "4:5 SC103",
    ]


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("2", ["1:10 SC210"]),
        ("10_000", ["1:10 SC210"]),
        ("1.0", ["1:10 SC210", "2:1 SC201", "4:10 SC206"]),
        ("true", ["1:10 SC210", "2:1 SC201", "4:10 SC206"]),
        ('"1"', ["1:10 SC210", "2:1 SC201", "4:10 SC206"]),
        ("0", ["1:10 SC210", "2:1 SC201", "4:10 SC206"]),
    ],
)
def test_no_more_is_said_of_a_later_format(
    tmp_path: Path, version: str, expected: list[str]
) -> None:
    text = SMALL.replace("format = 1", f"format = {version}\nnew = 1").replace('"2025"', '"x"')
    assert sorted(told(load(written(tmp_path, text), "a.toml", Scorecard))) == expected


@pytest.mark.parametrize(("faults", "codes"), [(100, 100), (101, 101), (5000, 101)])
def test_a_hundred_faults_are_told_and_how_many_follow(
    tmp_path: Path, faults: int, codes: int
) -> None:
    more = "\n".join(f"k{number} = 1" for number in range(faults))
    loaded = load(written(tmp_path, f"{more}\n{SMALL}"), "a.toml", Scorecard)
    found = [loaded.document.diagnostic(finding) for finding in loaded.findings]
    assert len(found) == codes
    assert [each.code for each in found[:100]] == ["SC201"] * 100
    assert [each.line for each in found[:100]] == list(range(1, 101))
    assert [(each.code, each.line, each.message) for each in found[100:]] == (
        [("SC110", 101, f"here and below are {faults - 100} more faults like those above")]
        if faults > 100
        else []
    )


def test_a_file_with_too_much_in_it_is_no_model(tmp_path: Path) -> None:
    more = "\n".join(f"k{number} = 1" for number in range(20_000))
    loaded = load(written(tmp_path, f"{more}\n{SMALL}"), "a.toml", Scorecard)
    assert told(loaded) == ["1:1 SC108"]


def test_a_second_byte_order_mark_is_a_hidden_character(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(f"\ufeff\ufeff{SMALL}extra = 1\n", encoding="utf-8")
    assert told(load(path, "a.toml", Scorecard)) == ["1:1 SC106", "6:1 SC201"]


def test_blanks_alone_are_an_empty_file(tmp_path: Path) -> None:
    assert told(load(written(tmp_path, " \n\t\n"), "a.toml", Scorecard)) == ["1:1 SC105"]


def test_a_file_that_is_gone_is_a_finding_without_a_text(tmp_path: Path) -> None:
    loaded = load(tmp_path / "gone.toml", "gone.toml", Scorecard)
    assert told(loaded) == ["1:1 SC100"]
    assert (loaded.document.name, loaded.document.text) == ("gone.toml", "")


@pytest.mark.parametrize(
    ("text", "model"), [(SMALL, Scorecard), (FRAMEWORK, Framework), (REGISTER, Register)]
)
def test_a_file_that_may_be_either_is_read_as_what_it_is(text: str, model: type) -> None:
    loaded = shaped_either(content(text.encode(), "a.toml"))
    assert told(loaded) == []
    assert isinstance(loaded.model, model)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FRAMEWORK.replace('id = "f"', 'id = "F"'), ["2:6 SC207"]),
        (SMALL + "indicators = []", ["6:1 SC201"]),
        ("a = ", ["1:3 SC103"]),
    ],
)
def test_a_faulty_file_that_may_be_either_is_told_as_the_one_it_resembles(
    text: str, expected: list[str]
) -> None:
    assert told(shaped_either(content(text.encode(), "a.toml"))) == expected


@pytest.mark.parametrize(
    ("printed", "told_as"),
    [
        ("1e31", "1e31: this is too large"),
        ("-1E+31", "-1E+31: this is too large"),
        ("1e-9999999", "1e-9999999: this is 0, or closer to 0 than is kept"),
        ("0e999999999999", "0e999999999999: this is 0 with an exponent that is too large"),
        ("1_000_000_000_000_000_1.0", "1_000_000_000_000_000_1.0: more than 15 significant digits"),
        ("1." + "0" * 5000, "1." + "0" * 37 + "…: more than 100 characters"),
        ("-nan", "-nan: infinity and not-a-number are no figures"),
    ],
)
def test_a_number_that_is_not_kept_is_quoted_as_it_is_printed(
    tmp_path: Path, printed: str, told_as: str
) -> None:
    path = written(tmp_path, SMALL.replace("98.50", f"{{ value = {printed} }}"))
    assert [finding.message for finding in load(path, "a.toml", Scorecard).findings] == [told_as]
