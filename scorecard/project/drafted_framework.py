"""The framework that is drafted of a book where there is none."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from scorecard.i18n.language import LANGUAGES
from scorecard.i18n.sayings import say, sayings
from scorecard.text.printable import printable
from scorecard.toml.editing.splice import literal

FILE = "framework.toml"
"""What a drafted framework is called, beside the map that names it."""

ALL = "all"
"""The id of the group of what stands in no part of a table."""

DOUBT = "  # ?"
OF_WHICH = re.compile(r"^[\s\-–+]*(?:trong đó|tr\.?\s?đó|t\.\s?đó)\s*:?\s*", re.IGNORECASE)
_MEASURE = re.compile(r"\(([^()\d]+)\)\s*$")


class DraftedGroup(NamedTuple):
    """A group of a draft: its id, and its words in the book."""

    id: str
    words: str


class DraftedFigure(NamedTuple):
    """A figure of a draft: its id, where it is as TOML, its words, and its unit of measure.

    `owns` says whether it brings a target of its own; `group` is the part of the table it is in.
    """

    id: str
    place: str
    words: str
    unit: str
    sure: bool
    owns: bool
    group: DraftedGroup | None = None


def doubt(key: str, **names: str) -> str:
    """Return the comment that asks what a key says."""
    return f"{DOUBT} {say(f'draft.{key}', **names)}"


def measure_in(words: str) -> str:
    """Return the unit of measure that the heading of a column ends with, if any."""
    match = _MEASURE.search(words)
    return "%" if "%" in words else match[1].strip() if match else ""


def framework_lines(figures: Sequence[DraftedFigure], name: str) -> Iterator[str]:
    """Yield the lines of a framework of a name that has these figures for its indicators."""
    all_own = all(each.owns for each in figures)
    yield say("draft.framework")
    yield "format = 1"
    yield f'id = "drafted"{DOUBT}'
    yield f'edition = "1"{DOUBT}'
    yield f"name = {literal(name)}{DOUBT}"
    yield f'basis = "…"{doubt("basis")}'
    yield f'assumed = ["weights"]{doubt("assumed")}'
    groups = list(dict.fromkeys(map(_group, figures)))
    for group in groups:
        yield from ("", "[[groups]]", f"id = {literal(group.id)}")
        yield f"name = {literal(group.words)}{DOUBT}"
    yield from ("", "[defaults]") if len(groups) == 1 or all_own else ()
    if len(groups) == 1:
        yield f"group = {literal(groups[0].id)}"
    if all_own:
        yield 'target = "own"'
    elif not any(each.owns for each in figures):
        yield say("draft.target")
    for each in figures:
        percent = "%" in each.unit
        yield from ("", "[[indicators]]", f"id = {literal(each.id)}")
        if len(groups) > 1:
            yield f"group = {literal(_group(each).id)}"
        yield f"name = {literal(_name(each))}"
        yield f"unit = {_unit(each.unit)}"
        yield f"kind = {literal('rate' if percent else 'stock')}{DOUBT}"
        yield f"direction = {literal('lower' if _is_ill(each.words) else 'higher')}{DOUBT}"
        if each.owns and not all_own:
            yield 'target = "own"'


def _group(figure: DraftedFigure) -> DraftedGroup:
    """Return the group that an indicator is in: that of all, where it stands in no part."""
    return figure.group or DraftedGroup(ALL, say("draft.all"))


def _name(figure: DraftedFigure) -> str:
    """Return what an indicator is called: its words without what leads them, and its unit."""
    words = OF_WHICH.sub("", figure.words).strip(" -–+")
    return words.removesuffix(f"({figure.unit})").strip() or figure.words


def _unit(said: str) -> str:
    """Return a unit of measure as TOML: what can only be whole is a count, of what it says.

    Only of a count does rounding explain nothing: 3 of 4 houses are no 70 per cent.
    """
    if "%" in said:
        return literal("percent")
    if not said:
        return literal("count")
    plain = " ".join(unicodedata.normalize("NFC", said).casefold().split())
    if _counted().fullmatch(plain):
        return f"{literal('count')}  # {printable(said)}"
    return literal(said)


def _is_ill(words: str) -> bool:
    """Whether the words of an indicator surely say what there should be less of.

    The poor are, and the poor who have been helped are not: no other words may stand beside.
    """
    plain = unicodedata.normalize("NFC", words).casefold()
    left, ills = _ills().subn("", plain)
    return bool(ills) and not re.search(r"\w", _beside().sub("", left))


@cache
def _counted() -> re.Pattern[str]:
    return _in_any_language("draft.counted")


@cache
def _ills() -> re.Pattern[str]:
    return _in_any_language("draft.ills")


@cache
def _beside() -> re.Pattern[str]:
    return _in_any_language("draft.beside-ills")


def _in_any_language(key: str) -> re.Pattern[str]:
    words = "|".join(sayings(language)[key] for language in LANGUAGES)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
