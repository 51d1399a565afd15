"""Markdown shows every text as it is, whatever Markdown or HTML would make of it."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from views import cell, column, made, real_views, table

from scorecard.formats.markdown import render_markdown
from scorecard.report.blocks import Block, Cell, Facts, Heading, Note, Row, Table
from scorecard.text.medium import Medium
from scorecard.text.printable import printable

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MEDIUM = Medium(1, colour=True)


def written(*blocks: Block) -> str:
    return render_markdown(made(*blocks), MEDIUM)


def read(markdown: str) -> list[tuple[str, str, bool]]:
    """Return every text of a document: the tag that it stands in, the text, whether it is bold."""
    tokens = READER.parse(markdown)
    return [
        (before.tag, *_text(token.children or []))
        for before, token in pairwise(tokens)
        if token.type == "inline"
    ]


def _text(parts: list[Token]) -> tuple[str, bool]:
    kinds = {part.type for part in parts}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close"}
    return "".join(part.content for part in parts), "strong_open" in kinds


def test_each_kind_of_block() -> None:
    table_ = table(
        [column("Name", "k"), column("Value", "n"), column("", "o"), column("Note", "o")],
        ["§Group", "", "", ""],
        ["a", "1", "██", ""],
    )
    strong = Facts(((printable("Score"), Cell(printable("4.5"), "strong")),))
    blocks = (Heading(printable("One")), Heading(printable("Two"), 2), strong, table_)
    assert written(*blocks, Note(printable("So."), printable("Note"))) == (
        "## One\n\n### Two\n\n- Score: **4.5**\n\n"
        "| Name | Value | Note |\n| --- | --: | --- |\n"
        "| **Group** |  |  |\n| a | 1 |  |\n\nNote: So.\n"
    )


def test_a_strong_cell_without_a_text_is_empty() -> None:
    block = Table((column("N"),), (Row((Cell(printable(""), "strong"),)),))
    assert written(block) == "| N |\n| --- |\n|  |\n"


HOSTILE = [
    "a | b || c \\| d \\",
    "<script>alert(1)</script> <!-- c --> &lt;b&gt; &#35;",
    "[click](javascript:alert(1)) ![x](http://e.example) [x]: y",
    "*a* **b** __c__ _d_ `e` ``f`` ~~g~~",
    "# no heading",
    "${{ secrets.X }} $a$",
    "@team #12 !",
    "=HYPERLINK(1) + - 1. 1)",
    "\\* \\\\ \\u0023",
    *("- a", "+ a", "1. a", "> a", "---", "===", "```", "    code "),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_shown_as_it_is(text: str) -> None:
    safe = printable(text)
    plain = " ".join(text.split())
    body = table([column(text), column("N")], [f"§{text}", ""], [text, "1"])
    document = written(
        Heading(safe),
        Facts(((printable("Fact"), cell(text)),)),
        body,
        Note(safe, printable("Note")),
    )
    assert [(tag, " ".join(shown.split()), bold) for tag, shown, bold in read(document)] == [
        ("h2", plain, False),
        ("p", f"Fact: {plain}", False),
        ("th", plain, False),
        ("th", "N", False),
        ("td", plain, True),
        ("td", "", False),
        ("td", plain, False),
        ("td", "1", False),
        ("p", f"Note: {plain}", False),
    ]


@given(st.lists(st.text("|\\`*_<>&;[]()#~!$@{}a1.+-=:/ "), min_size=1, max_size=4))
def test_any_text_is_shown_as_it_is_in_its_own_cell(texts: list[str]) -> None:
    document = written(table([column(f"h{at}") for at, _ in enumerate(texts)], texts))
    shown = [text.strip() for tag, text, _ in read(document) if tag == "td"]
    assert shown == [printable(text).strip() for text in texts]


@pytest.mark.parametrize("number", range(8))
def test_every_row_of_a_real_view_has_as_many_cells(number: int) -> None:
    view = real_views()[number]
    text = render_markdown(view, MEDIUM)
    tables = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert len(tables) == sum(isinstance(block, Table) for block in view.blocks())
    for each in tables:
        counts = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in each.splitlines()}
        assert len(counts) == 1
    assert {tag for tag, _, _ in read(text)} <= {"h2", "h3", "p", "th", "td"}
