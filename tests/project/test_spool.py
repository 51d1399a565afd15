"""Bytes that were put aside come back, wherever they were kept."""

import tempfile
from contextlib import closing
from typing import IO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.project.spool import Spool


class Full:
    """A file that takes so many bytes at a time until there is no more room."""

    def __init__(self, file: IO[bytes], room: int) -> None:
        self._file = file
        self._room = room

    def write(self, data: bytes) -> int:
        if not self._room:
            raise OSError(28, "No space left on device")
        taken = self._file.write(data[: min(self._room, 7)])
        self._room -= taken
        return taken

    def fileno(self) -> int:
        return self._file.fileno()

    def close(self) -> None:
        self._file.close()


def comes_back(most: int, pieces: list[bytes]) -> None:
    with closing(Spool(most)) as spool:
        places = [spool.keep(piece) for piece in pieces]
        for at, piece in sorted(zip(places, pieces, strict=True), key=lambda each: -each[0]):
            assert spool.of(at, len(piece)) == piece


PIECES = st.lists(st.binary(max_size=20))


@given(PIECES, st.integers(1, 50))
def test_whatever_is_put_aside_comes_back(pieces: list[bytes], most: int) -> None:
    comes_back(most, pieces)


@given(PIECES, st.integers(1, 20), st.integers(0, 100))
def test_where_a_file_is_full_the_rest_is_kept_in_memory(
    pieces: list[bytes], most: int, room: int
) -> None:
    ordinary = tempfile.TemporaryFile
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "TemporaryFile", lambda **_: Full(ordinary(buffering=0), room))
        comes_back(most, pieces)


def test_where_there_is_no_file_all_is_kept_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: object) -> None:
        raise FileNotFoundError("No usable temporary directory found")

    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    comes_back(5, [bytes([each] * 4) for each in range(50)])
