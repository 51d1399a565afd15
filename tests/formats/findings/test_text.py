"""Findings for people: the line, the mark below it, the hint and the summary."""

import re

import pytest
from made import Made
from rich.cells import cell_len

from scorecard.diagnostic import Diagnostic, Finding, Related
from scorecard.formats.findings import Report
from scorecard.formats.findings.text import annotate_text
from scorecard.i18n.rules import Severity
from scorecard.text.medium import Medium
from scorecard.toml.document import Document

made = Made()

PLAIN = Medium(80, colour=False)
RULES = {
    severity: made(f"SC{900 + place}", severity, "this is {what}", "{hint}")
    for place, severity in enumerate(Severity)
}


def told(
    text: str, start: int, end: int, *, severity: Severity = Severity.ERROR, hint: str = ""
) -> Diagnostic:
    arguments = {"what": "wrong", "hint": hint}
    finding = Finding(RULES[severity], arguments=arguments, place=(start, end))
    return Document("a/b.toml", text).diagnostic(finding)


def shown(*found: Diagnostic, checked: int = 1, medium: Medium = PLAIN) -> str:
    return annotate_text(Report(checked, found), medium)


def test_a_finding_with_its_line_a_mark_and_a_hint() -> None:
    text = 'format = 1\nperiod = "2025-H3"\n'
    found = told(text, 20, 29, hint='write it in quotes: "2025-H1"')
    assert shown(found, checked=3) == (
        "error[SC900]: this is wrong\n"
        "  --> a/b.toml:2:10\n"
        '2 | period = "2025-H3"\n'
        "  |          ^^^^^^^^^\n"
        '  = help: write it in quotes: "2025-H1"\n'
        "\n"
        "3 files checked: 1 error\n"
    )


def test_a_second_place_follows_in_a_block_of_its_own() -> None:
    rule = made("SC910", Severity.ERROR, "given before", "delete one")
    text = "a = 1\n" + "\n" * 8 + "b = 2\na = 3\n"
    related = Related("it was here", place=(0, 1))
    place = (text.rindex("a"), text.rindex("a") + 1)
    found = Document("a.toml", text).diagnostic(Finding(rule, place=place, related=related))
    plain = (
        "error[SC910]: given before\n"
        "  --> a.toml:11:1\n"
        "11 | a = 3\n"
        "   | ^\n"
        "  = help: delete one\n"
        "note: it was here\n"
        "  --> a.toml:1:1\n"
        "1 | a = 1\n"
        "  | ^\n"
        "\n"
        "1 file checked: 1 error\n"
    )
    assert shown(found) == plain
    coloured = shown(found, medium=Medium(80, colour=True))
    assert "\x1b[1;36mnote\x1b[0m: it was here\n" in coloured
    assert "\x1b[1;36m^\x1b[0m\n" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_without_a_hint_no_help_and_without_a_text_no_line() -> None:
    assert shown(told("", 0, 0)) == (
        "error[SC900]: this is wrong\n  --> a/b.toml:1:1\n\n1 file checked: 1 error\n"
    )
    assert shown(told(" \n", 0, 1)) == shown(told("", 0, 0))


LINES = [
    # a line, the part that is marked, and the columns of a terminal before and under the mark
    ("abc = 1", "abc", 0, 3),
    ("abc = 12", "12", 6, 2),
    ("Chữ quốc ngữ = 1", "1", 15, 1),
    ("Ty\u0309 le\u0323\u0302 = 12", "12", 8, 2),
    ("a = Ty\u0309 le\u0323\u0302", "Ty\u0309 le\u0323\u0302", 4, 5),
    ("漢字 = 12", "12", 7, 2),
    ("a = 漢字", "漢字", 4, 4),
    ("ＡＢ = 漢", "漢", 7, 2),
    ("\ta =\t1", "1", 5, 1),
    ("a\u202eb\x1bc = 12", "12", 8, 2),
    ("a\u202eb = \u200b\u200b1", "\u200b1", 7, 2),
    ("##[add-mask]x = 1 ::error:: y", "y", 28, 1),
    ("نص = 12", "12", 5, 2),
    ("a = [red]1[/red] [/x]", "[/x]", 17, 4),
    (r"a = '\u202e' 1", "1", 13, 1),
]


