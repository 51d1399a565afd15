"""Writes what `published_data.files` makes of the facts, into this project or another folder."""

import sys
from pathlib import Path

from published_data.files import files

ROOT = Path(__file__).resolve().parents[2]

if __name__ == "__main__":
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    for name, text in files().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
