"""Drawn files and damaged ones through every step: findings, and never an exception."""

from pathlib import Path

import pytest
import tomli_w
from fuzz import strategies
from fuzz.harness import opened, survive
from hypothesis import given
from hypothesis import strategies as st

from scorecard.i18n.rules import Severity
from scorecard.project.load import load_all

TESTS = Path(__file__).parents[1]
CASES = TESTS / "cases"
FILES = sorted(
    path
    for folder in (CASES / "valid", CASES / "invalid", CASES / "corpus", TESTS / "golden")
    for path in folder.rglob("*.toml")
) + sorted((TESTS.parent / "scorecards" / "mobilization").rglob("*.toml"))


def errors(data: bytes, path: Path) -> list[str]:
    found = survive(data, path)
    return [f"{item.code} {item.message}" for item in found if item.severity is Severity.ERROR]


@given(st.data())
def test_what_breaks_no_rule_has_no_error(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    framework, kinds = data.draw(strategies.frameworks())
    card = data.draw(strategies.scorecards(kinds, "framework.toml"))
    folder = tmp_path_factory.mktemp("drawn")
    (folder / "framework.toml").write_text(tomli_w.dumps(framework), "utf-8")
    (checked,) = load_all([folder / "framework.toml"])
    severe = [item.message for item in checked.diagnostics if item.severity is Severity.ERROR]
    assert severe == []
    text = tomli_w.dumps(card).encode()
    assert errors(text, folder / "card.toml") == []
    _one_mistake(data, card, folder)


def _one_mistake(data: st.DataObject, card: strategies.Table, folder: Path) -> None:
    """Make one mistake in a scorecard without errors: it has one error, with this code."""
    code, change = data.draw(st.sampled_from(MISTAKES))
    text = tomli_w.dumps({**card, **change}).encode()
    found = opened(text, folder / "card.toml").diagnostics
    severe = [item.code for item in found if item.severity is Severity.ERROR]
    assert severe == [code], text.decode()
    assert survive(text, folder / "card.toml") == found


MISTAKES: list[tuple[str, strategies.Table]] = [
    ("SC301", {"framework": "nowhere"}),
    ("SC301", {"framework": "gone.toml"}),
    ("SC308", {"framework": "/etc/passwd"}),
    ("SC207", {"unit": {"id": "An Phú", "name": "An Phú", "level": "district"}}),
    ("SC204", {"unit": {"id": "an-phu", "name": "An Phú", "level": "town"}}),
    ("SC202", {"unit": {"id": "an-phu", "level": "district"}}),
    ("SC201", {"figure": {}}),
    ("SC206", {"period": "soon"}),
    ("SC205", {"figures": {"zzz_zzz": {"value": "5,5", "source": "report"}}}),
    ("SC302", {"figures": {"zzz_zzz": {"value": 5, "source": "report"}}}),
    ("SC303", {"remarks": [{"kind": "model", "text": "so", "source": "reprot"}]}),
    ("SC106", {"remarks": [{"kind": "model", "text": "a\u202eb", "source": "report"}]}),
    ("SC210", {"format": 2}),
]
"""What is put in the place of a part of the scorecard, and the code of the only error then."""


@given(st.data())
def test_damage_is_found_and_survived(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(FILES))
    survive(data.draw(strategies.damaged(path.read_bytes())), path)


@given(st.binary(max_size=300))
def test_any_bytes_are_survived(data: bytes) -> None:
    survive(data)


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    survive(text.encode("utf-8", "surrogatepass"))
