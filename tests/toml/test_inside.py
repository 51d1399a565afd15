"""How far links, and what files name, may lead: not out of the repository that they lie in."""

import os
from pathlib import Path

import pytest

from scorecard.diagnostic import Finding
from scorecard.project.frameworks import Frameworks
from scorecard.toml.reading import read

FRAMEWORK = 'format = 1\nid = "f"\nedition = "1"\nname = "F"\nbasis = "D"\ngroups = []\n'
OUT = "this file cannot be read: it is a link that leads out of its folder: name the file itself"


@pytest.fixture(params=["repository", "workspace", "neither"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository, a checkout without `.git`, or a folder that is neither of both.

    It has a framework by itself and one in its folder `shared`, and outside of it is one, too.
    Links lead to all of them from its folder `cards`. Commands run in that.
    """
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    root = tmp_path / "root"
    for folder in (root / "cards", root / "shared", tmp_path / "outside"):
        folder.mkdir(parents=True)
    for folder in (root, root / "shared", tmp_path / "outside"):
        (folder / "f.toml").write_text(f"{FRAMEWORK}indicators = []\n", "utf-8")
    for name, target in {"in": root / "shared", "out": tmp_path / "outside"}.items():
        (root / "cards" / name).symlink_to(target, target_is_directory=True)
        (root / "cards" / f"{name}.toml").symlink_to(target / "f.toml")
    if request.param == "repository":
        (root / ".git").mkdir()
    elif request.param == "workspace":
        monkeypatch.setenv("GITHUB_WORKSPACE", str(root))
    monkeypatch.chdir(root / "cards")
    return root


def told(name: str) -> str:
    """Return what a scorecard is told that names a framework so; nothing where it is found."""
    found = Frameworks().find(name, "x.toml").framework
    return f"{found.code} {found.hint}" if isinstance(found, Finding) else ""


def test_what_a_scorecard_names_is_in_its_repository(
    place: Path, request: pytest.FixtureRequest
) -> None:
    out = "SC308 copy the framework into the repository of this file, or into its folder"
    free = "neither" in request.node.name
    names = ["../f.toml", "../shared/f.toml", "in/f.toml", "in.toml"]
    assert [told(name) for name in names] == (["", "", out, out] if free else [""] * 4)
    assert told("../../outside/f.toml") == ("" if free else out)
    outside = ("out/f.toml", "out.toml", "in/../../outside/f.toml")
    assert {told(name) for name in outside} == {out}
    # Nor is it told whether a file is there.
    assert free or told("../../outside/none.toml") == out
    os.chdir(place)
    assert not free or told("cards/in/f.toml") == ""


def test_a_link_to_a_folder_leads_out_of_no_repository(
    place: Path, request: pytest.FixtureRequest
) -> None:
    free = "neither" in request.node.name
    for name in ("in/f.toml", f"{place}/cards/in/f.toml", "../f.toml"):
        assert isinstance(read(name), bytes)
    for name in ("out/f.toml", f"{place}/cards/out/f.toml"):
        found = read(name)
        # Who stands in no repository may have folders wherever a link leads.
        assert isinstance(found, bytes) if free else isinstance(found, Finding)
        assert isinstance(found, bytes) or found.message == OUT


def test_a_link_to_a_repository_leads_into_it(place: Path) -> None:
    link = place.parent / "link"
    link.symlink_to(place, target_is_directory=True)
    assert isinstance(read(f"{link}/cards/in/f.toml"), bytes)
