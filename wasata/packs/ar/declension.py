"""Nominal forms: verbal nouns with their plurals, participles, event nouns and nisba adjectives.

The accusative alef and possessive suffixes are clitics, cut in script.py; here are number, gender and construct state.
"""

from collections.abc import Iterator

from wasata.packs.ar.letters import fold, spell
from wasata.packs.ar.roots import Root, has_passive, root
from wasata.packs.rows import LemmaRow
from wasata.records.text import Form

Stems = tuple[str, ...]

# which stem, ending, gender, number
_PARTICIPLE = (
    (0, "", "m", "s"),
    (1, "ه", "f", "s"),
    (1, "تان", "f", "d"),
    (1, "تين", "f", "d"),
    (2, "ان", "m", "d"),
    (2, "ين", "m", "d"),
    (2, "ات", "f", "p"),
    (3, "ون", "m", "p"),
    (3, "و", "m", "p"),
    (4, "ين", "m", "p"),
    (4, "ي", "m", "p"),
    (5, "", "m", "s"),
)
_INDEFINITE = 5  # of three letters (داع) it is left out: بان, منه and غاز are other words far more often
_AFTER = ("", "a", "A", "U", "I", "")  # the sound that follows each stem
_NISBA = (
    ("ي", "m", "s"),
    ("يه", "f", "s"),
    ("يان", "m", "d"),
    ("يين", "m", "d"),
    ("يتان", "f", "d"),
    ("يتين", "f", "d"),
    ("يون", "m", "p"),
    ("يين", "m", "p"),
    ("يو", "m", "p"),
    ("يي", "m", "p"),
    ("يات", "f", "p"),
)


def declined(row: LemmaRow) -> Iterator[tuple[str, Form]]:
    """Every nominal form of a verb, or of an event noun."""
    if row.form == "noun":
        yield from _noun(row)
        return
    verb = root(row)
    yield from _masdars(row, verb)
    if verb.form == "I" and verb.weak == "doubled":  # راد is never met, and حال, شأن and حاد are other words
        passive = _spelled(_participle(verb, "a"))
        yield from _participles(row.lemma, "passive", passive, ("passive",) * len(passive))
        return
    active = _spelled(_participle(verb, "i"))
    if not has_passive(verb, row.lemma):
        yield from _participles(row.lemma, "active", active, ("active",) * len(active))
        return
    passive = _spelled(_participle(verb, "a"))
    same = [a == p for a, p in zip(active, passive, strict=False)] + [False] * len(active)
    yield from _participles(row.lemma, "active", active, tuple("" if s else "active" for s in same))
    yield from _participles(row.lemma, "passive", passive, tuple("" if s else "passive" for s in same))


def nisbas(stem: str) -> list[tuple[str, str, str]]:
    """Folded spelling, gender and number of a nisba adjective, given with or without its final -ī."""
    bare = fold(stem)
    bare = bare[:-1] if bare.endswith("ي") else bare
    return [(bare + ending, gender, number) for ending, gender, number in _NISBA]


def nisba_of(country_name: str) -> list[str]:
    """The masculine singular nisbas that the rule gives to a country's name, unfolded; "" is never among them."""
    words = country_name.split()
    if len(words) == 2 and words[1].startswith("ال"):  # كوريا الجنوبية: both words agree
        second = words[1][2:]
        second = second[:-1] if second.endswith("ة") else second
        return [f"{first} {second}" for first in nisba_of(words[0])]
    if len(words) == 2:  # جنوب أفريقيا
        return [f"{words[0]} {last}" for last in nisba_of(words[1])]
    if len(words) != 1:
        return []
    name = country_name.removeprefix("ال") if len(country_name) > 4 else country_name
    for ending in ("ية", "يا", "ة", "ا", "ي"):
        if name.endswith(ending) and len(name) - len(ending) >= 2:
            return [name.removesuffix(ending) + "ي"]
    return [name + "ي"]


def _noun(row: LemmaRow) -> Iterator[tuple[str, Form]]:
    plurals = row.plurals.split()
    for spelling, gender, number in _declension(row.lemma):
        if number != "p" or (row.lemma.endswith("ة") and not plurals):
            yield spelling, Form(row.lemma, "noun", 3, gender, number, "")
    base = fold(row.lemma)
    if row.lemma[-1] not in "ةىاء":
        yield base + "ا", Form(row.lemma, "noun", 3, "m", "d", "")
        yield base + "ي", Form(row.lemma, "noun", 3, "m", "d", "")
    for plural in plurals:
        yield fold(plural), Form(row.lemma, "noun", 3, "f", "p", "")


def _masdars(row: LemmaRow, verb: Root) -> Iterator[tuple[str, Form]]:
    """Verbal nouns as listed or, where none are, by the rule of their form; with duals and plurals."""
    if row.masdars == "-":
        return
    listed = row.masdars.split()
    nouns = listed or [spell(masdar) for masdar in _ruled(verb)]
    for noun in nouns:
        for spelling, gender, number in _declension(noun):
            yield spelling, Form(row.lemma, "masdar", 3, gender, number, "")
        if verb.weak == "defective" and verb.form in ("V", "VI") and noun.endswith("ي"):
            yield fold(noun[:-1]), Form(row.lemma, "masdar", 3, "m", "s", "")
    for plural in row.plurals.split():
        yield fold(plural), Form(row.lemma, "masdar", 3, "f", "p", "")


