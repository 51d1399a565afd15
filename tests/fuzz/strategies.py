"""Whole frameworks and scorecards that break no rule, and small damage to any file."""

import string
from collections.abc import Mapping

from hypothesis import strategies as st

Table = dict[str, object]

NAMES = st.text(string.ascii_lowercase, min_size=3, max_size=8)
LABELS = st.sampled_from(
    ["Hồ sơ đúng hạn", "Đường 'mới'", "كاو بانغ", "漢字", "a | b", "[red]x[/red]", "100 %", "=1+1"]
)
SHARES = st.integers(0, 1000).map(lambda tenths: tenths / 10)


def _spelled(
    numbers: st.SearchStrategy[float] | st.SearchStrategy[int],
) -> st.SearchStrategy[object]:
    """Return numbers in all the spellings that a value within 0 and 100 can have."""
    return st.one_of(
        numbers,
        st.builds("{}{}".format, st.sampled_from(["", "~", "<~", ">~", ">=", "<="]), numbers),
        st.builds("{}..{}".format, st.integers(0, 40), st.integers(41, 100)),
    )


PERCENT = _spelled(SHARES)
COUNT = _spelled(st.integers(0, 100))
TARGETED = {"ceiling": {"value": 100, "basis": "ceiling"}, "stated": 50, "none": "none"}

INDICATORS: Mapping[str, st.SearchStrategy[Table]] = {
    "percent": st.fixed_dictionaries(
        {
            "unit": st.just("percent"),
            "kind": st.just("rate"),
            "direction": st.just("higher"),
            "limits": st.just([0, 100]),
            "target": st.sampled_from(list(TARGETED.values())),
        }
    ),
    "count": st.fixed_dictionaries(
        {
            "unit": st.just("count"),
            "kind": st.sampled_from(["stock", "flow"]),
            "direction": st.sampled_from(["higher", "lower"]),
            "target": st.integers(1, 200),
        }
    ),
    "yes-no": st.just(
        {
            "unit": "yes-no",
            "kind": "stock",
            "direction": "higher",
            "method": "yes-no",
            "target": True,
        }
    ),
    "within": st.just(
        {
            "unit": "percent",
            "kind": "rate",
            "direction": "within",
            "method": "within",
            "target": "40..60",
        }
    ),
    "baseline": st.just(
        {
            "unit": "percent",
            "kind": "stock",
            "direction": "higher",
            "method": "baseline",
            "baseline": 10,
            "target": 60,
        }
    ),
    "steps": st.just(
        {
            "unit": "percent",
            "kind": "rate",
            "direction": "higher",
            "method": "steps",
            "steps": [[95, 1], [90, 0.5]],
        }
    ),
}
VALUES: Mapping[str, st.SearchStrategy[object]] = {
    "percent": st.one_of(PERCENT, st.sampled_from(["12/18", "0/7", "7/7"])),
    "count": COUNT,
    "yes-no": st.booleans(),
    "within": PERCENT,
    "baseline": PERCENT,
    "steps": PERCENT,
}
ABSENT = st.sampled_from(["missing", "not-due", "not-applicable"])


@st.composite
def frameworks(draw: st.DrawFn) -> tuple[Table, dict[str, str]]:
    """Return a framework, and the kind of each of its indicators by its id."""
    names = draw(st.lists(NAMES, min_size=1, max_size=6, unique=True))
    kinds = {name: draw(st.sampled_from(sorted(INDICATORS))) for name in names}
    groups = [f"group_{number}" for number in range(draw(st.integers(1, min(2, len(names)))))]
    indicators = [
        {
            "id": name,
            "group": groups[at % len(groups)],
            "name": draw(LABELS),
            **draw(INDICATORS[kind]),
            "points": draw(st.integers(1, 30)),
        }
        for at, (name, kind) in enumerate(kinds.items())
    ]
    table: Table = {
        "format": 1,
        "id": "drawn",
        "edition": "1",
        "name": draw(LABELS),
        "basis": "Decision 1",
        "groups": [{"id": each, "name": draw(LABELS)} for each in groups],
        "bands": [
            {"id": "good", "name": "Good", "from": 80},
            {"id": "bad", "name": "B", "from": 0},
        ],
        "indicators": indicators,
    }
    return table, kinds


@st.composite
def scorecards(draw: st.DrawFn, kinds: Mapping[str, str], framework: str) -> Table:
    """Return a scorecard with a figure, or an absence, for each indicator of a framework."""
    figures: Table = {
        name: {"value": draw(VALUES[kind]), "source": "report#p1"}
        if draw(st.integers(0, 4))
        else {"absent": draw(ABSENT), "why": draw(LABELS)}
        for name, kind in kinds.items()
    }
    return {
        "format": 1,
        "framework": framework,
        "period": draw(st.sampled_from(["2025", "2025-H1", "2025-06", "2021/2025", "XXXX-H1"])),
        "unit": {
            "id": draw(NAMES),
            "name": draw(LABELS),
            "level": draw(st.sampled_from(["province", "commune", "agency"])),
        },
        "sources": {"report": {"title": draw(LABELS)}},
        "figures": figures,
        "remarks": [{"kind": "model", "text": draw(LABELS), "source": "report"}],
    }


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """Return the bytes of a file with up to three places cut, doubled, or written over."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 12)))
        middle = draw(st.one_of(st.binary(max_size=6), st.sampled_from(PIECES)))
        data = data[:start] + draw(st.sampled_from([middle, b"", data[start:end] * 2])) + data[end:]
    return data


PIECES = [
    *(b'"', b"'''", b"[[", b"]", b"{", b"=", b"\n", b"\r", b"#", b".", b"1,5", b"95%", b"1e400"),
    *(b"\xef\xbb\xbf", b"\xff", b"\x00", b"\\u202e", b"<<<<<<<", b"inf", b"2025-13-41", b">~"),
    "“”".encode(),
    "٣".encode(),
    "Đ".encode("utf-16"),
]
"""What people, editors and programs leave in files."""
