"""Each sentence that the README promises names a test, and that test is there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SECTION = (ROOT / "README.md").read_text("utf-8").split("\n## What is promised\n")[1]
BULLETS = re.split(r"(?m)^\* ", SECTION.split("\n## ")[0])[1:]


def test_something_is_promised() -> None:
    assert len(BULLETS) > 10
    assert len(set(BULLETS)) == len(BULLETS)


@pytest.mark.parametrize("bullet", BULLETS, ids=[each.partition("\n")[0] for each in BULLETS])
def test_a_promise_is_held_by_a_test(bullet: str) -> None:
    named = re.fullmatch(r"[^<]+\.\n  <!-- (tests/[a-z_/]+\.py)::(test_[a-z0-9_]+) -->\n*", bullet)
    assert named is not None
    tree = ast.parse((ROOT / named[1]).read_text("utf-8"))
    tests = [each.name for each in tree.body if isinstance(each, ast.FunctionDef)]
    assert named[2] in tests
