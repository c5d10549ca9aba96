"""Finite forms of a verb: perfect, imperfect, jussive and future, active and passive.

Spellings carry no vowels, so a form whose passive is written alike has voice "". The second person is left out:
news does not address its reader, and its spellings are those of the first or third person. For the same reason
there is no passive of the first person, nor its short jussive (أقم, نشر), which looks like other verbs.
"""

from collections.abc import Iterator

from wasata.packs.ar.letters import spell
from wasata.packs.ar.roots import Root, has_passive, root
from wasata.packs.rows import LemmaRow
from wasata.records.text import Form

Stems = tuple[str, ...]

# which stem, suffix, person, gender, number
_PERFECT = (
    (0, "", 3, "m", "s"),
    (1, "ت", 3, "f", "s"),
    (1, "تا", 3, "f", "d"),
    (2, "ا", 3, "m", "d"),
    (3, "وا", 3, "m", "p"),
    (4, "ن", 3, "f", "p"),
    (4, "ت", 1, "", "s"),
    (4, "نا", 1, "", "p"),
    (5, "وا", 3, "m", "p"),
)
# which stem, prefix, suffix, kind, person, gender, number
_IMPERFECT = (
    (0, "ي", "", "imperfect", 3, "m", "s"),
    (0, "ت", "", "imperfect", 3, "f", "s"),
    (0, "ا", "", "imperfect", 1, "", "s"),
    (0, "ن", "", "imperfect", 1, "", "p"),
    (1, "ي", "ون", "imperfect", 3, "m", "p"),
    (1, "ي", "وا", "jussive", 3, "m", "p"),
    (2, "ي", "ان", "imperfect", 3, "m", "d"),
    (2, "ت", "ان", "imperfect", 3, "f", "d"),
    (2, "ي", "ا", "jussive", 3, "m", "d"),
    (2, "ت", "ا", "jussive", 3, "f", "d"),
    (3, "ي", "ن", "imperfect", 3, "f", "p"),
    (4, "ي", "", "jussive", 3, "m", "s"),
    (4, "ت", "", "jussive", 3, "f", "s"),
    (5, "ي", "ون", "imperfect", 3, "m", "p"),
    (5, "ي", "وا", "jussive", 3, "m", "p"),
)
# the sound that follows each stem: it decides the seat of a hamza
_AFTER_PERFECT = ("", "a", "A", "U", "")
_AFTER_IMPERFECT = ("", "U", "A", "", "")
_CLOSED = 4
_JUSSIVE = 4
_SHORTENED = str.maketrans("AIU", "aiu")


def conjugated(row: LemmaRow) -> Iterator[tuple[str, Form]]:
    """Every finite form of the verb."""
    verb = root(row)
    vowel = "i" if verb.form == "I" and not verb.weak and "ئ" in row.lemma else "a"
    done = _spelled(_perfect(verb, verb.perfect, vowel), _AFTER_PERFECT)
    does = _spelled(_imperfect(verb, verb.imperfect, verb.here, verb.vowel), _AFTER_IMPERFECT, "ي")
    undergone: Stems = ()
    undergoes: Stems = ()
    if has_passive(verb, row.lemma):
        undergone = _spelled(_perfect(verb, verb.perfect_passive, "i"), _AFTER_PERFECT)
        vowel = "A" if verb.weak in ("hollow", "defective") else "a"
        second = verb.second if verb.imperfect_passive[1:] else verb.here
        undergoes = _spelled(_imperfect(verb, verb.imperfect_passive, second, vowel), _AFTER_IMPERFECT, "ي")
    yield from _finite_perfect(row.lemma, done, undergone)
    written = {done[0], *undergone[:1]}
    for spelling, form in _finite_imperfect(row.lemma, does, undergoes):
        # "I announce" is written as "he announced", and news hardly ever says I
        if form.person != 1 or (form.voice != "passive" and spelling not in written):
            yield spelling, form


