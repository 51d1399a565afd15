"""How the files are laid out."""

import json
from collections.abc import Iterable, Mapping, Sequence

from published_data.facts import Row

LANGUAGES = ("en", "vi", "ar")

SCHEMA = "#:schema ../../../scorecard/schemas/scorecard.schema.json\n"


def quoted(text: str) -> str:
    """Return a text in quotes."""
    return json.dumps(text, ensure_ascii=False)


def table(items: Mapping[str, str]) -> str:
    """Return an inline table of texts."""
    return "{ " + ", ".join(f"{key} = {quoted(text)}" for key, text in items.items()) + " }"


def named(name: Row) -> str:
    """Return a name by language, a line each."""
    return "".join(f"name.{each} = {quoted(name[each])}\n" for each in LANGUAGES)


def framework(head: str, parts: Iterable[str]) -> str:
    """Return the text of a framework: its own keys, and its tables."""
    return "\n".join(["#:schema ../schemas/framework.schema.json\n" + head, *parts])


def group(id_: str, name: Row, weight: str = "") -> str:
    """Return the table of a group."""
    return f'[[groups]]\nid = "{id_}"\n{named(name)}' + (f"weight = {weight}\n" if weight else "")


def indicator(id_: str, name: Row, under: str, **keys: str) -> str:
    """Return the table of an indicator, with more keys as they are written."""
    more = "".join(f"{key} = {value}\n" for key, value in keys.items())
    return f'[[indicators]]\nid = "{id_}"\ngroup = "{under}"\n{named(name)}{more}'


def maximum(value: str) -> str:
    """Return the target of points: the most that there are."""
    return f'{{ value = {value}, basis = "maximum" }}'


def scorecard(
    note: str,
    under: str,
    period: str,
    unit: str,
    source: str,
    figures: Mapping[str, str],
    claimed: Mapping[str, str],
    ignore: Mapping[str, str] | None = None,
) -> str:
    """Return the text of a scorecard, all of whose figures are from one source."""
    width = max(map(len, figures))
    said = "".join(f"{key:<{width}} = {value}\n" for key, value in figures.items())
    claims = "".join(f"{key} = {value}\n" for key, value in claimed.items())
    parts = [
        SCHEMA + _comment(note) + f'format = 1\nframework = "{under}"\nperiod = "{period}"\n',
        unit,
        source,
        f"[claimed]\n{claims}" if claims else "",
        '[defaults]\nsource = "published"\n',
        f"[figures]\n{said}",
        "[ignore]\n" + "".join(f"{key} = {quoted(why)}\n" for key, why in ignore.items())
        if ignore
        else "",
    ]
    return "\n".join(part for part in parts if part)


def source(
    title: Mapping[str, str], publisher: Mapping[str, str], url: str, published: str = ""
) -> str:
    """Return the table of the source named "published"; its texts are by language."""
    titles = "".join(f"title.{each} = {quoted(text)}\n" for each, text in title.items())
    day = f"published = {published}\n" if published else ""
    by = "".join(f"publisher.{each} = {quoted(text)}\n" for each, text in publisher.items())
    address = f"url = {quoted(url)}\n" if url else ""
    return f"[sources.published]\n{titles}{by}{day}{address}"


def _comment(note: str) -> str:
    return "".join(f"# {line}\n" for line in note.splitlines())


def given(value: str, why: Mapping[str, str]) -> str:
    """Return a figure with its value, or that it is missing and why."""
    return value or missing(why)


def missing(why: Mapping[str, str]) -> str:
    """Return a figure that is missing, and why, by language."""
    return f'{{ absent = "missing", why = {table(why)} }}'


def claims(score: str, rank: str, among: Sequence[str] = ()) -> dict[str, str]:
    """Return a claimed score and rank, and among how many others where they are not all here."""
    claimed = {"score": score, "rank": rank, "rank_of": among[0] if rank and among else ""}
    return {key: value for key, value in claimed.items() if value}
