"""Words of a book compared: whatever their case, spacing, dashes, tone place and normal form."""

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LEAD = re.compile(r"^[\s\-–—+*•·−.]+")
_WORD = re.compile(r"[\w\u0300-\u036f]+")
_TONE = re.compile(f"[{_TONES}]")


def same(text: str) -> str:
    """Return what is equal for words that are the same: "- Hoà  Bình:" and "HÒA BÌNH"."""
    spread = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    plain = _LEAD.sub("", spread).rstrip(" :;.")
    return _WORD.sub(_tone_last, " ".join(plain.split()))


def _tone_last(match: re.Match[str]) -> str:
    """Return a word with its tone behind it, wherever that stood in it."""
    word = match[0]
    return _TONE.sub("", word) + "".join(_TONE.findall(word))
