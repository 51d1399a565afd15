"""The words of the tables: every one in every language, with the same places to fill."""

import re
from collections.abc import Sequence
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

import scorecard
from scorecard.i18n import FOLDER, Words, vocabulary
from scorecard.measure.field import Unranked
from scorecard.model.level import Level
from scorecard.model.scorecard import Absence, RemarkKind, Verdict
from scorecard.model.target import Basis
from scorecard.report.card import REMARKS
from scorecard.report.columns import Item, ReportColumn
from scorecard.report.figures import FIGURES
from scorecard.report.next_band import gain_columns
from scorecard.report.rollup import SUMS
from scorecard.report.units import UNITS
from scorecard.report.workbook import SOURCES
from scorecard.text.printable import printable

ENGLISH = vocabulary("en")
SOURCE = "\n".join(
    path.read_text("utf-8")
    for folder in scorecard.__path__
    for path in sorted(Path(folder).rglob("*.py"))
)


def places(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


WITH_WORDS = sorted(path.stem for path in FOLDER.glob("*.json"))


@pytest.mark.parametrize("language", WITH_WORDS)
def test_every_language_has_every_word_with_the_same_places(language: str) -> None:
    words = vocabulary(language)
    assert set(words) == set(ENGLISH)
    for key, text in words.items():
        # A language says of a period what it needs for that.
        assert places(text) == places(ENGLISH[key]) or key.startswith("period."), key
        assert bool(text) == bool(ENGLISH[key]), key
        assert text == text.strip() == printable(text), key


def test_the_languages_are_arabic_english_and_vietnamese() -> None:
    assert WITH_WORDS == ["ar", "en", "vi"]


@pytest.mark.parametrize(
    ("prefix", "names"),
    [
        ("absent", get_args(Absence)),
        ("basis", get_args(Basis)),
        ("level", get_args(Level)),
        ("remark", get_args(RemarkKind)),
        ("unranked", get_args(Unranked)),
        ("verdict", get_args(Verdict)),
    ],
)
def test_every_name_of_the_files_has_a_word(prefix: str, names: tuple[str, ...]) -> None:
    assert names
    assert [name for name in names if f"{prefix}.{name}" not in ENGLISH] == []


def asked() -> set[str]:
    """Return the keys that are asked for: by the code, and at the head of columns."""
    found = set(re.findall(r"""words\(\s*f?['"]([^'"]+)['"]""", SOURCE))
    found |= {f"note.{code}" for code in re.findall(r"""\bnote\(['"]([^'"]+)['"]""", SOURCE)}
    found |= headings(gain_columns(1)) | headings(REMARKS)
    # What a variable names.
    found |= {
        "date",
        "score",
        "score.so-far",
        "uncounted",
        "unreported",
        "absent.{absence}",
        "assumed.{what}",
        "mark.{mark}",
        "sign.{sign}",
        "unranked.{reason}",
    }
    return found | headings(FIGURES) | headings(UNITS) | headings(SUMS) | headings(SOURCES)


def headings(columns: Sequence[ReportColumn[Item]]) -> set[str]:
    return {column.name for column in columns}


def test_every_word_that_is_asked_for_is_there() -> None:
    whole = {key for key in asked() if "{" not in key}
    assert len(whole) > 80
    assert whole - set(ENGLISH) == set()


def test_every_word_is_asked_for() -> None:
    patterns = [re.sub(r"\\{.*?\\}", ".+", re.escape(key)) for key in asked()]
    unused = [key for key in ENGLISH if not re.fullmatch("|".join(patterns), key)]
    assert unused == []


def test_a_word_in_a_language_and_in_one_that_has_no_words() -> None:
    ranks = [Words(language)("rank") for language in ("en", "vi", "ar", "", "../en")]
    assert ranks == ["Rank", "Hạng", "الترتيب", "Rank", "Rank"]
    assert Words("vi")("rank.of", rank="1", count=3) == "1/3"
    assert Words("ar").language == "ar"


def test_what_is_filled_in_is_neither_a_template_nor_unsafe() -> None:
    assert Words("en")("edition", edition="{x} %s \x1b[2J") == r"edition {x} %s \u001b[2J"
