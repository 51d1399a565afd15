"""What holds of every measurement, tried on many."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from builders import figure, framework, indicator, measure, scorecard
from hypothesis import assume, given
from hypothesis import strategies as st

from scorecard.measure.assessment import assess
from scorecard.measure.completion import completion
from scorecard.measure.criteria import criterion
from scorecard.measure.rank import ranks
from scorecard.model.framework import Framework, Indicator
from scorecard.numbers.interval import Interval, exactly, high_end, low_end, total
from scorecard.numbers.quantity import Form, Quantity

DECIMALS = st.integers(-60, 60).map(lambda number: Decimal(number) / 2)
FRAMEWORK = framework({})
STEPS = [[20, 1], [5, Decimal("0.5")], [-10, Decimal("0.25")]]


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Values whose bounds are sure: exact, one-sided or between."""
    form = draw(
        st.sampled_from(
            [Form.EXACT, Form.ABOVE, Form.AT_LEAST, Form.BELOW, Form.AT_MOST, Form.BETWEEN]
        )
    )
    first, second = sorted(draw(st.tuples(DECIMALS, DECIMALS)))
    return Quantity(form, first, second if form is Form.BETWEEN else None)


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    """Indicators of every method and both directions, with any target and any baseline."""
    method = draw(st.sampled_from(["ratio", "ratio", "baseline", "within", "steps", "yes-no"]))
    return indicator(
        method=method,
        direction=draw(st.sampled_from(["higher", "lower"])),
        target=draw(quantities()) if method != "yes-no" else "none",
        baseline=draw(quantities()),
        steps=STEPS if method == "steps" else [],
        points=draw(st.integers(1, 9)),
    )


@st.composite
def sampled(draw: st.DrawFn, interval: Interval) -> Fraction:
    """A number of the interval; where an end has no bound, from at most 40 beyond the other."""
    ends = [end for end in (interval.low, interval.high) if end is not None]
    low = interval.low if interval.low is not None else min(ends, default=Fraction(0)) - 40
    high = interval.high if interval.high is not None else max(ends, default=Fraction(0)) + 40
    number = low + (high - low) * Fraction(draw(st.integers(0, 8)), 8)
    assume(number in interval)
    return number


@st.composite
def narrowed(draw: st.DrawFn, wide: Quantity) -> Quantity:
    """A quantity whose bounds lie in those of the wide one."""
    narrow = draw(quantities())
    outer, inner = allowed(wide), allowed(narrow)
    assume(holds(outer, inner))
    return narrow


def allowed(value: Quantity) -> Interval:
    found = measure(figure(value=value), indicator(), FRAMEWORK).value
    assert found is not None
    return found


def holds(wide: Interval, narrow: Interval) -> bool:
    return low_end(wide) <= low_end(narrow) and high_end(narrow) <= high_end(wide)


def widths(value: Quantity) -> st.SearchStrategy[tuple[Quantity, Quantity]]:
    return st.tuples(st.just(value), narrowed(value))


WIDER_AND_NARROWER = quantities().flatmap(widths)


@given(indicators(), quantities(), st.data())
def test_completion_holds_that_of_every_exact_value(
    of: Indicator, value: Quantity, data: st.DataObject
) -> None:
    by = criterion(of, FRAMEWORK)
    target, start = next(iter(by.targets), None), by.baseline
    assert start is not None
    wide = completion(allowed(value), target, of, start)
    number = exactly(data.draw(sampled(allowed(value))))
    began = exactly(data.draw(sampled(start)))
    exact = completion(number, target, of, start)
    # Where a part of a value has no ratio, the whole of it has none.
    if exact is None or wide is None:
        return
    assert holds(wide, exact)
    if (single := completion(number, target, of, began)) is not None:
        assert holds(exact, single)


