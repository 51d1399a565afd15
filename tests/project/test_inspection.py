"""Which files are checked, by how many processes, and what is remembered of them."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from bench import corpus

from scorecard.diagnostic import Finding
from scorecard.project import checking, inspection, remembering
from scorecard.project.batch import Batch, Examine
from scorecard.project.errors import CannotRunError
from scorecard.project.inspection import inspect, inspect_text, processors


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home") / "archive"
    corpus.write(folder, inspection.FEW)
    return folder


def test_as_many_processors_are_used_as_this_process_may_use(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3, 5}, raising=False)
    assert processors() == 3
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 7)
    assert processors() == 7
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert processors() == 1


@pytest.mark.parametrize(("without", "jobs"), [(0, 5), (1, 1)])
def test_few_files_are_checked_by_one_process(
    archive: Path, monkeypatch: pytest.MonkeyPatch, without: int, jobs: int
) -> None:
    asked = []

    @contextmanager
    def batches(names: list[str], work: Examine, jobs: int) -> Iterator[Iterator[Batch]]:
        asked.append(jobs)
        yield map(work, [names])

    monkeypatch.setattr(checking, "batches", batches)
    files = sorted(archive.rglob("*.toml"))[: inspection.FEW + 1 - without]
    found = inspect(files, lambda _: None, jobs=5, cached=False)
    assert (found.names, found.diagnostics) == ([file.as_posix() for file in files], [])
    # What files get wrong together is found by one process, where they are so few.
    assert asked == [jobs, 1]


@pytest.mark.parametrize("jobs", [1, 2])
def test_whoever_lists_the_files_what_is_not_there_is_said_in_the_same_words(
    archive: Path, tmp_path: Path, jobs: int
) -> None:
    for places, wrong in (
        ([archive, tmp_path], "there are no .toml files in this folder"),
        ([archive, tmp_path / "no"], "there is no such file or folder"),
    ):
        with pytest.raises(CannotRunError, match=f"^{re.escape(str(places[1]))}: {wrong}$"):
            inspect(places, lambda _: None, jobs=jobs, cached=False)


def test_each_step_says_how_many_files_more_have_been_read(archive: Path) -> None:
    steps: list[int] = []
    for jobs in (1, 3):
        inspect([archive], steps.append, jobs=jobs, cached=False)
    assert steps == [50, 50, 50, 50, 1] * 2


def test_what_is_remembered_takes_no_step(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "_JUST_NOW", 0)
    monkeypatch.setenv("SCORECARD_CACHE_DIR", str(tmp_path))
    steps: list[int] = []
    one = inspect([archive], steps.append, jobs=2, cached=True)
    assert sum(steps) == 201
    assert inspect([archive], steps.append, jobs=2, cached=True) == one
    assert sum(steps) == 201


def test_a_text_is_checked_by_itself() -> None:
    (found,) = inspect_text("a.toml", b"format =").diagnostics
    assert (found.file, found.line, found.code) == ("a.toml", 1, "SC103")
    refused = inspect_text("b.toml", Finding("SC107", arguments={"size": 2, "limit": 1}))
    assert refused.names == ["b.toml"]
    assert [item.code for item in refused.diagnostics] == ["SC107"]
