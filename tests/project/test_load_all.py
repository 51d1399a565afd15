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
    part = loading._part(loading.load(path.read_bytes(), path, Frameworks()), summed=False)  # noqa: SLF001
    monkeypatch.setattr(Frameworks, "find", lambda *_: Found(gone))
    file = loading._joined(part, Frameworks())  # noqa: SLF001 - what comes after it was read
    assert file.unread
    assert file.findings[-1] == gone


@pytest.mark.parametrize("order", [("b", "link"), ("link", "b")])
def test_a_folder_behind_a_link_has_the_framework_beside_it(
    order: tuple[str, str], tmp_path: Path
) -> None:
    for folder, framework in (("x", "one"), ("elsewhere", "two")):
        (tmp_path / folder / "b").mkdir(parents=True)
        text = f'format = 1\nid = "{framework}"\nedition = "1"\nname = "F"\nbasis = "D"\n'
        (tmp_path / folder / "f.toml").write_text(f"{text}groups = []\nindicators = []\n", "utf-8")
        card = CARD.replace("mobilization", "../f.toml")
        (tmp_path / folder / "b" / "s.toml").write_text(card, "utf-8")
    (tmp_path / "x" / "link").symlink_to("../elsewhere/b")
    # By its name, the framework of both would be x/f.toml.
    files = loading.load_all(tmp_path / "x" / folder / "s.toml" for folder in order)
    found = [file.assessment.framework.id for file in files if file.assessment]
    assert dict(zip(order, found, strict=True)) == {"b": "one", "link": "two"}
