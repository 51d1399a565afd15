"""Files that rules see together: what is found in these is all that is found in all files."""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

import pytest
from budget import budget
from builders import Table, framework, scorecard
from hypothesis import given
from hypothesis import strategies as st

from scorecard.diagnostic import Finding
from scorecard.i18n.rules import Severity
from scorecard.measure.assessment import Assessment, assess
from scorecard.model.scorecard import ScorecardClaim
from scorecard.rules import family, history, ranks, suspects, units
from scorecard.rules.catalogue import check_scorecard
from scorecard.rules.facts import facts
from scorecard.rules.folder_rules import IN_MEMORY, check_folder, check_together

Files = Mapping[str, Assessment]
Told = Counter[tuple[str, ...]]

TESTED = framework(
    {
        "x": {"kind": "flow"},
        "y": {"unit": "things"},
        "z": {"unit": "percent", "limits": [0, 100], "target": 100},
        "answer": {"unit": "yes-no", "method": "yes-no", "target": True},
        "few": {"unit": "things", "kind": "flow", "limits": [0, 1000]},
    }
)
OTHER = framework({"y": {"unit": "things"}, "x": {"kind": "rate"}})
"""The same id and edition with other indicators, as another path can name."""

UNDER = {
    each: TESTED.model_copy(update={"id": each[0], "edition": each[1]})
    for each in [("tested", "1"), ("tested", "2"), ("tested", "10"), ("tested", "x"), ("o", "1")]
}


def card(
    unit: str,
    figures: Table,
    *,
    period: str = "2025",
    under: tuple[str, str] = ("tested", "1"),
    rank: int | None = None,
    **about: object,
) -> Assessment:
    made = scorecard(figures, period=period, id=unit, **about)
    if rank is not None:
        made = made.model_copy(update={"claimed": ScorecardClaim(rank=rank)})
    return assess(made, UNDER[under])


def all_at_once(files: Files) -> Iterator[tuple[str, Finding]]:
    """Ask each rule about all scorecards together."""
    unclear: set[str] = set()
    for name, finding in _of_units(files):
        if finding.path[0] != "unit" or name not in unclear:
            yield name, finding
        if finding.path == ("unit", "id"):
            unclear.add(name)

    def wrong(name: str) -> frozenset[str]:
        return frozenset(
            str(finding.path[1])
            for finding in check_scorecard(files[name])
            if finding.path[0] == "figures" and finding.severity is Severity.ERROR
        )

    yield from family.children_and_parent(files, wrong)
    yield from history.jumps(files, wrong)


def _of_units(files: Files) -> Iterator[tuple[str, Finding]]:
    yield from ranks.same_twice(files)
    yield from units.file_names((name, each.scorecard.unit.id) for name, each in files.items())
    yield from units.names_and_codes(files)
    yield from ranks.claimed_ranks(files)
    yield from history.older_editions(files)
    yield from history.still_estimated(files)


def told(found: Iterator[tuple[str, Finding]]) -> Told:
    """Count findings; of several newer editions any may be named."""
    return Counter(
        (name, each.code)
        if each.code == "SC709"
        else (name, each.code, repr(each.path), each.message)
        for name, each in found
    )


def agreed(files: Files) -> list[str]:
    """Return the codes of what is found, which is the same if all files are seen at once."""
    found = told(check_folder(files))
    assert found == told(all_at_once(files))
    return sorted(each[1] for each in found.elements())


def ask(name: str, files: Files) -> list[list[str]]:
    """Return the groups of files that are suspected of something."""
    known = {name: facts(each) for name, each in files.items()}
    numbers = [IN_MEMORY] if name in ("families", "series") else []
    return list(getattr(suspects, name)(known, suspects.by_unit(known), *numbers))


def below(own: object, *children: object, name: str = "y") -> Files:
    """A parent's file, and those of units below it."""
    files = {"p.toml": card("p", {name: own})}
    for at, value in enumerate(children):
        files[f"c{at}.toml"] = card(f"c{at}", {name: value}, parent="p")
    return files