@given(indicators(), WIDER_AND_NARROWER)
def test_a_wider_value_says_no_more(of: Indicator, values: tuple[Quantity, Quantity]) -> None:
    wide, narrow = (measure(figure(value=value), of, FRAMEWORK) for value in values)
    if wide.completion is not None and narrow.completion is not None:
        assert holds(wide.completion, narrow.completion)
    if narrow.points is not None:
        assert wide.points is not None
        assert holds(wide.points, narrow.points)
    if narrow.verdict == "undecided":
        assert wide.verdict == "undecided"
    if wide.verdict in ("exceeded", "not met"):
        assert narrow.verdict == wide.verdict
    if wide.verdict == "met":
        assert narrow.verdict in ("met", "exceeded")
    assert wide.mark != "near" or narrow.mark == "near"


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    keys = {
        f"x{number}": {
            "group": draw(st.sampled_from(["one", "two", "three"])),
            "direction": draw(st.sampled_from(["higher", "lower"])),
            "target": draw(st.integers(1, 40)),
            "points": draw(st.integers(1, 9)),
        }
        for number in range(draw(st.integers(1, 5)))
    }
    bands = {"good": 80, "fair": 65, "weak": 0}
    cap = Decimal(draw(st.sampled_from([10, 12, 15]))) / 10
    return framework(keys, bands, {"cap": cap, "coverage": Decimal("0.5")})


ABSENT = st.sampled_from(["missing", "not-due", "not-applicable"]).map(lambda how: {"absent": how})
FIGURES = st.fixed_dictionaries(
    {}, optional={f"x{number}": st.one_of(quantities(), ABSENT) for number in range(5)}
)


@given(frameworks(), FIGURES, WIDER_AND_NARROWER)
def test_a_wider_value_never_narrows_a_score(
    of: Framework, figures: Mapping[str, object], values: tuple[Quantity, Quantity]
) -> None:
    wide, narrow = (assess(scorecard({**figures, "x0": value}), of) for value in values)
    assert wide.total.score is not None
    assert narrow.total.score is not None
    assert holds(wide.total.score, narrow.total.score)
    assert {band.id for band in narrow.bands} <= {band.id for band in wide.bands}
    assert wide.coverage == narrow.coverage


@given(frameworks(), FIGURES, WIDER_AND_NARROWER)
def test_a_missing_figure_says_the_least(
    of: Framework, figures: Mapping[str, object], values: tuple[Quantity, Quantity]
) -> None:
    missing = assess(scorecard({**figures, "x0": {"absent": "missing"}}), of)
    given_value = assess(scorecard({**figures, "x0": values[0]}), of)
    assert missing.total.score is not None
    assert given_value.total.score is not None
    assert holds(missing.total.score, given_value.total.score)
    assert missing.total.most == given_value.total.most


@given(frameworks(), FIGURES)
def test_the_points_of_the_groups_add_up_to_the_total(
    of: Framework, figures: Mapping[str, object]
) -> None:
    found = assess(scorecard(figures), of)
    assert total(part.points for _, part in found.groups) == found.total.points
    assert sum(part.most for _, part in found.groups) == found.total.most


@given(frameworks(), FIGURES, st.data())
def test_the_order_of_figures_changes_nothing(
    of: Framework, figures: Mapping[str, object], data: st.DataObject
) -> None:
    shuffled = dict(data.draw(st.permutations(list(figures.items()))))
    first, second = assess(scorecard(figures), of), assess(scorecard(shuffled), of)
    assert first.measured == second.measured
    assert (first.groups, first.total, first.bands) == (second.groups, second.total, second.bands)


@given(frameworks(), st.lists(FIGURES, min_size=1, max_size=6), st.data())
def test_a_unit_s_score_never_moves_for_another_and_its_rank_only_for_those_ahead(
    of: Framework, units: list[Mapping[str, object]], data: st.DataObject
) -> None:
    scores = [assess(scorecard(figures), of).total.score for figures in units]
    chosen = sorted(data.draw(st.sets(st.sampled_from(range(len(units))), min_size=1)))
    again = [assess(scorecard(units[place]), of).total.score for place in chosen]
    assert again == [scores[place] for place in chosen]
    everywhere = ranks(scores)
    left_out = len([score for score in scores if score]) - len([score for score in again if score])
    for rank, place in zip(ranks(again), chosen, strict=True):
        whole = everywhere[place]
        if rank is None or whole is None:
            assert rank is whole
            continue
        assert rank.best <= whole.best <= rank.best + left_out
        assert rank.worst <= whole.worst <= rank.worst + left_out
