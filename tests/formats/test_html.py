"""A page says what the table says, asks for nothing, and takes no text for a part of itself."""

import re
from html import unescape
from pathlib import Path

import pytest
from command import run
from pages import Page
from views import assessments, cell, column, grid, made, real_views, shown, side_by_side, table

from scorecard.formats.html import render_html
from scorecard.report.blocks import Cell, Code, Facts, Heading, Note
from scorecard.report.pictures import Course, Place, Span, Strip
from scorecard.text.medium import Medium
from scorecard.text.printable import printable

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"
POINTS = Path(__file__).parents[2] / "scorecards" / "decision-766"
MEDIUM = Medium(80, colour=False)
BARS = set("█▉▊▋▌▍▎▏▒·")
ARABIC = Medium(80, colour=False, language="ar", right_to_left=True)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_cells_of_a_page_are_those_of_the_table(language: str) -> None:
    units = assessments(ORDINARY)
    for view in (shown(units, language), side_by_side(units, language, rows="units")):
        page = Page(render_html(view, MEDIUM))
        head, *rows = grid(view)
        texts = (text for row in (head, *rows) for text in row if text)
        told = [text for text in texts if set(text) - BARS]
        found = [text for text in page.cells if text]
        assert found[: len(told)] == told


@pytest.mark.parametrize("medium", [MEDIUM, ARABIC], ids=["en", "ar"])
def test_a_page_asks_for_nothing_and_is_the_same_twice(medium: Medium) -> None:
    for view in real_views():
        page = render_html(view, medium)
        assert page == render_html(view, medium)
        assert "default-src 'none'; style-src 'sha256-" in unescape(page)
        assert not {"script", "img", "link", "iframe"} & {*Page(page).tags}
        assert " style=" not in page
        assert re.search(r"url\((?!#)", page) is None


def test_text_of_a_file_is_no_part_of_the_page() -> None:
    evil = '<script>alert("1")</script>&\u202e'
    blocks = (
        Heading(printable(evil)),
        Facts(((printable(evil), cell(evil)),)),
        table([column(evil, "k"), column(evil, "n")], [evil, evil], [f"§{evil}", ""]),
        Note(printable(evil), printable(evil)),
        Code(printable(evil), (printable(evil),)),
    )
    page = render_html(made(*blocks), MEDIUM)
    assert "script" not in Page(page).tags
    assert "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;&amp;\\u202e" in page


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://example.org/a?b=1", True),
        ("HTTP://example.org", True),
        ("an-phu.2025.delta.html", True),
        ("javascript:alert(1)", False),
        ("//example.org/x.html", False),
        ("data:text/html,x", False),
    ],
)
def test_links_lead_to_the_web_or_to_a_page_beside(link: str, kept: bool) -> None:
    told = Facts(((printable("a"), Cell(printable("b"), link=printable(link))),))
    assert Page(render_html(made(told), MEDIUM)).links == ([link] if kept else [])


def test_numbers_are_kept_apart_where_letters_run_the_other_way() -> None:
    page = render_html(
        made(table([column("a", "k"), column("b", "n")], ["كاو", "68.5–70"])), ARABIC
    )
    assert '<html lang="ar" dir="rtl">' in page
    assert '<bdi dir="ltr">68.5–70</bdi>' in page
    assert ">كاو<" in page


def test_a_word_that_would_push_others_out_of_sight_may_be_broken() -> None:
    fits, long = "a" * 40, f"https://{'a' * 40}"
    columns = [column("Unit", "k"), column(long, "n")]
    page = render_html(made(table(columns, [fits, "1"], [long, "2"])), MEDIUM)
    assert f'<th scope="col" class="n long">{long}</th>' in page
    assert f'<th scope="row">{fits}</th>' in page
    assert f'<th scope="row" class="long">{long}</th>' in page
    assert ".long{overflow-wrap:anywhere}" in page


def test_a_line_is_broken_where_a_value_is_not_known_or_not_exact() -> None:
    spans = (Span(0, 0), Span(0.5, 0.5), None, Span(0.2, 1), Span(1, 1))
    drawn = Cell(printable("x"), course=Course(printable("2020: 1"), spans))
    page = render_html(
        made(
            Facts(()),
            table([column("a", "k")], ["y"])._replace(
                rows=(table([column("a", "k")], ["y"]).rows[0]._replace(cells=(drawn,)),)
            ),
        ),
        MEDIUM,
    )
    assert "<title>2020: 1</title>" in page
    assert 'd="M2 14L17 8M47 11.6V2"' in page


