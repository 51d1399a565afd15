"""Tables for a terminal: how they are split, narrowed and coloured, and exactly how they look."""

import re
import unicodedata

import pytest
from rich.cells import cell_len
from views import cell, column, made, table

from scorecard.formats.table import ROWS, STYLES, render_table, table_pieces
from scorecard.report import blocks
from scorecard.report.blocks import Block, Cell, Code, Column, Facts, Heading, Note, Row, Table
from scorecard.text.medium import Medium
from scorecard.text.printable import printable


def lines(block: Block, width: int) -> list[str]:
    text = render_table(made(block), Medium(width, colour=False))
    assert not text or text.endswith("\n")
    return text.removesuffix("\n").split("\n")


PLAIN = table(
    [column("Name", "k"), column("Value", "n"), column("Bar", "o"), column("Note", "o")],
    ["Huế", "98.6", "██", "all of it"],
    ["Cao Bằng", "7", "█", ""],
)


def test_columns_stand_side_by_side_words_left_and_numbers_right() -> None:
    assert lines(PLAIN, 40) == [
        "Name      Value  Bar  Note",
        "───────────────────────────────",
        "Huế        98.6  ██   all of it",
        "Cao Bằng      7  █",
    ]


def test_ornaments_are_left_out_where_there_is_no_room_the_last_first() -> None:
    assert lines(PLAIN, 31)[0] == "Name      Value  Bar  Note"
    assert lines(PLAIN, 30) == [
        "Name      Value  Bar",
        "────────────────────",
        "Huế        98.6  ██",
        "Cao Bằng      7  █",
    ]
    assert lines(PLAIN, 20)[0] == "Name      Value  Bar"
    assert lines(PLAIN, 19) == [
        "Name      Value",
        "───────────────",
        "Huế        98.6",
        "Cao Bằng      7",
    ]
    assert lines(PLAIN, 15)[0] == "Name      Value"


def test_where_no_table_fits_each_cell_has_a_line() -> None:
    assert lines(PLAIN, 14) == ["Huế", "Value: 98.6", "", "Cao Bằng", "Value: 7"]
    assert lines(PLAIN, 7) == ["Huế", "Value:", "98.6", "", "Cao", "Bằng", "Value:", "7"]


LESSER = table(
    [column("Name", "k"), column("Value", "n"), column("Source", "l"), column("Note", "l")],
    ["Huế", "98.6", "p2", ""],
    ["Cao Bằng", "7", "", "all of it"],
)


def test_lesser_columns_that_are_left_out_are_named() -> None:
    assert lines(LESSER, 34)[0] == "Name      Value  Source  Note"
    assert lines(LESSER, 30) == [
        "Name      Value  Source",
        "───────────────────────",
        "Huế        98.6  p2",
        "Cao Bằng      7",
        "",
        "Not shown at this width: Note",
    ]
    assert lines(LESSER, 22)[-3:] == ["", "Not shown at this", "width: Source, Note"]
    assert lines(LESSER, 14) == [
        *["Huế", "Value: 98.6", "", "Cao Bằng", "Value: 7"],
        *["", "Not shown at", "this width:", "Source, Note"],
    ]


def test_a_column_that_says_nothing_is_not_missed() -> None:
    rows = ["Huế", "98.6", "p2", ""], ["Huế", "98.6", "", ""]
    assert lines(table(LESSER.columns, rows[0]), 12)[-1] == "Source"
    assert lines(table(LESSER.columns, rows[1]), 12) == [
        "Name  Value",
        "───────────",
        "Huế    98.6",
    ]


SPLIT = table(
    [
        column("No", "kn"),
        column("Name", "k"),
        column("First", "n"),
        column("Bar", "o"),
        column("Second", "n"),
        column("Third", "n"),
    ],
    ["§", "All", "", "", "", ""],
    ["1", "Huế", "11", "█", "12", "13"],
    ["2", "Sơn La", "21", "░", "", ""],
)


def test_what_does_not_fit_stands_in_a_table_below_with_the_keys_again() -> None:
    assert lines(SPLIT, 26) == [
        "No  Name    First  Second",
        "─────────────────────────",
        "    All",
        " 1  Huế        11      12",
        " 2  Sơn La     21",
        "",
        "No  Name    Third",
        "─────────────────",
        "    All",
        " 1  Huế        13",
    ]


def test_a_row_with_nothing_to_say_is_not_lost() -> None:
    columns = [column("Name", "k"), column("First"), column("Second"), column("Source", "o")]
    block = table(columns, ["Huế", "", "", "report"], ["Sơn La", "a", "b", ""])
    assert lines(block, 14) == [
        "Name    First",
        "─────────────",
        "Huế",
        "Sơn La  a",
        "",
        "Name    Second",
        "──────────────",
        "Huế",
        "Sơn La  b",
    ]


def test_a_section_runs_on_over_the_columns_beside_it() -> None:
    block = table(
        [column("Name", "k"), column("Value", "n")],
        ["§A long name of a section", ""],
        ["a", "1"],
        ["§Short", "3"],
        ["b", "2"],
    )
    assert lines(block, 16) == [
        "Name   Value",
        "────────────",
        "A long name of a",
        "section",
        "a          1",
        "",
        "Short      3",
        "b          2",
    ]


