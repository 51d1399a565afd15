"""What is released is whole, has one version, and is built by actions that cannot change."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from scorecard import __version__
from scorecard.project.starting import EXAMPLES

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github").rglob("*.yml"))


def test_the_newest_version_of_the_changelog_is_this_one() -> None:
    changelog = (ROOT / ".github/CHANGELOG.md").read_text("utf-8")
    assert re.findall(r"^## (\S+)", changelog, re.MULTILINE)[0] == __version__


def test_the_version_costs_no_import_of_a_library() -> None:
    code = "import sys, scorecard; print(scorecard.__version__, *sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    version, *modules = done.stdout.decode().split()
    assert version == __version__
    assert {"pydantic", "rich", "rtoml", "tomli_w", "typer"} & set(modules) == set()


@pytest.mark.skipif(
    not (ROOT / ".git").exists() or shutil.which("git") is None,
    reason="only a checkout knows which files are in the repository",
)
def test_the_source_distribution_has_every_file_of_the_repository() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    named = project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    always = ["/.gitignore", "/LICENSE", "/README.md", "/pyproject.toml"]
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, check=True)  # noqa: S607 - whichever git there is
    found = {"/" + line.split("/")[0] for line in listed.stdout.decode().splitlines()}
    assert found == {*named, *always}


def test_the_wheel_has_the_example_where_the_program_looks_for_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    ((source, target),) = wheel["force-include"].items()
    installed, checkout = (path.relative_to(ROOT).as_posix() for path in EXAMPLES)
    assert (source, target) == (checkout, installed)
    assert len(list((ROOT / source).rglob("*.toml"))) == 34


@pytest.mark.parametrize("path", WORKFLOWS, ids=[path.stem for path in WORKFLOWS])
def test_each_action_of_others_is_pinned_to_a_commit_and_says_its_version(path: Path) -> None:
    used = re.findall(r"uses: (?!\./)(.*)", path.read_text("utf-8"))
    pinned = r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+"
    assert [each for each in used if re.fullmatch(pinned, each) is None] == []
