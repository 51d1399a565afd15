"""What files say of one unit, and what they are named after it."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from builders import Table, framework, scorecard
from folders import folder as folder_of
from folders import found_together

from scorecard.diagnostic import Finding
from scorecard.measure.assessment import Assessment, assess
from scorecard.rules.units import file_names, named_after, names_and_codes

TESTED = framework({"x": {}})


def unit(id_: str, **keys: object) -> Assessment:
    return assess(scorecard({}, id=id_, **keys), TESTED)


def told(found: list[tuple[str, Finding]]) -> list[str]:
    return [f"{name}: {'.'.join(map(str, each.path))}: {each.message}" for name, each in found]


def said(*units: Table) -> list[str]:
    """Return what is told of one unit that these files have, a.toml, b.toml and so on."""
    files = {
        f"{letter}.toml": unit("hue", **keys) for letter, keys in zip("abcd", units, strict=False)
    }
    return told(list(names_and_codes(folder_of(files))))


VI_EN: Table = {"name": {"vi": "Huế", "en": "Hue"}}


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ([VI_EN], []),
        ([VI_EN, VI_EN], []),
        # One language more is no other name.
        ([VI_EN, {"name": {"vi": "Huế", "ar": "هوي"}}], []),
        ([VI_EN, {"name": "Huế"}], []),
        (
            [VI_EN, {"name": {"vi": "Huê", "en": "Hué"}}],
            ['b.toml: unit.name.vi: the name of "hue" is "Huê" here, and "Huế" in a.toml'],
        ),
        (
            [{"name": "Hue"}, {"name": "Huế"}, {"name": "Huế"}],
            ['a.toml: unit.name: the name of "hue" is "Hue" here, and "Huế" in b.toml'],
        ),
        # What is untidy is told as that.
        ([{"name": "Đà  Nẵng"}, {"name": "Ðà Nẵng"}, {"name": "Đà Nẵng"}], []),
        ([{"codes": {"nso": "46"}}, {"codes": {"nspp": "H57"}}], []),
        (
            [{"codes": {"nso": "46"}}, {"codes": {"nso": "64"}}],
            ['b.toml: unit.codes.nso: the nso code of "hue" is "64" here, and "46" in a.toml'],
        ),
    ],
)
def test_a_unit_is_called_alike_in_all_its_files(units: list[Table], expected: list[str]) -> None:
    assert said(*units) == expected


def test_other_units_have_other_names() -> None:
    files = {"a.toml": unit("hue", name="Huế"), "b.toml": unit("lao-cai", name="Lào Cai")}
    assert list(names_and_codes(folder_of(files))) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("hue.toml", True),
        ("scorecards/hue.toml", True),
        ("hue/2025.toml", True),
        ("hue/report/2025.toml", True),
        ("hue-2025.toml", True),
        ("hue-XXXX-H1.toml", True),
        ("hue_2025-H1.toml", True),
        ("hue-duc.toml", False),
        ("-2025.toml", False),
        ("lao-cai.toml", False),
        ("2025.toml", False),
        ("hue", True),
    ],
)
def test_a_file_or_its_folder_is_named_after_its_unit(name: str, *, expected: bool) -> None:
    assert named_after(name, "hue") is expected


NOT_NAMED = (
    'unit.id: neither this file nor a folder above it is named after its unit "{}", as others '
    "here are"
)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"hue.toml": "hue", "lao-cai.toml": "lao-cai"}, []),
        ({"hue.toml": "hue", "lao-cai.toml": "hue"}, ["lao-cai.toml: " + NOT_NAMED.format("hue")]),
        ({"a.toml": "hue"}, []),
        ({"a.toml": "hue", "b.toml": "lao-cai", "son-la.toml": "son-la"}, []),
    ],
)
def test_where_files_are_named_after_their_units_all_are(
    files: Mapping[str, str], expected: list[str]
) -> None:
    cards = {name: unit(of) for name, of in files.items()}
    assert told(list(file_names(folder_of(cards)))) == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        # The copy is told, whether its name comes before or after.
        (["hue.toml", "lao-cai.toml"], "lao-cai.toml"),
        (["an-giang.toml", "hue.toml"], "an-giang.toml"),
        (["a.toml", "b.toml"], "b.toml"),
    ],
)
def test_a_copy_that_kept_its_unit_is_told_once(files: list[str], expected: str) -> None:
    found = list(
        found_together(
            {name: unit("hue", name=f"Tỉnh {name}") for name in files if name != expected}
        )
    )
    assert found == []
    both = found_together({name: unit("hue", name=f"Tỉnh {name}") for name in files})
    assert [(name, each.code) for name, each in both] == [(expected, "SC701")]


def test_of_three_alike_two_are_told() -> None:
    files = {name: unit("hue") for name in ("a.toml", "b/hue.toml", "c/hue.toml")}
    found = [(name, each.arguments["other"]) for name, each in found_together(files)]
    assert found == [("a.toml", "b/hue.toml"), ("c/hue.toml", "b/hue.toml")]


def test_the_name_of_a_file_is_a_path_of_this_system() -> None:
    assert named_after(str(Path("scorecards", "hue", "2025.toml")), "hue")
