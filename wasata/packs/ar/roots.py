"""A verb taken apart: what stands before its last syllable, its last two radicals, and where it is weak."""

from msgspec import Struct

from wasata.packs.rows import LemmaRow
from wasata.packs.table import TableError

SHADDA = "ّ"
_PLAIN = str.maketrans({"أ": "ء", "إ": "ء", "ؤ": "ء", "ئ": "ء", "ٱ": "ا", SHADDA: None, "ـ": None, **dict.fromkeys("ًٌٍَُِْ")})
_LENGTH = {"II": 0, "III": 4, "IV": 4, "V": 0, "VI": 5, "VII": 5, "VIII": 5, "IX": 4, "X": 6, "Q": 4}
_LONG = {"و": "U", "ي": "I", "ى": "A", "ا": "A"}
_SHORT = {"أ": "a", "ا": "a", "ئ": "i", "ؤ": "u"}
# verbs of being and going: what looks like their passive is another word (بيت، عيد، مسيرة، وزير)
_NEVER_PASSIVE = frozenset(
    {
        "كان", "بات", "صار", "زال", "كاد", "عاد", "قام", "سار", "ثار", "لاذ",
        "جاء", "تمّ", "ظلّ", "دام", "نام", "مات", "غاب", "تاه", "طال", "مال", "زار",
    }
)  # fmt: skip


class Root(Struct, frozen=True):
    """The parts of a verb; onsets end before the last syllable and are spelled as sounds (see letters.spell)."""

    form: str
    weak: str  # "" hollow defective doubled
    second: str  # the last radical but one, "" where it is the long vowel of a hollow verb
    here: str  # the same in the imperfect: يرى has none of the hamza of رأى
    third: str
    perfect: str  # onset of the perfect
    perfect_passive: str
    imperfect: str  # onset of the imperfect with the vowel of the prefix, without the prefix
    imperfect_passive: str
    vowel: str  # last vowel of the active imperfect: short, or long where hollow or defective
    last: str  # the last letter of the lemma: tells defective perfects apart


def plain(word: str) -> str:
    """The bare letters of a word, every hamza alone."""
    return word.replace("آ", "ءا").translate(_PLAIN)


def root(row: LemmaRow) -> Root:
    """The verb of a lemma row taken apart."""
    if row.form != "I" and row.form not in _LENGTH:
        raise TableError(f"{row.row} has the form {row.form!r}; there are I, {', '.join(_LENGTH)} and noun")
    bare = plain(row.lemma)
    if len(bare) < 2 or "ة" in bare or "ى" in bare[:-1] or len(set(bare)) < 2:
        raise TableError(f"{row.row} has the verb {row.lemma!r}; write its perfect, third person masculine singular")
    if row.form == "I" and (len(row.imperfect) < 3 or row.imperfect[0] != "ي" or "ة" in row.imperfect):
        raise TableError(f"{row.row} has the imperfect {row.imperfect!r}; write it for form I, beginning with ي")
    try:
        return _simple(row) if row.form == "I" else _derived(row)
    except (IndexError, KeyError) as error:
        raise TableError(f"{row.row} has {row.lemma!r}, which is no verb of form {row.form}") from error


def has_passive(verb: Root, lemma: str) -> bool:
    """Whether a passive of this verb is ever met."""
    return verb.form not in ("VII", "IX", "QIV") and lemma not in _NEVER_PASSIVE


def _simple(row: LemmaRow) -> Root:
    letters, last = plain(row.lemma), row.lemma[-1]
    first, second, third = letters[0], letters[1], letters[-1]
    done, undergone = first + "a", first + "u"
    given = plain(row.imperfect)[1:] or letters
    if len(letters) == 2:
        vowel = _SHORT.get(row.imperfect[1:2], "u") if first == "ء" else "u"
        return Root("I", "doubled", second, second, second, done, undergone, f"a{first}", f"u{first}", vowel, last)
    if last in "اىي":
        vowel = _LONG.get(row.imperfect[-1:], "I")
        third = "و" if vowel == "U" or last == "ا" else "ي"
        here = given[-2]  # the imperfect may have lost a radical: يلي, يرى
        passive = "u" + (first if here == second else "")
        return Root("I", "defective", second, here, third, done, undergone, "a" + given[:-2], passive, vowel, last)
    if second == "ا":
        vowel = _LONG.get(row.imperfect[2:3], "U")
        return Root("I", "hollow", "", "", third, first, first, f"a{first}", f"u{first}", vowel, last)
    seat = row.imperfect[-2:-1] if second == "ء" else row.imperfect[-1:] if third == "ء" else ""
    vowel = _SHORT.get(seat, "a")
    return Root("I", "", second, second, third, done, undergone, "a" + given[:-2], f"u{first}", vowel, last)


