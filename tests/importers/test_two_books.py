"""Several books into one scorecard: each is a source of its own, told again whenever it comes."""

from pathlib import Path

import books
import pytest
from command import run

CARD = Path("scorecards/na-hy/2026-H1.toml")
FIRST = books.MAP
SECOND = """layout = "indicators"
header = "1:1"
rows = "2:3"
thousands = "."
columns = { name = "A", value = "B" }
file = "scorecards/{unit}/{period}.toml"

[card]
framework = "../../framework.toml"
period = "2026-H1"
unit = { id = "na-hy", name = "Xã Nà Hỳ", level = "commune" }

[figures]
mediated = "Hòa giải"
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    books.folder_with(tmp_path)
    Path("bieu-01.toml").write_text(FIRST.replace('mediated = "', '# mediated = "'), "utf-8")
    Path("bieu-02.toml").write_text(SECOND, "utf-8")
    Path("bieu-02.csv").write_text("Chỉ tiêu,TH\nHòa giải,97\n", "utf-8")


def import_(book: str, map_: str) -> str:
    return run("import", book, "--map", map_, "--write").err


def sources() -> str:
    text = CARD.read_text("utf-8")
    return text[text.index("[sources") : text.index("[figures]")]


def figure(id_: str) -> str:
    return next(line for line in CARD.read_text("utf-8").splitlines() if line.startswith(id_))


BOTH = '[sources.book]\ntitle = "book.xlsx"\n\n[sources.book-2]\ntitle = "bieu-02.csv"\n\n'


def test_each_of_two_books_is_a_source_of_its_own() -> None:
    import_("book.xlsx", "bieu-01.toml")
    assert "SC024" not in import_("bieu-02.csv", "bieu-02.toml")
    assert sources() == BOTH
    assert figure("production").endswith(
        'source = "book#Biểu 01!F10", claimed = { completion = 49.0 } }'
    )
    assert figure("mediated") == 'mediated   = { value = 97, source = "book-2#B2" }'
    text = CARD.read_text("utf-8")
    import_("book.xlsx", "bieu-01.toml")
    import_("bieu-02.csv", "bieu-02.toml")
    assert CARD.read_text("utf-8") == text


def test_a_book_keeps_its_id_under_another_name_and_without_what_was_kept_of_it() -> None:
    import_("book.xlsx", "bieu-01.toml")
    import_("bieu-02.csv", "bieu-02.toml")
    Path("bieu-02.csv").rename("mới.csv")
    import_("mới.csv", "bieu-02.toml")
    renamed = BOTH.replace("bieu-02.csv", "mới.csv")
    assert sources() == renamed
    Path("bieu-02.written.toml").unlink()
    Path("mới.csv").write_text("Chỉ tiêu,TH\nHòa giải,98\n", "utf-8")
    told = import_("mới.csv", "bieu-02.toml")
    assert "mediated was changed by hand to value = 97, which stays" in told
    assert sources() == renamed


def test_one_book_by_two_maps_is_one_source() -> None:
    import_("bieu-02.csv", "bieu-02.toml")
    other = SECOND.replace('mediated = "Hòa giải"', 'poor = "Hộ nghèo"')
    Path("bieu-03.toml").write_text(other, "utf-8")
    Path("bieu-02.csv").write_text("Chỉ tiêu,TH\nHòa giải,97\nHộ nghèo,13\n", "utf-8")
    import_("bieu-02.csv", "bieu-03.toml")
    assert sources() == '[sources.book]\ntitle = "bieu-02.csv"\n\n'
    assert figure("poor") == 'poor = { value = 13, source = "book#B3" }'


def test_what_two_books_wrote_under_one_id_stays_so() -> None:
    import_("book.xlsx", "bieu-01.toml")
    import_("bieu-02.csv", "bieu-02.toml")
    memory = Path("bieu-02.written.toml")
    for file in (CARD, memory):
        text = file.read_text("utf-8").replace('\n[sources.book-2]\ntitle = "bieu-02.csv"\n', "")
        file.write_text(text.replace("book-2", "book"), "utf-8")
    text = CARD.read_text("utf-8")
    import_("book.xlsx", "bieu-01.toml")
    import_("bieu-02.csv", "bieu-02.toml")
    assert CARD.read_text("utf-8") == text