@pytest.mark.parametrize(("line", "part", "before", "under"), LINES)
@pytest.mark.parametrize("above", [0, 99])
def test_the_mark_stands_right_under_what_it_marks(
    line: str, part: str, before: int, under: int, above: int
) -> None:
    text = "\n" * above + line + "\n"
    start = above + line.rindex(part)
    _, _, source, mark, *_ = shown(told(text, start, start + len(part))).split("\n")
    gutter, printed = source.split(" | ", 1)
    assert gutter == str(above + 1)
    assert mark == " " * len(gutter) + " | " + " " * before + "^" * under
    assert cell_len(printed) >= before + under
    assert not re.search(r"[\x00-\x1f\u200b-\u202e]|##\[|::error", printed)


def test_every_character_of_the_line_keeps_its_column() -> None:
    line = "a\u202e##[b]\x9b\ud800::error:: \U000e0041c"
    source = told(line, len(line) - 1, len(line)).spot.source
    assert source == "a\ufffd\ufffd#[b]\ufffd\ufffd\ufffd:error:: \ufffdc"


def test_a_range_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    source, mark = shown(told("a = [\n  1,\n]\n", 4, 12)).split("\n")[2:4]
    assert source == "1 | a = ["
    assert mark == "  |     ^"


def test_a_range_of_no_width_is_marked_all_the_same() -> None:
    assert shown(told("a = ", 4, 4)).split("\n")[3] == "  |     ^"
    assert shown(told("a = 1", 4, 4)).split("\n")[3] == "  |     ^"


def test_a_long_line_is_not_wrapped_but_cut_around_what_is_marked() -> None:
    line = "a = " + "x " * 1000 + "12" + " y" * 1000
    for medium in (PLAIN, Medium(1, colour=False)):
        start = line.index("12")
        _, place, source, mark, *_ = shown(told(line, start, start + 2), medium=medium).split("\n")
        assert place.endswith(f":1:{start + 1}")
        assert len(source) < 120
        assert (source[4], source[-1]) == ("…", "…")
        assert mark == "  | " + " " * (source.index("12") - 4) + "^^"


@pytest.mark.parametrize(
    ("severities", "checked", "expected"),
    [
        ("", 0, "0 files checked: no findings"),
        ("", 1, "1 file checked: no findings"),
        ("e", 1, "1 file checked: 1 error"),
        ("nweewn", 2, "2 files checked: 2 errors, 2 warnings, 2 notes"),
        ("n", 2, "2 files checked: 1 note"),
    ],
)
def test_a_summary_counts_by_severity(severities: str, checked: int, expected: str) -> None:
    by_letter = {severity.value[0]: severity for severity in Severity}
    found = [told("a = 1", 0, 1, severity=by_letter[letter]) for letter in severities]
    lines = shown(*found, checked=checked).split("\n")
    assert lines[-2:] == [expected, ""]
    headed = [line[0] for line in lines if re.search(r"\[SC90[0-2]\]: this is wrong$", line)]
    assert headed == list(severities)


def test_the_summary_says_how_many_findings_a_baseline_accepts() -> None:
    found = [told("a = 1", 0, 1)]
    none, one = (annotate_text(Report(1, each, accepted=12), PLAIN) for each in ([], found))
    assert none == "1 file checked: no findings (12 accepted by the baseline)\n"
    assert one.endswith("\n1 file checked: 1 error (12 accepted by the baseline)\n")


def test_colours_change_nothing_but_colours() -> None:
    found = [told("a = [red]", 4, 9, severity=severity, hint="[/x]") for severity in Severity]
    coloured = shown(*found, medium=Medium(80, colour=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == shown(*found)
    codes = {"SC900": ("error", "1;31"), "SC901": ("warning", "1;33"), "SC902": ("note", "1;36")}
    for rule, (severity, code) in codes.items():
        assert f"\x1b[{code}m{severity}[{rule}]\x1b[0m: this is wrong\n" in coloured
        assert f"\x1b[{code}m^^^^^\x1b[0m\n" in coloured
    assert "\x1b" not in shown(*found)
