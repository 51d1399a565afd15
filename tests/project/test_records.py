"""What was found in each file, a line each: written and read back the same."""

import os
import pickle
from pathlib import Path

import pytest
from bench import corpus

from scorecard.project import records, remembering
from scorecard.project.batch import Batch, examiner
from scorecard.project.examining import Record, examine
from scorecard.project.records import NONE, opened_records, recording
from scorecard.project.shelf import Shelf
from scorecard.toml.reading import read

CASES = Path(__file__).parents[1] / "cases"


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], Batch]:
    """Return files, and what is found in them under frameworks that are there and that are not."""
    monkeypatch.setattr(remembering, "_JUST_NOW", 0)
    corpus.put(tmp_path / "archive", corpus.one_month(3))
    # Of what is under a framework that a path goes to and fro for, nothing is remembered.
    cases = {*CASES.glob("*valid/*.toml")} - {CASES / "valid" / "framework-above.toml"}
    files = [*(tmp_path / "archive").glob("district*/*/*"), *cases]
    names = [file.as_posix() for file in sorted(files)]
    return names, examiner(read, NONE)(names)


def written(path: Path, names: list[str], batch: Batch) -> None:
    with recording(path) as now:
        for name, record in zip(names, batch.records, strict=True):
            now.add(name, record)
        now.end(batch.used)


def test_all_that_is_found_in_a_file_is_read_back(
    tmp_path: Path, batch: tuple[list[str], Batch]
) -> None:
    names, found = batch
    path = tmp_path / "cache/a.files.kept"
    written(path, names, found)
    with opened_records(path) as again:
        assert again is not NONE
        assert [again.of(name) for name in names] == found.records
        assert again.of("other.toml") is None
        assert again.used == found.used
    assert sum(record.examined.facts is not None for record in found.records) > 50
    assert any(record.examined.ignored for record in found.records)


def test_what_is_read_back_is_what_a_new_look_would_find(
    tmp_path: Path, batch: tuple[list[str], Batch], monkeypatch: pytest.MonkeyPatch
) -> None:
    names, found = batch
    path = tmp_path / "cache/a.files.kept"
    written(path, names, found)
    expected = examine(names, Shelf())
    with opened_records(path) as again:
        looked = examiner(read, again)(names)
        assert [record.examined for record in looked.records] == expected
        assert looked.used == {}
        # None of them looks as it did, and all say the same.
        monkeypatch.setattr("scorecard.project.batch.look", lambda _: "another")
        looked = examiner(read, again)(names)
        assert [record.examined for record in looked.records] == expected
        assert {record.look for record in looked.records} == {"another"}
        assert looked.used == {}


def test_files_that_are_gone_are_not_taken_from_records(
    tmp_path: Path, batch: tuple[list[str], Batch]
) -> None:
    names, found = batch
    path = tmp_path / "cache/a.files.kept"
    written(path, names, found)
    (gone,) = (name for name in names if "commune-0000-01" in name)
    Path(gone).unlink()
    with opened_records(path) as again:
        (record,) = examiner(read, again)([gone]).records
    assert [item.code for item in record.examined.diagnostics] == ["SC100"]
    assert record.digest == ""


def test_names_are_kept_byte_by_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.files.kept"
    names = ["a\tb", "a\nb", "\udcff", '"', "漢", ""]
    found = [Record(None, str(at), examine(["nowhere"], Shelf())[0]) for at in range(len(names))]
    written(path, names, Batch(found, {}))
    with opened_records(path) as again:
        assert [again.of(name) for name in names] == found


def test_where_no_records_are_there_none_are_found(tmp_path: Path) -> None:
    with opened_records(tmp_path / "nowhere") as found:
        assert found is NONE
    assert NONE.of("a") is None
    assert NONE.used == {}


def test_a_system_that_cannot_read_at_a_place_has_no_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.files.kept"
    written(path, [], Batch([], {}))
    with opened_records(path) as found:
        assert found is not NONE
    monkeypatch.delattr(os, "pread")
    with opened_records(path) as found:
        assert found is NONE


def test_records_take_the_place_of_those_before_only_when_they_are_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.files.kept"
    path.write_bytes(b"before")
    record = Record(None, "", examine(["nowhere"], Shelf())[0])
    with recording(path) as now:
        now.add("a", record)
        assert path.read_bytes() == b"before"
    assert path.read_bytes() == b"before"
    assert list(tmp_path.glob(".scorecard.*")) == []
    written(path, ["a"], Batch([record], {}))
    with opened_records(path) as found:
        assert found.of("a") == record
    assert list(tmp_path.glob(".scorecard.*")) == []


def test_a_record_goes_from_one_process_to_another(batch: tuple[list[str], Batch]) -> None:
    _, found = batch
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - it is our own


def test_records_of_a_framework_that_changed_are_not_used(
    tmp_path: Path, batch: tuple[list[str], Batch]
) -> None:
    names, found = batch
    path = tmp_path / "cache/a.files.kept"
    written(path, names, found)
    framework = tmp_path / "archive/framework.toml"
    text = framework.read_text("utf-8")
    framework.write_text(text + "# more\n", "utf-8")
    with opened_records(path) as again:
        assert again is records.NONE
    framework.write_text(text, "utf-8")
    with opened_records(path) as again:
        assert again is not records.NONE
