"""Which of many files are foreseen to be compared, by their names."""

import pytest

from scorecard.numbers.period import parse
from scorecard.pool import FEW
from scorecard.project.foreseen import foreseen

MANY = [f"{number:03}.toml" for number in range(FEW + 1)]


def in_folders(*periods: str) -> list[str]:
    return [f"{unit}/{period}.toml" for unit in MANY for period in periods]


@pytest.mark.parametrize(
    ("names", "asked", "expected"),
    [
        (MANY, None, MANY),
        (MANY, "2025", MANY),
        (in_folders("2024-12", "2025-01"), None, in_folders("2025-01")),
        (in_folders("2024-12", "2025-01"), "2024-12", in_folders("2024-12")),
        (in_folders("2024-12", "2025-01"), "2023", []),
        ([f"2025/{name}" for name in MANY], None, [f"2025/{name}" for name in MANY]),
        (in_folders("hue-2025-H1", "hue-2025-h2"), "2025-H2", in_folders("hue-2025-h2")),
        # Of a run of months or years the last one counts; a number is no year.
        (
            in_folders("2026-01--2026-10", "2026-01--2026-09"),
            "2026-01/2026-09",
            in_folders("2026-01--2026-09"),
        ),
        (in_folders("12026", "x2027"), "2025", in_folders("12026", "x2027")),
        # Who is ahead of all others does not tell what is compared.
        ([*in_folders("2025-01"), "a/2025-02.toml"], None, in_folders("2025-01")),
        ([*in_folders("2025-01"), "a/b.toml"], None, [*in_folders("2025-01"), "a/b.toml"]),
    ],
)
def test_the_period_in_a_name_tells_what_will_be_compared(
    names: list[str], asked: str | None, expected: list[str]
) -> None:
    assert foreseen(names, parse(asked) if asked else None) == set(expected)


def test_few_are_not_foreseen() -> None:
    assert foreseen(MANY[:FEW], None) == set()
