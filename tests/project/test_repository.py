"""Paths from the root of a repository, wherever a command runs and however a path is spelled."""

from pathlib import Path

import pytest

from scorecard.project.repository import in_repository


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with a file, in which the command runs from a folder below."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    root = tmp_path / "repository"
    (root / "data" / "hue").mkdir(parents=True)
    (root / ".git").mkdir()
    (root / "data" / "hue" / "2025.toml").touch()
    monkeypatch.chdir(root / "data")
    return root


def test_every_spelling_of_a_path_is_one_from_the_root(repository: Path) -> None:
    (repository / "link").symlink_to(repository / "data" / "hue", target_is_directory=True)
    (repository.parent / "outside").symlink_to(repository, target_is_directory=True)
    names = (
        "hue/2025.toml",
        "./hue/../hue/2025.toml",
        "../data/hue/2025.toml",
        f"{repository}/data/hue/2025.toml",
        "../link/2025.toml",
        f"{repository.parent}/outside/data/hue/2025.toml",
    )
    assert {in_repository(name) for name in names} == {"data/hue/2025.toml"}


def test_the_root_of_a_worktree_has_a_file_in_place_of_the_folder(repository: Path) -> None:
    (repository / "data" / ".git").write_text("gitdir: elsewhere\n", "utf-8")
    assert in_repository("hue/2025.toml") == "hue/2025.toml"


def test_a_link_that_leads_out_of_the_repository_keeps_its_own_place(repository: Path) -> None:
    (repository.parent / "elsewhere.toml").touch()
    (repository / "data" / "linked.toml").symlink_to(repository.parent / "elsewhere.toml")
    assert in_repository("linked.toml") == "data/linked.toml"


def test_what_is_not_there_has_a_place_too(repository: Path) -> None:
    assert in_repository("new/2026.toml") == "data/new/2026.toml"
    assert repository.exists()


def test_without_a_repository_the_workspace_is_the_root_or_the_name_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path / "data")
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    assert in_repository("../data/a.toml") == "../data/a.toml"
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    assert in_repository("a.toml") == "data/a.toml"
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "other"))
    assert in_repository("a.toml") == "a.toml"
