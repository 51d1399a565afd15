"""Files that are read in other processes, and what becomes of them here."""

from pathlib import Path

import pytest

from scorecard.diagnostic import Finding
from scorecard.project import load as loading
from scorecard.project.frameworks import Found, Frameworks

CARD = """format = 1
framework = "mobilization"
period = "2025"
[unit]
id = "a"
name = "A"
level = "province"
[figures]
"""


def test_a_framework_that_is_gone_meanwhile_leaves_a_file_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.toml"
    path.write_text(CARD, "utf-8")
    gone = Finding("SC301", ("framework",), {"name": "mobilization", "hint": ""})
    part = loading._part(loading.load(path.read_bytes(), path, Frameworks()))  # noqa: SLF001
    monkeypatch.setattr(Frameworks, "find", lambda *_: Found(gone))
    file = loading._joined(part, Frameworks())  # noqa: SLF001 - what comes after it was read
    assert file.unread
    assert file.findings[-1] == gone
