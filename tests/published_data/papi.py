"""PAPI 2022 and 2023: eight dimensions of at most 10 points, and their sub-dimensions."""

from decimal import Decimal

from published_data.facts import Row, identifier, names, rows
from published_data.toml import (
    claims,
    framework,
    given,
    group,
    indicator,
    maximum,
    named,
    scorecard,
    source,
    table,
)
from published_data.units import province, provinces

BASIS = {
    "en": "Published figures of CECODES and UNDP",
    "vi": "Số liệu công bố của CECODES và UNDP",
}
FIRST, LAST = "2021", "2023"
"""The sub-dimensions are those of this edition."""

NOT_PUBLISHED = {"en": "not published", "vi": "không công bố"}
PUBLISHER = {
    "en": "CECODES and UNDP; data of the repository hnks-gh/ml-mcdm",
    "vi": "CECODES và UNDP; dữ liệu trong kho mã hnks-gh/ml-mcdm",
}

BEYOND = "published so, although it is less than the least points of the sub-dimension"


def files() -> dict[str, str]:
    """Return both frameworks, and the scorecards under each of them."""
    made = {
        "scorecard/frameworks/papi.toml": _dimensions(),
        "scorecard/frameworks/papi-detail.toml": _sub_dimensions(),
    }
    for row in rows("papi_2022_2023"):
        for under in ("papi", "papi-detail"):
            unit, _ = provinces()[_code(row)]
            made[f"scorecards/{under}/{unit}/{row['year']}.toml"] = _scorecard(row, under)
    return made


def structure(level: str) -> list[Row]:
    """Return the dimensions or sub-dimensions of the edition."""
    return [
        row
        for row in rows("papi_structure")
        if row["level"] == level
        and row["edition_from"] <= FIRST
        and (not row["edition_to"] or row["edition_to"] >= LAST)
    ]


def _head(id_: str, edition: str, note: str) -> str:
    return (
        f'{note}format = 1\nid = "{id_}"\nedition = "{edition}"\n{named(names("framework")[id_])}'
        f"basis = {table(BASIS)}\n\n[scoring]\nscale = 80\n"
    )


def _dimensions() -> str:
    note = (
        "# Eight dimensions, each from 1 to 10 points; the total is their plain sum, 8 to 80.\n"
        "# Until 2017 there were six: totals of 2018 on are not comparable with those before.\n"
        "# No bands: the published groups are quartiles of a year.\n"
    )
    defaults = (
        '[defaults]\nunit = "points"\nkind = "rate"\n'
        f'target = {maximum("10")}\npoints = 10\nlimits = [1, 10]\nlevels = ["province"]\n'
    )
    parts = []
    for row in structure("dimension"):
        name = names("papi")[row["id"]]
        parts.append(
            (group(identifier(name), name), indicator(*own_name(row["id"]), identifier(name)))
        )
    groups, indicators = zip(*parts, strict=True)
    return framework(_head("papi", "2018", note), [*groups, defaults, *indicators])


def _sub_dimensions() -> str:
    note = (
        "# The sub-dimensions behind the eight dimensions of papi, which they add up to: in each,\n"
        "# all have the same most and least points.\n"
    )
    defaults = '[defaults]\nunit = "points"\nkind = "rate"\nlevels = ["province"]\n'
    groups = [
        group(identifier(names("papi")[row["id"]]), names("papi")[row["id"]])
        for row in structure("dimension")
    ]
    parts = structure("sub-dimension")
    indicators = []
    for row in parts:
        of = sum(other["parent"] == row["parent"] for other in parts)
        least, most = _share("1", of), _share("10", of)
        under, _ = own_name(row["parent"])
        indicators.append(
            indicator(
                *own_name(row["id"]),
                under,
                target=maximum(most),
                points=most,
                limits=f"[{least}, {most}]",
            )
        )
    return framework(_head("papi-detail", "2021", note), [*groups, defaults, *indicators])


def _share(number: str, of: int) -> str:
    """Return a number shared out, to the six decimals of the figures."""
    exact = Decimal(number) / of
    return f"{exact.quantize(Decimal('0.000001')).normalize():f}"


def own_name(id_: str) -> tuple[str, Row]:
    name = names("papi")[id_]
    return identifier(name), name


def _code(row: Row) -> str:
    return row["nso_code"]


def _scorecard(row: Row, under: str) -> str:
    level = "dimension" if under == "papi" else "sub-dimension"
    figures = {
        own_name(each["id"])[0]: given(row[each["id"]], NOT_PUBLISHED) for each in structure(level)
    }
    title = {"en": f"PAPI {row['year']}", "vi": f"Chỉ số PAPI {row['year']}"}
    where = source(
        title,
        PUBLISHER,
        "https://github.com/hnks-gh/ml-mcdm",
    )
    claimed = claims(row["total"], row["rank"]) if under == "papi" else {}
    note = "" if row["total"] else "No total was published for this province and year."
    unit = province(_code(row))
    beyond = {"SC403": BEYOND} if under == "papi-detail" and _too_low(row) else {}
    return scorecard(note, under, row["year"], unit, where, figures, claimed, beyond)


def _too_low(row: Row) -> bool:
    """Whether a sub-dimension has fewer points than the least that there are."""
    parts = structure("sub-dimension")
    given_ = {each["id"]: row[each["id"]] for each in parts if row[each["id"]]}
    least = {each["id"]: Decimal(each["min"]) for each in parts}
    return any(Decimal(value) < least[id_] for id_, value in given_.items())
