"""How it is written whom a folder expects: apart from its settings, which few runs load."""

CHILDREN = "children of "
"""What stands before a unit where all that lie in it are expected."""

NOT = "not "
"""What stands before a unit that is not expected any more, as one that was merged into another."""
