"""What is said in each language: alike holes, plurals, and why the system refuses."""

import json
from collections.abc import Iterator
from errno import ENOENT
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

import scorecard
from scorecard.i18n.command_line import english_texts, translated
from scorecard.i18n.language import Language, speak
from scorecard.i18n.sayings import FOLDER, PLURALS, counted, refusal, say, sayings

ENGLISH = sayings("en")
OTHERS = sorted(path.stem for path in FOLDER.glob("*.json") if path.stem != "en")
COMMAND_LINE = Path(scorecard.__file__).parent / "i18n" / "command-line"


@pytest.fixture(autouse=True)
def _in_english_afterwards() -> Iterator[None]:
    yield
    speak("en")


def holes(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("language", OTHERS)
def test_all_is_said_with_the_same_holes(language: Language) -> None:
    ours = sayings(language)
    # English tells one thing from several, and not every language does.
    assert set(ENGLISH) - set(ours) <= {key for key in ENGLISH if key.endswith(".one")}
    for key, text in ours.items():
        assert holes(text) == holes(ENGLISH[key]), key
        assert text[-1:].isspace() == ENGLISH[key][-1:].isspace(), key


@pytest.mark.parametrize("path", sorted(COMMAND_LINE.glob("*.json")), ids=lambda path: path.stem)
def test_the_command_line_is_said_with_the_same_holes(path: Path) -> None:
    words: dict[str, str] = json.loads(path.read_text("utf-8"))
    assert {english for english, said in words.items() if holes(english) != holes(said)} == set()


def test_the_words_are_in_the_order_of_their_keys() -> None:
    for language in ("en", *OTHERS):
        text = (FOLDER / f"{language}.json").read_text("utf-8")
        assert list(json.loads(text)) == sorted(json.loads(text))


def test_plurals_are_those_of_cldr() -> None:
    assert set(PLURALS) == set(get_args(Language))
    assert [PLURALS["en"](number) for number in (0, 1, 2)] == ["other", "one", "other"]
    assert {PLURALS["vi"](number) for number in range(200)} == {"other"}
    forms = {0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many"}
    forms |= {100: "other", 102: "other", 103: "few", 110: "few", 111: "many", 1011: "many"}
    assert {number: PLURALS["ar"](number) for number in forms} == forms


def test_plurals_are_those_of_unicode() -> None:
    babel = pytest.importorskip("babel")
    for language in ("en", "ar"):
        form, known = PLURALS[language], babel.Locale(language).plural_form
        assert [form(number) for number in range(1200)] == [known(number) for number in range(1200)]


def test_things_are_counted_in_the_language_of_the_run() -> None:
    assert [counted("finding.errors", number) for number in (1, 2)] == ["1 error", "2 errors"]
    speak("vi")
    assert [counted("finding.errors", number) for number in (1, 2)] == ["1 lỗi", "2 lỗi"]


def test_why_the_system_refuses() -> None:
    missing = OSError(ENOENT, "No such file or directory")
    assert refusal(missing) == "No such file or directory"
    speak("vi")
    assert refusal(missing) == "không có tệp hoặc thư mục này"
    assert refusal(OSError(99999, "what only this system says")) == "what only this system says"
    assert refusal(OSError()) == "hệ thống từ chối"


def test_what_is_not_said_yet_is_english() -> None:
    assert translated("Only the first so many.") == "Only the first so many."
    speak("vi")
    assert translated("What nobody has said yet.") == "What nobody has said yet."
    assert english_texts("en") == {}
    assert say("list.or") == " hoặc "
