"""No English is left under `--lang vi` and `ar`: commands, findings, wrong use and the help."""

import json
import re
from pathlib import Path
from shutil import copy, copytree
from typing import get_args

import pytest
from command import run
from left_english import COMMANDS, keys_of, left, texts_of
from sampled import sampled

from scorecard.i18n.language import Language
from scorecard.text.formats import Format

ROOT = Path(__file__).parents[1]
SCORECARDS = ROOT / "scorecards"
FRAMEWORKS = ROOT / "scorecard" / "frameworks"
INVALID = sorted((Path(__file__).parent / "cases" / "invalid").glob("*.toml"))

VIETNAMESE = {"SCORECARD_LANG": "vi"}
BOTH: tuple[Language, ...] = ("vi", "ar")

EACH = pytest.mark.parametrize("language", sampled(BOTH))
"""Either language; what is tried at length is tried in one of them by default."""


@EACH
def test_findings_are_in_the_language(language: Language) -> None:
    ran = run("validate", "--no-cache", *INVALID, env={"SCORECARD_LANG": language})
    assert ran.out.count("[SC") > len(INVALID)
    assert left(ran.out + ran.err, " ".join(map(keys_of, INVALID)), language) == []
    # What is computed is written as people do, and what a file says as it stands there.
    told: dict[str, tuple[str, ...]] = {
        "vi": ("274.15 + 457.8 cộng lại thành 731,95", "cộng lại là 1,1\n"),
        "ar": ("1.1\n",),
    }
    assert [each for each in told[language] if each not in ran.out] == []


@pytest.mark.parametrize("form", ["markdown", "github", "junit", "sarif"])
def test_formats_of_findings_are_in_vietnamese(form: str) -> None:
    path = INVALID[0].parent / "SC403-baseline.toml"
    ran = run("validate", "--no-cache", path, "-f", form, env=VIETNAMESE)
    assert "đối chiếu dấu thập phân" in ran.out
    assert left(ran.out) == []


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_is_in_the_language(command: str, language: Language) -> None:
    ran = run(*command.split(), "--help", env={"SCORECARD_LANG": language, "COLUMNS": "160"})
    assert ran.code == 0
    assert ("Cách dùng: scorecard" in ran.out) == (language == "vi")
    rows = "\n".join(re.sub(r"^│ [a-z]+ ", "│ ", row) for row in ran.out.splitlines())
    assert left(rows, " ".join((*COMMANDS, "output", "en")), language) == []


def test_the_help_of_one_language_leaves_none_of_it_in_another() -> None:
    english = run("show", "--help")
    assert run("show", "--help", env=VIETNAMESE) != english == run("show", "--help")


WRONG_USE = {
    "show --nope": "không có tùy chọn --nope (có thể là: --no-pager, --since).",
    "show --dri x": "không có tùy chọn --dri (có thể là: --dir, --period).",
    "sho": "không có lệnh 'sho'. Có phải ý là 'show' không?",
    "xyz": "không có lệnh 'xyz'.",
    "import": "thiếu đối số 'BẢNG_TÍNH'.",
    "show --format xml x": "giá trị của '--format' / '-f' không hợp lệ: 'xml' không thuộc "
    f"{', '.join(map(repr, get_args(Format)))}.",
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
    ran = run(*words.split(), env={"SCORECARD_LANG": "ar"})
    assert left(ran.err, f"{words} en vi ar", "ar") == []


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


@EACH
@pytest.mark.parametrize("words", CANNOT_RUN)
def test_what_cannot_be_run_is_told_in_the_language(
    words: str, language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "scorecards" / "cao-bang"
    here.mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    (tmp_path / "README.md").write_text("# …", "utf-8")
    copy(SCORECARDS / "mobilization" / "cao-bang" / "2021--2025.toml", here)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    ran = run(*words.split(), env={"SCORECARD_LANG": language})
    assert (ran.code, ran.out) == (2, "")
    assert left(ran.err, words, language) == []


SHOWN = [
    "show cao-bang --framework mobilization",
    "show cao-bang --framework mobilization --what-if dossiers_online=30",
    "show hue --framework decision-766",
    "show hue --framework pci --since 2015",
    "compare --framework mobilization",
    "compare --framework decision-766 --rows units --by indicators",
    "compare --framework decision-766 --rows indicators --sort unit",
    "compare --framework pci --top 1",
    "compare --by-parent",
    "explain hue --framework decision-766",
    "explain hue satisfaction_points",
    "explain cao-bang dossiers_online --framework mobilization",
    "diff scorecards/mobilization scorecards/pci",
]
"""Command lines that show what is in files."""


SHOWN_AS = [
    (words, form)
    for form in ("table", "markdown", "html")
    for words in SHOWN
    if form != "html" or words.startswith(("show", "compare"))
]


@EACH
@pytest.mark.parametrize(("words", "form"), sampled(SHOWN_AS, quick=len(SHOWN)))
def test_what_is_shown_is_in_the_language(
    words: str, form: str, language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for unit in ("mobilization/cao-bang", "decision-766/hue", "decision-766/ha-noi", "pci/hue"):
        copytree(SCORECARDS / unit, Path("scorecards", unit))
    data = " ".join(texts_of([*Path().rglob("*.toml"), *FRAMEWORKS.glob("*.toml")], language))
    ran = run(*words.split(), "-f", form, env={"SCORECARD_LANG": language})
    assert ran.code == 0
    assert left(ran.out + ran.err, f"{words} {data}", language) == []


@pytest.mark.parametrize("language", BOTH)
def test_what_explains_is_in_the_language(language: Language) -> None:
    rules = run("explain", "--all", "-f", "markdown", env={"SCORECARD_LANG": language}).out
    prose = re.sub(r"```toml.*?```|`[^`]*`", " ", rules, flags=re.DOTALL)
    assert left(prose, "", language) == []
    told = run("explain", "--columns", "-f", "json", env={"SCORECARD_LANG": language}).out
    book = json.loads(told)
    of_all = [*book["columns"], *book["keys"]]
    names = " ".join(f"{each['of']} {each['name']}" for each in of_all)
    assert left(" ".join(each["meaning"] for each in of_all), names, language) == []