ABSENT = {"absent": "missing"}
BESIDE = {"absent": "not-applicable"}
D = Decimal

FAMILIES: list[tuple[object, list[object], bool, list[str]]] = [
    # the parent's figure, its children's, whether they are suspected, and what is found
    (5, [2, 3], False, []),
    (D("0.3"), [D("0.1"), D("0.2")], False, []),
    (D("123456789.123456"), [D("123456789"), D("0.123456")], False, []),
    (D("999999999999999"), [D("999999999999998"), 1], False, []),
    (D("999999999999999"), [D("999999999999999"), 2], True, ["SC705"]),
    (5, [2, 4], True, []),
    (5, [2, 6], True, ["SC705"]),
    (8, [2, 3], True, ["SC706"]),
    (8, [2, 3, ABSENT], False, []),
    (8, [2, 3, BESIDE], True, ["SC706"]),
    (4, [2, 4, ABSENT], True, []),
    (4, [2, 7, ABSENT], True, []),
    (8, [ABSENT, BESIDE], False, []),
    (ABSENT, [2, 3], False, []),
    ("12/18", ["6/9", "6/9"], True, []),
    ("12/18", ["6/9", "7/9"], True, ["SC705"]),
    ("5..7", [3, 3], True, []),
    (">4", [2, 3], True, []),
    ("<5", [2, 3], False, []),
    ("<5", [2, 4], True, []),
    (-5, [-2, -3], False, []),
    (-5, [-2, -6], True, ["SC706"]),
    (-5, [-2, 6], True, ["SC705"]),
    (0, [-2, 2], False, []),
    # More digits than a double has.
    (10**18, [10**18, 5], True, ["SC705"]),
    (D("1e18"), [D("1e18"), 5], True, ["SC705"]),
    (5 * 10**15, [5 * 10**15, 2], True, ["SC705"]),
    (D("1000000.0000000000"), [D("999999.9999999990"), D("0.0000000008")], True, ["SC706"]),
]


@pytest.mark.parametrize(("own", "children", "suspected", "found"), FAMILIES)
def test_a_family_is_looked_at_where_its_sum_may_be_another(
    own: object, children: list[object], suspected: bool, found: list[str]
) -> None:
    files = below(own, *children)
    assert ask("families", files) == ([list(files)] if suspected else [])
    assert agreed(files) == found


def test_what_does_not_add_up_is_never_suspected() -> None:
    assert ask("families", below(50, 60, 70, name="z")) == []


def test_a_figure_that_no_framework_has_may_hide_anything() -> None:
    files = {**below(5, 2, 3), "c2.toml": card("c2", {"unknown": 1}, parent="p")}
    assert ask("families", files) == [list(files)]
    assert agreed(files) == []


def test_parents_of_each_other_are_each_told_once() -> None:
    files = {
        "p.toml": card("p", {"x": 5}, parent="q"),
        "q.toml": card("q", {"x": 9}, parent="p"),
        "s.toml": card("s", {"x": 30}, parent="q"),
    }
    assert agreed(files) == ["SC705", "SC705"]


def test_a_unit_below_itself_is_seen_once() -> None:
    files = {
        "p.toml": card("p", {"x": 5}, parent="p"),
        "q.toml": card("q", {"x": 9}, parent="p"),
    }
    assert ask("families", files) == [["p.toml", "q.toml"]]
    assert agreed(files) == ["SC705"]


def years(*values: object, name: str = "y", under: tuple[str, str] = ("tested", "1")) -> Files:
    return {
        f"hue/{2001 + at}.toml": card("hue", {name: value}, period=f"{2001 + at}", under=under)
        for at, value in enumerate(values)
    }


