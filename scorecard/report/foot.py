"""What a page says that it was made by and from; no clock stands in it."""

from scorecard.i18n import Words
from scorecard.text.printable import Printable
from scorecard.version import __version__


def foot(files: int, digest: str, words: Words) -> tuple[Printable, ...]:
    """Return what a page was made by and from."""
    made = words("foot.made", version=__version__)
    return made, words("foot.files", count=files, digest=digest)
