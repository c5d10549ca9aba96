"""Arabic number words: cardinals and ordinals in either gender and any case, and how they are joined."""

from collections.abc import Sequence

from msgspec import Struct

_UNITS = ("واحد", "اثن", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
_TENS = ("عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_ORDINALS = ("ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر")


class Number(Struct, frozen=True):
    """A number said in the words up to last; prep is the clitic on its first word."""

    value: int
    last: int
    ordinal: bool
    article: bool
    prep: str = ""


def _cardinals() -> dict[str, tuple[int, str]]:
    """Every cardinal word with its value and its order: unit, ten, teen, hundred or thousand."""
    found: dict[str, tuple[int, str]] = {"احد": (1, "first"), "احدي": (1, "first"), "واحده": (1, "unit")}
    for value, word in enumerate(_UNITS, 1):
        if value not in (2,):
            found[word] = found[word + "ه"] = (value, "unit")
    found |= dict.fromkeys(("اثنان", "اثنين", "اثنتان", "اثنتين", "اثنا", "اثني", "اثنتا", "اثنتي"), (2, "unit"))
    found |= dict.fromkeys(("ثمان", "ثمانيه"), (8, "unit"))
    for value, word in enumerate(_TENS, 2):
        found[word + "ون"] = found[word + "ين"] = (value * 10, "ten")
    for hundred in ("مئه", "مائه", "ميه"):
        found[hundred] = (100, "hundred")
        for value, word in enumerate(_UNITS[2:9], 3):
            found[word + hundred] = (value * 100, "hundred")
        found["ثمان" + hundred] = (800, "hundred")
    for two in ("مئتان", "مئتين", "مائتان", "مائتين", "مئتا", "مئتي"):
        found[two] = (200, "hundred")
    found |= {"الف": (1000, "thousand"), "الاف": (1000, "thousand"), "الفا": (1000, "thousand")}
    found |= dict.fromkeys(("الفان", "الفين"), (2000, "thousand"))
    return found


def _ordinal_words() -> dict[str, int]:
    """Every ordinal word with its value; tens and hundreds serve as ordinals in their cardinal form."""
    found = dict.fromkeys(("اول", "اولي"), 1) | dict.fromkeys(("ثاني", "ثان", "ثانيه"), 2)
    for value, word in enumerate(_ORDINALS, 3):
        found[word] = found[word + "ه"] = value
    return found | dict.fromkeys(("حادي", "حاديه"), -1)


CARDINALS = _cardinals()
ORDINALS = _ordinal_words()
_STEMS = CARDINALS.keys() | ORDINALS.keys()


def cut(key: str) -> tuple[str, bool, bool, str] | None:
    """The number stem of a folded word with whether و joins it, whether it has the article, and its preposition."""
    for conj, rest in ((False, key), (True, key[1:])):
        if conj and not key.startswith(("و", "ف")):
            break
        if rest in _STEMS:
            return rest, conj, False, ""
        for prep in ("", "ب", "ل", "ك"):
            if prep and not rest.startswith(prep):
                continue
            stem = rest[len(prep) :]
            if prep and stem in _STEMS:
                return stem, conj, False, prep
            if stem.startswith("ال") and stem[2:] in _STEMS:
                return stem[2:], conj, True, prep
            if prep == "ل" and stem.startswith("ل") and stem[1:] in _STEMS:
                return stem[1:], conj, True, prep
    return None


def read_number(keys: Sequence[str], first: int) -> Number | None:
    """The number that the words say from this word on, or None; a lone أحد is somebody, not a number."""
    head = cut(keys[first])
    if head is None:
        return None
    stem, _, article, prep = head
    if stem in ORDINALS:
        return _ordinal(keys, first, ORDINALS[stem], article, prep)
    return _cardinal(keys, first, stem, article, prep)


def _ordinal(keys: Sequence[str], first: int, value: int, article: bool, prep: str) -> Number | None:
    """The ordinal with the ten that may follow it: الثالث عشر, الثالث والعشرون."""
    last = first + 1
    value, compound = abs(value), value < 0
    after = cut(keys[last]) if last < len(keys) else None
    if after is not None and after[0] in CARDINALS:
        more, order = CARDINALS[after[0]]
        if more == 10 and not after[1] and order == "unit":
            return Number(value + 10, last + 1, True, article, prep)
        if order == "ten" and after[1] and after[2] == article:
            return Number(value + more, last + 1, True, article, prep)
    return None if compound else Number(value, last, True, article, prep)


def _cardinal(keys: Sequence[str], first: int, stem: str, article: bool, prep: str) -> Number | None:
    """The cardinal with all that is joined to it: ألف وتسعمئة وثمانية وسبعون."""
    value, order = CARDINALS[stem]
    total, last, lone = 0, first + 1, order == "first"
    while last < len(keys):
        after = ("احد", True, False, "") if keys[last] == "واحد" else cut(keys[last])  # وأحد عشر
        if after is None or after[0] not in CARDINALS or after[3]:
            break
        more, kind = CARDINALS[after[0]]
        if after[1] and order in ("unit", "first") and kind == "ten" and value % 100 < 10:
            value += more
        elif after[1] and (order, kind) in _DESCENDING:
            if order == "thousand":
                total, value = total + value, 0
            value += more
        elif not after[1] and more == 10 and kind == "unit" and order in ("unit", "first"):
            value += 10
            kind = "ten"
        elif not after[1] and more in (100, 1000) and order != "thousand" and (more == 1000 or 2 < value < 10):
            value *= more
        else:
            break
        order, last = kind, last + 1
    if lone and last == first + 1:
        return None
    return Number(total + value, last, order == "ten" and article, article, prep)


_DESCENDING = frozenset(
    (high, low)
    for high, lows in (("thousand", ("hundred", "ten", "unit", "first")), ("hundred", ("ten", "unit", "first")))
    for low in lows
)