SERIES: list[tuple[list[object], bool, list[str]]] = [
    ([12, 12], False, []),
    ([10, 98], True, ["SC710"]),
    ([10, 102], True, ["SC710"]),
    ([1000, D("98.04")], True, ["SC710"]),
    ([1000, D("98.03")], True, []),
    ([D("10"), D("97.99999999999")], True, []),
    ([D("10"), D("102.0000000001")], True, []),
    ([10, 97], False, []),
    ([10, 103], False, []),
    ([3, D("2940")], True, ["SC710"]),
    ([3, D("3060")], True, ["SC710"]),
    ([3, D("306")], True, ["SC710"]),
    ([306, 3], True, ["SC710"]),
    ([3060, 3], True, ["SC710"]),
    ([D("3060.1"), 3], True, []),
    ([3, 30000], False, []),
    ([0, 10], False, []),
    ([10, 0, 100], False, []),
    ([-10, -100], True, ["SC710"]),
    ([-10, 100], False, []),
    ([10, ABSENT, 100], False, []),
    (["~10", ">100"], True, ["SC710"]),
    (["10..11", 100], True, []),
    ([10, 100, 10], True, ["SC710"]),
    ([D("0.000000000000001"), D("123456789012345")], False, []),
]


@pytest.mark.parametrize(("values", "suspected", "found"), SERIES)
def test_a_series_is_looked_at_where_a_figure_may_jump(
    values: list[object], suspected: bool, found: list[str]
) -> None:
    files = years(*values)
    assert ask("series", files) == ([list(files)] if suspected else [])
    assert agreed(files) == found


def test_a_series_under_frameworks_with_other_indicators_is_looked_at() -> None:
    files = dict(years(10, 100))
    files["hue/2002.toml"] = assess(files["hue/2002.toml"].scorecard, OTHER)
    assert ask("series", files) == [list(files)]
    assert agreed(files) == ["SC710"]


def test_units_under_frameworks_with_other_indicators_are_no_family() -> None:
    files = dict(below(5, 2, 9))
    files["c1.toml"] = assess(files["c1.toml"].scorecard, OTHER)
    assert ask("families", files) == [["p.toml", "c0.toml"]]
    assert agreed(files) == ["SC706"]


def test_files_are_given_in_their_order_and_periods_of_one_length() -> None:
    files = {
        "hue/b.toml": card("hue", {"y": 100}, period="2025"),
        "hue/a.toml": card("hue", {"y": 10}, period="2024"),
        "hue/h.toml": card("hue", {"y": 10}, period="2024-H1"),
        "hue/x.toml": card("hue", {"y": 10}, period="XXXX-H1"),
    }
    assert ask("series", files) == [["hue/b.toml", "hue/a.toml"]]


def test_twins_are_of_one_unit_period_and_framework() -> None:
    files = {
        "a.toml": card("hue", {}),
        "b.toml": card("hue", {}, period="2025-01/2025-12"),
        "c.toml": card("hue", {}, period="2024"),
        "d.toml": card("hue", {}, under=("tested", "2")),
        "e.toml": card("lao-cai", {}),
        "f.toml": card("hue", {}),
    }
    assert ask("twins", files) == [["a.toml", "b.toml", "f.toml"]]


def test_namesakes_are_files_of_a_unit_that_is_named_in_two_ways() -> None:
    files = {
        "a.toml": card("hue", {}, name={"vi": "Huế", "en": "Hue"}, codes={"a": "1", "b": "2"}),
        "b.toml": card("hue", {}, name={"en": "Hue", "vi": "Huế"}, codes={"b": "2", "a": "1"}),
        "c.toml": card("da-nang", {}, codes={"a": "1"}),
        "d.toml": card("da-nang", {}, codes={"a": "2"}),
    }
    assert ask("namesakes", files) == [["c.toml", "d.toml"]]
    files["e.toml"] = card("hue", {}, name="Huế")
    assert ask("namesakes", files) == [["a.toml", "b.toml", "e.toml"], ["c.toml", "d.toml"]]


