"""Several files written: all of them or none."""

import errno
import signal
from pathlib import Path

import pytest

from scorecard.project.errors import CannotRunError
from scorecard.project.write import Changed, write_all


def there(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def files(folder: Path) -> list[Changed]:
    (folder / "a.toml").write_bytes(b"a = 1\n")
    (folder / "b.toml").write_bytes(b"b = 1\n")
    return [
        Changed(folder / "a.toml", b"a = 1\n", b"a = 2\n"),
        Changed(folder / "new" / "c.toml", None, b"c = 1\n"),
        Changed(folder / "b.toml", b"b = 1\n", b"b = 2\n"),
    ]


def test_all_of_them_are_written(tmp_path: Path) -> None:
    write_all(files(tmp_path))
    assert there(tmp_path) == {"a.toml": b"a = 2\n", "b.toml": b"b = 2\n", "new/c.toml": b"c = 1\n"}


def test_what_cannot_be_put_in_its_place_takes_the_others_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted, replace = files(tmp_path), Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "b.toml":
            raise OSError(errno.EACCES, "Permission denied", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CannotRunError, match=r"/b\.toml cannot be written: Permission denied"):
        write_all(wanted)
    assert there(tmp_path) == {"a.toml": b"a = 1\n", "b.toml": b"b = 1\n"}


def test_an_interruption_between_two_leaves_no_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted, replace = files(tmp_path), Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        replaced = replace(self, target)
        signal.raise_signal(signal.SIGINT)
        return replaced

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all(wanted)
    assert there(tmp_path) == {"a.toml": b"a = 2\n", "b.toml": b"b = 2\n", "new/c.toml": b"c = 1\n"}


def test_what_cannot_be_written_beside_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted, touch = files(tmp_path), Path.touch

    def refuse(self: Path, mode: int, *, exist_ok: bool) -> None:
        if self.parent.name == "new":
            raise OSError(errno.ENOSPC, "No space left on device", str(self))
        touch(self, mode, exist_ok=exist_ok)

    monkeypatch.setattr(Path, "touch", refuse)
    with pytest.raises(CannotRunError, match=r"/c\.toml cannot be written: No space left"):
        write_all(wanted)
    assert there(tmp_path) == {"a.toml": b"a = 1\n", "b.toml": b"b = 1\n"}


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    wanted = files(tmp_path)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "c.toml").write_bytes(b"mine\n")
    with pytest.raises(CannotRunError, match=r"new/c\.toml is there already"):
        write_all(wanted)
    assert there(tmp_path)["new/c.toml"] == b"mine\n"
    assert there(tmp_path)["a.toml"] == b"a = 1\n"
    assert len(there(tmp_path)) == 3


def test_a_file_that_has_changed_since_is_not_written_over(tmp_path: Path) -> None:
    wanted = files(tmp_path)
    (tmp_path / "b.toml").write_bytes(b"b = 3\n")
    with pytest.raises(CannotRunError, match=r"b\.toml has changed since it was read: try again"):
        write_all(wanted)
    assert there(tmp_path) == {"a.toml": b"a = 1\n", "b.toml": b"b = 3\n"}
