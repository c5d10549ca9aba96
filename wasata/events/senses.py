"""What a written word can be to a coder: particle, finite verb, noun of action; made once per spelling."""

from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from wasata.events.frames import Choice, Frame, choice, frames
from wasata.packs.language import Language
from wasata.records.text import Analysis, Token, Word

FINITE = frozenset(("perfect", "imperfect", "jussive", "future"))
STOPS = {"،": "comma", ",": "comma", ":": "colon", "؛": "stop", ";": "stop", ".": "stop", "-": "dash", "–": "dash"}
_VIA = "عبر"  # folded: "via", and "expressed" where a clause opens with it
QUOTES = frozenset("\"“”«»'‘’„")
BRACKETS = frozenset("()[]")


class Sense(Struct, frozen=True, gc=False):
    """The readings of a word that matter to the coder, clitics told apart."""

    particle: str  # class of particles.tsv, or comma colon stop dash quote bracket number
    verbs: tuple[Analysis, ...]
    nouns: tuple[Analysis, ...]  # verbal nouns, event nouns, participles
    verb_frames: tuple[tuple[Analysis, Frame], ...]
    noun_frames: tuple[tuple[Analysis, Frame], ...]
    as_verb: Choice  # the frames of the finite verb, laid out by what they ask for
    as_noun: Choice
    telling: bool  # whether it has any frames
    cues: tuple[str, ...]  # effects of factuality.tsv that the lexeme itself has as a verb
    governs: tuple[str, ...]  # the same of its participles as adverbs and its verbal nouns
    conj: bool  # a conjunction is glued in front
    prep: str  # a preposition is glued in front (only where the rest is known)
    definite: bool
    suffixed: bool
    named: tuple[tuple[str, str], ...]  # lexemes and stems that some frame asks for, with the suffix they carry here
    contexts: frozenset[str]  # senses of contexts.tsv
    pronoun: tuple[str, str]  # preposition and suffix of بينهما, معه, إليها; two empty strings for other words


