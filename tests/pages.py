"""A page of HTML as tests read it."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """The texts of the cells of a page, its elements, and the links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.tags: list[str] = []
        self.links: list[str | None] = []
        self._within: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for key, value in attrs if key in ("href", "src")]
        if tag in ("td", "th"):
            self.cells.append("")
        if tag not in ("meta", "input"):
            self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._within.pop() == tag

    def handle_data(self, data: str) -> None:
        if {"td", "th"} & {*self._within} and "svg" not in self._within:
            self.cells[-1] += data
