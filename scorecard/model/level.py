"""What kinds of unit there are: apart from the models, so that the prompt need not load them."""

from typing import Literal

Level = Literal["nation", "region", "province", "district", "commune", "village", "agency"]
"""What kind of unit it is, the largest first."""
