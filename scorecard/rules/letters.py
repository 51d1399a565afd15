"""Rules on text: it is written with the letters that it seems to be, and tidily."""

import re
import unicodedata
from itertools import takewhile

from scorecard.i18n.sayings import say
from scorecard.model.fields import ANY_LANGUAGE
from scorecard.model.framework import Framework
from scorecard.rules.registry import Findings, finding, on_frameworks, on_texts
from scorecard.rules.texts import Texts, framework_labels

_GREEK = "αικνορυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_LATIN_FOR = str.maketrans(
    "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅ" + _GREEK, "aeopcyxijshdqwABEKMHOPCTYXIJSaikvopuABEZHIKMNOPTYX"
)
"""The Latin letter that each of these looks like, the first of them Cyrillic."""

_LIKE_DJ = "ÐƉðɖ"
_DJ_FOR = str.maketrans(_LIKE_DJ, "ĐĐđđ")
"""The Vietnamese letter that each of these looks like."""

_OTHER_DJ = ("is", "fo", "ee")
"""Icelandic, Faroese and Ewe: languages that have the letters that look like Đ."""

_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0256\u1e00-\u1eff"
_OTHER = f"{_GREEK}\u0400-\u052f\u0531-\u0587\u05d0-\u05ea\u0620-\u064a\u10a0-\u10ff"
_MARKS = "\u0300-\u036f"
# Few texts are looked at so closely: these patterns are compiled when the first one is.
_WORD = rf"[{_LATIN}{_OTHER}{_MARKS}]+"
_MARKED = re.compile(r"[^\W_](?=([^\w\s\x00-\x7f]{5,}))")
"""A letter before what may be more marks than one has, in letters in pieces."""

MOST_MARKS = 4
"""The most marks that a letter of any language has."""

_DOUBTFUL = re.compile(
    rf"[{_LIKE_DJ}]|[{_OTHER}](?:[{_MARKS}]*[{_LATIN}]|(?<=[{_LATIN}{_MARKS}].))"
)
"""What text has in it where a letter may stand for another, or be of another script."""


@on_frameworks("SC509")
def labels(framework: Framework) -> Findings:
    """A label by language is given in all languages that more than half of such labels have."""
    texts = [(path, text) for path, text in framework_labels(framework) if isinstance(text, dict)]
    placed = [(path, by) for path, by in texts if ANY_LANGUAGE not in by]
    used = dict.fromkeys(language for _, by in placed for language in by)
    usual = [each for each in used if 2 * sum(each in by for _, by in placed) > len(placed)]
    for path, by in placed:
        absent = [language for language in usual if language not in by]
        if absent:
            languages = say("list.and").join(f'"{language}"' for language in absent)
            example = ", ".join(f'{language} = "…"' for language in absent)
            yield finding("SC509", *path, languages=languages, example=example)


@on_texts("SC801", "SC802")
def scripts(texts: Texts) -> Findings:
    """A word is in one script, no letter looks like another one, and none like Đ stands for it."""
    if texts.ordinary or not _DOUBTFUL.search(texts.together):
        return
    for path, language, text in texts:
        words = {word: _right(word, language) for word in re.findall(_WORD, text)}
        alike = (word for word, right in words.items() if right != word and not _mixed(right))
        if word := next(alike, ""):
            pairs = dict(zip(word, words[word], strict=True)).items()
            named = (
                say("letter.for", wrong=_named(wrong), meant=meant)
                for wrong, meant in pairs
                if wrong != meant
            )
            said = {"letters": say("list.and").join(named), "right": words[word]}
            yield finding("SC801", *path, word=word, **said)
        if word := next((word for word, right in words.items() if _mixed(right)), ""):
            firsts = (re.search(f"[{kind}]", word) for kind in (_LATIN, _OTHER))
            letters = say("list.and").join(_named(first[0]) for first in firsts if first)
            yield finding("SC802", *path, word=word, letters=letters)


@on_texts("SC803")
def stray_blanks(texts: Texts) -> Findings:
    """Text has no blanks at its ends, and no two of them in a row."""
    if "  " not in texts.together and texts.ordinary:
        return
    for path, _, text in texts:
        if text != text.strip():
            fault = say("text.begins" if text[0].isspace() else "text.ends")
            yield finding("SC803", *path, fault=fault, hint=say("hint.delete"))
        elif found := re.search(r"\S*\s\s+\S*", text):
            fault = say("text.blanks", place=found[0])
            yield finding("SC803", *path, fault=fault, hint=say("hint.leave-one"))


@on_texts("SC804")
def not_composed(texts: Texts) -> Findings:
    """Text is in the Unicode form NFC, in which each letter is one."""
    if texts.ordinary or unicodedata.is_normalized("NFC", texts.together):
        return
    for path, _, text in texts:
        composed = unicodedata.normalize("NFC", text)
        if composed != text and not _too_many_marks(text):
            pairs = zip(composed, text, strict=False)
            letter = next(whole for whole, piece in pairs if whole != piece)
            yield finding("SC804", *path, letter=letter)


@on_texts("SC805")
def too_many_marks(texts: Texts) -> Findings:
    """No letter has so many marks that they cover the lines around it."""
    if texts.ordinary or not _too_many_marks(texts.together):
        return
    for path, _, text in texts:
        if found := _too_many_marks(text):
            letter, count = found
            yield finding("SC805", *path, letter=letter, count=count, most=MOST_MARKS)


def _too_many_marks(text: str) -> tuple[str, int] | None:
    """Return the first letter that has too many marks, and how many these are."""
    for found in _MARKED.finditer(unicodedata.normalize("NFD", text)):
        marks = takewhile(lambda each: unicodedata.category(each)[0] == "M", found[1])
        if (count := sum(1 for _ in marks)) > MOST_MARKS:
            return found[0], count
    return None


def tidied(text: str, language: str) -> str:
    """Return a text as it seems to be, whatever the rules here find wrong with it."""
    composed = " ".join(unicodedata.normalize("NFC", text).split())
    return re.sub(_WORD, lambda word: _right(word[0], language), composed)


def _right(word: str, language: str) -> str:
    """Return the word with the Latin letters that its look-alikes stand for."""
    if language not in _OTHER_DJ:
        word = word.translate(_DJ_FOR)
    latin = re.search(f"[{_LATIN}]", word)
    return word.translate(_LATIN_FOR) if latin else word


def _mixed(word: str) -> bool:
    return bool(re.search(f"[{_LATIN}]", word) and re.search(f"[{_OTHER}]", word))


def _named(letter: str) -> str:
    """Return a letter with its script and its code, as both may look like another letter's."""
    script = "African" if letter in "Ɖɖ" else "Icelandic"
    if letter not in _LIKE_DJ:
        script = unicodedata.name(letter).partition(" ")[0].title()
    code = f"U+{ord(letter):04X}"
    return say("letter.of", script=say(f"script.{script}"), letter=letter, code=code)
