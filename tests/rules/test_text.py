"""Letters that look like others, blanks that nobody sees, and letters in pieces."""

import unicodedata

import pytest
from builders import checked, framework, scorecard

from scorecard.diagnostic import Finding
from scorecard.measure.assessment import Assessment, assess
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Scorecard
from scorecard.rules.findings import check_framework
from scorecard.rules.letters import labels


def letters_in(card: Assessment) -> list[Finding]:
    return [each for each in checked(card) if each.code.startswith("SC8")]


def letters_in_framework(checked: Framework) -> list[Finding]:
    return [each for each in check_framework(checked) if each.code.startswith("SC8")]


def told(name: object) -> list[str]:
    """Return what is told of the name of a unit."""
    found = letters_in(assess(scorecard({}, name=name), framework({"x": {}})))
    return [
        f"{each.code} {'.'.join(map(str, each.path))}: {each.message} | {each.hint}"
        for each in found
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Hue",
        "Huế",
        "Đà Nẵng đẹp",
        {"ru": "Хюэ", "el": "Χουέ", "ar": "هوي", "ja": "フエ市", "ko": "후에 A시"},
        # Icelandic, Faroese and Ewe have these letters.
        {"is": "Ðað", "fo": "við", "ee": "Ɖoɖo"},
        "50 μg, 3 kΩ, H₂O, m²",
        "هوي Hue",
        "non\N{NO-BREAK SPACE}breaking",
        "می\u200cخواهم کتاب\u200cها",
        "x\u0323\u0316\u0301\u0302 a“”‘’—–",
    ],
)
def test_text_as_it_should_be_is_not_told(name: object) -> None:
    assert told(name) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "Cаo Bằng",
            ['SC801 unit.name: "Cаo" has Cyrillic а (U+0430) for a | write "Cao"'],
        ),
        (
            {"en": "Hue", "vi": "Нuế"},
            ['SC801 unit.name.vi: "Нuế" has Cyrillic Н (U+041D) for H | write "Huế"'],
        ),
        ("Hοa Bình", ['SC801 unit.name: "Hοa" has Greek ο (U+03BF) for o | write "Hoa"']),
        ("Ɖà Nẵng", ['SC801 unit.name: "Ɖà" has African Ɖ (U+0189) for Đ | write "Đà"']),
        (
            "xã ðẹp, xã Ðông",
            ['SC801 unit.name: "ðẹp" has Icelandic ð (U+00F0) for đ | write "đẹp"'],
        ),
        # Alone it is no Latin letter's double, but with one it is.
        (
            "Ðа",
            [
                (
                    'SC801 unit.name: "Ðа" has Icelandic Ð (U+00D0) for Đ and Cyrillic а (U+0430) '
                    'for a | write "Đa"'
                )
            ],
        ),
        (
            "Huếهوي",
            [
                (
                    'SC802 unit.name: "Huếهوي" mixes two scripts: Latin H (U+0048) and Arabic ه '
                    "(U+0647) | write it in one script, or put a blank between the two"
                )
            ],
        ),
        (
            "Mосква",
            [
                (
                    'SC802 unit.name: "Mосква" mixes two scripts: Latin M (U+004D) and Cyrillic о '
                    "(U+043E) | write it in one script, or put a blank between the two"
                )
            ],
        ),
        (" Huế", ["SC803 unit.name: this text begins with a blank | delete it"]),
        ("Huế ", ["SC803 unit.name: this text ends with a blank | delete it"]),
        ("Hue\N{NO-BREAK SPACE}", ["SC803 unit.name: this text ends with a blank | delete it"]),
        (
            "Lào  Cai",
            [
                (
                    'SC803 unit.name: this text has more than one blank in a row, at "Lào  Cai" | '
                    "leave one"
                )
            ],
        ),
        (
            unicodedata.normalize("NFD", "Huế"),
            [
                (
                    "SC804 unit.name: this text has letters in pieces (not in the form NFC), as "
                    "macOS writes them: ế | type it anew, or convert the file to NFC; searching "
                    "and sorting may fail otherwise"
                )
            ],
        ),
    ],
)
def test_what_only_looks_right_is_told(name: object, expected: list[str]) -> None:
    assert told(name) == expected


TWICE = "two  blanks"


def test_every_text_of_a_scorecard_is_read() -> None:
    card = Scorecard.model_validate(
        {
            "format": 1,
            "framework": "tested",
            "period": "2025",
            "unit": {
                "id": "hue",
                "name": TWICE,
                "level": "province",
                "codes": {"nso": TWICE},
                "why": {"vi": TWICE},
            },
            "sources": {"report": {"title": TWICE, "publisher": TWICE}},
            "figures": {"x": {"absent": "missing", "why": TWICE, "note": TWICE}},
            "remarks": [{"kind": "task", "text": TWICE, "place": TWICE}],
        }
    )
    found = letters_in(assess(card, framework({"x": {}})))
    assert [".".join(map(str, each.path)) for each in found] == [
        "unit.name",
        "unit.why.vi",
        "unit.codes.nso",
        "sources.report.title",
        "sources.report.publisher",
        "figures.x.note",
        "figures.x.why",
        "remarks.0.text",
        "remarks.0.place",
    ]


def test_every_text_of_a_framework_is_read() -> None:
    named = framework({"x": {"name": TWICE, "unit": {"vi": TWICE}}}, {"good": 0})
    data = named.model_dump(by_alias=True)
    data |= {"name": TWICE, "edition": TWICE, "basis": TWICE}
    data["bands"][0]["name"] = data["groups"][0]["name"] = TWICE
    found = letters_in_framework(Framework.model_validate(data))
    assert [".".join(map(str, each.path)) for each in found] == [
        "name",
        "bands.0.name",
        "groups.0.name",
        "indicators.0.name",
        "indicators.0.unit.vi",
        "edition",
        "basis",
    ]


EN_VI = {"en": "Houses", "vi": "Nhà"}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([EN_VI, EN_VI], []),
        ([EN_VI, EN_VI, "Houses"], []),
        (
            [EN_VI, {"en": "Roads"}, EN_VI],
            [("indicators.1.name", '"vi"', 'vi = "…"')],
        ),
        (
            [{"ar": "بيوت"}, EN_VI, EN_VI],
            [("indicators.0.name", '"en" and "vi"', 'en = "…", vi = "…"')],
        ),
        # A language that only half of the labels have is not one of the framework's.
        ([EN_VI, {"en": "Roads"}], []),
        (
            [EN_VI, {"en": "Roads", "vn": "Đường"}, EN_VI],
            [("indicators.1.name", '"vi"', 'vi = "…"')],
        ),
    ],
)
def test_labels_are_given_in_the_languages_of_their_framework(
    names: list[object], expected: list[tuple[str, str, str]]
) -> None:
    found = list(labels(framework({f"x{at}": {"name": name} for at, name in enumerate(names)})))
    assert [(".".join(map(str, each.path)), each.message, each.hint) for each in found] == [
        (
            path,
            f"this label is not given in {languages}, in which most others here are",
            f"add it: {example}",
        )
        for path, languages, example in expected
    ]
