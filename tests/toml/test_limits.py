"""How much a file may hold: what is refused, and where; no shape of it hangs the reader."""

import pytest
import rtoml

from scorecard.diagnostic import Finding
from scorecard.toml import data as toml
from scorecard.toml.limits import DEEPEST, LONGEST_KEY, MOST_VALUES, too_deep

MEBIBYTE = 1 << 20


def told(text: str) -> list[tuple[str, str, tuple[int, int] | None]]:
    found = toml.parse(text)
    if isinstance(found, dict):
        return []
    return [(each.code, each.message, each.place) for each in found]


def nested(levels: int) -> str:
    return "a = " + "[" * levels + "]" * levels


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"k{number} = 1" for number in range(MOST_VALUES)),
        f"a = [{'1,' * (MOST_VALUES - 1)}]",
        nested(DEEPEST),
        "a = " + "{ b = " * DEEPEST + "1" + " }" * DEEPEST,
        ".".join("a" * LONGEST_KEY) + " = 1",
        "[" + ".".join("a" * LONGEST_KEY) + "]\n" + ".".join("b" * LONGEST_KEY) + " = 1",
        f"[{'.'.join('a' * 9)}]\n{'.'.join('b' * 9)} = {nested(20).removeprefix('a = ')}",
        '"' + "." * 100 + '" = "' + "[" * 100 + '"  # ' + "{" * 100,
        f"a = {{ b = \"\"\"{'[' * 100}\"\"\", c = '''{'{' * 100}''' }}\n[{'.'.join('d' * 16)}]",
    ],
)
def test_what_is_within_the_limits_is_read(text: str) -> None:
    assert toml.parse(text) == rtoml.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"k{number} = 1" for number in range(MOST_VALUES + 1)),
        f"a = [{'1,' * MOST_VALUES}]",
        f"a = [{'{},' * MOST_VALUES}]",
        f"a = [{'[],' * MOST_VALUES}]",
        "[[a]]\n" * MOST_VALUES,
        "".join(f"[a{number}]\n" for number in range(MOST_VALUES + 1)),
        "a = {" + ",".join(f"k{number} = {{}}" for number in range(MOST_VALUES)) + "}",
    ],
)
def test_too_many_values_of_any_shape_are_refused(text: str) -> None:
    message = "this file has more than 20000 keys and values"
    assert told(text) == [("SC108", message, None)]


@pytest.mark.parametrize("levels", [DEEPEST + 1, 79, 200])
def test_brackets_in_too_many_others_are_refused_at_the_first(levels: int) -> None:
    message = "this bracket opens level 33; at most 32 are read"
    assert told(nested(levels)) == [("SC109", message, (36, 37))]
    inline = "a = " + "{b=" * levels + "1" + "}" * levels
    assert told(inline) == [("SC109", message, (100, 101))]


@pytest.mark.parametrize(
    ("before", "part", "after"),
    [
        ("", "a", " = 1"),
        ("x = 1\n[", "a", "]"),
        ("[[", "a", "]]"),
        ("x = { ", "a", " = 1 }"),
        ("", '"a.b"', "= 1"),
        ("", "'a'", "= 1"),
    ],
)
@pytest.mark.parametrize("parts", [LONGEST_KEY + 1, 79, 50_000])
def test_a_key_of_too_many_parts_is_refused(before: str, part: str, after: str, parts: int) -> None:
    key = ".".join([part] * parts)
    message = f"this key has {parts} parts; at most 16 are read"
    place = (len(before), len(before) + len(key))
    assert told(f"{before}{key}{after}") == [("SC109", message, place)]


SHAPES = {
    "arrays": "a = [" + "[]," * (MEBIBYTE // 3) + "]",
    "inline tables": "a = [" + "{}," * (MEBIBYTE // 3) + "]",
    "open arrays": "a = " + "[" * MEBIBYTE,
    "open tables": "a = " + "{a=" * (MEBIBYTE // 3),
    "closed brackets": "]" * MEBIBYTE,
    "headers": "".join(f"[a{number}]\n" for number in range(90_000)),
    "arrays of tables": "[[a]]\n" * (MEBIBYTE // 6),
    "dotted keys": "\n".join(".".join("a" * 79) + f".k{number}=1" for number in range(6000)),
    "one key": "a" * MEBIBYTE,
    "digits": "a = " + "1" * MEBIBYTE,
    "decimals": "a = 1." + "1" * MEBIBYTE,
    "a large exponent": "a = 1e" + "9" * MEBIBYTE,
    "a small exponent": "a = 1e-" + "9" * MEBIBYTE,
    "decimal commas": "".join(f"a{number} = 9,5\n" for number in range(70_000)),
    "an open text": 'a = "' + "x" * MEBIBYTE,
    "quotes": "a = " + '"' * MEBIBYTE,
    "quotes by turns": "a = " + "\"'" * (MEBIBYTE // 2),
    "an open long text": 'a = """' + '\\"""' * (MEBIBYTE // 4),
    "backslashes": 'a = "' + "\\x" * (MEBIBYTE // 2) + '"',
    "empty lines": "\n" * MEBIBYTE + "!",
    "carriage returns": "a\r" * (MEBIBYTE // 2),
    "blanks": "a = " + " " * MEBIBYTE + "x",
    "commas": "a = " + "," * MEBIBYTE,
    "points": "a = " + "." * MEBIBYTE,
    "conflicts": "<<<<<<< a\n" * (MEBIBYTE // 10),
    "yaml": "a: b\n" * (MEBIBYTE // 5),
    "duplicates": "a = 1\n" * (MEBIBYTE // 6),
    "an open array of lines": "a = [\n" + "1,\n" * (MEBIBYTE // 4),
    "lines of 8000": "\n".join(["a = " + "9% “" * 1990] * 130),
    "a row of blanks": "a = " + " " * 7900 + "%",
    "a row of keys": "a b " * 1990,
    "a row of commas": "a = " + "9,~" * 2600,
    "a row of brackets": "a = " + "[{" * 16 + "%" * 7000,
}


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_no_shape_of_a_mebibyte_hangs_or_ends_in_a_traceback(text: str) -> None:
    assert isinstance(toml.parse(text), dict | tuple)


def test_the_scan_finds_nothing_too_deep_in_what_is_not() -> None:
    assert too_deep("a = 1\n]]]\n" * 20) is None
    assert isinstance(too_deep("[" * 33), Finding)
