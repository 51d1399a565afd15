"""GitLab code quality: fingerprints that are unique, and stay when lines move."""

import json
import re
from pathlib import Path

import pytest
from command import run

CASES = Path(__file__).parents[2] / "cases" / "invalid"
ROOT = Path(__file__).parents[3]


def entries(folder: Path) -> list[dict[str, str]]:
    read = json.loads(run("validate", folder, "-f", "gitlab").out)
    assert isinstance(read, list)
    return read


@pytest.fixture(autouse=True)
def _repository(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the root of our own code found where it is no repository, as in a source archive."""
    monkeypatch.setenv("GITHUB_WORKSPACE", str(ROOT))


def test_every_finding_has_what_gitlab_asks_for() -> None:
    told = json.loads(run("validate", CASES, "-f", "json").out)["diagnostics"]
    found = entries(CASES)
    severities = {"error": "major", "warning": "minor", "note": "info"}
    assert len(found) == len(told) > 50
    for entry, item in zip(found, told, strict=True):
        path = Path(item["file"]).relative_to(ROOT).as_posix()
        told_as = ". ".join(filter(None, (item["message"], item["hint"])))
        assert entry == {
            "description": f"{path}:{item['line']}:{item['column']}: {told_as}",
            "check_name": item["code"],
            "fingerprint": entry["fingerprint"],
            "severity": severities[item["severity"]],
            "location": {
                "path": path,
                "lines": {"begin": item["line"], "end": item["end_line"]},
            },
        }
        assert re.fullmatch("[0-9a-f]{64}", entry["fingerprint"])


def test_fingerprints_are_unique_and_stay_when_lines_move(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    text = "format = 1\nformat = 1\nformat = 1\na = 1,5\nb = 1,5\nc = 1,5\n"
    path.write_text(text, "utf-8")
    before = entries(tmp_path)
    prints = [entry["fingerprint"] for entry in before]
    assert len(set(prints)) == len(prints) > 2
    path.write_text("# one more line\n\n" + text, "utf-8")
    after = entries(tmp_path)
    assert [entry["fingerprint"] for entry in after] == prints
    assert [entry["location"] for entry in after] != [entry["location"] for entry in before]
    everywhere = [entry["fingerprint"] for entry in entries(CASES)]
    assert len(set(everywhere)) == len(everywhere)


def test_fingerprints_are_the_same_in_every_language() -> None:
    files = [path for each in (1, 2, 4, 6, 9) for path in CASES.glob(f"SC{each}02*.toml")]
    said: list[str | Path] = ["validate", *files, "-f", "gitlab", "--no-cache"]
    languages = [json.loads(run(*said, env={"SCORECARD_LANG": each}).out) for each in ("en", "vi")]
    english, vietnamese = languages
    assert [each["fingerprint"] for each in vietnamese] == [each["fingerprint"] for each in english]
    assert [each["description"] for each in vietnamese] != [each["description"] for each in english]


def test_no_findings() -> None:
    assert run("validate", CASES.parent / "valid", "-f", "gitlab", "--select", "SC1").out == "[]\n"
