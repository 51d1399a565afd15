"""Very many units are told as few are: by processes, and from what is kept of each."""

from pathlib import Path

import pytest
from command import Ran, run
from sampled import sampled

from scorecard import pool
from scorecard.measure import field
from scorecard.project import foreseen

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """Return a folder of thirty units, whose figures differ."""
    (tmp_path / "framework.toml").write_bytes((ORDINARY / "framework.toml").read_bytes())
    text = (ORDINARY / "an-phu.toml").read_text("utf-8")
    for number in range(30):
        said = text.replace('"an-phu"', f'"u-{number}"').replace("98.56", f"{60 + number}.5")
        (tmp_path / f"{number:02}.toml").write_text(said, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "words",
    [
        ("compare",),
        ("compare", "-f", "json"),
        *sampled(
            [
                (("compare", "-f", "csv"),),
                (("compare", "--top", "3"),),
                (("compare", "--what-if", "u-3:growth=7"),),
                (("show", "-f", "json"),),
            ],
            quick=0,
        ),
    ],
)
def test_very_many_are_told_as_few_are(
    units: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> Ran:
        return run(words[0], units, *words[1:])

    few = told()
    for module in (pool, field):
        monkeypatch.setattr(module, "FEW", 10)
    monkeypatch.setattr(pool, "BATCH", 5)
    assert told() == few
    monkeypatch.setattr(foreseen, "FEW", 10)
    assert told() == few
    assert (few.code, few.err) == (0, "")