def test_words_wrap_and_numbers_do_not() -> None:
    block = table(
        [column("Name", "k"), column("Value", "n")],
        ["A name of very many words", "≈ 1234.5–1299.5"],
    )
    assert lines(block, 33) == [
        "Name                        Value",
        "─────────────────────────────────",
        "A name of very    ≈ 1234.5–1299.5",
        "many words",
    ]
    assert lines(block, 32) == ["A name of very many words", "Value: ≈ 1234.5–1299.5"]


def test_why_a_number_is_absent_may_wrap() -> None:
    absent = Row((cell("a"), Cell(printable("not applicable"), "absent")))
    block = Table((column("Name", "k"), column("Value", "n")), (absent,))
    assert lines(block, 20) == ["Name           Value", "─" * 20, "a     not applicable"]
    assert lines(block, 16) == [
        "Name       Value",
        "─" * 16,
        "a            not",
        "      applicable",
    ]


def test_a_word_longer_than_its_column_is_folded_and_not_cut() -> None:
    block = table([column("N", "k"), column("V", "n")], ["Donau" * 8, "1"], ["漢字" * 20, "2"])
    text = "".join(lines(block, 40)).replace(" ", "")
    assert "Donau" * 8 in text.replace("1", "", 1)
    assert text.count("漢字") == 20


def test_a_table_may_have_no_rows_no_keys_or_nothing_but_keys() -> None:
    assert lines(table([column("Name", "k"), column("Value", "n")]), 40) == [
        "Name  Value",
        "───────────",
    ]
    values = [column("One", "n"), column("Two", "n")]
    assert lines(table(values, ["1", "2"]), 4) == ["One", "───", "  1", "", "Two", "───", "  2"]
    assert lines(table([column("Name", "k")], ["Huế"]), 3) == ["Huế"]
    keys = [column("Name", "k"), column("Level", "k")]
    assert lines(table(keys, ["Huế", "city"]), 11) == ["Name  Level", "───────────", "Huế   city"]
    assert lines(table(keys, ["Huế", "city"]), 10) == ["Huế city"]


FACTS = Facts(((printable("Score"), cell("≈ 4.5")), (printable("Độ phủ"), cell("a b " * 8))))


def test_facts_stand_beside_their_names_or_after_them() -> None:
    assert lines(FACTS, 40) == [
        "Score   ≈ 4.5",
        "Độ phủ  a b a b a b a b a b a b a b a b",
    ]
    assert lines(FACTS, 38)[1:] == ["Độ phủ  a b a b a b a b a b a b a b a", "        b"]
    assert lines(FACTS, 37) == ["Score: ≈ 4.5", "Độ phủ: a b a b a b a b a b a b a b a", "b"]
    assert lines(Facts(()), 40) == [""]


ARABIC = blocks.table(
    [column("المؤشر", "k"), column("الدرجة", "n"), column("الإنجاز (%)", "n"), column("الحكم")],
    [
        blocks.row("بيوت", "12/18", "66.7", "قريب"),
        blocks.row("طرق للقرى", "لا بيانات", "–", "–"),
        blocks.row("الكل", "", "", "", section=True),
    ],
)


def test_no_cell_is_carried_along_by_right_to_left_text_beside_it() -> None:
    assert lines(ARABIC, 60) == [
        "   الدرجة ǀالإنجاز (%) ǀالمؤشر    ǀالحكم",
        "────────────────────────────────────────",
        "    12/18 ǀ       66.7 ǀبيوت      ǀقريب",
        "لا بيانات ǀ          – ǀطرق للقرى ǀ–",
        "",
        "          ǀ            ǀالكل      ǀ",
    ]
    # It is a letter from left to right to a terminal that lays out such text, and one column wide.
    assert (unicodedata.bidirectional("ǀ"), cell_len("ǀ")) == ("L", 1)


def test_a_fence_takes_no_room() -> None:
    assert max(map(cell_len, lines(ARABIC, 40))) == 40
    assert max(map(cell_len, lines(ARABIC, 39))) == 39
    plain = [line.replace("ǀ", " ").rstrip() for line in lines(ARABIC, 60)]
    assert plain == lines(ARABIC._replace(fenced=False), 60)


def test_facts_with_names_from_right_to_left_are_fenced() -> None:
    facts = Facts(((printable("الدرجة"), cell("7–8")), (printable("الفئة"), cell("جيد"))))
    assert lines(facts, 60) == ["الدرجة ǀ7–8", "الفئة  ǀجيد"]
    assert lines(Facts(((printable("Band"), cell("جيد")),)), 60) == ["Band  جيد"]


def test_blocks_have_a_blank_line_between_them() -> None:
    view = made(
        Heading(printable("Title")),
        Note(printable("so it is"), printable("Note")),
        Heading(printable("Below"), level=2),
        PLAIN,
    )
    assert render_table(view, Medium(15, colour=False)) == (
        "Title\n\nNote: so it is\n\nBelow\n\n"
        "Name      Value\n───────────────\nHuế        98.6\nCao Bằng      7\n"
    )


