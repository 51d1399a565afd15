"""All that is made of the facts: the text of each file, by its path in the project."""

from published_data import decision_766, papi, pci, reform, registers, schemes

SETTINGS = """\
# What `compare` shows where nothing else is asked for.
framework = "decision-766"
level = "province"
"""


def files() -> dict[str, str]:
    """Return the text of each file by its path."""
    made = {"scorecards/scorecard.toml": SETTINGS}
    for each in (papi, pci, decision_766, reform, schemes, registers):
        made |= each.files()
    return made
