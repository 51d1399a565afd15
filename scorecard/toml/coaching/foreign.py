"""Texts that are something else than TOML from the first line on, or that git has mixed."""

import re
from itertools import islice

from scorecard.diagnostic import Related
from scorecard.i18n.sayings import say
from scorecard.toml.coaching.fault import Edit, Fault, Where
from scorecard.toml.coaching.recovery import blanked

_CONFLICT_MARK = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: .*|\Z)")
_CONFLICT = re.compile(
    r"(?P<start><{7}[^\n]*+\n)(?:(?!={7}|\|{7})[^\n]*+\n)*+"
    r"(?P<rest>(?:(?!>{7})[^\n]*+\n)++(?P<end>>{7}[^\n]*+))"
)
_LONE_RETURN = re.compile(r"\r(?!\n)")
_JSON = re.compile(r"\s*+(?:\[\s*+)?+\{\s*+(?:[\"}]|\Z)")
_YAML = re.compile(r"[ \t]*+(?:- )?[^\s\"'=:#{\[][^\"'=:#{\[\n]*+:(?=\s|\Z)", re.MULTILINE)
_PAIR = re.compile(r"^[^#\n=]++=", re.MULTILINE)
_MARKUP = re.compile(r"\s*+<[!?A-Za-z]")
_TABLE = re.compile(r"[^;\t,]*+(?:[;\t,][^=\n;\t,]*+){2,}+\Z")
# The reader stops at it, behind it, or at the word before it.
_OTHER_BLANK = re.compile(r"[^\s=,.\[\]{}#\"']*+(?P<blank>[^\S \t]+)")
_MOST_RETURNS = 1000


def lone_return(where: Where) -> Fault | None:
    """Tell of line ends that are none to TOML: carriage returns without line feeds."""
    found = _LONE_RETURN.search(where.text, max(0, where.offset - 1))
    if found is None or found.start() > where.offset:
        return None
    reason = say("toml.lone-return")
    span = (found.start() - where.start, found.end() - where.start)
    fault = where.fault(span, reason, say("toml.save-lines"))
    returns = islice(_LONE_RETURN.finditer(where.text), _MOST_RETURNS)
    edits = tuple(Edit(*each.span(), " ") for each in returns)
    # Without any other line ends, all lines are one.
    return fault._replace(edits=edits, last="\n" not in where.text)


def other_blank(where: Where) -> Fault | None:
    """Tell of a blank that is none to TOML, such as the one that breaks no line."""
    row, at = where.row, where.column
    found = _OTHER_BLANK.match(row, at) or _OTHER_BLANK.match(row, max(0, at - 1))
    if found is None:
        return None
    reason = say("toml.other-blank", code=f"U+{ord(found['blank'][0]):04X}")
    hint = say("toml.ordinary-blank")
    return where.fault(found.span("blank"), reason, hint, "")


def merge_conflict(where: Where) -> Fault | None:
    """Tell of two versions that git has left side by side; what follows is read with the first."""
    if not _CONFLICT_MARK.fullmatch(where.row):
        return None
    reason = say("toml.conflict", sign=where.row[:7])
    hint = say("toml.keep-version")
    fault = where.fault((0, len(where.row)), reason, hint, "")
    match = _CONFLICT.match(where.text, where.start)
    if match is None:
        return fault
    related = Related(say("toml.version-ends"), place=match.span("end"))
    edits = (blanked(where.text, *match.span(part)) for part in ("start", "rest"))
    return Fault(fault.finding._replace(related=related), tuple(edits))


def other_format(where: Where) -> Fault | None:
    """Tell of a whole file in another format."""
    name = _format(where)
    if name is None:
        return None
    return where.fault(where.written, say("toml.it-is", name=name), say("toml.learn"))._replace(
        last=True
    )


def _format(where: Where) -> str | None:
    text = where.text
    if _JSON.match(text):
        return "JSON"
    if _MARKUP.match(text):
        return say("toml.markup")
    pairs = max(1, len(_PAIR.findall(text)))
    fields = len(_YAML.findall(text)) if _YAML.match(where.row) else 0
    if fields > pairs or (where.row.startswith("---") and not text[: where.start].strip()):
        return "YAML"
    if "=" in text or "[" in text:
        return None
    return say("toml.csv" if _TABLE.match(where.row) else "toml.prose")
