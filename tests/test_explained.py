"""Figures of the project's scorecards: what `explain` reckons is what `show` prints."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from views import columns, shown

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment
from scorecard.measure.measured import Measured
from scorecard.project.folders import files_at
from scorecard.project.load import load_all
from scorecard.report.explanation import explain_figure
from scorecard.report.texts import labelled_name

SCORECARDS = Path(__file__).parents[1] / "scorecards"
WHOLE = ("mobilization", "decision-766-detail")
ENGLISH = Words("en")
NUMBER = r"(-?[0-9]+(?:\.[0-9]+)?)(…?)"
RESULT = r"(?: =|: (?:more than|less than|at least|at most))"
DIVISION = re.compile(rf"{NUMBER} ÷ [<>≤≥]?{NUMBER}{RESULT} {NUMBER} %")
DECIMALS = 6
CUT = Fraction(1, 10**DECIMALS)


@cache
def assessments() -> list[Assessment]:
    """Return every scorecard of two provinces, and of the first frameworks those of all units."""
    names = [
        name
        for name in files_at([SCORECARDS])
        if Path(name).relative_to(SCORECARDS).parts[0] in WHOLE
        or Path(name).parent.name in ("cao-bang", "phu-tho")
    ]
    found = [file.assessment for file in load_all(map(Path, names))]
    return [assessment for assessment in found if assessment]


def steps(assessment: Assessment, item: Measured) -> dict[str, str]:
    found = explain_figure(assessment, item, None, ENGLISH).record["steps"]
    assert isinstance(found, list)
    return {step["step"]: step["text"] for step in found}


def divisions(text: str) -> Iterator[tuple[Fraction, Fraction, str, str, bool]]:
    """Yield each division of a text: both numbers, the result, its dots, and if all is exact."""
    for dividend, cut, divisor, cut_too, result, dots in DIVISION.findall(text):
        yield Fraction(dividend), Fraction(divisor), result, dots, not (cut or cut_too)


def reckoned() -> Iterator[tuple[str, str, str]]:
    """Yield every figure that has a formula: its name, the formula, and what `show` prints."""
    for assessment in assessments():
        rows = dict(columns(shown([assessment]), "Indicator", "Complete, %"))
        for item in assessment.measured:
            explained = steps(assessment, item)
            if "formula" in explained:
                name = f"{assessment.scorecard.unit.id} {item.indicator.id}"
                assert (
                    explained["completion"] == f"{rows[labelled_name(item.indicator, ENGLISH)]} %"
                )
                text = f"{explained.get('share', '')} {explained['formula']}".replace(",", "")
                yield name, text, explained["completion"]


def rounded(number: Fraction, text: str) -> str:
    """Round a number, half away from 0, to as many decimals as a text has."""
    decimals = len(text.partition(".")[2])
    scaled = abs(number) * 10**decimals + Fraction(1, 2)
    digits = f"{scaled.numerator // scaled.denominator:0{decimals + 1}d}"
    return f"{'-' if number < 0 else ''}{digits[:-decimals]}.{digits[-decimals:]}"


@pytest.fixture(scope="module")
def formulas() -> list[tuple[str, str, str]]:
    return list(reckoned())


def test_a_figure_of_every_scorecard_has_a_formula(formulas: list[tuple[str, str, str]]) -> None:
    # Of SIPAS and PAR INDEX only ranks are known of these.
    units = {name.split()[0] for name, _, _ in formulas}
    assert units == {each.scorecard.unit.id for each in assessments()}
    assert len(formulas) > 200


def test_every_formula_comes_to_its_result(formulas: list[tuple[str, str, str]]) -> None:
    for name, text, _ in formulas:
        found = list(divisions(text))
        assert len(re.findall("[0-9…] ÷ ", text)) == len(found) > 0, name
        for dividend, divisor, result, dots, exact in found:
            quotient = dividend / divisor * 100
            rest = abs(quotient) - abs(Fraction(result))
            if exact:
                assert 0 <= rest < CUT, name
                assert bool(dots) is (rest > 0), name
            else:
                # A number that was cut itself is less by a millionth at most.
                assert abs(rest) <= 2 * CUT * 100 / divisor, name


def test_the_last_result_is_what_is_shown(formulas: list[tuple[str, str, str]]) -> None:
    for name, text, completion in formulas:
        results = [Fraction(result) for _, _, result, _, _ in divisions(text)]
        numbers = re.findall(r"-?[0-9]+\.[0-9]+", completion)
        assert numbers, name
        reached = [{rounded(result, number) for result in results} for number in numbers]
        assert all(number in found for number, found in zip(numbers, reached, strict=True)), name
        last = rounded(results[-1], numbers[-1])
        # The upper end of a bound that no share can pass is not worth showing: `> 98.0`.
        assert last == numbers[-1] or (last == "100.0" and completion.startswith((">", "≥"))), name
