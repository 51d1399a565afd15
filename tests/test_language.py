"""No English is left under `--lang vi`: each command, every case file, wrong use and the help."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from typing import get_args

import pytest
from command import run

import scorecard
from scorecard.cli.options import FailOn
from scorecard.formats import FORMATS
from scorecard.formats.findings import FORMATS as FINDINGS_FORMATS
from scorecard.i18n import vocabulary
from scorecard.i18n.command_line import english_texts
from scorecard.i18n.sayings import sayings
from scorecard.measure.mark import Mark

ROOT = Path(__file__).parents[1]
PACKAGE = Path(scorecard.__file__).parent
SCORECARDS = ROOT / "scorecards"
COMMANDS = (
    "show",
    "compare",
    "explain",
    "validate",
    "diff",
    "new",
    "import",
    "set",
    "export",
    "schema",
)
INVALID = sorted((Path(__file__).parent / "cases" / "invalid").glob("*.toml"))

VIETNAMESE = {"SCORECARD_LANG": "vi"}

_WORD = re.compile(r"[^\W\d_]{2,}")
_PLACED = re.compile(r"^(?:  --> .*|[0-9]* *\| .*)$", re.MULTILINE)
"""The place of a finding, and the line that it is in."""

_QUOTED = re.compile(r'"[^"\n]*"|\'[^\'\n]*\'|\[[^\]\n]*\]|<[^>\n]*>|\{[^}\n]*\}')
_DATA = re.compile(
    r"\S*[_@/=+|\\#.-]\S*\w|\S*\.(?:toml|csv|json|md)\b|--?[a-z][a-z-]*|[A-Z]{2,}[0-9]*"
)
"""Ids, keys, codes, options and paths, by the signs that are in them, and names in capitals."""


def english() -> frozenset[str]:
    """Return the words that are in the English texts of this program, and in none of the others."""
    rules = {
        language: tomllib.loads((PACKAGE / "i18n" / f"rules.{language}.toml").read_text("utf-8"))
        for language in ("en", "vi")
    }
    prose = ("message", "hint", "why", "mend")
    words = {
        language: _words(
            " ".join(
                [
                    *vocabulary(language).values(),
                    *sayings(language).values(),
                    *(said.get(key, "") for said in rules[language].values() for key in prose),
                ]
            )
        )
        for language in ("en", "vi")
    }
    commands = english_texts("vi")
    ours = words["en"] | _words(" ".join(commands))
    return frozenset(ours - words["vi"] - _words(" ".join(commands.values())))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(re.sub(r"\{\w*\}", " ", text))}


ENGLISH = english()


def codes() -> frozenset[str]:
    """Return the words of keys of files and of their values that are chosen, not written."""
    found: set[str] = set()
    for kind in ("scorecard", "framework"):
        path = PACKAGE / "schemas" / f"{kind}.schema.json"
        found |= set(_codes(json.loads(path.read_text("utf-8"))))
    chosen = (*FORMATS, *FINDINGS_FORMATS, *get_args(FailOn), *get_args(Mark))
    return frozenset(_words(" ".join([*found, *chosen])))


def _codes(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (each for each in schema.get("enum", ()) if isinstance(each, str))
        yield from [schema["const"]] if isinstance(schema.get("const"), str) else ()
    for each in schema.values() if isinstance(schema, dict) else ():
        yield from _codes(each)
    for each in schema if isinstance(schema, list) else ():
        yield from _codes(each)


CODES = codes() | {"houses", "good"}
"""Beside keys and choices, an indicator and a band of the case files."""


def _keys_of(path: Path) -> str:
    """Return the keys of a file, and its ids, whatever else is in it."""
    lines = path.read_text("utf-8", "replace").splitlines()
    return " ".join(part for line in lines for part in re.findall(r"[\w -]+(?==)|\"[\w-]+\"", line))


def left(text: str, typed: str = "") -> list[str]:
    """Return the English words of a text, what is quoted from files and typed by people apart."""
    shown = _words(typed)
    for pattern in (_PLACED, _QUOTED, _DATA):
        text = pattern.sub(" ", text)
    return sorted((_words(text) & ENGLISH) - CODES - shown)


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_findings_are_in_vietnamese(path: Path) -> None:
    ran = run("validate", "--no-cache", path, env=VIETNAMESE)
    assert left(ran.out + ran.err, _keys_of(path)) == []


@pytest.mark.parametrize("form", ["markdown", "github", "junit", "sarif"])
def test_formats_of_findings_are_in_vietnamese(form: str) -> None:
    path = INVALID[0].parent / "SC403-baseline.toml"
    ran = run("validate", "--no-cache", path, "-f", form, env=VIETNAMESE)
    assert "đối chiếu dấu thập phân" in ran.out
    assert left(ran.out) == []


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_is_in_vietnamese(command: str) -> None:
    ran = run(*command.split(), "--help", env={**VIETNAMESE, "COLUMNS": "160"})
    assert ran.code == 0
    assert "Cách dùng: scorecard" in ran.out
    rows = "\n".join(re.sub(r"^│ [a-z]+ ", "│ ", row) for row in ran.out.splitlines())
    assert left(rows, " ".join((*COMMANDS, "output"))) == []


def test_the_help_of_one_language_leaves_none_of_it_in_another() -> None:
    english = run("show", "--help")
    assert run("show", "--help", env=VIETNAMESE) != english == run("show", "--help")


WRONG_USE = {
    "show --nope": "không có tùy chọn --nope (có thể là: --no-pager, --since).",
    "show --dri x": "không có tùy chọn --dri (có thể là: --dir, --period).",
    "sho": "không có lệnh 'sho'. Có phải ý là 'show' không?",
    "xyz": "không có lệnh 'xyz'.",
    "show": "thiếu đối số 'ĐỐI_TƯỢNG...'.",
    "show --format xml x": "giá trị của '--format' / '-f' không hợp lệ: 'xml' không thuộc "
    "'table', 'json', 'csv', 'markdown', 'xlsx', 'html'.",
    "compare --top a": "giá trị của '--top' không hợp lệ: 'a' không phải là số nguyên.",
    "compare --top 0": "giá trị của '--top' không hợp lệ: 0 không nằm trong khoảng x>=1.",
    "compare --top": "tùy chọn '--top' cần một giá trị.",
    "compare --by-parent=3": "tùy chọn '--by-parent' không nhận giá trị.",
    "schema output b": "thừa đối số (b).",
    "compare --lang xx": "giá trị của '--lang' (biến môi trường: 'SCORECARD_LANG') không hợp lệ: "
    "các ngôn ngữ là en, vi, ar.",
}


@pytest.mark.parametrize("words", WRONG_USE)
def test_wrong_use_is_told_in_vietnamese(words: str) -> None:
    ran = run(*words.split(), env=VIETNAMESE)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"scorecard: {WRONG_USE[words]} Xem scorecard --help.\n"


CANNOT_RUN = [
    "show nowhere",
    "show nowhere.toml",
    "show cao-ban",
    "show cao-bang@2019",
    "show cao-bang@nonsense",
    "show cao-bang --framework pcy",
    "show scorecards --period 2019 --track self",
    "show cao-bang --what-if papi",
    "show cao-bang --what-if papi=several",
    "show cao-bang --what-if papy=3",
    "show cao-bang --what-if hue:papi=3",
    "show cao-bang --what-if dossiers_online=999",
    "show cao-bang --since 2099",
    "show cao-bang -o figures.docx",
    "show cao-bang -o figures.pdf",
    "show cao-bang -o figures.toml",
    "show cao-bang -o no/such/folder/figures.md",
    "compare --sort nonsense",
    "compare --by-parent --top 3",
    "compare --track self --track appraised --top 3",
    "compare --dir nowhere",
    "explain",
    "explain SC999",
    "explain SC",
    "explain cao-bang papy",
    "explain --columns -f csv --all",
    "explain SC403 -f csv",
    "validate --write-baseline",
    "validate --watch -",
    "validate --fix -",
    "validate --select XX1",
    "validate --baseline README.md",
    "validate --baseline .",
    "validate nowhere",
    "validate nowhere.toml",
    "validate empty",
    "set cao-bang",
    "set cao-bang papi=several",
    "set cao-bang papy=3",
    "set cao-bang papi.nope=3",
    "new --framework nonsense --unit Hue --level commune --period 2026",
    "new --framework mobilization --unit Hue --level nonsense --period 2026",
    "new --framework mobilization --unit Hue --level commune --period nonsense",
    "new --framework mobilization --unit , --level commune --period 2026",
    "new --framework mobilization --unit Hue --unit Hue --level commune --period 2026",
    "new --framework mobilization --unit Hue --unit Vinh --level commune --period 2026 -o a.toml",
    "new --framework mobilization",
    "new framework --framework nonsense",
]
"""Command lines that cannot be run, by the words of each."""


@pytest.mark.parametrize("words", CANNOT_RUN)
def test_what_cannot_be_run_is_told_in_vietnamese(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "scorecards" / "cao-bang"
    here.mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    (tmp_path / "README.md").write_text("# …", "utf-8")
    copy(SCORECARDS / "mobilization" / "cao-bang" / "2021--2025.toml", here)
    monkeypatch.chdir(tmp_path)
    ran = run(*words.split(), env=VIETNAMESE)
    assert (ran.code, ran.out) == (2, "")
    assert left(ran.err, words) == []
