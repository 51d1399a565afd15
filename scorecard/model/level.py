"""What kinds of unit there are: apart from the models, so that the prompt need not load them."""

from typing import Literal, get_args

Level = Literal["nation", "region", "province", "district", "commune", "village", "agency"]
"""What kind of unit it is, the largest first."""

LEVELS: tuple[Level, ...] = get_args(Level)
"""All of them, the largest first."""
