"""The archive that the benchmark checks is the same everywhere, and nothing is wrong with it."""

from pathlib import Path
from statistics import mean

import pytest
from bench import corpus
from command import run


def test_the_archive_is_the_same_on_every_machine() -> None:
    assert corpus.digest()[:12] == "c69ed710f4a0"


def test_a_larger_archive_begins_as_a_smaller_one() -> None:
    assert list(corpus.scorecards(130))[:100] == list(corpus.scorecards(100))


def test_a_scorecard_is_as_long_as_a_real_one() -> None:
    assert 6_500 < mean(len(text.encode()) for _, text in corpus.scorecards(100)) < 7_200


# 133 ends a third month in the middle of a district.
@pytest.mark.parametrize("size", [1, 100, 133])
def test_nothing_is_found_in_it_wherever_it_ends(tmp_path: Path, size: int) -> None:
    corpus.write(tmp_path / "archive", size)
    found(tmp_path, size)


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
