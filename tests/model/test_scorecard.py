"""Scorecards: defaults, every field accepted and refused, closed at every level."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from scorecard.model.scorecard import Figure, Scorecard
from scorecard.numbers import period, quantity

Path = tuple[str | int, ...]

SMALL: dict[str, Any] = {
    "format": 1,
    "framework": "mobilization",
    "period": "2021/2025",
    "unit": {"id": "cao-bang", "name": "Cao Bằng", "level": "province"},
    "figures": {},
}
FULL: dict[str, Any] = SMALL | {
    "unit": {
        "id": "cao-bang",
        "name": {"vi": "Cao Bằng", "en": "Cao Bang"},
        "level": "province",
        "parent": "viet-nam",
        "codes": {"nso": "04"},
        "eligible": False,
        "why": "under inspection",
    },
    "sources": {
        "report": {
            "title": "Report",
            "publisher": "Office",
            "published": date(2025, 11, 21),
            "url": "https://example.org/report.pdf",
        }
    },
    "claimed": {"score": 61.85, "band": "fair", "rank": 18},
    "figures": {
        "dossiers_online": {
            "value": 74.34,
            "target": {"value": 100, "basis": "ceiling"},
            "baseline": 50,
            "source": "report#p3",
            "status": "final",
            "note": "without appeals",
            "claimed": {"completion": "74.34 %", "verdict": "not met", "points": 7.4},
        },
        "papi": {"absent": "missing", "why": "named, no value given"},
        "plans_issued": "12/18",
    },
    "remarks": [
        {"kind": "model", "text": "Lighting up", "place": "Thạch An", "source": "report#p2"}
    ],
}


def changed(path: Path, value: object) -> dict[str, Any]:
    """The full scorecard with another value at the path."""
    data = deepcopy(FULL)
    holder: Any = data
    for part in path[:-1]:
        holder = holder[part]
    holder[path[-1]] = value
    return data


def figure(value: object) -> Figure:
    return Scorecard.model_validate(SMALL | {"figures": {"papi": value}}).figures["papi"]


def test_what_a_scorecard_leaves_out_has_its_stated_default() -> None:
    scorecard = Scorecard.model_validate(SMALL)
    assert scorecard.unit.eligible is True
    assert (scorecard.unit.parent, scorecard.unit.codes, scorecard.unit.why) == (None, {}, None)
    assert (scorecard.sources, scorecard.claimed, scorecard.remarks) == ({}, None, [])


def test_every_field_is_read_exactly() -> None:
    scorecard = Scorecard.model_validate(FULL)
    assert scorecard.period == period.parse("2021/2025")
    assert (scorecard.unit.parent, scorecard.unit.codes) == ("viet-nam", {"nso": "04"})
    assert (scorecard.unit.eligible, scorecard.unit.why) == (False, "under inspection")
    assert scorecard.sources["report"].published == date(2025, 11, 21)
    assert scorecard.claimed is not None
    assert (scorecard.claimed.score, scorecard.claimed.rank) == (Decimal("61.85"), 18)
    found = scorecard.figures["dossiers_online"]
    assert (found.value, found.baseline) == (quantity.parse("74.34"), quantity.parse("50"))
    assert found.target is not None
    assert [target.basis for target in found.target] == ["ceiling"]
    assert found.claimed is not None
    assert found.claimed.completion == quantity.parse("74.34")
    assert (found.claimed.verdict, found.claimed.points) == ("not met", Decimal("7.4"))
    assert (scorecard.figures["papi"].absent, scorecard.figures["papi"].value) == ("missing", None)
    assert scorecard.remarks[0].place == "Thạch An"


@pytest.mark.parametrize(
    ("short", "spelled"),
    [(100, "100"), (98.56, "98.56"), (">98", ">98"), ("12/18", "12/18"), (True, "true")],
)
def test_a_figure_may_be_just_its_value(short: object, spelled: str) -> None:
    value = figure(short).value
    assert value is not None
    assert quantity.spell(value) == spelled
    assert figure(short) == figure({"value": short})


def test_the_best_rank_that_can_be_claimed_is_the_first() -> None:
    claimed = Scorecard.model_validate(SMALL | {"claimed": {"rank": 1}}).claimed
    assert claimed is not None
    assert claimed.rank == 1


def test_a_figure_without_a_target_differs_from_one_whose_target_is_none() -> None:
    assert figure({"value": 1}).target is None
    assert figure({"value": 1, "target": "none"}).target == []


@pytest.mark.parametrize(
    ("claim", "spelled"),
    [(106.2, "106.2"), ("106.2%", "106.2"), (">98 %", ">98"), ("98", "98")],
)
def test_a_claimed_completion_is_in_per_cent_with_or_without_the_sign(
    claim: object, spelled: str
) -> None:
    claimed = figure({"value": 1, "claimed": {"completion": claim}}).claimed
    assert claimed is not None
    assert claimed.completion == quantity.parse(spelled)


@pytest.mark.parametrize(
    ("path", "choices"),
    [
        (
            ("unit", "level"),
            ["nation", "region", "province", "district", "commune", "village", "agency"],
        ),
        (("figures", "papi", "absent"), ["missing", "not-due", "not-applicable"]),
        (("figures", "papi", "status"), ["estimated", "preliminary", "final"]),
        (
            ("figures", "dossiers_online", "claimed", "verdict"),
            ["exceeded", "met", "not met", "undecided"],
        ),
        (("remarks", 0, "kind"), ["model", "strength", "limit", "task", "praise"]),
    ],
)
def test_the_choices(path: Path, choices: list[str]) -> None:
    for choice in choices:
        found: Any = Scorecard.model_validate(changed(path, choice))
        for part in path:
            found = getattr(found, str(part)) if isinstance(found, BaseModel) else found[part]
        assert found == choice
    for other in ("", choices[0].upper(), "not-eligible", 1, True):
        with pytest.raises(ValidationError):
            Scorecard.model_validate(changed(path, other))


FIGURE: Path = ("figures", "dossiers_online")
REFUSED: list[tuple[Path, object]] = [
    (("format",), 2),
    (("framework",), ""),
    (("framework",), "a\u0000.toml"),
    (("period",), 2025),
    (("period",), "2025-H3"),
    (("unit",), "cao-bang"),
    (("unit", "id"), "Cao Bằng"),
    (("unit", "name"), 5),
    (("unit", "parent"), "Viet Nam"),
    (("unit", "codes", "nso"), 4),
    (("unit", "codes", "NSO"), "04"),
    (("unit", "eligible"), 0),
    (("unit", "eligible"), "no"),
    (("sources", "Report"), {"title": "Report"}),
    (("sources", "report", "title"), ""),
    (("sources", "report", "published"), "2025-11-21"),
    (("sources", "report", "published"), datetime.fromisoformat("2025-11-21T10:00:00")),
    (("sources", "report", "url"), "ftp://example.org"),
    (("claimed", "score"), "61.85"),
    (("claimed", "rank"), 0),
    (("claimed", "rank"), "18"),
    (("claimed", "rank"), 18.0),
    (("figures",), []),
    ((*FIGURE, "value"), "more than 98"),
    ((*FIGURE, "value"), ""),
    ((*FIGURE, "target"), "about 5"),
    ((*FIGURE, "baseline"), [50]),
    ((*FIGURE, "source"), "two\nlines"),
    ((*FIGURE, "claimed"), "74.34 %"),
    ((*FIGURE, "claimed", "completion"), "74.34 %%"),
    ((*FIGURE, "claimed", "points"), "7"),
    (("remarks",), {"kind": "model", "text": "x"}),
    (("remarks", 0, "text"), ""),
]


@pytest.mark.parametrize(("path", "value"), REFUSED, ids=[f"{row}" for row in REFUSED])
def test_refused(path: Path, value: object) -> None:
    with pytest.raises(ValidationError) as caught:
        Scorecard.model_validate(changed(path, value))
    assert all(error["loc"][: len(path)] == path for error in caught.value.errors())


FREE = [("unit", "name"), ("unit", "codes"), ("sources",), ("figures",)]


def tables(value: object, path: Path = ()) -> Iterator[Path]:
    """The paths of all tables whose keys are fixed."""
    if isinstance(value, dict) and path not in FREE:
        yield path
    items = value.items() if isinstance(value, dict) else ()
    for part, inner in enumerate(value) if isinstance(value, list) else items:
        yield from tables(inner, (*path, part))


@pytest.mark.parametrize("path", list(tables(FULL)), ids=str)
def test_no_table_takes_an_unknown_key(path: Path) -> None:
    with pytest.raises(ValidationError) as caught:
        Scorecard.model_validate(changed((*path, "extra"), 1))
    (error,) = caught.value.errors()
    assert error["type"] == "extra_forbidden"
    assert error["loc"][-1] == "extra"


@pytest.mark.parametrize("key", SMALL)
def test_no_key_of_the_smallest_scorecard_can_be_left_out(key: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Scorecard.model_validate({name: SMALL[name] for name in SMALL if name != key})
    assert [error["loc"] for error in caught.value.errors()] == [(key,)]


@pytest.mark.parametrize("path", [("unit", "id"), ("unit", "name"), ("unit", "level")])
def test_a_unit_has_an_id_a_name_and_a_level(path: tuple[str, str]) -> None:
    unit = {key: value for key, value in SMALL["unit"].items() if key != path[1]}
    with pytest.raises(ValidationError) as caught:
        Scorecard.model_validate(SMALL | {"unit": unit})
    assert [error["loc"] for error in caught.value.errors()] == [path]
