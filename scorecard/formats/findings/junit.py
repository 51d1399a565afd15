"""Diagnostics as JUnit XML: each file a test, each error a failure."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from scorecard.diagnostic import Diagnostic
from scorecard.formats.findings.report import Report
from scorecard.i18n.rules import Severity
from scorecard.text.medium import Medium

# XML 1.0 has no way to write these two, and nothing else in a printable text that it refuses.
_REFUSED = re.compile("[\ufffe\uffff]")


def annotate_junit(report: Report, _: Medium) -> str:
    """Return a test suite; what is no error stands in the output of the file's test."""
    by_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for item in report.diagnostics:
        by_file[item.file].append(item)
    counts = f'tests="{report.checked}" failures="{report.count(Severity.ERROR)}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="scorecard validate" {counts}>',
        f'  <testsuite name="scorecard validate" {counts}>',
    ]
    for file in report.files:
        lines += _test(file, by_file[file])
    return "\n".join([*lines, "  </testsuite>", "</testsuites>", ""])


def _test(file: str, found: Sequence[Diagnostic]) -> Iterator[str]:
    name = _attribute(file)
    yield f"    <testcase classname={name} name={name}{'' if found else '/'}>"
    for item in found:
        if item.severity is Severity.ERROR:
            message = _attribute(item.message)
            yield f'      <failure type="{item.code}" message={message}>{_text(item)}</failure>'
    others = "\n".join(_text(item) for item in found if item.severity is not Severity.ERROR)
    if others:
        yield f"      <system-out>{others}</system-out>"
    if found:
        yield "    </testcase>"


def _text(item: Diagnostic) -> str:
    hint = f" ({item.hint})" if item.hint else ""
    head = f"{item.file}:{item.line}:{item.column}: {item.severity.value}[{item.code}]"
    return escape(_REFUSED.sub("�", f"{head}: {item.message}{hint}"))


def _attribute(text: str) -> str:
    return quoteattr(_REFUSED.sub("�", text))
