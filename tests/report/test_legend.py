"""The line that says what the signs of a table say."""

from pathlib import Path

import pytest
from command import run

from scorecard.i18n import Words
from scorecard.report.blocks import Cell, Facts, Note, Table, row
from scorecard.report.legend import with_legend
from scorecard.text.printable import printable

SIGNS = [
    # what cells say, and what is told of their signs
    (["100.0 ■", "99 ✓", "90 ◐", "89–91 ◔"], "✓ met · ◐ near · ◔ perhaps near · ■ full"),
    (["50 ✗", "40–60 ?", "120 ▲"], "▲ exceeded · ✗ not met · ? undecided"),
    (["48.1 →", "20 ↓", "30 …"], "→ on pace · ↓ behind · … pending"),
    (
        ["> 98.0 ✓", "<5", "≥ 88,000", "≤3"],
        "> more than · < less than · ≥ at least · ≤ at most · ✓ met",
    ),
    (["★ 98.5 %", "≈ 3", "–"], "≈ approximate · ★ surely the best · – none"),
    (["※ 98.0 ≈ ✓"], "≈ approximate · ✓ met"),
    (["12 !", "– !"], "! counts as missing"),
    (["▲ 2.4", "▼ > 1.0"], "> more than · ▲ up · ▼ down"),
    (["▲ exceeded", "✓ met", "100 %", "6.6–6.8", "Hue → Huế", "why?", "12/18", ""], ""),
    (
        ["score: claimed 91, computed 91 ✓ · rank: claimed 3, computed 4 ≠"],
        "✓ as computed · ≠ not as computed",
    ),
    (["score: claimed 91, computed 91 ✓ (within rounding)"], "✓ as computed"),
]


@pytest.mark.parametrize(("texts", "said"), SIGNS)
def test_just_the_signs_that_are_there_are_told(texts: list[str], said: str) -> None:
    shown: list[Table | Facts] = [
        Table((), (row(*texts),)),
        Facts(tuple((printable("x"), Cell(printable(text))) for text in texts)),
    ]
    for each in shown:
        expected = [Note(printable(said), printable("Signs"))] if said else []
        assert list(with_legend([each], Words("en"))) == [each, *expected]


def test_people_see_it_in_every_language_and_programs_do_not() -> None:
    folder = Path(__file__).parents[2] / "scorecards" / "mobilization"
    words = ("compare", folder, "--by", "indicators", "--what-if", "cao-bang:rural_clean_water=~90")
    told = {
        "en": "> more than · ≥ at least · ≈ approximate · ✓ met · ■ full · – none",
        "vi": "> trên · ≥ ít nhất · ≈ xấp xỉ · ✓ đạt · ■ tối đa · – không có",
    }
    for language, line in told.items():
        for format_ in ("table", "markdown", "html"):
            out = run(*words, "--lang", language, "-f", format_).out
            assert line in out.replace("\\", "").replace("&gt;", ">")
    for format_ in ("csv", "json"):
        ran = run(*words, "-f", format_)
        assert "approximate ·" not in ran.out + ran.err