class Senses:
    """The senses of one language, remembered per spelling."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.frames = frames(language)
        fold = language.script.fold
        self.particles = {fold(row.word): row.sense for row in language.particles}
        lemmas = {row.lemma for row in language.lemmas}
        self.cues: dict[str, tuple[str, ...]] = {}
        for row in language.factuality:
            if row.cue in lemmas:
                self.cues[row.cue] = (*self.cues.get(row.cue, ()), row.effect)
        self.contexts: dict[str, frozenset[str]] = {}
        for context in language.contexts:
            for word in (context.word, fold(context.word)):
                self.contexts[word] = self.contexts.get(word, frozenset()) | {context.sense}
        self.asked = frozenset(
            mark for rows in self.frames.values() for f in rows for asked in f.asks for mark in asked
        )
        self._memo: dict[str, Sense] = {}

    def sense(self, word: Word) -> Sense:
        """The sense of a word, from memory where it was met before."""
        found = self._memo.get(word.surface)
        if found is None:
            if len(self._memo) > 400_000:
                self._memo.clear()
            found = self._memo[word.surface] = self._make(word)
        return found

    def of(self, tokens: tuple[Token, ...]) -> list[Sense]:
        """The senses of these words, in order."""
        try:
            return list(map(self._memo.__getitem__, [token.word.surface for token in tokens]))
        except KeyError:
            return [self.sense(token.word) for token in tokens]

    def _make(self, word: Word) -> Sense:
        key = word.key
        verbs = tuple(a for a in word.analyses if a.form.kind in FINITE)
        verbs = tuple(a for a in verbs if a.form.person == 3) or verbs  # أكد is "affirmed" before "I nearly"
        nouns = tuple(a for a in word.analyses if a.form.kind in ("masdar", "noun", "active", "passive"))
        if _pronoun(key)[0]:
            verbs = ()  # بينهما is "between them", no "he made them clear"
        cues = tuple(dict.fromkeys(c for a in verbs for c in self.cues.get(a.form.lemma, ())))
        plain = any(a.form.kind == "noun" and not (a.form.number == "p" and a.cut.suffix == "ا") for a in nouns)
        particle = self._particle(key, whole=any(not a.cut.conj for a in verbs))
        if particle == "adv" and word.surface.endswith("أ"):
            particle = ""  # هنأ "congratulated" is no هنا "here"
        as_verb, as_noun = self._told(verbs), self._told(a for a in nouns if self._acts(a, plain))
        return Sense(
            particle,
            ()
            if key.lstrip("و") != _VIA
            and particle in ("prep", "before", "adv", "rel", "comp", "neg", "comma", "pron", "dem")
            else verbs,
            nouns,
            as_verb.frames,
            as_noun.frames,
            as_verb,
            as_noun,
            bool(as_verb.frames or as_noun.frames),
            cues,
            self._governs(nouns),
            key[:1] in ("و", "ف")
            and (key not in self.asked if not word.analyses else any(a.cut.conj for a in word.analyses)),
            _glued(key, () if verbs else nouns),
            _definite(word, nouns),
            any(a.cut.suffix not in ("", "ا") for a in nouns),
            self._named(key, nouns),
            self._contexts(key, (*verbs, *nouns)),
            _pronoun(key),
        )

    def _told(self, analyses: Iterable[Analysis]) -> Choice:
        """The frames that the word may trigger by these readings."""
        return choice(tuple((a, f) for a in analyses for f in self.frames.get(a.form.lemma, ())))

    def _governs(self, nouns: tuple[Analysis, ...]) -> tuple[str, ...]:
        """What the verb of a verbal noun or of a participle without article makes of the act it governs."""
        found = (a for a in nouns if a.form.kind == "masdar" or a.form.kind == "active" and not a.cut.article)
        return tuple(dict.fromkeys(effect for a in found for effect in self.cues.get(a.form.lemma, ())))

    def _named(self, key: str, nouns: tuple[Analysis, ...]) -> tuple[tuple[str, str], ...]:
        """What of the frames' literals this word may be: by its lexeme first, then by its bare stem."""
        lexemes = [(a.form.lemma, a.cut.suffix) for a in nouns if a.form.kind in ("masdar", "noun")]
        stems = [(cut.stem, cut.suffix) for cut in self.language.script.noun_cuts(key)]
        stems += [(stem[:-1], suffix) for stem, suffix in stems if suffix == "هما" and stem[-1:] in ("ي", "ا")]
        return tuple(dict.fromkeys(pair for pair in (*lexemes, *stems) if pair[0] in self.asked))

    def _contexts(self, key: str, analyses: tuple[Analysis, ...]) -> frozenset[str]:
        """What the word says of the sentence it stands in, by its lexeme or as it is written."""
        found: frozenset[str] = frozenset()
        for name in {a.form.lemma for a in analyses} | {cut.stem for cut in self.language.script.noun_cuts(key)}:
            found |= self.contexts.get(name, frozenset())
        return found

    def _particle(self, key: str, *, whole: bool) -> str:
        """The class of a word; what is a verb as a whole (فتحت) has no conjunction cut off."""
        if key in STOPS:
            return STOPS[key]
        if key in QUOTES:
            return "quote"
        if key in BRACKETS:
            return "bracket"
        if key.startswith(".."):
            return "stop"
        if key[:1].isdigit() or key[:1] == "و" and key[1:2].isdigit():
            return "number"
        found = self.particles.get(key)
        if found is None and key[:1] in ("و", "ف") and len(key) > 2 and not whole:
            found = self.particles.get(key[1:])
        if found is None and key[:1] in ("ب", "ل") and self.particles.get(key[1:]) == "honorific":
            found = "honorific"
        if found is None and key.startswith("ال") and self.particles.get(key[2:]) == "force":
            return "force"
        if found is None and self._owned_force(key):
            return "force"
        if found is None and not key[:1].isalpha():
            return "mark"
        return found or ""

    def _owned_force(self, key: str) -> bool:
        """Whether the word is a force with its owner's suffix: his planes, their artillery."""
        bare = key[1:] if key[:1] in ("و", "ف") else key
        for suffix in ("هما", "ها", "هم", "ه"):
            stem = bare.removesuffix(suffix)
            if stem != bare and len(stem) > 3:
                opened = stem[:-1] + "ه" if stem.endswith("ت") else stem
                return self.particles.get(stem) == "force" or self.particles.get(opened) == "force"
        return False

    @staticmethod
    def _acts(analysis: Analysis, plain: bool) -> bool:
        """Whether a noun form tells its event: verbal nouns do; participles as adverb or with the article.

        A spelling that is a plain noun as well (مدينة, a city) is no adverb.
        """
        form, cut = analysis.form, analysis.cut
        if form.kind in ("masdar", "noun"):
            return True
        if form.kind == "active":
            adverb = (cut.suffix == "ا" or form.gender == "f") and form.number == "s" or form.number == "p"
            return adverb and not (plain or cut.article or cut.prep)
        return cut.article and not cut.prep


def _glued(key: str, nouns: tuple[Analysis, ...]) -> str:
    """The preposition in front of a noun, by its readings or by its letters."""
    prep = next((a.cut.prep for a in nouns if a.cut.prep), "")
    if not prep and len(key) > 4:
        bare = key[1:] if key[0] in "وف" else key
        prep = "ب" if bare.startswith("بال") else "ل" if bare.startswith("لل") else ""
    return prep


def _definite(word: Word, nouns: tuple[Analysis, ...]) -> bool:
    """Whether the article stands in front: not where its letters are the word's own (إلغاء, آليات, التزام)."""
    key = word.key
    if not ("ال" in (key[:2], key[1:3], key[2:4]) or key.startswith("لل")):
        return False
    if any(hamza in word.surface[:4] for hamza in ("آل", "إل", "أل")):
        return False
    return not nouns or any(a.cut.article for a in nouns)


def _pronoun(key: str) -> tuple[str, str]:
    """The folded preposition and the suffix of a preposition that carries a pronoun."""
    bare = key[1:] if key[:1] in ("و", "ف") and key[:2] != "في" else key
    return _PRONOUNS.get(bare, ("", ""))


OBJECT = "object"  # stands for a preposition where the pronoun is an object by itself: إياها
_STEMS = {"بين": "بين", "مع": "مع", "عن": "عن", "من": "من", "ضد": "ضد", "ل": "ل", "ب": "ب", "الي": "الي", "علي": "علي",
          "لدي": "لدي", "في": "في", "ايا": OBJECT}  # fmt: skip
_PRONOUNS = {stem + suffix: (prep, suffix) for stem, prep in _STEMS.items() for suffix in ("ه", "ها", "هم", "هما")}


@cache
def senses(language: Language) -> Senses:
    """The one memo of a language in this process."""
    return Senses(language)
