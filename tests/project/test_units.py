"""Units by their names: what a word means, and what is left open."""

import pytest

from scorecard.model.levels import level_meant
from scorecard.model.scorecard import Unit
from scorecard.project.errors import CannotRunError
from scorecard.project.units import ids_meant, unit_meant, unit_suggested


def unit(id_: str, level: str, name: object, short: object = None) -> Unit:
    keys = {"id": id_, "name": name, "level": level, "short": short}
    return Unit.model_validate(keys)


UNITS = [
    unit("cao-bang", "province", {"vi": "Cao Bằng", "en": "Cao Bang", "ar": "كاو بانغ"}),
    unit("phuong-cao-bang", "commune", "Phường Nùng Trí Cao"),
    unit("na-hy", "commune", "Xã Nà Hỳ"),
    unit("hoa-an", "commune", "Hòa An"),
    unit("hoa-an-2", "commune", {"vi": "Hoà An"}),
    unit("hoa-an-3", "commune", "Hòa Ân"),
    unit("tp-hcm", "province", "TP. Hồ Chí Minh", short="HCM"),
    unit("phuong-1", "commune", "Phường 1"),
    unit("son-la", "province", "Son La"),
    unit("thanh", "district", "Thanh"),
    unit("thanh-2", "commune", "Thanh"),
]


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("cao-bang", ["cao-bang"]),
        ("Cao Bằng", ["cao-bang"]),
        ("cao bang", ["cao-bang"]),
        ("CAO BANG", ["cao-bang"]),
        ("CAO-BANG", ["cao-bang"]),
        ("كاو بانغ", ["cao-bang"]),
        ("Tỉnh Cao Bằng", ["cao-bang"]),
        ("Cao Bang province", ["cao-bang"]),
        # A word for another level is no part of the name, and neither is another tone.
        ("Xã Cao Bằng", []),
        ("Cao Bắng", []),
        ("Xã Nà Hỳ", ["na-hy"]),
        ("Nà Hỳ", ["na-hy"]),
        ("xa na hy", ["na-hy"]),
        ("na hy", ["na-hy"]),
        ("hoa-an", ["hoa-an"]),
        ("Hòa An", ["hoa-an", "hoa-an-2"]),
        ("hoa an", ["hoa-an", "hoa-an-2", "hoa-an-3"]),
        ("Hòa Ân", ["hoa-an-3"]),
        ("TP.HCM", ["tp-hcm"]),
        ("HCM", ["tp-hcm"]),
        ("Hồ Chí Minh", ["tp-hcm"]),
        ("Quận 1", []),
        ("1", ["phuong-1"]),
        ("Sơn La", ["son-la"]),
        ("tỉnh Sơn La", ["son-la"]),
        ("thanh", ["thanh"]),
        ("Thanh", ["thanh", "thanh-2"]),
        ("Xã Thanh", ["thanh-2"]),
        ("", []),
    ],
)
def test_a_unit_is_found_by_its_name(word: str, ids: list[str]) -> None:
    assert ids_meant(word, UNITS) == ids


def test_of_namesakes_none_is_guessed() -> None:
    with pytest.raises(CannotRunError) as error:
        unit_meant("Hòa An", UNITS)
    assert str(error.value) == ('"Hòa An" may be each of hoa-an, hoa-an-2: give one of these ids')
    assert unit_meant("Lai Châu", UNITS) is None


def test_the_nearest_name_or_id_is_suggested() -> None:
    assert unit_suggested("cao-bag", UNITS) == 'did you mean "cao-bang"?'
    assert unit_suggested("Cao Bắng", UNITS) == 'did you mean "Cao Bằng"?'
    assert unit_suggested("xyz", UNITS) == ""


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("commune", "commune"),
        ("xã", "commune"),
        ("Phường", "commune"),
        ("cấp xã", "commune"),
        ("cap-xa", "commune"),
        ("tỉnh", "province"),
        ("TP.", "province"),
        ("huyện", "district"),
        ("thị xã", "district"),
        ("thôn", "village"),
        ("provinces", "province"),
        ("quốc gia", "nation"),
        ("planet", None),
        ("", None),
    ],
)
def test_a_level_is_told_by_its_words(word: str, level: str | None) -> None:
    assert level_meant(word) == level