def test_claimants_are_all_that_are_ranked_with_one_that_claims_a_rank() -> None:
    files = {
        "a.toml": card("a", {"z": 50}),
        "b.toml": card("b", {"z": 60}, rank=2),
        "c.toml": card("c", {"z": 70}, level="district"),
        "d.toml": card("d", {"z": 70}, parent="hue"),
        "e.toml": card("e", {"z": 70}, period="2024"),
        "f.toml": card("f", {"z": 70}, under=("tested", "2")),
    }
    assert ask("claimants", files) == [["a.toml", "b.toml"]]
    assert ask("claimants", {"a.toml": files["a.toml"]}) == []


def test_outdated_are_files_under_an_older_edition_with_the_first_of_each() -> None:
    files = {
        "a.toml": card("a", {}, period="2025"),
        "b.toml": card("b", {}, period="2024"),
        "c.toml": card("c", {}, period="2023"),
        "d.toml": card("d", {}, period="2024", under=("tested", "2")),
        "e.toml": card("e", {}, period="2025", under=("tested", "2")),
        "f.toml": card("f", {}, period="XXXX-H1"),
        "g.toml": card("g", {}, period="2025", under=("o", "1")),
    }
    assert ask("outdated", files) == [["a.toml", "b.toml", "c.toml", "d.toml"]]
    assert agreed(files).count("SC709") == 2


def test_estimates_are_suspected_where_a_later_figure_is_final() -> None:
    estimated = {"y": {"value": 1, "status": "estimated"}}
    final = {"x": {"value": 1, "status": "final"}}
    files = {
        "hue/2024.toml": card("hue", estimated, period="2024"),
        "hue/2025.toml": card("hue", final, period="2025"),
        "lao-cai/2024.toml": card("lao-cai", final, period="2024"),
        "lao-cai/2025.toml": card("lao-cai", estimated, period="2025"),
        "ha-noi/2025.toml": card("ha-noi", {"unknown": estimated["y"]}, period="2025"),
        "da-nang/2024.toml": card("da-nang", estimated, period="2024"),
        "da-nang/2025.toml": card("da-nang", final, period="2025", under=("o", "1")),
    }
    assert ask("estimates", files) == [["hue/2024.toml", "hue/2025.toml"], ["ha-noi/2025.toml"]]


def test_only_what_is_suspected_is_opened_again() -> None:
    files = {
        **years(10, 100),
        "a.toml": card("a", {"y": 5}, period="2001"),
        "b.toml": card("b", {"y": 5}, parent="a", period="2001"),
    }
    opened: list[list[str]] = []

    def open_again(names: list[str] | tuple[str, ...]) -> Files:
        opened.append(list(names))
        return {name: files[name] for name in names}

    known = {name: facts(each) for name, each in files.items()}
    found = list(check_together(known, lambda names: open_again(list(names))))
    assert [(name, each.code) for name, each in found] == [("hue/2002.toml", "SC710")]
    assert opened == [["hue/2001.toml", "hue/2002.toml"]]


def test_what_is_gone_meanwhile_is_passed_over() -> None:
    files = years(10, 100)
    known = {name: facts(each) for name, each in files.items()}
    assert list(check_together(known, lambda _: {})) == []


PERIODS = ["2023", "2024", "2025", "2025-01/2025-12", "2024-H1", "2024-H2", "XXXX-H1", "2024/2025"]
NUMBERS = st.one_of(
    st.integers(-3, 30),
    st.sampled_from([0, 10, 100, 1000, 98, 102, 9.8, 10.2, 97.9, 1020, 1021, 980, 0.1, 0.2, 0.3]),
    st.decimals(0, 100, places=2),
    st.sampled_from([D("999999999999999"), D("123456789012.345"), D("1e15"), 10**18, D("0.0010")]),
)
FORMS = st.one_of(
    NUMBERS,
    NUMBERS,
    st.builds("{}{}".format, st.sampled_from([*"<>~", ">=", "<="]), st.integers(0, 30)),
    st.builds("{}/{}".format, st.integers(0, 9), st.integers(1, 9)),
    st.builds("{}..{}".format, st.integers(0, 9), st.integers(9, 12)),
    st.booleans(),
)
FIGURES = st.one_of(
    FORMS,
    FORMS,
    st.sampled_from([ABSENT, BESIDE, {"absent": "not-due"}]),
    st.fixed_dictionaries(
        {"value": FORMS, "status": st.sampled_from(["estimated", "preliminary", "final"])}
    ),
    st.fixed_dictionaries({"value": FORMS, "absent": st.just("not-applicable")}),
)
NAMED = st.sampled_from(["Huế", "Hue", "Hue ", {"vi": "Huế", "en": "Hue"}, {"en": "Hue"}])


