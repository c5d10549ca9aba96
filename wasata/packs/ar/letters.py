"""Arabic letters: folding of what writers interchange, and the seat that a hamza takes among its vowels."""

import re
import unicodedata

_LETTERS = {
    **dict.fromkeys("أإآٱ", "ا"),
    "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ھ": "ه", "ہ": "ه", "ڤ": "ف", "ۀ": "ه", "گ": "ك", "پ": "ب", "چ": "ج",
    **{chr(0x0660 + d): str(d) for d in range(10)},
    **{chr(0x06F0 + d): str(d) for d in range(10)},
    "ـ": None,
    **{chr(c): None for c in (*range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE), *range(0x200B, 0x2010))},
    **{chr(c): None for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x061C)},
}  # fmt: skip
_FOLD = str.maketrans(_LETTERS)
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefe]")
_SILENT = str.maketrans({"a": None, "i": None, "u": None, "A": "ا", "I": "ي", "U": "و"})
_LATIN = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z",
    "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ء": "", "ئ": "y", "ؤ": "w",
}  # fmt: skip
_VOWELS = frozenset("aiuAIU")


def fold(text: str) -> str:
    """The text with letters that writers interchange made one, marks and tatweel gone, digits European."""
    if _SHAPES.search(text):
        text = unicodedata.normalize("NFKC", text)
    return text.translate(_FOLD).lower()


def latin(text: str) -> str:
    """The letters in Latin ones, as a name for lists: short vowels are not written, so it is a proposal."""
    return "".join(_LATIN.get(letter, letter) for letter in fold(text))


def spell(sounds: str) -> str:
    """The folded spelling of consonants with their vowels (a i u short, A I U long); only hamza needs thought."""
    if "ء" not in sounds:
        return sounds.translate(_SILENT)
    written, skip = [], False
    for at, sound in enumerate(sounds):
        if skip:
            skip = False
        elif sound != "ء":
            written.append(sound)
        else:
            after = sounds[at + 1] if at + 1 < len(sounds) else ""
            seat = _seat(sounds[at - 1] if at else "", after) if at else "ا"
            written.append(seat)
            skip = seat == "ا" and after == "A"  # madda: one letter for hamza and long vowel
    return "".join(written).translate(_SILENT)


def _seat(before: str, after: str) -> str:
    """What carries a hamza between these two sounds."""
    if not after:
        return {"a": "ا", "i": "ئ", "u": "ؤ"}.get(before, "ء")
    if before in "iIي" or after in "iI":
        return "ئ"
    if before == "u" or after in "uU":
        return "ؤ"
    return "ء" if before in "AUو" else "ا"
