"""What pydantic finds wrong with the shape of a file, in the words of the people who write it."""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from scorecard.diagnostic import Finding, Mend, Path, slip, suggestion
from scorecard.i18n.sayings import counted, say
from scorecard.model.fields import LANGUAGE, SAFE_LINE
from scorecard.model.level import LEVELS
from scorecard.text.printable import LONGEST_LINE
from scorecard.toml.coaching.fault import shortened
from scorecard.toml.editing.splice import amount, literal

_BY_LANGUAGE = "dict[constrained-str,constrained-str]"
_TEXT_FORMS: dict[str, type] = {"constrained-str": str, _BY_LANGUAGE: dict}
"""How pydantic marks the errors of each form that a text can have, and what has that form."""

_TEXT = ("shape.text", "shape.write-text")
_TABLE = ("shape.table", "shape.write-table")
_WANTED = {
    "string_type": ("shape.text", "shape.write-string"),
    "too_short": _TEXT,
    "text": _TEXT,
    "int_type": ("shape.int", "shape.write-int"),
    "bool_type": ("shape.bool", "shape.no-quotes"),
    "date_type": ("shape.date", "shape.write-date"),
    "list_type": ("shape.list", "shape.write-list"),
    "dict_type": _TABLE,
    "model_type": _TABLE,
}
_REFUSED: dict[str, tuple[str, dict[str, str]]] = {
    "quantity": ("SC205", {}),
    "number": ("SC211", {}),
    "limits": ("SC211", {"hint": "shape.write-limits"}),
    "steps": ("SC211", {"hint": "shape.write-steps"}),
    "period": ("SC206", {}),
    "format": ("SC210", {}),
    "spelling": ("SC208", {}),
    LANGUAGE: ("SC204", {"choices": "shape.languages"}),
    SAFE_LINE: (
        "SC208",
        {
            "fault": "shape.unseen",
            "hint": "shape.one-line",
        },
    ),
}
"""The code, and keys of arguments, of each error of ours and pattern that a text is not like."""

_MOST_QUOTED = 40
# Two letters exchanged in a key of four leave this much; a key that is missing is asked for.
_LIKE_A_MISSING_KEY = 0.6


DEFAULTS: Path = ("defaults",)
"""The table of what every figure or indicator has."""


def located(errors: Iterable[ErrorDetails], data: Mapping[str, object]) -> list[ErrorDetails]:
    """Return errors at their paths in the data, and of a text those of the form that it has.

    What is wrong in the defaults is told there, and not of each table that has it from them.
    """
    found: list[ErrorDetails] = []
    for error in errors:
        if _by_default(error["loc"], data):
            continue
        path, form, value = _in_data(error["loc"], data)
        here: ErrorDetails = {**error, "loc": path}
        if form is None or isinstance(value, _TEXT_FORMS[form]):
            found.append(here)
        elif form == _BY_LANGUAGE and not isinstance(value, str):
            found.append({**here, "type": "text", "input": value})
    return found


def _by_default(loc: Path, data: Mapping[str, Any]) -> bool:
    """Whether a path leads to what a figure or an indicator has from the defaults alone."""
    usual = data.get("defaults")
    if loc[:1] not in (("figures",), ("indicators",)) or not isinstance(usual, dict):
        return False
    if len(loc) < 3 or loc[2] not in usual:  # noqa: PLR2004 - table, name, key
        return False
    own = data[str(loc[0])][loc[1]]
    return loc[2] not in own if isinstance(own, dict) else loc[2] != "value"


def _in_data(loc: Path, data: object) -> tuple[Path, str | None, object]:
    """Return the path of an error in the data, the form of text that it is about, and the text."""
    path: Path = ()
    form, text = None, None
    here: Any = data
    for part in loc:
        inside = isinstance(here, dict) and part in here
        if inside or (isinstance(here, list) and isinstance(part, int)):
            path, here = (*path, part), here[part]
        elif part in _TEXT_FORMS:
            form, text = str(part), here
        else:
            path = (*path, part)
    return path, form, text


def meant(errors: Collection[ErrorDetails], model: type[BaseModel]) -> dict[Path, Path]:
    """Return which missing key the unknown one beside it stands for, both by their paths.

    One in the defaults stands for what every figure or indicator misses.
    """
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    found = {}
    for error in errors if missing else ():
        path = error["loc"]
        if error["type"] == "extra_forbidden":
            key, known = str(path[-1]), keys_at(model, path[:-1])
            beside = [name for name in known if (*path[:-1], name) in missing]
            if path[:-1] == DEFAULTS:
                beside = [name for name in known if name in {loc[-1] for loc in missing if loc[2:]}]
            near = get_close_matches(key.casefold(), beside, n=1, cutoff=_LIKE_A_MISSING_KEY)
            if near and suggestion(key, known) in {"", say("hint.did-you-mean", name=near[0])}:
                found[path] = (*path[:-1], near[0])
    return found


def stood_for(error: ErrorDetails, meant: Collection[Path]) -> bool:
    """Whether a key is missing that an unknown key was meant for."""
    path = error["loc"]
    return error["type"] == "missing" and (path in meant or (*DEFAULTS, path[-1]) in meant)