@pytest.mark.parametrize("status", STYLES)
def test_colours_say_what_a_cell_says(status: str) -> None:
    codes = {
        "plain": "",
        "quiet": "2",
        "strong": "1",
        "exceeded": "1;38;5;64",
        "met": "38;5;64",
        "near": "38;5;130",
        "behind": "38;5;161",
        "undecided": "38;5;31",
        "absent": "2;3",
    }
    known = {name: name for name in STYLES}[next(name for name in STYLES if name == status)]
    block = Table((column("N"),), (Row((Cell(printable("text"), known),)),))
    text = render_table(made(block), Medium(40, colour=True))
    code = codes[status]
    assert text.split("\n")[2] == (f"\x1b[{code}mtext\x1b[0m" if code else "text")


def test_a_style_ends_where_its_text_ends() -> None:
    facts = Facts(((printable("Score"), Cell(printable("80.06 to 92.9"), "strong")),))
    assert render_table(made(facts), Medium(13, colour=True)) == (
        "\x1b[2mScore\x1b[0m: \x1b[1m80.06\x1b[0m\n\x1b[1mto 92.9\x1b[0m\n"
    )


def test_headings_and_sections_are_bold_and_blanks_have_no_style() -> None:
    behind = Row((cell("a"), Cell(printable("85 ✗"), "behind")))
    section = Row((cell("All"), Cell(printable("7"), "quiet")), section=True)
    block = Table((column("Name", "k"), column("Value", "n")), (behind, section))
    assert render_table(made(block), Medium(40, colour=True)).split("\n") == [
        "\x1b[1mName\x1b[0m  \x1b[1mValue\x1b[0m",
        "\x1b[2m───────────\x1b[0m",
        "a      \x1b[38;5;161m85 ✗\x1b[0m",
        "",
        "\x1b[1mAll\x1b[0m       \x1b[1;2m7\x1b[0m",
        "",
    ]


def test_a_short_heading_over_numbers_has_one_line_where_there_is_room() -> None:
    block = table([column("Unit", "k"), column("Needed, %", "n")], ["Sơn La", "7"])
    assert lines(block, 17)[0] == "Unit    Needed, %"
    assert lines(block, 15)[:2] == ["        Needed,", "Unit          %"]


def test_a_long_heading_over_numbers_has_three_lines_and_ends_above_the_rule() -> None:
    block = table([column("Unit", "k"), column("Share of all points of it", "n")], ["Huế", "7"])
    assert lines(block, 40) == [
        "        Share of",
        "      all points",
        "Unit       of it",
        "────────────────",
        "Huế            7",
    ]


def test_a_long_table_comes_piece_by_piece_and_as_wide_as_its_widest_row() -> None:
    rows = [[f"unit {number}", str(number)] for number in range(2 * ROWS)]
    view = made(table([column("Unit", "k"), column("Points", "n")], *rows))
    pieces = list(table_pieces(view, Medium(40, colour=False)))
    assert [piece.count("\n") for piece in pieces] == [1, 1, ROWS, ROWS]
    assert "".join(pieces) == render_table(view, Medium(40, colour=False))
    assert pieces[2].split("\n")[:2] == ["unit 0         0", "unit 1         1"]


@pytest.mark.parametrize("width", [3, 40, 200])
def test_what_steers_a_terminal_or_rich_is_text_like_any_other(width: int) -> None:
    hostile = printable(
        "[bold red]a[/] [link=http://e]b[/link] :smile: \x1b[31m\x9b2J\x1b]8;;x\x07"
    )
    columns = (Column(hostile, key=True), Column(printable("V")), Column(hostile, "lesser"))
    said = Cell(hostile)
    view = made(
        Heading(hostile),
        Note(hostile, hostile),
        Facts(((hostile, said),)),
        Code(hostile, (hostile,)),
        Table(columns, (Row((said, said, said)), Row((said, cell(""), cell("")), section=True))),
    )
    text = render_table(view, Medium(width, colour=False))
    assert not re.search(r"[^\n\x20-\x7e─]", text)
    assert "".join(text.split()).count("".join(hostile.split())) >= 10


@pytest.mark.parametrize("terminal", ["dumb", "unknown", "xterm-256color"])
def test_nothing_but_the_medium_decides(monkeypatch: pytest.MonkeyPatch, terminal: str) -> None:
    view = made(Heading(printable("Title " * 30)), PLAIN)
    expected = [render_table(view, Medium(120, colour=colour)) for colour in (False, True)]
    monkeypatch.setenv("TERM", terminal)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TTY_COMPATIBLE", "0")
    monkeypatch.setenv("COLUMNS", "10")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert [render_table(view, Medium(120, colour=colour)) for colour in (False, True)] == expected
    assert re.sub(r"\x1b\[[0-9;]*m", "", expected[1]) == expected[0]
    assert len(expected[0].split("\n")[0]) > 110
