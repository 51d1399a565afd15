"""Items of indicators below the names of their groups."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from scorecard.i18n import Words
from scorecard.model.framework import Framework, Group
from scorecard.report.blocks import Cell
from scorecard.report.columns import Apart, Said

Item = TypeVar("Item")


def one_row(group: Group, framework: Framework, words: Words) -> bool:
    """Whether a group has one indicator only, and that its name."""
    names = [words.name(each.name) for each in framework.indicators if each.group == group.id]
    return names == [words.name(group.name)]


def named(words: Words, group: Group) -> Mapping[str, Cell]:
    """Return the name of a group, in the column of indicators."""
    return {"indicator": Cell(words.name(group.name), "strong")}


def in_sections(
    framework: Framework,
    below: Callable[[Group], Sequence[Item]],
    told: Callable[[Group], Mapping[str, Cell]],
    words: Words,
    *,
    first: bool = True,
) -> Iterator[Item | Said | Apart[Item]]:
    """Yield items below what is told of their groups; a group that one row says has no other.

    Such a row stands apart from the section before it, and from what else is: not `first`.
    """
    apart = not first
    for group in framework.groups:
        if items := below(group):
            alone = one_row(group, framework, words)
            if not alone:
                yield Said(told(group), section=True)
            yield from (Apart(each) if alone and apart else each for each in items)
            apart = not alone