def _derived(row: LemmaRow) -> Root:
    letters, last, form = plain(row.lemma), row.lemma[-1], row.form
    if letters[0] == "ء" and (form in ("VII", "VIII", "IX", "X") or (form == "Q" and len(letters) > 4)):
        letters = "ا" + letters[1:]
    weak = _weakness(letters, row)
    taken = 1 if weak == "doubled" else 2
    onset, third = letters[:-taken], "ي" if weak == "defective" else letters[-1]
    second = "" if weak == "hollow" else letters[-taken]
    if form == "Q":
        form = "QIV" if letters[0] == "ا" else "QII" if len(letters) > 4 else "Q"
    vowel = "a" if form in ("V", "VI", "QII") else "i"
    if weak == "hollow":
        vowel = "I" if form in ("IV", "X") else "A"
    return Root(form, weak, second, second, third, *_onsets(form, onset, weak), vowel, last)


def _weakness(letters: str, row: LemmaRow) -> str:
    """Where a derived verb is weak; a doubled one is known by its shadda or by being a letter short."""
    full = len(letters) + (SHADDA in row.lemma[:-1] or (row.form == "VIII" and letters[1] in "تدطذ"))
    if row.lemma[-1] in "ىا":
        return "defective"
    if row.lemma[-1] == SHADDA or (full < _LENGTH[row.form]):
        return "doubled"
    if letters[-2] == "ا" and row.form in ("IV", "VII", "VIII", "X"):
        return "hollow"
    return ""


def _onsets(form: str, onset: str, weak: str) -> tuple[str, str, str, str]:
    """The onsets of perfect, its passive, imperfect and its passive."""
    c = onset[-1]
    if form == "II":
        return c + "a", c + "u", f"u{c}a", f"u{c}a"
    if form == "III":
        c = onset[0]
        return c + "A", c + "U", f"u{c}A", f"u{c}A"
    if form == "IV":
        return _fourth(onset)
    if form == "V":
        return f"تa{c}a", f"تu{c}u", f"aتa{c}a", f"uتa{c}a"
    if form == "VI":
        c = onset[1]
        return f"تa{c}A", f"تu{c}U", f"aتa{c}A", f"uتa{c}A"
    link = "" if weak == "hollow" else "a"
    if form in ("VII", "VIII"):
        rest = onset[1:]
        return f"اi{rest}{link}", f"اu{rest}{link and 'u'}", f"a{rest}{link}", f"u{rest}{link}"
    if form == "X":
        return f"اiستa{c}", f"اuستu{c}", f"aستa{c}", f"uستa{c}"
    if form in ("IX", "QIV"):
        rest = onset[1:] if form == "IX" else f"{onset[1:-1]}a{c}"
        return f"اi{rest}", f"اu{rest}", f"a{rest}", f"u{rest}"
    if form == "QII":
        return f"تa{onset[1]}a{c}", f"تu{onset[1]}u{c}", f"aتa{onset[1]}a{c}", f"uتa{onset[1]}a{c}"
    return f"{onset[0]}a{c}", f"{onset[0]}u{c}", f"u{onset[0]}a{c}", f"u{onset[0]}a{c}"


def _fourth(onset: str) -> tuple[str, str, str, str]:
    """The onsets of form IV after its hamza: a weak first radical becomes a long vowel, a second hamza a madda."""
    c = onset[1:]
    if not c:  # أرى
        return "ءa", "ءu", "u", "u"
    if c == "ا":
        return "ءA", "ءU", "uء", "uء"
    if c in "وي":
        return f"ءa{c}", "ءU", "U", "U"
    return f"ءa{c}", f"ءu{c}", f"u{c}", f"u{c}"
