"""Names as people spell them: what a word means, and the order of names."""

import pytest

from scorecard.text.naming import alike, alphabetical, letters, marked, means, plain


@pytest.mark.parametrize(
    ("typed", "name", "same", "meant"),
    [
        ("Cao Bằng", "Cao Bằng", True, True),
        ("CAO  BẰNG", "Cao Bằng", True, True),
        ("cao bang", "Cao Bằng", False, True),
        ("cao-bang", "Cao Bằng", False, True),
        ("Cao_Bằng", "Cao Bằng", True, True),
        # A letter without its tone, and a tone that is put elsewhere or in pieces.
        ("cao băng", "Cao Bằng", False, True),
        ("Hoà An", "Hòa An", True, True),
        ("Ba\u0300 Ri\u0323a - Vu\u0303ng Ta\u0300u", "Bà Rịa – Vũng Tàu", True, True),
        # Another mark is another name.
        ("Cao Bắng", "Cao Bằng", False, False),
        ("Hòa Ân", "Hòa An", False, False),
        ("Đại", "Dại", False, False),
        ("dak lak", "Đắk Lắk", False, True),
        ("Cao Bằng", "Cao Bang", False, False),
        ("cao bang", "Cao Bang", True, True),
        ("Cao", "Cao Bằng", False, False),
        ("caobang", "Cao Bằng", False, False),
        ("TP.HCM", "TP HCM", True, True),
        ("الجَزائر", "الجزائر", True, True),
        ("…", "…", False, False),
        ("", "", False, False),
    ],
)
def test_marks_may_be_left_out_but_not_be_wrong(
    typed: str, name: str, *, same: bool, meant: bool
) -> None:
    assert alike(typed, name) is same
    assert means(typed, name) is meant


def test_a_plain_name_has_words_only() -> None:
    assert plain("Xã Nà-Hỳ (cũ)") == "xa na hy cu"
    assert letters("Xã Nà-Hỳ (cũ)") == "xanahycu"
    assert marked("Đak")
    assert not marked("Dak")


@pytest.mark.parametrize(
    "names",
    [
        ["Phường 1", "Phường 2", "Phường 10", "Phường 10 A", "Phường An"],
        ["a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ặ", "â", "ầ", "b", "c", "d", "đ", "e", "ê", "g"],
        ["o", "ọ", "ô", "ộ", "ơ", "ợ", "p", "u", "ụ", "ư", "ự", "v"],
        # Tones count only where all letters are the same.
        ["bà", "bá", "bà cả", "bá ca b", "bạc"],
        ["Cà Mau", "Cao Bằng", "Cần Thơ", "Da", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Hà Nội"],
        ["Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng"],
        ["", "2", "A"],
    ],
)
def test_names_are_in_vietnamese_order(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(backwards, key=alphabetical) == names
