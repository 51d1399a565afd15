"""How a figure is marked whose target is for a longer time: by its pace, in words and numbers."""

import pytest
from builders import framework, scorecard
from views import columns, shown

from scorecard.measure.assessment import assess

OF = framework({"x": {"kind": "flow", "target": {"value": 100, "period": "2025"}}})

PACES = [
    # value at mid-year, completion, verdict
    (43, "43.0", "↓ behind, 86.0 % of pace"),
    (45, "45.0", "◐ near pace, 90.0 % of pace"),
    (49.99, "50.0", "◐ near pace, 99.98 % of pace"),
    (50, "50.0", "→ on pace, 100.0 % of pace"),
    (99, "99.0", "→ on pace, 198.0 % of pace"),
    ("~50", "≈ 50.0", "→ on pace, ≈ 100.0 % of pace ≈"),
    ("40..60", "40.0–60.0", "? undecided, 80.0–120.0 % of pace"),
    ("60..110", "60.0–110.0", "→ on pace, 120.0–220.0 % of pace"),
    (100, "100.0", "✓ met"),
    (105, "105.0", "▲ exceeded"),
    (0, "0.0", "↓ behind, 0.0 % of pace"),
]


@pytest.mark.parametrize(("value", "completion", "verdict"), PACES)
def test_the_verdict_of_a_part_of_the_time(value: object, completion: str, verdict: str) -> None:
    view = shown([assess(scorecard({"x": value}, period="2025-H1"), OF)])
    assert columns(view, "Complete, %", "Verdict")[1:] == [[completion, verdict]]