def test_a_unit_is_a_dot_and_one_whose_score_is_not_exact_a_line() -> None:
    exact, between = Span(0.5, 0.5), Span(0.2, 0.6)
    place = Place(exact, printable("Hue"))
    strip = Strip(printable("All"), (), (exact, between), place, (place,))
    page = render_html(made(Facts((), (strip,))), MEDIUM)
    drawn = re.findall(r'<(circle cx="50%"|rect x="20%" y="[.\d]+" width="40%"[^>]*)', page)
    assert [each.startswith("rect") for each in drawn] == [True, True, False]
    assert drawn[1].endswith('fill="url(#hatch)"')


def test_a_folder_has_an_index_and_a_page_a_unit_and_no_clock(tmp_path: Path) -> None:
    site = tmp_path / "site"
    ran = run("show", ORDINARY, "-o", f"{site}/")
    assert (ran.code, ran.err) == (0, "")
    before = {path.name: path.read_bytes() for path in site.iterdir()}
    assert len(before) == 4
    links = Page(before["index.html"].decode()).links
    assert sorted(filter(None, links)) == sorted(before.keys() - {"index.html"})
    assert run("show", ORDINARY, "-o", site).code == 0
    assert {path.name: path.read_bytes() for path in site.iterdir()} == before
    foot = before["index.html"].decode().partition("<footer>")[2]
    assert "From 4 files; SHA-256 of their sorted SHA-256 digests: " in foot


def folder_of(tmp_path: Path, *said: tuple[str, str]) -> Path:
    """Return a folder with a scorecard of An Phu for each pair of a text in it and its place."""
    folder = tmp_path / "scorecards"
    folder.mkdir()
    (folder / "framework.toml").write_bytes((ORDINARY / "framework.toml").read_bytes())
    text = (ORDINARY / "an-phu.toml").read_text("utf-8")
    for number, (old, new) in enumerate(said):
        (folder / f"{number}.toml").write_text(text.replace(old, new), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "page"),
    [
        ("[unit]", 'track = "self"\n[unit]', "an-phu.2025.delta.self.html"),
        ('"2025"', '"XXXX-H1"', "an-phu.XXXX-H1.delta.html"),
    ],
    ids=["track", "year"],
)
def test_an_index_has_what_states_no_track_or_no_year(
    tmp_path: Path, old: str, new: str, page: str
) -> None:
    folder, site = folder_of(tmp_path, ("", ""), (old, new)), tmp_path / "site"
    ran = run("show", folder / "0.toml", folder / "1.toml", "-o", f"{site}/")
    assert (ran.code, ran.err) == (0, "")
    links = Page((site / "index.html").read_text("utf-8")).links
    assert sorted(filter(None, links)) == sorted(["an-phu.2025.delta.html", page])


def test_no_page_has_the_name_of_another(tmp_path: Path) -> None:
    other = ('"framework.toml"', '"other.toml"')
    folder = folder_of(tmp_path, ("", ""), other, ("[unit]", 'track = "2"\n[unit]'))
    text = (folder / "framework.toml").read_text("utf-8")
    (folder / "other.toml").write_text(re.sub("edition = .*", 'edition = "9"', text), "utf-8")
    names = [folder / f"{number}.toml" for number in range(3)]
    assert run("show", *names, "-o", f"{tmp_path}/site/").code == 0
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == [
        "an-phu.2025.delta.2.html",
        "an-phu.2025.delta.html",
        "an-phu.2025.delta_2.html",
        "index.html",
    ]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    ran = run("show", ORDINARY, "-o", f"{tmp_path}/taken/")
    assert ran.code == 2
    assert "cannot be written" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


@pytest.mark.parametrize("name", ["index.html", "an-phu.2025.delta.html"])
def test_a_page_of_others_is_not_written_over(tmp_path: Path, name: str) -> None:
    own = tmp_path / "own" / name
    own.parent.mkdir()
    own.write_text("<!DOCTYPE html>\n<title>Mine</title>\n", "utf-8")
    ran = run("show", ORDINARY, "-o", f"{own.parent}/")
    assert (ran.code, ran.out) == (2, "")
    told = f"{own.as_posix()} is there already, and was not made by scorecard: give another folder"
    assert ran.err == f"scorecard: {told}\n"
    assert own.read_text("utf-8") == "<!DOCTYPE html>\n<title>Mine</title>\n"
    assert [*own.parent.iterdir()] == [own]


def test_by_its_ending_a_file_is_a_page(tmp_path: Path) -> None:
    assert run("compare", ORDINARY, "-o", tmp_path / "page.html").code == 0
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!DOCTYPE html>\n<html lang=")


def test_a_page_of_34_provinces_is_small(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("compare", POINTS, "--level", "province", "-o", page).code == 0
    assert page.stat().st_size < 60_000