@st.composite
def folders(draw: st.DrawFn) -> Files:
    """Return scorecards of a few units, whose sums and ratios are near to what would be told."""
    names = ["p", "q", "c", "d", "e"]
    files: dict[str, Assessment] = {}
    tidy = draw(st.booleans())
    for at in range(draw(st.integers(2, 9))):
        unit = draw(st.sampled_from(names))
        period = draw(st.sampled_from(PERIODS[: draw(st.sampled_from([2, 3, 8]))]))
        figures = draw(
            st.dictionaries(
                st.sampled_from(["x", "y", "y", "z", "answer", "few", "unknown"]),
                FIGURES,
                max_size=4,
            )
        )
        usual = {"c": "p", "d": "p", "e": "q", "q": "p", "p": None}[unit]
        about: Table = {} if tidy else {"name": draw(NAMED)}
        if not tidy and draw(st.booleans()):
            about = {**about, "codes": {"nso": draw(st.sampled_from(["04", "40"]))}}
        files[f"{draw(st.sampled_from([unit, unit, 'x']))}/{at}.toml"] = card(
            unit,
            figures,
            period=period,
            under=draw(st.sampled_from([("tested", "1")] * 4 + list(UNDER))),
            rank=draw(st.sampled_from([None, None, 1, 2])),
            level=draw(st.sampled_from(["province", "province", "district"])),
            parent=draw(st.sampled_from([usual, usual, usual, *names, None])),
            **about,
        )
    return files


@st.composite
def sums(draw: st.DrawFn) -> Files:
    """Return a parent whose figure is the sum of its children's, or just beside it."""
    places = draw(st.integers(0, 8))
    unit = D(1).scaleb(-places)
    most = 10 ** draw(st.sampled_from([2, 6, 14 - places, 15]))
    children = draw(st.lists(st.integers(-most // 9, most).map(lambda n: n * unit), min_size=1))
    own = sum(children, D(0)) + draw(st.integers(-6, 6)) * unit / draw(st.sampled_from([1, 2, 10]))
    given: list[object] = [*children, *draw(st.lists(st.sampled_from([ABSENT, BESIDE])))]
    numbers = [each for each in [own, *children] if len(each.normalize().as_tuple().digits) > 15]
    return below(5, 5) if numbers else below(own, *given, name=draw(st.sampled_from("xy")))


@st.composite
def jumping(draw: st.DrawFn) -> Files:
    """Return a series each of whose figures is the one before it times about a factor."""
    values = [D(draw(st.integers(1, 99_999))) / 100]
    for _ in range(draw(st.integers(1, 4))):
        edges = st.sampled_from([9799, 9800, 9801, 10_199, 10_200, 10_201])
        edge = D(draw(st.one_of(edges, st.integers(9700, 10_300))))
        factor = D(draw(st.sampled_from([1, 10, 100, 1000, 10_000])))
        ratio = edge / 10_000 * factor
        value = values[-1] * ratio if draw(st.booleans()) else values[-1] / ratio
        values.append(round(value, draw(st.integers(2, 8))) or D(1))
    values = [each for each in values if len(each.normalize().as_tuple().digits) <= 15]
    return years(*values)


@given(folders())
@budget(350)
def test_nothing_is_found_in_all_files_that_is_not_found_in_suspects(files: Files) -> None:
    agreed(files)


@given(sums())
@budget(300)
def test_no_sum_that_is_another_goes_unsuspected(files: Files) -> None:
    agreed(files)


@given(jumping())
@budget(300)
def test_no_jump_goes_unsuspected(files: Files) -> None:
    agreed(files)
