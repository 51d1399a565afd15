"""A function whose module is imported when it is called first."""

import sys
from pathlib import Path

import pytest

from scorecard.text.late import late


def test_a_module_is_imported_with_the_first_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "made_late.py").write_text("def join(a, b):\n    return f'{a}-{b}'\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    join = late("made_late", "join")
    assert "made_late" not in sys.modules
    assert join(1, "b") == "1-b"
    assert sys.modules.pop("made_late").__file__ == str(tmp_path / "made_late.py")


def test_what_is_not_there_is_an_error_with_the_first_call() -> None:
    with pytest.raises(ModuleNotFoundError, match=r"scorecard\.nowhere"):
        late("scorecard.nowhere", "join")(1, 2)
    with pytest.raises(AttributeError, match="nothing"):
        late("scorecard.text.late", "nothing")(1, 2)
