"""A book in a folder drafted by the command."""

from pathlib import Path

from command import Ran, run


def draft(*words: str | Path) -> Ran:
    return run("import", "book.xlsx", *words)


def both() -> tuple[str, str]:
    """Return the texts of a map and a framework that a draft is written to."""
    for name in ("framework.toml", "bieu-01.toml"):
        Path(name).unlink(missing_ok=True)
    ran = draft("-o", "map.toml")
    step = "look through map.toml, framework.toml, then scorecard import book.xlsx --map map.toml"
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"map.toml\nframework.toml\nNext: {step}\n"
    return Path("map.toml").read_text("utf-8"), Path("framework.toml").read_text("utf-8")
