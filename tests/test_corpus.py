"""Hostile files: which of them have an error, and the line of the first."""

from pathlib import Path

import pytest

from scorecard.i18n.rules import Severity
from scorecard.project.load import load_all

CORPUS = Path(__file__).parent / "cases" / "corpus"

FIRST_ERROR = {
    "enc-ok-lf": None,
    "enc-ok-crlf": None,
    "enc-utf8-bom": None,
    "enc-utf16le-bom": 1,
    "enc-cp1258": 6,
    "enc-truncated": 11,
    "enc-nul": 6,
    "enc-empty": 1,
    "syn-unterminated": 6,
    "syn-dup-key": 10,
    "syn-dup-table": 11,
    "syn-vn-thousands": 9,
    "syn-comma-decimal": 9,
    "syn-percent": 9,
    "syn-smart-quotes": 6,
    "syn-arabic-digits": 9,
    "syn-yaml": 1,
    "syn-merge-conflict": 8,
    "syn-docx-renamed": 1,
    "num-1e400": 9,
    "num-inf": 9,
    "num-nan": 9,
    "num-4301-digits": 9,
    "num-exp-bomb": 9,
    "num-bool": 9,
    "num-quoted": None,
    "num-quoted-arabic": 9,
    "num-over-limit": 9,
    "num-negative-share": 9,
    "num-array": 9,
    "num-range-backwards": 9,
    "num-share-of-zero": None,
    "num-bound-nothing": 9,
    "num-zero-target": None,
    "txt-nfd": None,
    "txt-rtl-override": 6,
    "txt-esc-csi": 6,
    "txt-markup": None,
    "txt-newline": 6,
    "txt-gha-v1": None,
    "txt-formula": None,
    "txt-script": None,
    "txt-arabic": None,
    "txt-empty": 6,
    "txt-bidi-in-comment": 11,
    "txt-id-traversal": 5,
    "txt-js-url": 13,
    "sch-format-2": 1,
    "sch-typo-key": 10,
    "sch-typo-indicator": 8,
    "sch-missing-id": 4,
    "sch-framework-gone": 2,
    "sch-source-gone": 10,
    "sch-absent-unknown": 9,
    "sch-bad-period": 3,
    "sch-claim-wrong": 11,
}
"""The line of the first error of each file; None where it has none."""


@pytest.mark.parametrize(("name", "line"), FIRST_ERROR.items(), ids=FIRST_ERROR)
def test_a_hostile_file_has_its_first_error_at_its_line(name: str, line: int | None) -> None:
    (opened,) = load_all([CORPUS / f"{name}.toml"])
    errors = [item.line for item in opened.diagnostics if item.severity is Severity.ERROR]
    assert next(iter(errors), None) == line


def test_every_file_of_the_corpus_is_tested() -> None:
    assert {path.stem for path in CORPUS.iterdir()} == FIRST_ERROR.keys()
