"""How many columns of a terminal a text takes."""


def width(text: str) -> int:
    """Return the columns that a line takes in a terminal."""
    # Up to here each letter takes one; rich knows all others, and takes longer to begin with.
    if text.isascii() or max(text) < "\u0300":
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
