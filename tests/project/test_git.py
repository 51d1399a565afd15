"""States in git: what is odd in a repository is told, and nothing leads out of the folder."""

import os
import subprocess
from pathlib import Path

import pytest

from scorecard.project import unpacking
from scorecard.project.errors import CannotRunError
from scorecard.project.git import revisions, root_of, tree_of
from scorecard.project.states import open_state
from scorecard.project.unpacking import unpack


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


def test_the_folder_and_what_it_names_around_it_are_there(here: Path, tmp_path: Path) -> None:
    said = {
        "cards/a.toml": '"../frame.toml"',
        "cards/report.txt": "x",
        "frame.toml": "'a/b c.toml'",
    }
    said |= {"a/b c.toml": "", "cards/real": "y", "b/far.toml": "z"}
    others = {"other.txt": "", "other.toml": "", "cards/x.bin": "", "b/b.toml": ""}
    for name, text in (said | others).items():
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text(text, "utf-8")
    (here / "cards/link.toml").symlink_to("real")
    (here / "far").symlink_to("b", target_is_directory=True)
    (here / "cards/far.toml").symlink_to("../far/far.toml")
    commit()
    links = {"cards/link.toml": "y", "cards/far.toml": "z"}
    assert unpacked("main", "cards", tmp_path / "into") == said | links


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
        ("40000", tree(("40000", tree(("100644", blob("evil"), "evil.toml")), "..")), ".."),
    )
    outer = tree(("40000", inner, "cards"))
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


OUT = "this file cannot be read: it is a link that leads out of its folder: name the file itself"


def told(*inner: tuple[str, str, str]) -> list[str]:
    """Return what is told of a state with a folder of these; it is the same each time."""
    state = tree(("40000", tree(*inner), "cards"))

    def once() -> list[str]:
        try:
            found = open_state(state, Path("cards"))
        except CannotRunError as error:
            return [str(error)]
        return [f"{item.file.partition(':')[2]} {item.message}" for item in found.unread]

    first = once()
    assert once() == first
    return first


def test_what_cannot_be_read_is_told_as_in_any_folder(here: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.toml"
    secret.touch()
    assert here.is_dir()
    assert told(
        ("120000", blob("../cards"), "a.toml"),
        ("120000", blob(str(secret)), "b.toml"),
        ("120000", blob("c.toml"), "c.toml"),
        ("120000", blob(""), "d.toml"),
        ("120000", blob("x" * 300), "e.toml"),
        ("120000", blob("a/" * 3000), "f.toml"),
        ("120000", blob("a\0b"), "g.toml"),
        ("100644", blob("x" * (3 << 20)), "h.toml"),
    ) == [
        f"b.toml {OUT}",
        "c.toml this file cannot be read: Too many levels of symbolic links",
        "d.toml this file cannot be read: No such file or directory",
        "e.toml this file cannot be read: File name too long",
        "f.toml this file cannot be read: No such file or directory",
        "g.toml this file cannot be read: No such file or directory",
        "h.toml this file has 3145728 bytes; a scorecard has at most 1048576",
    ]


def test_where_a_state_was_unpacked_is_never_told(here: Path) -> None:
    assert here.is_dir()
    file, link = ("100644", blob("x"), "a.toml"), ("120000", blob("a.toml"), "a.toml")
    below = tree(file)
    for _ in range(30):
        below = tree(("40000", below, "d" * 200))
    odd = "of that state in git cannot be unpacked:"
    assert told(file, link) == [f"cards/a.toml {odd} File exists"]
    assert told(file, ("40000", tree(file), "a.toml")) == [f"cards/a.toml/a.toml {odd} File exists"]
    long = "x" * 23
    assert told(("100644", blob("x"), f"{'x' * 300}.toml"))[0].startswith(f"cards/{long}")
    assert f"… {odd} File name too long" in told(("40000", below, "d"))[0]
    outside = 'format = 1\nframework = "../../../etc/f.toml"\nperiod = "2025"\nfigures = {}\n'
    unit = 'unit = { id = "x", name = "X", level = "province" }\n'
    assert told(("100644", blob(outside + unit), "a.toml")) == [
        'a.toml a framework is not looked up at "../../../etc/f.toml"'
    ]


def test_a_state_that_no_disk_can_hold_is_refused(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert here.is_dir()
    bomb = tree(("100644", blob("x"), "a.toml"))
    for _ in range(5):
        bomb = tree(*(("40000", bomb, f"{at}") for at in range(10)))
    monkeypatch.setattr("scorecard.project.git.MOST_FILES", 1000)
    large = ["that state in git is too large: at most 1000 files and 2048 MB are read"]
    assert told(("40000", bomb, "d")) == large
    assert told(("100644", blob("x"), "x" * (3 << 19))) == large
    monkeypatch.setattr(unpacking, "MOST_MEGABYTES", 0)
    assert told(("100644", blob("x"), "a.toml")) == large


def test_a_repository_of_another_user_is_told_in_our_words(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(CannotRunError, match=r"^git does not read a repository of another user: "):
        root_of(here)


def test_a_repository_that_is_damaged_is_told(here: Path) -> None:
    assert told(("40000", "1" * 40, "d"))[0].startswith('git says: "')
    lost = blob("lost")
    (here / ".git/objects" / lost[:2] / lost[2:]).chmod(0o600)
    (here / ".git/objects" / lost[:2] / lost[2:]).write_bytes(b"x")
    assert told(("100644", lost, "a.toml"))[0].startswith("git ")
    # What git takes for a file may be more than its tree says.
    many = tree(*(("100644", lost, f"{at:08}") for at in range(40_000)))
    assert told(("100644", many, "a.toml"))[0].startswith("a.toml this ")
