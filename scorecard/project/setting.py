"""Figures given other values in the text of a scorecard, as the command line words them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, get_args

from scorecard.diagnostic import suggestion
from scorecard.i18n.sayings import say, told
from scorecard.importers.measures import advice, repeats
from scorecard.model.framework import Framework, Indicator
from scorecard.model.scorecard import AMOUNTS, HELD_AGAINST, Absence, Figure
from scorecard.numbers import quantity
from scorecard.numbers.quantity import Form, UnreadableQuantityError
from scorecard.numbers.wording import ABSENT, answer
from scorecard.project.errors import CannotRunError
from scorecard.project.measures import indicators_meant, measure_suggested
from scorecard.rules.references import some_of
from scorecard.toml.data import parse
from scorecard.toml.editing.editor import Change, Drop, Put, Rename, edited
from scorecard.toml.editing.splice import UneditableError, literal
from scorecard.toml.editing.written import as_written, figures_in

_WORDING = re.compile(
    r"(?P<indicator>[^=]*?[^=.\s])\s*(?:\.(?P<key>[a-z_]+))?=(?P<said>.*)", re.DOTALL
)
KEYS = [name for name in Figure.model_fields if name != "absent"]
"""Keys of a figure that can be set, in the order in which they are written."""

_OF_VALUE = [name for name in KEYS if name not in ("value", "why", *HELD_AGAINST)]
"""Keys of a figure that say something of its value."""


class Assignment(NamedTuple):
    """A key of a figure, and what it is to say; nothing takes the key out."""

    indicator: str
    key: str
    said: str

    @property
    def name(self) -> str:
        """The figure, and the key where that is not its value."""
        return self.indicator if self.key == "value" else f"{self.indicator}.{self.key}"


class Set(NamedTuple):
    """What has become of what was typed: how it was written, and how it is; None for nothing."""

    typed: Assignment
    before: str | None
    after: str | None


class Beside(NamedTuple):
    """A key that still stands beside the new value of a figure, and how it is written."""

    indicator: str
    key: str
    written: str


def read_assignment(text: str) -> Assignment | None:
    """Return what a word of the command line sets, if it does; CannotRunError for no such key."""
    match = _WORDING.fullmatch(text)
    if match is None:
        return None
    key = match["key"] or "value"
    if key not in KEYS:
        hint = suggestion(key, KEYS) or say("hint.give-one-of", names=", ".join(KEYS))
        raise CannotRunError(say("error.no-key", name=key, hint=hint))
    return Assignment(match["indicator"].strip(), key, match["said"].strip())


def refuse_unknown(names: Iterable[str], frameworks: Iterable[Framework]) -> None:
    """Raise CannotRunError for a name that no indicator of the frameworks has."""
    under = list(frameworks)
    for name in names:
        if not indicators_meant(name, under):
            known = {each.id: each for framework in under for each in framework.indicators}
            hint = measure_suggested(name, known.values())
            hint = hint or say("error.there-is", names=some_of(known))
            raise CannotRunError(say("error.no-indicator-of", name=name, hint=hint))


def with_figures(
    text: str, framework: Framework, assignments: Sequence[Assignment]
) -> tuple[str, list[Set]]:
    """Return the text of a scorecard with figures set, and what has become of each.

    Raise CannotRunError for an indicator that the framework does not have, for a value that
    cannot be read, and for a text in which it cannot be put.
    """
    known = {each.id: each for each in framework.indicators}
    done = []
    refuse_unknown([each.indicator for each in assignments], [framework])
    for typed in assignments:
        (meant,) = indicators_meant(typed.indicator, [framework])
        each = typed._replace(indicator=meant)
        written = _written(each, known[each.indicator])
        before = _read(text, each)
        try:
            text = edited(text, list(_changes(text, each, written, list(known))))
        except UneditableError as error:
            raise CannotRunError(str(error)) from None
        done.append(Set(each, before, _read(text, each)))
    return text, done


def still_beside(text: str, done: Sequence[Set]) -> Iterator[Beside]:
    """Yield what a text still says of the old values of figures that have been given new ones."""
    data, said = parse(text), {each.typed.name for each in done}
    defaults = data.get("defaults") if isinstance(data, dict) else None
    usual = defaults if isinstance(defaults, dict) else {}
    figures = figures_in(text)
    for each in done:
        if each.typed.key != "value" or each.before in (None, each.after):
            continue
        id_ = each.typed.indicator
        figure = figures[id_]
        own = figure if isinstance(figure, dict) else {}
        for key in _OF_VALUE:
            if f"{id_}.{key}" in said:
                continue
            if key in own:
                written = as_written(text, ("figures", id_, key))
                yield Beside(id_, key, f"{key} = {written}")
            elif key == "source" and key in usual:
                written = as_written(text, ("defaults", key))
                yield Beside(id_, key, f"{key} = {written} ([defaults])")


def _written(each: Assignment, indicator: Indicator) -> str:
    """Return what is set as TOML writes it; nothing where the key is taken out."""
    key, said = each.key, each.said
    if key == "claimed" and said:
        raise CannotRunError(say("error.set-claimed", name=each.indicator))
    if key not in AMOUNTS:
        return literal(said) if said else ""
    if said in get_args(Absence) and key == "value":
        return literal(said)
    if indicator.unit == "yes-no" and (answered := answer(said)):
        return answered
    if not said and key != "value":
        return ""
    try:
        stated = quantity.parse(said)
    except UnreadableQuantityError as error:
        if not error.meant or not repeats(error.counted, indicator.unit):
            none = "set.absent" if key == "value" else "set.out"
            hint = say(none) if error.hint.key in ABSENT else advice(error, indicator.unit)
            what = {"name": each.name, "value": said, "reason": told(error.reason), "hint": hint}
            raise CannotRunError(say("error.set-value", **what)) from None
        stated = quantity.parse(error.meant)
    spelled = quantity.spell(stated)
    return spelled if stated.form is Form.EXACT else literal(spelled)


def _changes(text: str, each: Assignment, written: str, order: Sequence[str]) -> Iterator[Change]:
    """Yield what changes in a text; a figure that is new stands where its framework has it."""
    path = ("figures", each.indicator)
    figures, key = figures_in(text), each.key
    figure = figures.get(each.indicator)
    if key == "value" and each.said in get_args(Absence):
        key = "absent"
    if not written:
        yield Drop((*path, key))
    elif figure is None:
        plain = figures and not any(isinstance(other, dict) for other in figures.values())
        yield Put(path, written if plain and key == "value" else {key: written}, order)
    elif not isinstance(figure, dict):
        stated = {} if key == "absent" else {"value": as_written(text, path)}
        yield Put(path, written if key == "value" else {**stated, key: written})
    elif (other := {"value": "absent", "absent": "value"}.get(key)) in figure and key not in figure:
        yield Rename((*path, str(other)), key, written)
        yield Drop((*path, "why"))
    else:
        yield Put((*path, key), written, list(Figure.model_fields))


def _read(text: str, each: Assignment) -> str | None:
    """Return how what is set is written in a text."""
    figure, path = figures_in(text).get(each.indicator), ("figures", each.indicator)
    if not isinstance(figure, dict):
        return None if figure is None or each.key != "value" else as_written(text, path)
    keys = ("value", "absent") if each.key == "value" else (each.key,)
    return next((as_written(text, (*path, key)) for key in keys if key in figure), None)
