"""A sentence laid out for coding: senses, mentions and times by token, verbs told from nouns, parties in reach."""

from msgspec import Struct

from wasata.events.senses import Sense, Senses
from wasata.records.mention import ActorMention, PlaceMention, Reading, TimeMention
from wasata.records.text import Analysis, Form, Sentence

Group = tuple[int, ...]  # mentions that stand together, as indices of Reading.actors


class Arg(Struct, frozen=True, gc=False):
    """A noun phrase after a trigger: its preposition, the mentions it stands for, where it begins and ends."""

    prep: str
    group: tuple[int, ...]  # indices of Reading.actors, conjoined
    head: int
    last: int
    plain: bool  # the mention itself, not a noun that belongs to it
    force: bool = False  # a noun that acts for its owner (the planes of X)


_BEYOND = [""] * 64


class Scene:
    """One sentence with all that its words can be; answers are worked out once and kept."""

    def __init__(self, reading: Reading, number: int, senses: Senses) -> None:
        self.reading = reading
        self.number = number
        self.sentence: Sentence = reading.sentences[number]
        self.tokens = self.sentence.tokens
        self.n = len(self.tokens)
        self.keys = [token.word.key for token in self.tokens] + _BEYOND  # folded words; "" beyond either end
        self.senses: list[Sense] = senses.of(self.tokens)
        self.named: dict[str, int] = {}  # lexemes and stems that frames ask for, a bit for each token that has them
        self.cued: list[int] = []  # words whose verb says how other acts stand
        named = self.named
        for at, sense in enumerate(self.senses):
            if sense.named:
                for name, _ in sense.named:
                    named[name] = named.get(name, 0) | 1 << at
            if sense.cues:
                self.cued.append(at)
        self.script = senses.language.script
        self.fold = self.script.fold
        self.mention_at = [-1] * self.n
        self.time_at: list[TimeMention | None] = [None] * self.n
        self.timed = False  # whether any word tells a time
        self.blocked = [False] * self.n  # words of a time or of a place are no triggers
        self.places: tuple[PlaceMention, ...] = ()
        self.located: dict[int, str] = {}  # the preposition of a place that begins at this token
        self.told = False  # whether other sentences of an article carry this one
        self.verbal = [False] * self.n  # whether the word is read as a finite verb
        self.verbs: list[int] = []  # those words, save "was" and its like
        self.phrases: dict[int, tuple[Arg, ...]] = {}
        self.runs: dict[tuple[int, str], Arg] = {}  # noun phrases without a known head, by token and preposition
        self.joined: dict[int, tuple[Group, int]] = {}  # by mention: whom "and" joins with it, the token after them
        self.governors: dict[int, str] = {}  # by first token of a mention: its folded preposition
        self.windows: dict[int, int] = {}  # by trigger: the end of its clause
        self.subjects: dict[int, Group] = {}
        self.mentions = range(0)  # the sentence's own, as indices of Reading.actors
        self.subject: Group = ()  # of the sentences before: main subject, speaker, two who met
        self.speaker: Group = ()
        self.pair: Group = ()
        self.voices: list[tuple[int, Group]] = []  # verbs of saying in this sentence and who speaks

    def lay(self, actors: range, times: tuple[TimeMention, ...], places: tuple[PlaceMention, ...]) -> None:
        """The sentence's own mentions, times and places are where they stand."""
        self.places, self.mentions, self.timed = places, actors, bool(times)
        for index in actors:
            mention = self.reading.actors[index]
            for at in range(mention.first, min(mention.last, self.n)):
                self.mention_at[at] = index
        at = 0
        for time in times:
            start, end = time.span.start, time.span.end
            while at < self.n and self.tokens[at].end <= start:
                at += 1
            here = at
            while here < self.n and self.tokens[here].start < end:
                self.time_at[here] = time
                self.blocked[here] = True
                here += 1
        for place in self.places:
            if place.prep:
                self.located[place.first] = place.prep
            for at in range(place.first, min(place.last, self.n)):
                self.blocked[at] = True
        for at, sense in enumerate(self.senses):
            if sense.verbs:
                self.verbal[at] = self._decide(at)
                if self.verbal[at] and "kana" not in sense.cues:
                    self.verbs.append(at)

    def mention(self, index: int) -> ActorMention:
        """The actor mention of this index."""
        return self.reading.actors[index]

    def _decide(self, at: int) -> bool:
        sense = self.senses[at]
        if self.mention_at[at] >= 0 or self.blocked[at]:
            return False
        before = self.senses[at - 1].particle if at else "stop"
        if sense.particle == "prep":  # عبر: via, or "expressed" with its "of" to come
            opens = sense.conj or before in ("stop", "comma", "clause", "colon", "quote", "dash")
            return opens and any(self.keys[k] == "عن" for k in range(at + 2, at + 9))
        if before in ("prep", "cause", "quantity") or before in ("after", "before") and sense.nouns:
            return False
        if before != "neg" and all(shortened(a) for a in sense.verbs):
            return False
        if not sense.nouns or self.keys[at].endswith("وا") and all(a.form.kind == "active" for a in sense.nouns):
            return True  # no participle ends like أمروا
        if before in ("comp", "neg", "qad", "rel", "will", "ma"):
            return True
        third = any(a.form.kind in ("imperfect", "future") and a.form.person == 3 for a in sense.verbs)
        if third and not (
            self.keys[at].lstrip("وف").startswith("ت") and any(a.form.kind == "masdar" for a in sense.nouns)
        ):
            return True
        return self._reads_as_verb(at)

    def _reads_as_verb(self, at: int) -> bool:
        """Of a spelling that is both (قتل, دعم): a subject that agrees makes it a verb, an idafa a noun."""
        sense = self.senses[at]
        index = self.mention_at[at - 1] if at else -1
        if index >= 0 and self.mention(index).first and self.verbal[self.mention(index).first - 1] and not sense.conj:
            return False  # "the army stopped its shelling": the verb before has its subject and now its object
        follows = self.mention_at[at + 1] if at + 1 < self.n else -1
        joins = self.keys[at][:1] == "ف" or self._victims_follow(at)
        if sense.conj and joins and any(a.form.kind == "perfect" for a in sense.verbs):
            return True  # "and so" joins clauses, not nouns; so does "and killed forty"
        if follows >= 0 and self.mention(follows).first == at + 1:
            mention = self.mention(follows)
            if mention.kind == "demonym" or mention.prep:
                return False
            if any(agrees(a.form, mention) for a in sense.verbs):
                return True
        if at and self.mention_at[at - 1] >= 0:
            mention = self.mention(self.mention_at[at - 1])
            return not sense.conj and any(agrees(a.form, mention) or _plural(a.form, mention) for a in sense.verbs)
        if at == 0 or self.senses[at - 1].particle in ("comma", "colon", "stop", "clause", "quote", "dash"):
            after = self.senses[at + 1] if at + 1 < self.n else None
            return after is not None and (not after.definite or after.particle == "quantity")
        return self.senses[at - 1].definite and not sense.conj

    def _victims_follow(self, at: int) -> bool:
        """Whether a number comes after the word, which no other verbal noun joins: وجرح نحو ستين."""
        if self.senses[at - 1].noun_frames or not any(self.verbal[:at]):
            return False
        after = at + 2 if self.keys[at + 1] in ("نحو", "حوالي", "زهاء") else at + 1
        return after < self.n and self.senses[after].particle == "number"


def shortened(analysis: Analysis) -> bool:
    """Whether the form is one that only "did not" and the like bring about: وتعز is the town, لم تعز is a verb."""
    return analysis.form.kind == "jussive" and analysis.form.number == "s" and analysis.cut.prep != "ل"


def _plural(form: Form, mention: ActorMention) -> bool:
    """Whether the form has the dual or plural of the mention before it."""
    return form.number != "s" and form.number == mention.number and agrees(form, mention, full=True)


def agrees(form: Form, mention: ActorMention, *, full: bool = False, number: str = "") -> bool:
    """Whether a verb form may have this subject: gender alone after the verb, number too where the subject is first."""
    if form.person != 3:
        return False
    number = number or mention.number
    if form.number != "s":
        return full and (number != "s" or mention.kind == "movement")  # a movement may be named by its people
    if number != "s":
        return not (full and number == "p" and form.gender == "m" and mention.gender == "m")
    if not mention.gender or not form.gender or mention.gender == form.gender:
        return True
    return mention.kind == "state" and not full and form.gender == "f"  # writers make any state feminine: نددت الأردن
