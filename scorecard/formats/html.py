"""A view as one page of HTML that needs nothing else: no script, no request, no other file."""

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files

from markupsafe import Markup

from scorecard.formats.pages import drawing, tables
from scorecard.formats.pages.element import element, isolated, linked
from scorecard.report.blocks import Code, Facts, Heading, Note, Table, View
from scorecard.text.medium import Medium

MADE = Markup('<meta name="generator" content="scorecard">\n')
"""What tells a page of ours from those that others have made."""


def render_html(view: View, medium: Medium) -> str:
    """Return the blocks of a view as a page, with its foot."""
    found = list(view.blocks())
    title = next((block.text for block in found if isinstance(block, Heading)), "scorecard")
    body: list[Markup] = []
    orders: list[str] = []
    captions = [title]
    for number, block in enumerate(found):
        match block:
            case Heading():
                captions = [*captions[: block.level - 1], block.text]
                body.append(element(f"h{block.level}", isolated(block.text, medium)))
            case _:
                body += _block(block, " · ".join(captions), number, medium)
                orders += tables.order_rules(block, number)
    foot = (element("p", isolated(text, medium)) for text in view.foot)
    main = element("main", *body)
    if drawing.HATCHED in main:
        main = drawing.HATCH + main
    return _page(title, [main, element("footer", *foot)], "".join(orders), medium)


def _page(title: str, content: list[Markup], rules: str, medium: Medium) -> str:
    style = files("scorecard.formats.pages").joinpath("page.css").read_text("utf-8") + rules
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = element(
        "head",
        Markup('<meta charset="utf-8">\n'),
        Markup('<meta http-equiv="Content-Security-Policy" content="{}">\n').format(policy),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">\n'),
        Markup('<meta name="color-scheme" content="light dark">\n'),
        MADE,
        element("title", title),
        # A style sheet has no entities; it is ours, and what is counted into it are numbers.
        element("style", Markup(style)),  # noqa: S704
    )
    direction = "rtl" if medium.right_to_left else "ltr"
    page = element("html", head, element("body", *content), lang=medium.language, dir=direction)
    return f"<!DOCTYPE html>\n{page}\n"


def _block(
    block: Facts | Table | Note | Code, caption: str, number: int, medium: Medium
) -> Iterator[Markup]:
    match block:
        case Note():
            label = element("b", f"{block.label}:")
            yield element("p", label, " ", isolated(block.text, medium), class_="note")
        case Code():
            yield element("p", block.heading)
            yield element("pre", element("code", "\n".join(block.lines)), dir="ltr")
        case Facts():
            pairs = (
                element(
                    "div",
                    element("dt", name),
                    element("dd", linked(cell, medium), class_=tables.marked(cell)),
                )
                for name, cell in block.pairs
            )
            yield element("dl", *pairs)
            yield from (drawing.figure(picture) for picture in block.pictures)
        case _:
            yield from (drawing.figure(picture) for picture in block.pictures)
            yield from tables.laid_out(block, caption, number, medium)
