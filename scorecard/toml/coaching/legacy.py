"""Vietnamese text in the encodings from before Unicode, told by the syllables that it makes."""

import re
import unicodedata
from collections.abc import Callable, Mapping

_TONES = "\u0300\u0301\u0309\u0303\u0323"  # grave, acute, hook, tilde and dot below

# The code table of Viet Nam's standard of 1993 (TCVN 5712:1993, its third form), 0xA1 to 0xFE.
_TCVN3 = dict(
    zip(
        range(0xA1, 0xFF),
        "ĂÂÊÔƠƯĐăâêôơưđ\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdàảãáạ\ufffdằẳẵắ\ufffd\ufffd\ufffd\ufffd"
        "\ufffd\ufffd\ufffdặầẩẫấậè\ufffdẻẽéẹềểễếệìỉ\ufffd\ufffd\ufffdĩíịò\ufffdỏõóọồổỗốộờởỡớợù\ufffd"
        "ủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_VNI_LETTERS = str.maketrans("ôöñÔÖÑæóòîÆÓÒÎ", "ơưđƠƯĐỉĩịỵỈĨỊỴ")
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
# In VNI's fonts a second character carries the marks of the vowel before it.
_VNI_MARKS = {"â": _CIRCUMFLEX, "ê": _BREVE} | {
    letter: f"{shape}{tone}"
    for shape, letters in (("", "øùûõï"), (_CIRCUMFLEX, "àáåãä"), (_BREVE, "èéúüë"))
    for letter, tone in zip(letters, _TONES, strict=True)
}
_VNI_VOWEL = re.compile(f"([aeouyôö])([{''.join(_VNI_MARKS)}])", re.IGNORECASE)

# As many bytes, from the first that is no ASCII, as tell an encoding without doubt.
_ENOUGH = 4096
_LONGEST_WORD = 8
_ASCII = bytes(range(0x80))
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u0323]+[^\W\d_]*)*")
_NO_TONES = str.maketrans("", "", _TONES)
_SYLLABLE = re.compile(
    "(?:ngh?|nh|gh?|gi|kh|ph|qu|th|tr|ch|[bcdđhklmnrstvx])?"
    "(?:i?êu?|yêu?|u?ôi?|ươ[iu]?|u?[yơ]|oai|oay|o?[aăeo]|uâ|u?y[aêu]?|uê|[iu]?a|ư[aiu]?|[aâ][uy]"
    "|a[io]|eo|i?u|[oơôu]i|oo|[ăâêiôơuư])"
    "(?:ch|ng|nh|[ckmnpt])?"
)


def read_as(data: bytes) -> tuple[str, str] | None:
    """Return the encoding in which most words beyond ASCII are Vietnamese, if any, and the text."""
    first = len(data) - len(data.lstrip(_ASCII))
    beginning = data[max(0, first - _LONGEST_WORD) : first + _ENOUGH]
    shares = {name: _sense(read(beginning)) for name, read in _READERS.items()}
    best = max(shares, key=lambda name: shares[name])
    if shares[best] <= 1 / 2:
        return None
    return best, unicodedata.normalize("NFC", _READERS[best](data))


def _vni(data: bytes) -> str:
    parts = _VNI_VOWEL.split(data.decode("cp1252", errors="replace"))
    parts[2::3] = [_VNI_MARKS[mark.lower()] for mark in parts[2::3]]
    parts[0::3] = [other.translate(_VNI_LETTERS) for other in parts[0::3]]
    parts[1::3] = [vowel.translate(_VNI_LETTERS) for vowel in parts[1::3]]
    return "".join(parts)


def _sense(text: str) -> float:
    """Return the share of the words beyond ASCII that are syllables of Vietnamese."""
    composed = unicodedata.normalize("NFC", text)
    words = [word for word in _WORD.findall(composed) if not word.isascii()]
    return sum(map(_is_syllable, words)) / (len(words) or 1)


def _is_syllable(word: str) -> bool:
    decomposed = unicodedata.normalize("NFD", word.lower())
    toneless = decomposed.translate(_NO_TONES)
    one_case = word.islower() or word.isupper() or word.istitle()
    letters = unicodedata.normalize("NFC", toneless)
    return one_case and len(decomposed) <= len(toneless) + 1 and bool(_SYLLABLE.fullmatch(letters))


_READERS: Mapping[str, Callable[[bytes], str]] = {
    "Windows-1258": lambda data: data.decode("cp1258", errors="replace"),
    "TCVN3 (ABC)": lambda data: data.decode("latin-1").translate(_TCVN3),
    "VNI": _vni,
}


def by_font(text: str, font: str) -> tuple[str, str] | None:
    """Return the encoding that a font is for, if it is for one, and the text as it shows it.

    The text is what a program took it for: Windows-1252.
    """
    name = font.casefold()
    encoding = "TCVN3 (ABC)" if name.startswith(".vn") else "VNI" if name.startswith("vni") else ""
    try:
        data = text.encode("cp1252")
    except UnicodeEncodeError:
        # It has letters that this encoding does not: it is Unicode in an old font.
        return None
    if not encoding:
        return None
    read = unicodedata.normalize("NFC", _READERS[encoding](data))
    return encoding, read.upper() if name.startswith(".vn") and name.endswith("h") else read
