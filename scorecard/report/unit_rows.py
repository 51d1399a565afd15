"""Units in their fields, and what tells each from the others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment
from scorecard.measure.change import Earlier, earlier, history
from scorecard.measure.field import Field, Fields, Standing
from scorecard.measure.sensitivity import Stability
from scorecard.model.fields import by_language
from scorecard.model.scorecard import Unit
from scorecard.numbers.digits import KEPT
from scorecard.report import texts
from scorecard.report.figures import FigureRow, figure_rows
from scorecard.report.periods import period_text
from scorecard.text.printable import Printable, printable

NO_FIELDS = Fields()
"""Where nothing is ranked."""


class UnitRow(NamedTuple):
    """A unit and where it stands in its field; `earlier` is what it is held against.

    Of namesakes the id is told as well. `history` ends with what is shown; `page` is the page that
    is made of it, if any.
    Its score is told with so many decimals that it looks like that of no unit of another rank.
    """

    standing: Standing
    earlier: Earlier | None = None
    decimals: int = 1
    namesake: bool = False
    history: Sequence[Assessment] = ()
    fields: Fields = NO_FIELDS
    page: str = ""

    def lean(self) -> "UnitRow":
        """Return the same, to look at its figures once: they are gone when it is."""
        then = self.earlier and self.earlier._replace(assessment=self.earlier.assessment.lean())
        standing = self.standing._replace(assessment=self.assessment.lean())
        return self._replace(standing=standing, earlier=then)

    @property
    def assessment(self) -> Assessment:
        """What its figures come to."""
        return self.standing.assessment

    @property
    def unit(self) -> Unit:
        """Whose figures they are."""
        return self.assessment.card.unit

    def named(self, words: Words) -> Printable:
        """Return its name, which tells it from the others."""
        name = words.name(self.unit.name)
        return printable(f"{name} ({self.unit.id})") if self.namesake else name

    def heading(self, words: Words) -> Printable:
        """Return the same for a heading, by its short name if it has one."""
        short = self.unit.short
        return words.name(short) if short and not self.namesake else self.named(words)

    @property
    def period(self) -> str:
        """The period of its figures."""
        return self.assessment.card.period.text

    def period_text(self, words: Words) -> Printable:
        """Return the same in words."""
        return period_text(self.assessment.card.period, words)

    @property
    def stability(self) -> Stability | None:
        """How its rank hangs on the weights, where that was asked for."""
        return self.standing.stability

    @property
    def field(self) -> Field:
        """All that it is ranked with."""
        return self.fields.field(self.assessment)

    @property
    def figures(self) -> list[FigureRow]:
        """Every one of its figures."""
        return figure_rows(self.assessment, self.earlier)

    @property
    def followed(self) -> list[FigureRow]:
        """Every one of its figures, each with what it was before."""
        past = [(then.card.period, then.measured) for then in self.history]
        return [
            figure._replace(course=tuple((period, items[place]) for period, items in past))
            for place, figure in enumerate(self.figures)
        ]


def unit_rows(standings: Sequence[Standing], fields: Fields) -> list[UnitRow]:
    """Return what is told of units, each in its field."""
    fields_of = {fields.key(each.assessment): fields.field(each.assessment) for each in standings}
    decimals = {key: _told_apart(field) for key, field in fields_of.items()}
    named: dict[str, set[str]] = defaultdict(set)
    for unit in (each.assessment.card.unit for each in standings):
        for name in by_language(unit.name).values():
            named[name].add(unit.id)
    alike = set().union(*(units for units in named.values() if len(units) > 1))
    return [
        UnitRow(
            each,
            earlier(each.assessment, fields),
            decimals[fields.key(each.assessment)][id(each.assessment)],
            each.assessment.card.unit.id in alike,
            history(each.assessment, fields),
            fields,
        )
        for each in standings
    ]


def decimals_of_ends(units: Sequence[UnitRow]) -> int:
    """Return with how many decimals the first and the last with a rank are told apart."""
    ranked = [unit.decimals for unit in units if unit.standing.rank]
    return max([*ranked[:1], *ranked[-1:]], default=1)


def all_figures(units: Iterable[UnitRow]) -> Iterator[FigureRow]:
    """Yield every figure of units, one unit after the other."""
    return chain.from_iterable(unit.lean().figures for unit in units)


def _told_apart(field: Field) -> Mapping[int, int]:
    """Return by unit how many decimals tell its score from all that have another rank.

    It is one for all, or two where that is too few for some; more only where they are needed.
    """
    found: dict[int, int] = {}
    left = [(standing, standing.assessment) for standing in field]
    for decimals in range(1, KEPT + 1):
        alike: dict[str, set[tuple[int, ...] | None]] = defaultdict(set)
        texts_of = {}
        for standing, assessment in left:
            score = assessment.total.score
            text = texts.score_digits(score, assessment.framework, decimals)
            texts_of[id(assessment)] = text
            alike[text].add(standing.rank and (standing.rank.best, standing.rank.worst))
        unclear = [each for each in left if len(alike[texts_of[id(each[1])]]) > 1]
        found |= dict.fromkeys(texts_of, decimals)
        if not unclear:
            break
        left = left if decimals == 1 else unclear
    return found
