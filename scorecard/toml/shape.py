"""What pydantic finds wrong with the shape of a file, in the words of the people who write it."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from scorecard.diagnostic import Finding, Path, suggestion
from scorecard.model.fields import LANGUAGE, SAFE_LINE
from scorecard.text.printable import LONGEST_LINE
from scorecard.toml.coaching.fault import shortened

_WANTED = {
    "string_type": ("a text", "write it in quotes"),
    "too_short": ("a text", 'write it in quotes, or by language: { vi = "…", en = "…" }'),
    "text": ("a text", 'write it in quotes, or by language: { vi = "…", en = "…" }'),
    "int_type": ("a whole number", "write it without quotes or decimals"),
    "bool_type": ("true or false", "write it without quotes"),
    "date_type": ("a date", "write it without quotes, year first: 2025-11-21"),
    "list_type": ("an array", "write it in brackets: [ … ]"),
    "dict_type": ("a table", "write its keys in braces, or below a [header]"),
    "model_type": ("a table", "write its keys in braces, or below a [header]"),
}
_REFUSED: dict[str, str] = {
    "quantity": "SC205",
    "number": "SC211",
    "limits": "SC211",
    "steps": "SC211",
    "period": "SC206",
    "format": "SC210",
}
_HINTS = {"limits": "write limits = [0, 100]", "steps": "write steps = [[95, 1], [90, 0.5]]"}
_BY_LANGUAGE = "dict[constrained-str,constrained-str]"
_MOST_QUOTED = 40
# Two letters exchanged in a key of four leave this much; a key that is missing is asked for.
_LIKE_A_MISSING_KEY = 0.6


_TEXT_FORMS: dict[str, type] = {"constrained-str": str, _BY_LANGUAGE: dict}
"""How pydantic marks the errors of each form that a text can have, and what has that form."""


def located(errors: Iterable[ErrorDetails], data: Mapping[str, object]) -> list[ErrorDetails]:
    """Return errors at their paths in the data, and of a text those of the form that it has."""
    found: list[ErrorDetails] = []
    for error in errors:
        path, form, value = _in_data(error["loc"], data)
        here: ErrorDetails = {**error, "loc": path}
        if form is None or isinstance(value, _TEXT_FORMS[form]):
            found.append(here)
        elif form == _BY_LANGUAGE and not isinstance(value, str):
            found.append({**here, "type": "text", "input": value})
    return found


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
    """Return which missing key the unknown one beside it stands for, both by their paths."""
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    found = {}
    for error in errors if missing else ():
        path = error["loc"]
        if error["type"] == "extra_forbidden":
            key, known = str(path[-1]), keys_at(model, path[:-1])
            beside = [name for name in known if (*path[:-1], name) in missing]
            near = get_close_matches(key.casefold(), beside, n=1, cutoff=_LIKE_A_MISSING_KEY)
            if near and suggestion(key, known) in {"", _did_you_mean(near[0])}:
                found[path] = (*path[:-1], near[0])
    return found


def finding(error: ErrorDetails, model: type[BaseModel], stands_for: Path | None = None) -> Finding:
    """Return the finding for one error of a model; the path is the error's place in the data.

    An unknown key can stand for one that is missing.
    """
    path: Path = error["loc"]
    # Pydantic marks an error of a key so; it can be the name of a key, too.
    of_key = path[-1:] == ("[key]",) and error["type"].startswith("string_")
    on_key = of_key and error["input"] == path[-2]
    if on_key:
        path = path[:-1]
    arguments = {"value": quoted(error["input"]), **error.get("ctx", {})}
    match error["type"]:
        case "extra_forbidden":
            key = str(path[-1])
            known = keys_at(model, path[:-1])
            near = _did_you_mean(str(stands_for[-1])) if stands_for else suggestion(key, known)
            hint = near or f"the keys here are {', '.join(known)}"
            arguments = {"key": shortened(key), "hint": hint}
            return Finding("SC201", path, arguments, on_key=True)
        case "missing":
            key = str(path[-1])
            arguments = {"key": key, "example": "{ … }" if key == "unit" else "…"}
            return Finding("SC202", path[:-1], arguments)
        case "literal_error":
            choices = [choice.strip("'") for choice in _choices(error)]
            near = suggestion(str(error["input"]), choices)
            arguments["hint"] = f"{near} " if near else ""
            arguments["choices"] = ", ".join(choices)
            return Finding("SC204", path, arguments)
        case kind if kind in _REFUSED:
            arguments["hint"] = arguments.get("hint") or _HINTS.get(kind, "")
            return Finding(_REFUSED[kind], path, arguments)
        case kind if kind in _WANTED:
            wanted, hint = _WANTED[kind]
            return Finding("SC203", path, {"wanted": wanted, "hint": hint})
    return _text_finding(error, path, arguments, on_key=on_key)


def keys_at(model: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that the table at a path of a model's data may have."""
    names_follow = False
    for part in path:
        if names_follow:
            names_follow = False
        elif isinstance(part, str):
            annotation = model.model_fields[part].annotation
            names_follow = get_origin(annotation) is dict
            model = next(_models(annotation))
    return [field.alias or name for name, field in model.model_fields.items()]


def quoted(value: object) -> str:
    """Return a value of a file as its writer would recognise it, shortened where it is long."""
    match value:
        case str():
            text = json.dumps(value, ensure_ascii=False)
        case bool():
            text = str(value).lower()
        case list() if not any(isinstance(each, list | dict) for each in value):
            text = f"[{', '.join(map(quoted, value[:_MOST_QUOTED]))}]"
        case list():
            text = "an array"
        case dict():
            text = "a table"
        case date():
            text = value.isoformat()
        case _:
            text = str(value)
    return shortened(text)


def _did_you_mean(name: str) -> str:
    return f'did you mean "{name}"?'


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    arguments = get_args(annotation)
    for argument in arguments[:1] if get_origin(annotation) is Annotated else arguments:
        yield from _models(argument)


def _choices(error: ErrorDetails) -> list[str]:
    return str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ").split(", ")


def _text_finding(
    error: ErrorDetails, path: Path, arguments: dict[str, object], *, on_key: bool
) -> Finding:
    if error["type"] == "greater_than_equal":
        arguments |= {"reason": "this is too small", "hint": f"it is at least {arguments['ge']}"}
        return Finding("SC211", path, arguments)
    pattern = str(arguments.get("pattern", ""))
    if error["type"] == "string_too_long" and arguments["max_length"] == LONGEST_LINE:
        fault, hint = f"is longer than {LONGEST_LINE} characters", "shorten it"
        return Finding("SC208", path, {"fault": fault, "hint": hint}, on_key=on_key)
    if pattern == SAFE_LINE:
        blank = not str(error["input"]).strip()
        fault = "is empty" if blank else "has a line break or a character that cannot be seen"
        hint = "write it, or leave the key out" if blank else "write it on one line, without that"
        return Finding("SC208", path, {"fault": fault, "hint": hint}, on_key=on_key)
    if pattern.startswith("^https"):
        return Finding("SC209", path, arguments)
    if pattern == LANGUAGE:
        arguments |= {"choices": "vi, en, ar, …", "hint": ""}
        return Finding("SC204", path, arguments, on_key=on_key)
    snake = "_" in pattern
    arguments |= {
        "link": "_" if snake else "-",
        "example": "dossiers_online" if snake else "cao-bang",
    }
    return Finding("SC207", path, arguments, on_key=on_key)
