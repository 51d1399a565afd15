"""Diagnostics as JUnit XML: each file a test, each error a failure."""

import re
from collections import defaultdict
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from scorecard.diagnostic import Diagnostic
from scorecard.formats.findings import Report, weight
from scorecard.i18n.rules import Severity
from scorecard.text.medium import Medium

# XML 1.0 has no way to write these two, and nothing else in a printable text that it refuses.
_REFUSED = re.compile("[\ufffe\uffff]")


def annotate_junit(report: Report, _: Medium) -> str:
    """Return a test suite; what is no error stands in the output of the file's test."""
    by_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for item in report.diagnostics:
        by_file[item.file].append(item)
    failures = report.count(Severity.ERROR)
    counts = {"name": "scorecard validate", "tests": f"{report.checked}", "failures": f"{failures}"}
    root = Element("testsuites", counts)
    suite = SubElement(root, "testsuite", counts)
    for file in report.files:
        case = SubElement(suite, "testcase", classname=file, name=file)
        others = [item for item in by_file[file] if item.severity is not Severity.ERROR]
        for item in by_file[file]:
            if item.severity is Severity.ERROR:
                failure = SubElement(case, "failure", type=item.code, message=item.message)
                failure.text = _text(item)
        if others:
            SubElement(case, "system-out").text = "\n".join(map(_text, others))
    indent(root)
    text = _REFUSED.sub("�", tostring(root, "unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _text(item: Diagnostic) -> str:
    hint = f" ({item.hint})" if item.hint else ""
    head = f"{item.place}: {weight(item)}[{item.code}]"
    return f"{head}: {item.message}{hint}"
