"""The sentence of a source that prints a figure."""

import pytest
from builders import framework

from scorecard.measure.assessment import Assessment
from scorecard.measure.sourced import sentence
from scorecard.model.scorecard import Scorecard
from scorecard.text.source import SourceText


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ({"value": 5, "source": "report#p1"}, "Có 5 xã."),
        ({"value": ">5", "source": "report"}, "Có 5 xã."),
        ({"value": 6, "source": "report"}, None),
        ({"value": 5, "source": "report#p2"}, None),
        ({"value": 5, "source": "other"}, None),
        ({"value": 5, "source": "unread"}, None),
        ({"value": 5}, None),
        ({"absent": "missing", "source": "report"}, None),
    ],
    ids=str,
)
def test_a_figure_has_the_sentence_around_its_number(
    figure: dict[str, object], said: str | None
) -> None:
    card = Scorecard.model_validate(
        {
            "format": 1,
            "framework": "tested",
            "period": "2025",
            "unit": {"id": "hue", "name": "Huế", "level": "province"},
            "figures": {"x": figure},
        }
    )
    report = SourceText("Năm 2025. Có 5 xã.")
    texts: dict[str, SourceText | str] = {"report": report, "unread": "it is a link"}
    assessment = Assessment(card, framework({"x": {}}), texts=texts)
    assert sentence(assessment, card.figures["x"]) == said
