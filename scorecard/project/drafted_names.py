"""The ids that a draft gives to what a book names in words."""

from difflib import get_close_matches

from scorecard.importers.words import same
from scorecard.model.fields import by_language
from scorecard.model.framework import Framework
from scorecard.project.drafted_framework import ALL, OF_WHICH, DraftedFigure
from scorecard.text.naming import slug

_LONGEST_ID = 60
_NEAR = 0.8


class Names:
    """The ids of indicators by their names, each given once."""

    def __init__(self, framework: Framework | None) -> None:
        self._known: dict[str, str] = {}
        for each in framework.indicators if framework else ():
            for text in (each.name, each.short or each.name):
                self._known |= dict.fromkeys(map(same, by_language(text).values()), each.id)
        self._drafts = framework is None
        self._given = {ALL} if self._drafts else set[str]()

    def figure(self, words: str, place: str, unit: str, *, owns: bool = False) -> DraftedFigure:
        """Return the figure of a row or column with these words; without an id where none fits."""
        said = same(OF_WHICH.sub("", words))
        if self._drafts:
            return DraftedFigure(self.new(said), place, words, unit, sure=False, owns=owns)
        near = get_close_matches(said, self._known, n=1, cutoff=_NEAR)
        id_ = self._known[near[0]] if near else ""
        if id_ in self._given:
            return DraftedFigure("", place, words, unit, sure=False, owns=owns)
        self._given.add(id_)
        return DraftedFigure(
            id_, place, words, unit, sure=bool(near) and near[0] == said, owns=owns
        )

    def new(self, said: str) -> str:
        """Return an id of these words that is given to nothing else."""
        plain = slug(said, "_")[:_LONGEST_ID].rstrip("_")
        id_ = plain if plain[:1].isalpha() else f"x_{plain}".rstrip("_")
        number, made = 1, id_
        while made in self._given:
            number += 1
            made = f"{id_}_{number}"
        self._given.add(made)
        return made
