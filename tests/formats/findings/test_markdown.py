"""Findings as Markdown: a count, and a table in which no text of a file has a meaning."""

from made import Made

from scorecard.diagnostic import Finding
from scorecard.formats.findings import Report
from scorecard.formats.findings.markdown import annotate_markdown
from scorecard.i18n.rules import Severity
from scorecard.text.medium import Medium
from scorecard.toml.document import Document

made = Made()
PLAIN = Medium(80, colour=False)


def test_the_exact_text() -> None:
    rule = made("SC900", Severity.WARNING, "it says {text}", "write {text}")
    finding = Finding(rule, arguments={"text": "a|<b>`c`"}, place=(6, 7))
    item = Document("a_b.toml", "a = 1\nb = 2\n").diagnostic(finding)
    assert annotate_markdown(Report(2, [item]), PLAIN) == (
        "2 files checked: 1 warning\n"
        "\n"
        "| Place | Severity | Code | What is wrong |\n"
        "| --- | --- | --- | --- |\n"
        "| a\\_b.toml:2:1 | warning | SC900 "
        "| it says a\\|\\<b\\>\\`c\\`. write a\\|\\<b\\>\\`c\\` |\n"
    )


def test_without_findings_there_is_no_table() -> None:
    assert annotate_markdown(Report(1, []), PLAIN) == "1 file checked: no findings\n"
