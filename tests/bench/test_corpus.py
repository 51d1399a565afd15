"""The archive that the benchmark checks is the same everywhere, and nothing is wrong with it."""

import re
import tomllib
from pathlib import Path
from statistics import mean

import pytest
from bench import corpus
from bench.layouts import LAYOUTS
from command import run
from sampled import sampled

FORMS = (
    r"^(?:share|households)\w+\s*=\s*\{",
    r"^\s*\[ ?figures ?\. ?\w+ ?\]",
    r"^(?:share|households)\w+ ?\. ?source =",
    r"\r\n",
)
"""How a figure is written inline, as a table and dotted; and a line end of Windows."""


DIGESTS = {
    "inline": "430b2add9bb5",
    "tables": "9303a3ec5d8a",
    "dotted": "65bf0957fd89",
    "mixed": "f354b3cce05d",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_archive_is_the_same_on_every_machine(layout: str) -> None:
    assert corpus.digest(layout) == DIGESTS[layout]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.slow
def test_every_layout_says_the_same(layout: str) -> None:
    usual, other = corpus.scorecards(60), corpus.scorecards(60, layout)
    for (path, row), (same, text) in zip(usual, other, strict=True):
        assert same == path
        assert tomllib.loads(text) == tomllib.loads(row)


def test_layouts_are_what_they_are_called() -> None:
    texts = {layout: next(corpus.scorecards(1, layout))[1] for layout in LAYOUTS}
    found = {
        layout: [len(re.findall(form, text, re.MULTILINE)) for form in FORMS]
        for layout, text in texts.items()
    }
    assert found == {
        "inline": [40, 0, 0, 0],
        "tables": [0, 40, 0, 0],
        "dotted": [0, 0, 40, 0],
        "mixed": [14, 14, 12, 168],
    }


def test_a_larger_archive_begins_as_a_smaller_one() -> None:
    assert list(corpus.scorecards(130))[:100] == list(corpus.scorecards(100))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_scorecard_is_as_long_as_a_real_one(layout: str) -> None:
    lengths = [len(text.encode()) for _, text in corpus.scorecards(100, layout)]
    assert 6_500 < mean(lengths) < 8_500


# 133 ends a third month in the middle of a district.
@pytest.mark.parametrize("size", sampled([1, 100, 133]))
def test_nothing_is_found_in_it_wherever_it_ends(tmp_path: Path, size: int) -> None:
    corpus.write(tmp_path / "archive", size)
    found(tmp_path, size)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.slow
def test_nothing_is_found_in_any_layout(tmp_path: Path, layout: str) -> None:
    corpus.put(tmp_path / "archive", corpus.scorecards(20, layout))
    found(tmp_path, 20)


@pytest.mark.slow
def test_nothing_is_found_in_one_month_of_several_districts(tmp_path: Path) -> None:
    corpus.put(tmp_path / "archive", corpus.one_month(110))
    assert len(list((tmp_path / "archive").glob("*/*/*.toml"))) == 110
    found(tmp_path, 110)


def found(folder: Path, size: int) -> None:
    ran = run(
        "validate",
        "--fail-on",
        "note",
        folder / "archive",
        env={"SCORECARD_CACHE_DIR": str(folder / "cache")},
    )
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{size + 1} files checked: no findings\n"
