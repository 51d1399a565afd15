"""What a map says beside the figures goes into scorecards that exist, and hand edits stay."""

from pathlib import Path

import books
import pytest
from command import Ran, run

CARD = Path("scorecards/na-hy/2026-H1.toml")
MAP = Path("bieu-01.toml")
UNIT = '{ id = "na-hy", name = "Xã Nà Hỳ", level = "commune" }'


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    books.folder_with(tmp_path)


def import_(book: str = "book.xlsx") -> Ran:
    return run("import", book, "--map", MAP, "--write")


def change(file: Path, *changes: tuple[str, str]) -> str:
    text = file.read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    file.write_text(text, "utf-8")
    return text


def told(ran: Ran) -> list[str]:
    return [line.partition("]: ")[2] for line in ran.err.splitlines() if "SC024" in line]


def test_what_is_changed_in_the_map_is_changed_in_the_scorecards() -> None:
    import_()
    text = CARD.read_text("utf-8")
    change(
        MAP,
        (UNIT, '{ id = "na-hy", name = "Phường Nà Hỳ", level = "ward", parent = "nam-po" }'),
        ('level = "ward"', 'level = "village"'),
        ('period = "2026-H1"\n', 'period = "2026-H1"\ntrack = "self"\n'),
        ('status = "estimated"\n', ""),
        ('target_period = "2026"', 'target_period = "2026-H1"'),
    )
    ran = import_()
    assert told(ran) == []
    for before, after in (
        ('period = "2026-H1"\n', 'period = "2026-H1"\ntrack = "self"\n'),
        ('status = "estimated"\n', ""),
        ('target_period = "2026"', 'target_period = "2026-H1"'),
        ('"Xã Nà Hỳ"', '"Phường Nà Hỳ"'),
        ('level = "commune"\n', 'level = "village"\nparent = "nam-po"\n'),
    ):
        text = text.replace(before, after)
    assert CARD.read_text("utf-8") == text
    change(MAP, (', parent = "nam-po"', ""))
    import_()
    assert CARD.read_text("utf-8") == text.replace('parent = "nam-po"\n', "")


def test_the_source_is_the_book_that_the_figures_are_from() -> None:
    import_()
    text = CARD.read_text("utf-8")
    Path("book.xlsx").rename("book-2.xlsx")
    ran = import_("book-2.xlsx")
    assert told(ran) == []
    assert CARD.read_text("utf-8") == text.replace('"book.xlsx"', '"book-2.xlsx"')


def test_hand_edits_stay_and_are_told_where_something_else_is_said_since() -> None:
    import_()
    text = change(
        CARD,
        ('"Xã Nà Hỳ"', '{ vi = "Xã Nà Hỳ", en = "Na Hy" }'),
        ('title = "book.xlsx"', 'title = "Báo cáo 215"'),
        ('status = "estimated"\n', ""),
    )
    assert told(import_()) == []
    assert CARD.read_text("utf-8") == text
    change(MAP, ('"Xã Nà Hỳ"', '"Phường Nà Hỳ"'), ('"estimated"', '"final"'))
    Path("book.xlsx").rename("book-2.xlsx")
    ran = import_("book-2.xlsx")
    stays = "was changed by hand to {}, which stays; {} says {}"
    names = ('name = { vi = "Xã Nà Hỳ", en = "Na Hy" }', "the map", 'name = "Phường Nà Hỳ"')
    statuses = ("nothing", "the map", 'status = "final"')
    titles = ('title = "Báo cáo 215"', "the book", 'title = "book-2.xlsx"')
    assert told(ran) == [
        f"na-hy sources.book.title {stays.format(*titles)}",
        f"na-hy defaults.status {stays.format(*statuses)}",
        f"na-hy unit.name {stays.format(*names)}",
    ]
    assert "--> bieu-01.toml:13:" in ran.err
    assert "--> bieu-01.toml:16:" in ran.err
    assert CARD.read_text("utf-8") == text


def test_of_a_scorecard_of_before_what_differs_is_told_and_what_it_lacks_is_written() -> None:
    import_()
    MAP.with_name("bieu-01.written.toml").unlink()
    change(CARD, ('level = "commune"', 'level = "village"'), ('target_period = "2026"\n', ""))
    assert told(import_()) == [
        (
            'na-hy unit.level was changed by hand to level = "village", which stays; the map says '
            'level = "commune"'
        )
    ]
    assert 'target_period = "2026"\n' in CARD.read_text("utf-8")


def test_a_name_that_was_written_otherwise_by_hand_stays() -> None:
    import_()
    text = change(
        CARD,
        ('name = "Xã Nà Hỳ"\nlevel = "commune"\n', 'level = "commune"\nname.vi = "Xã Nà Hỳ"\n'),
    )
    change(MAP, ('name = "Xã Nà Hỳ"', 'name = { vi = "Phường Nà Hỳ" }'))
    assert told(import_()) == [
        (
            "na-hy unit.name was changed by hand to name = { … }, which stays; the map says name = "
            '{ vi = "Phường Nà Hỳ" }'
        )
    ]
    assert CARD.read_text("utf-8") == text


def test_no_memory_takes_away_what_no_map_says() -> None:
    import_()
    text = CARD.read_text("utf-8")
    change(Path("bieu-01.written.toml"), ('"[card]" = "{ ', '"[card]" = "{ format = 1, '))
    assert told(import_()) == []
    assert CARD.read_text("utf-8") == text