def _perfect(verb: Root, onset: str, vowel: str) -> Stems:
    """The stems before: nothing, -t, -ā, -ū, and a suffix that begins with a consonant."""
    if verb.weak == "hollow":
        long = onset + ("A" if vowel == "a" else "I") + verb.third
        short = "i" if verb.vowel == "I" or vowel == "i" else "u"
        if verb.form != "I":
            short = vowel
        return long, long, long, long, onset + short + verb.third
    if verb.weak == "doubled":
        closed, open_ = onset + vowel + verb.second, onset + verb.second + vowel + verb.second
        return closed, closed, closed, closed, open_
    if verb.weak == "defective":
        head = onset + verb.second + vowel
        if vowel == "i" or (verb.form == "I" and verb.last == "ي"):
            full = onset + verb.second + "iي"
            return full, full, full, onset + verb.second, full
        kept = head + verb.third
        return head + ("ا" if verb.last == "ا" else "ي"), head, kept, head, kept
    return (onset + verb.second + vowel + verb.third,) * 5


def _imperfect(verb: Root, onset: str, second: str, vowel: str) -> Stems:
    """The stems before: nothing, -ūna, -āni, -na, and the stem of the jussive."""
    if verb.weak == "hollow":
        long, short = onset + vowel + verb.third, onset + vowel.translate(_SHORTENED) + verb.third
        return long, long, long, short, short
    if verb.weak == "doubled":
        closed, open_ = onset + vowel + second, onset + second + vowel + second
        return closed, closed, closed, open_, open_
    if verb.weak == "defective":
        head = onset + second
        long = head + {"U": "uو", "A": "aي", "a": "aي"}.get(vowel, "iي")
        joined = head + ("a" if vowel in "Aa" else "")
        return long, joined, long, long, joined
    return (onset + second + vowel + verb.third,) * 5


def _spelled(stems: Stems, after: Stems, prefix: str = "") -> Stems:
    """The stems as written without prefix; a sixth is the other seat that writers give a hamza before -ū."""
    if not any("ء" in stem for stem in stems):
        return tuple(spell(stem) for stem in stems)
    written = []
    for stem, sound in zip(stems, after, strict=True):
        spelling = spell(prefix + stem + sound)[len(prefix) :]
        written.append(spelling[:-1] if sound in ("A", "U") else spelling)
    before_waw = written[after.index("U")]
    return (*written, written[0]) if before_waw != written[0] and stems[0].endswith("ء") else tuple(written)


def _finite_perfect(lemma: str, done: Stems, undergone: Stems) -> Iterator[tuple[str, Form]]:
    for which, suffix, person, gender, number in _PERFECT:
        if (suffix == "ت" and which == _CLOSED and done[1] == done[4]) or (
            suffix == "ن" and not done[0] == done[3] == done[4]
        ):
            continue  # "I" written as "she"; a rare feminine plural that looks like other words (عدن, اثنين)
        active = done[which] if which < len(done) else None
        passive = undergone[which] if which < len(undergone) else None
        if active is not None:
            voice = "" if active == passive else "active"
            yield active + suffix, Form(lemma, "perfect", person, gender, number, voice)
        if passive is not None and passive != active and person == 3:
            yield passive + suffix, Form(lemma, "perfect", person, gender, number, "passive")


def _finite_imperfect(lemma: str, does: Stems, undergoes: Stems) -> Iterator[tuple[str, Form]]:
    for which, prefix, suffix, kind, person, gender, number in _IMPERFECT:
        active = does[which] if which < len(does) else None
        passive = undergoes[which] if which < len(undergoes) else None
        if active is not None and not (which == _JUSSIVE and active == does[0]):
            form = Form(lemma, kind, person, gender, number, "" if active == passive else "active")
            yield from _with_future(prefix, active + suffix, form)
        if passive is not None and passive != active and not (which == _JUSSIVE and passive == undergoes[0]):
            yield from _with_future(prefix, passive + suffix, Form(lemma, kind, person, gender, number, "passive"))


def _with_future(prefix: str, rest: str, form: Form) -> Iterator[tuple[str, Form]]:
    """An imperfect form, and the same behind the sin of the future."""
    spelling = rest if prefix == "ا" and rest.startswith("ا") else prefix + rest
    if len(spelling) < 3 and form.kind == "jussive":
        return  # لم ير: two letters look like too much else, first of all the article
    yield spelling, form
    if form.kind == "imperfect":
        yield "س" + spelling, Form(form.lemma, "future", form.person, form.gender, form.number, form.voice)
