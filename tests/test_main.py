"""The first line of the program, before there is any other to catch an interruption."""

import pytest

from scorecard import __main__
from scorecard.cli import app


def test_an_interruption_while_it_begins_is_exit_code_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "main", interrupted)
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    assert ended.value.code == 130
