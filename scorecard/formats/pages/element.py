"""Elements of HTML; whatever is no element already is escaped, by its type."""

import re

from markupsafe import Markup, escape

from scorecard.report.blocks import Cell, right_to_left
from scorecard.text.medium import Medium

_WEB = re.compile(r"https?://", re.IGNORECASE)
# A page beside this one is named by letters that no address begins with.
_BESIDE = re.compile(r"[\w.@-]+\.html", re.ASCII)


def element(name: str, *children: str, **attributes: str | None) -> Markup:
    """Return an element; an attribute of None is left out, `_` in its name stands for `-`.

    A trailing `_` keeps a name from being a word of Python.
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    within = Markup("").join(children)
    return Markup(f"<{name}{told}>{within}</{name}>")  # noqa: S704 - all parts are escaped above


def isolated(text: str, medium: Medium, *, number: bool = False) -> str:
    """Return a text that carries nothing beside it along where directions meet."""
    other_way = right_to_left(text) != medium.right_to_left
    if not text or not (other_way or (number and medium.right_to_left)):
        return text
    return element("bdi", text, dir="rtl" if right_to_left(text) else "ltr")


def linked(cell: Cell, medium: Medium, *, number: bool = False) -> str:
    """Return the text of a cell, as a link where it has one to the web or to a page beside."""
    text = isolated(cell.text, medium, number=number)
    if _WEB.match(cell.link):
        return element("a", text, href=cell.link, rel="noreferrer")
    return element("a", text, href=cell.link) if _BESIDE.fullmatch(cell.link) else text
