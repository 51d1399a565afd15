"""What a file states, key by key: no layout, order of keys or default makes a difference."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from scorecard.model.fields import Closed, by_language
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Figure, Remark, Scorecard
from scorecard.model.target import Target
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import Quantity, spell

Stated = dict[str, str]
"""The spellings of values by the paths of their keys, as `target.value`."""

# The first four tell which scorecard it is; defaults stand in what they are defaults of.
_ASIDE = {
    Scorecard: {"format", "framework", "period", "track", "defaults", "figures"},
    Framework: {"format", "id", "defaults"},
}


def stated(model: Scorecard | Framework | Figure) -> Stated:
    """Return what a figure, a framework, or a scorecard besides its figures states."""
    return dict(_of_model(model, ""))


def _of_model(model: Closed, path: str) -> Iterator[tuple[str, str]]:
    aside = _ASIDE.get(type(model), set())
    for name, field in type(model).model_fields.items():
        if name not in aside:
            yield from _of(getattr(model, name), f"{path}{field.alias or name}")


def _of(value: object, path: str) -> Iterator[tuple[str, str]]:
    match value:
        case None:
            return
        case Closed():
            yield from _of_model(value, f"{path}.")
        case Mapping():
            for key, each in value.items():
                yield from _of(each, f"{path}.{key}")
        case [Closed(), *_]:
            if len(value) > 1 and isinstance(value[0], Target):
                yield f"{path}.decides", _name(value[0], 1)
            alone = len(value) == 1 and isinstance(value[0], Target)
            for number, each in enumerate(value, 1):
                yield from _of(each, path if alone else f"{path}.{_name(each, number)}")
        case _:
            yield path, _spelled(value)


def _name(item: object, number: int) -> str:
    """Return what an item of a list is known by; a remark by what it says."""
    if isinstance(item, Remark):
        return next(iter(by_language(item.text).values()))
    return getattr(item, "id", None) or str(number)


def _spelled(value: object) -> str:
    match value:
        case Quantity():
            return spell(value)
        case Period():
            return value.text
        case bool():
            return str(value).lower()
        case Decimal():
            return f"{value:f}"
        case list() | tuple():
            return f"[{', '.join(map(_spelled, value))}]"
    return str(value)
