"""States in git: what is odd in a repository is told, and nothing leads out of the folder."""

import os
import subprocess
from pathlib import Path

import pytest

from scorecard.project.errors import CannotRunError
from scorecard.project.git import revisions, tree_of, unpack


def git(*words: str, given: bytes = b"") -> str:
    told = ("-c", "user.name=x", "-c", "user.email=x@x", "-c", "protocol.file.allow=always")
    done = subprocess.run(["git", *told, *words], check=True, capture_output=True, input=given)  # noqa: S607
    return done.stdout.decode().strip()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "repository"
    place.mkdir()
    monkeypatch.chdir(place)
    monkeypatch.delenv("GIT_DIR", raising=False)
    git("init", "-q", "-b", "main")
    return place


def commit() -> None:
    git("add", "-A")
    git("commit", "-qm", "x")


def tree(*entries: tuple[str, str, str]) -> str:
    """Return a tree of these modes, objects and names, which git would not make itself."""
    packed = b"".join(
        f"{mode} {name}\0".encode() + bytes.fromhex(id_) for mode, id_, name in entries
    )
    return git("hash-object", "-t", "tree", "-w", "--stdin", "--literally", given=packed)


def blob(text: str) -> str:
    return git("hash-object", "-w", "--stdin", given=text.encode())


def unpacked(state: str, folder: str, into: Path) -> dict[str, str]:
    unpack(state, Path(folder), into)
    found = (path for path in into.rglob("*") if path.is_file())
    return {path.relative_to(into).as_posix(): path.read_text("utf-8") for path in found}


def test_the_folder_and_toml_files_around_it_are_there(here: Path, tmp_path: Path) -> None:
    for name in ("cards/a.toml", "cards/report.txt", "frame.toml", "other.txt", "cards/large.bin"):
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text(name * (200_000 if "large" in name else 1), "utf-8")
    commit()
    assert unpacked("main", "cards", tmp_path / "into") == {
        "cards/a.toml": "cards/a.toml",
        "cards/report.txt": "cards/report.txt",
        "frame.toml": "frame.toml",
    }


def test_attributes_of_the_repository_hide_and_change_nothing(here: Path, tmp_path: Path) -> None:
    (here / "a.toml").write_text("# $Format:%H$\n", "utf-8")
    (here / ".gitattributes").write_text("a.toml export-ignore export-subst\n", "utf-8")
    commit()
    assert unpacked("main", ".", tmp_path / "into")["a.toml"] == "# $Format:%H$\n"


def test_links_are_kept_inside_and_nothing_is_written_outside(here: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.toml").write_text("secret", "utf-8")
    said = blob("said")
    inner = tree(
        ("100644", said, "a.toml"),
        ("120000", blob("a.toml"), "link.toml"),
        ("120000", blob("../../secret.toml"), "out.toml"),
        ("120000", blob(str(tmp_path / "secret.toml")), "root.toml"),
        ("120000", blob("nowhere.toml"), "none.toml"),
    )
    outer = tree(
        ("40000", tree(("100644", blob("evil"), "evil.toml")), ".."),
        ("40000", inner, "cards"),
    )
    place = tmp_path / "x" / "into"
    assert here.is_dir()
    assert unpacked(outer, "cards", place) == {"cards/a.toml": "said", "cards/link.toml": "said"}
    assert sorted(os.listdir(place.parent)) == ["into"]  # noqa: PTH208


def test_a_submodule_is_told(here: Path, tmp_path: Path) -> None:
    (here / "a.toml").write_text("x", "utf-8")
    commit()
    state = tree(("160000", git("rev-parse", "HEAD"), "cards"))
    with pytest.raises(CannotRunError, match=r"^cards is a submodule: its files are in another"):
        unpack(state, Path("cards"), tmp_path / "into")
    both = tree(("100644", blob("x"), "a.toml"), ("160000", git("rev-parse", "HEAD"), "cards"))
    assert unpacked(both, "a.toml", tmp_path / "into") == {"a.toml": "x"}


def test_what_a_clone_has_not_is_told(here: Path, tmp_path: Path) -> None:
    missing = "a" * 40
    state = git("mktree", "--missing", given=f"100644 blob {missing}\ta.toml".encode())
    with pytest.raises(CannotRunError, match=f"^git has not all of that state: {missing} missing"):
        unpack(state, here, tmp_path / "into")
    (here / "a.toml").write_text("x", "utf-8")
    commit()
    commit_again = here / "b.toml"
    commit_again.write_text("x", "utf-8")
    commit()
    git("clone", "-q", "--depth", "1", here.as_uri(), str(tmp_path / "shallow"))
    assert tree_of("HEAD", tmp_path / "shallow") == git("rev-parse", "HEAD^{tree}")
    assert tree_of("HEAD~1", tmp_path / "shallow") is None


def test_the_repository_is_that_of_the_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "a.toml").write_text("x", "utf-8")
    commit()
    monkeypatch.setenv("GIT_DIR", "elsewhere")
    assert revisions(here) == ["main"]


def test_a_revision_is_never_an_option(here: Path) -> None:
    (here / "a.toml").write_text("x", "utf-8")
    commit()
    assert tree_of("--all", here) is None
    assert tree_of("main", here / "gone" / "below") == git("rev-parse", "main^{tree}")
    assert revisions(here) == ["main"]
