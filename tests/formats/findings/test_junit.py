"""JUnit XML: well-formed for any text, and with the right counts."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from command import run
from hypothesis import given
from hypothesis import strategies as st
from made import Made

from scorecard.diagnostic import Diagnostic, Finding
from scorecard.formats.findings import Report
from scorecard.formats.findings.junit import annotate_junit
from scorecard.i18n.rules import Severity
from scorecard.text.medium import Medium
from scorecard.text.printable import printable
from scorecard.toml.document import Document

made = Made()

MEDIUM = Medium(1, colour=True)
CASES = Path(__file__).parents[2] / "cases"
TEXT = st.text(st.characters() | st.sampled_from("<>&\"'\x00\x0b\ud800\ufffe\uffff]"))


def told(name: str, text: str, severity: Severity, hint: str = "") -> Diagnostic:
    rule = made("SC900", severity, "{text}", "{hint}")
    finding = Finding(rule, arguments={"text": text, "hint": hint}, place=(6, 7))
    return Document(name, "a = 1\nb = 2\n").diagnostic(finding)


@given(TEXT, TEXT, st.sampled_from(Severity))
def test_any_text_makes_a_well_formed_document(name: str, text: str, severity: Severity) -> None:
    found = told(name, text, severity, text)
    written = annotate_junit(Report(1, [found], [printable(name)]), MEDIUM)
    root = ET.fromstring(written.encode())  # noqa: S314 - our own
    (case,) = root.iter("testcase")
    (part,) = case
    shown = found.message.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert part.tag == ("failure" if severity is Severity.ERROR else "system-out")
    assert shown in (part.text or "")


def test_the_exact_text() -> None:
    found = [
        told("a.toml", '"1" < 2', Severity.ERROR, "& so"),
        told("a.toml", "careful", Severity.WARNING),
        told("a.toml", "by the way", Severity.NOTE),
    ]
    files = [printable("a.toml"), printable("b.toml")]
    assert annotate_junit(Report(2, found, files), MEDIUM) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="scorecard validate" tests="2" failures="1">\n'
        '  <testsuite name="scorecard validate" tests="2" failures="1">\n'
        '    <testcase classname="a.toml" name="a.toml">\n'
        '      <failure type="SC900" message="&quot;1&quot; &lt; 2">'
        'a.toml:2:1: error[SC900]: "1" &lt; 2 (&amp; so)</failure>\n'
        "      <system-out>a.toml:2:1: warning[SC900]: careful\n"
        "a.toml:2:1: note[SC900]: by the way</system-out>\n"
        "    </testcase>\n"
        '    <testcase classname="b.toml" name="b.toml" />\n'
        "  </testsuite>\n"
        "</testsuites>\n"
    )


@pytest.mark.parametrize("folder", ["invalid", "corpus", "valid"])
def test_the_counts_are_those_of_the_parts(folder: str) -> None:
    root = ET.fromstring(run("validate", CASES / folder, "-f", "junit").out.encode())  # noqa: S314 - our own
    failures, cases = len(list(root.iter("failure"))), len(list(root.iter("testcase")))
    assert cases == len(list((CASES / folder).glob("*.toml")))
    told = json.loads(run("validate", CASES / folder, "-f", "json").out)["diagnostics"]
    assert failures == len([item for item in told if item["severity"] == "error"])
    for suite in (root, *root):
        assert suite.attrib == {
            "name": "scorecard validate",
            "tests": str(cases),
            "failures": str(failures),
        }