def _declension(noun: str) -> list[tuple[str, str, str]]:
    """Folded spelling, gender and number of a noun's singular, dual and sound plural."""
    base = fold(noun)
    if noun.endswith("ة"):
        base = base[:-1]
        if noun.endswith("أة"):
            plural = base + "ت"  # مفاجآت: one letter for hamza and alef
        else:
            plural = base[:-1] + "يات" if base.endswith("ا") else base + "ات"
        duals = [(base + ending, "f", "d") for ending in ("تان", "تين", "تا", "تي")]
        return [(base + "ه", "f", "s"), *duals, (plural, "f", "p")]
    gender = "f" if noun.endswith("ى") else "m"
    return [(base, gender, "s"), (base + "ان", gender, "d"), (base + "ين", gender, "d"), (base + "ات", "f", "p")]


def _ruled(verb: Root) -> list[str]:
    """The sounds of the verbal noun that the form of a derived verb gives."""
    onset, second, third = verb.perfect, verb.second, verb.third
    if verb.form == "I":
        return []
    if verb.form == "II":
        head = f"تa{onset[0]}{second}"
        return [head + {"ي": "iيaة", "ء": "iءaة"}[third]] if third == "ء" or verb.weak else [f"{head}I{third}"]
    if verb.form == "III":
        tail = {"defective": "Aة", "doubled": "aة"}.get(verb.weak, f"a{third}aة" if third != "ء" else "أة")
        return [f"مu{verb.imperfect[1:]}{second}{tail}"]
    if verb.form in ("V", "VI", "QII"):
        return [onset + second + {"defective": "iي", "doubled": ""}.get(verb.weak, f"u{third}")]
    if verb.form == "Q":
        return [f"{onset}{second}a{third}aة"]
    return [_with_alef(verb)]


def _with_alef(verb: Root) -> str:
    """The sounds of the verbal nouns of IV, VII to X: i after the first consonant, ā before the last."""
    onset, second, third = verb.perfect, verb.second, verb.third
    last = onset.rstrip("a")[-1:]
    if verb.form == "IV":
        head = "ءI" if onset == "ءA" or last in "وي" else f"ءi{onset[2:]}"
    elif verb.form == "X":
        head = "اiستI" if last in "وي" and verb.weak != "hollow" else f"اiستi{last}"
    elif verb.form == "QIV":
        head = f"{onset[:-2]}i{last}"
    else:
        head = onset.rstrip("a") + "i"
    if verb.weak == "hollow":
        return f"{head}A{third}aة" if verb.form in ("IV", "X") else f"{head}يA{third}"
    return head + second + "A" + {"defective": "ء", "doubled": second}.get(verb.weak, third)


def _participle(verb: Root, vowel: str) -> Stems:
    """The stems of a participle (i active, a passive) before nothing, -a, -ā, -ū, -ī; a sixth where ي falls away."""
    if verb.form == "I":
        return _simple_active(verb) if vowel == "i" else (_simple_passive(verb),) * 5
    onset = "مu" + verb.imperfect[1:] if verb.imperfect[0] != "U" else "م" + verb.imperfect
    if verb.weak == "hollow":
        return (onset + (verb.vowel if vowel == "i" else "A") + verb.third,) * 5
    if verb.weak == "doubled":
        return (onset + vowel + verb.second,) * 5
    if verb.weak == "defective":
        return _defective(onset + verb.second, vowel)
    return (onset + verb.second + vowel + verb.third,) * 5


def _defective(head: str, vowel: str) -> Stems:
    if vowel == "i":
        return head + "iي", head + "iي", head + "iي", head, head, head
    return head + "aي", head + "A", head + "aي", head + "a", head + "a"


def _simple_active(verb: Root) -> Stems:
    first = verb.perfect[0]
    if verb.weak == "defective":
        return _defective(f"{first}A{verb.second}", "i")
    if verb.weak == "doubled":
        return (f"{first}A{verb.second}",) * 5
    if verb.weak == "hollow":
        return _defective(f"{first}Aء", "i") if verb.third == "ء" else (f"{first}Aءi{verb.third}",) * 5
    return (f"{first}A{verb.second}i{verb.third}",) * 5


def _simple_passive(verb: Root) -> str:
    first = "مa" + verb.perfect[0]
    if verb.weak == "hollow":
        return first + ("I" if verb.vowel == "I" else "U") + verb.third
    if verb.weak == "defective":
        return first + verb.second + ("uو" if verb.third == "و" else "iي")
    return f"{first}{verb.second}U{verb.third}"


def _spelled(stems: Stems) -> Stems:
    """The stems as written, each hamza on the seat that the following sound gives it."""
    if not any("ء" in stem for stem in stems):
        return tuple(spell(stem) for stem in stems)
    written = []
    for stem, sound in zip(stems, _AFTER, strict=False):
        spelling = spell(stem + sound)
        written.append(spelling[:-1] if sound in ("A", "U", "I") else spelling)
    return tuple(written)


def _participles(lemma: str, kind: str, stems: Stems, voices: Stems) -> Iterator[tuple[str, Form]]:
    for which, ending, gender, number in _PARTICIPLE:
        if which < len(stems) and (which != _INDEFINITE or len(stems[which]) > 3):
            yield stems[which] + ending, Form(lemma, kind, 3, gender, number, voices[which])