def finding(error: ErrorDetails, model: type[BaseModel], stands_for: Path | None = None) -> Finding:
    """Return the finding for an error, whose unknown key can stand for one that is missing."""
    path: Path = error["loc"]
    # Pydantic marks an error of a key so; it can be the name of a key, too.
    of_key = path[-1:] == ("[key]",) and error["type"].startswith("string_")
    on_key = of_key and error["input"] == path[-2]
    path = path[:-1] if on_key else path
    match error["type"]:
        case "extra_forbidden":
            key, known = str(path[-1]), keys_at(model, path[:-1])
            near = suggestion(key, known)
            if stands_for:
                near = say("hint.did-you-mean", name=stands_for[-1])
            hint = near or say("shape.keys", names=", ".join(known))
            said = {"key": shortened(key), "hint": hint}
            right = slip(key, known)
            mends = (Mend(right, path, on_key=True),) if right and right in hint else ()
            return Finding("SC201", path, said, on_key=True, mends=mends)
        case "missing":
            example = "{ … }" if path[-1] == "unit" else "…"
            return Finding("SC202", path, {"key": str(path[-1]), "example": example})
        case kind if kind in _WANTED:
            wanted, hint = _WANTED[kind]
            return Finding("SC203", path, {"wanted": say(wanted), "hint": say(hint)})
    context = error.get("ctx", {})
    code, further = _refused(error["type"], str(error["input"]), context)
    meant, counted = further.pop("meant", ""), str(context.pop("counted", ""))
    meant = context.pop("meant", meant)
    written = (
        str(meant) if on_key else amount(str(meant)) if code == "SC205" else literal(str(meant))
    )
    mends = (Mend(written, path, on_key=on_key, counted=counted),) if meant else ()
    arguments = {"value": quoted(error["input"]), **context, **further}
    return Finding(code, path, arguments, on_key=on_key, mends=mends)


def _refused(kind: str, value: str, context: dict[str, Any]) -> tuple[str, dict[str, object]]:
    """Return the code for a value that has the right type, and more arguments of its message."""
    pattern = str(context.get("pattern", ""))
    if kind == "literal_error":
        choices = context["expected"].replace(" or ", ", ").replace("'", "")
        near = suggestion(value, choices.split(", ")) or _level_suggested(value, choices)
        return "SC204", {"hint": near and f"{near} ", "choices": choices}
    if kind == "greater_than_equal":
        hint = say("shape.at-least", least=context["ge"])
        return "SC211", {"reason": say("shape.too-small"), "hint": hint}
    if context.get("max_length") == LONGEST_LINE:
        fault = say("shape.too-long", most=LONGEST_LINE)
        return "SC208", {"fault": fault, "hint": say("shape.shorten")}
    if pattern == SAFE_LINE and not value.strip():
        return "SC208", {"fault": say("shape.empty"), "hint": say("shape.not-empty")}
    if known := _REFUSED.get(kind) or _REFUSED.get(pattern):
        code, keys = known
        own = {name: say(key) for name, key in keys.items()}
        return code, {**own, "hint": context.get("hint") or own.get("hint", "")}
    return ("SC209", {}) if pattern.startswith("^https") else ("SC207", _as_id(value, pattern))


def _level_suggested(value: str, choices: str) -> str:
    """Return the suggestion of the level that a word of some language means: xã."""
    if choices != ", ".join(LEVELS):
        return ""
    # Few files have such a word.
    from scorecard.model.levels import level_meant

    meant = level_meant(value)
    return say("hint.did-you-mean", name=meant) if meant else ""


def _as_id(value: str, pattern: str) -> dict[str, object]:
    """Return how an id is mended; `meant` is one that is right but for the other sign."""
    link, other, example = (
        ("_", "-", "dossiers_online") if "_" in pattern else ("-", "_", "cao-bang")
    )
    meant = value.replace(other, link)
    if pattern and re.search(pattern, meant):
        hint = say("shape.other-sign", sign=link, other=other, meant=meant)
        return {"sign": link, "hint": hint, "meant": meant}
    hint = say("shape.id", sign=link, example=example)
    return {"hint": hint}


def with_other_sign(found: Iterable[Finding], line: Callable[[Finding], int]) -> Iterator[Finding]:
    """Yield findings; ids that are spelled with the other sign are one, with all their lines."""
    astray: dict[object, list[Finding]] = {}
    for each in found:
        if sign := each.arguments.get("sign"):
            astray.setdefault(sign, []).append(each)
        else:
            yield each
    for alike in astray.values():
        first = min(alike, key=line)
        lines = sorted({line(each) for each in alike} - {line(first)})
        named = ", ".join(map(str, lines))
        hint = first.arguments["hint"]
        if lines:
            hint = counted("shape.so-too", len(lines), hint=hint, lines=named)
        mends = tuple(mend for each in alike for mend in each.mends)
        yield first._replace(arguments={**first.arguments, "hint": hint}, mends=mends)


def keys_at(model: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that the table at a path of a model's data may have."""
    names_follow = False
    for part in path:
        if names_follow:
            names_follow = False
        elif isinstance(part, str):
            fields = {field.alias or name: field for name, field in model.model_fields.items()}
            annotation = fields[part].annotation
            names_follow = get_origin(annotation) is dict
            model = next(_models(annotation))
    return [field.alias or name for name, field in model.model_fields.items()]


def quoted(value: object) -> str:
    """Return a value of a file as its writer would recognise it, shortened where it is long."""
    if isinstance(value, str | bool):
        text = json.dumps(value, ensure_ascii=False)
    elif isinstance(value, dict):
        text = say("shape.table")
    elif isinstance(value, list):
        nested = any(isinstance(each, list | dict) for each in value)
        text = (
            say("shape.nested") if nested else f"[{', '.join(map(quoted, value[:_MOST_QUOTED]))}]"
        )
    else:
        text = value.isoformat() if isinstance(value, date) else str(value)
    return shortened(text)


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    arguments = get_args(annotation)
    for argument in arguments[:1] if get_origin(annotation) is Annotated else arguments:
        yield from _models(argument)
