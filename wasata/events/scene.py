"""A sentence laid out for coding: senses, mentions and times by token, verbs told from nouns, parties in reach."""

from msgspec import Struct

from wasata.events.senses import Sense, Senses
from wasata.records.mention import ActorMention, PlaceMention, Reading, TimeMention, When
from wasata.records.text import Analysis, Form, Sentence

_BREAKS = frozenset(("stop", "colon", "clause", "comp", "rel", "cond", "aim", "ask", "only"))
_SKIPPED = frozenset(("adv", "quote", "bracket", "number", "dem", "mark", "qad", "dash", "pron"))
_REACH = 28  # tokens to the right in which a party may stand
_BEHIND = 18
_OWNING = frozenset(("بين", "ل", *("من_قبل", "من_جانب", "من_طرف")))


class Arg(Struct, frozen=True):
    """A noun phrase after a trigger: its preposition, the mentions it stands for, where it begins and ends."""

    prep: str
    group: tuple[int, ...]  # indices of Reading.actors, conjoined
    head: int
    last: int
    plain: bool  # the mention itself, not a noun that belongs to it
    force: bool = False  # a noun that acts for its owner (the planes of X)


class Scene:
    """One sentence with all that its words can be; answers are worked out once and kept."""

    def __init__(self, reading: Reading, number: int, senses: Senses) -> None:
        self.reading = reading
        self.number = number
        self.sentence: Sentence = reading.sentences[number]
        self.tokens = self.sentence.tokens
        self.n = len(self.tokens)
        self.senses: list[Sense] = [senses.sense(t.word) for t in self.tokens]
        self.named = {name for sense in self.senses for name, _ in sense.named}
        self.script = senses.language.script
        self.fold = self.script.fold
        self.mention_at = [-1] * self.n
        self.time_at: list[TimeMention | None] = [None] * self.n
        self.blocked = [False] * self.n  # words of a time or of a place are no triggers
        self.story_day: When | None = None
        self._verb: list[bool | None] = [None] * self.n
        self._args: dict[int, tuple[Arg, ...]] = {}
        self._subject: dict[int, tuple[int, ...]] = {}

    def lay(self, actors: range, times: tuple[TimeMention, ...]) -> None:
        """The sentence's own mentions and times are in place."""
        for index in actors:
            mention = self.reading.actors[index]
            for at in range(mention.first, min(mention.last, self.n)):
                self.mention_at[at] = index
        for time in times:
            for at, token in enumerate(self.tokens):
                if token.start < time.span.end and time.span.start < token.end:
                    self.time_at[at] = time
                    self.blocked[at] = True
        for place in self.places():
            for at in range(place.first, min(place.last, self.n)):
                self.blocked[at] = True

    def mention(self, index: int) -> ActorMention:
        """The actor mention of this index."""
        return self.reading.actors[index]

    def places(self) -> list[PlaceMention]:
        """The place mentions of this sentence."""
        return [place for place in self.reading.places if place.sentence == self.number]

    # ---- verb or noun

    def is_verb(self, at: int) -> bool:
        """Whether the word here is a finite verb."""
        known = self._verb[at]
        if known is None:
            known = self._verb[at] = self._decide(at)
        return known

    def _decide(self, at: int) -> bool:
        sense = self.senses[at]
        if not sense.verbs or self.mention_at[at] >= 0 or self.blocked[at]:
            return False
        before = self.senses[at - 1].particle if at else "stop"
        if before in ("prep", "cause", "quantity") or before in ("after", "before") and sense.nouns:
            return False
        if before != "neg" and all(_shortened(a) for a in sense.verbs):
            return False
        if not sense.nouns:
            return True
        if before in ("comp", "neg", "qad", "rel", "will", "ma"):
            return True
        if any(a.form.kind in ("imperfect", "future") and a.form.person == 3 for a in sense.verbs):
            return True
        return self._reads_as_verb(at)

    def _reads_as_verb(self, at: int) -> bool:
        """Of a spelling that is both (قتل, دعم): a subject that agrees makes it a verb, an idafa a noun."""
        sense = self.senses[at]
        follows = self.mention_at[at + 1] if at + 1 < self.n else -1
        if follows >= 0 and self.mention(follows).first == at + 1:
            mention = self.mention(follows)
            if mention.kind == "demonym" or mention.prep:
                return False
            return any(agrees(a.form, mention) for a in sense.verbs)
        if at and self.mention_at[at - 1] >= 0:
            first = self.mention(self.mention_at[at - 1]).first
            if first and self.is_verb(first - 1):
                return False  # "the army stopped its shelling": the verb before has its subject and now its object
            return not sense.conj and any(agrees(a.form, self.mention(self.mention_at[at - 1])) for a in sense.verbs)
        if at == 0 or self.senses[at - 1].particle in ("comma", "colon", "stop", "clause", "quote", "dash"):
            after = self.senses[at + 1] if at + 1 < self.n else None
            return after is not None and not after.definite
        return self.senses[at - 1].definite and not sense.conj

    # ---- noun phrases to the right

    def args(self, at: int) -> tuple[Arg, ...]:
        """The noun phrases in reach of a trigger, up to the next verb or clause."""
        found = self._args.get(at)
        if found is None:
            found = self._args[at] = tuple(self._walk(at))
        return found

    def _walk(self, at: int) -> list[Arg]:
        found: list[Arg] = []
        here, prep = at + 1, ""
        while here < min(self.n, at + _REACH):
            index = self.mention_at[here]
            sense = self.senses[here]
            if index >= 0:
                here = self._take_mention(index, here, prep, found)
                prep = ""
            elif self.time_at[here] is not None or sense.particle in _SKIPPED:
                here += 1
            elif sense.particle == "comma":
                skip = self._parenthesis(here)
                if not skip:
                    break
                here = skip
            elif sense.particle == "rel" and found and self._relative_end(here):
                here = self._relative_end(here)
            elif sense.particle in _BREAKS or sense.particle in ("neg", "will") or self.is_verb(here):
                break
            elif sense.pronoun[0]:
                group = resolve_suffix(self, here, sense.pronoun[1])
                if group:
                    found.append(Arg(sense.pronoun[0], group, here, here + 1, True))
                here, prep = here + 1, ""
            elif sense.particle in ("prep", "after", "before", "cause"):
                prep = self._compound(here)
                here += 2 if "_" in prep else 1
            elif sense.particle in ("quantity", "or", "ma"):
                here += 2 if sense.particle == "quantity" and self._key(here + 1) == "من" else 1
            else:
                arg = self._run(here, prep)
                found.append(arg)
                here, prep = arg.last, ""
        return found

    def _key(self, at: int) -> str:
        return self.tokens[at].word.key if 0 <= at < self.n else ""

    def _compound(self, at: int) -> str:
        """The preposition here, joined with the next word where both make an agent phrase."""
        key = self._key(at)
        key = key[1:] if key[:1] in ("و", "ف") and len(key) > 2 and key not in ("وراء", "وسط", "في", "فوق") else key
        pair = f"{key}_{self._key(at + 1)}"
        return pair if pair in AGENT else key

    def _take_mention(self, index: int, here: int, pending: str, found: list[Arg]) -> int:
        mention = self.mention(index)
        group, last = self.group(index)
        if mention.kind == "demonym":
            if found and found[-1].last == here:
                old = found.pop()
                found.append(Arg(old.prep, old.group or group, old.head, last, False, old.force))
            return last
        prep = self.governor(mention) or pending
        if found and not found[-1].group and here - found[-1].last <= 1 and prep in _OWNING:
            old = found.pop()  # a noun no table knows stands for whom it is of: the rapprochement between X and Y
            found.append(Arg(old.prep, group, old.head, last, False, old.force))
        found.append(Arg(prep, group, here, last, True))
        return last

    def governor(self, mention: ActorMention) -> str:
        """The folded preposition of a mention; "all of" and numbers hand on the one before them."""
        prep: str = self.fold(mention.prep)
        if prep == "من" and mention.first >= 2 and self.senses[mention.first - 2].particle == "quantity":
            before = self.senses[mention.first - 3] if mention.first >= 3 else None
            if before is None or before.particle != "prep":
                key = self._key(mention.first - 2)
                return key[0] if key[0] in "بل" and len(key) > 2 else ""
            return self._key(mention.first - 3)
        return prep

    def _run(self, here: int, pending: str) -> Arg:
        """A noun phrase whose head no table knows; an indefinite one may belong to the mention after it."""
        last, sense = here + 1, self.senses[here]
        prep = pending or sense.prep
        while last < self.n and last - here < 5:
            then = self.senses[last]
            if self.mention_at[last] >= 0 or self.time_at[last] or then.particle or then.conj or then.prep:
                break
            if self.is_verb(last) or not then.definite and self.senses[last - 1].definite:
                break
            last += 1
        force = sense.particle == "force"
        index = self.mention_at[last] if last < self.n else -1
        if index >= 0 and self.mention(index).first == last:
            mention = self.mention(index)
            opens = not any(self.senses[k].definite for k in range(here, last)) and not self.senses[last - 1].suffixed
            governor = self.governor(mention)
            if mention.kind == "demonym" or opens and governor in ("", "ل"):
                group, end = self.group(index)
                return Arg(prep, group, here, end, False, force)
        return Arg(prep, (), here, last, False, force)

    def _relative_end(self, rel: int) -> int:
        """The token after a short relative clause within the noun phrase ("whom X leads"), 0 where its end is unsure."""
        if rel + 1 >= self.n or not self.is_verb(rel + 1):
            return 0
        here = rel + 2
        if here < self.n and self.mention_at[here] >= 0:
            here = self.mention(self.mention_at[here]).last
        if (
            here < self.n
            and not self.senses[here].particle
            and not self.senses[here].definite
            and not self.is_verb(here)
        ):
            return here
        return here if here < self.n and self.mention_at[here] >= 0 else 0

    def _parenthesis(self, comma: int) -> int:
        """Where the text goes on after a short phrase between commas (in a statement, on Sunday), 0 where none."""
        opens = self.senses[comma + 1].particle if comma + 1 < self.n else "stop"
        if opens not in ("prep", "after", "adv") and not (comma + 1 < self.n and self.time_at[comma + 1]):
            return 0
        for at in range(comma + 2, min(self.n, comma + 9)):
            if self.senses[at].particle == "comma":
                return at + 1
            if self.is_verb(at):
                return 0
        return 0

    def group(self, index: int) -> tuple[tuple[int, ...], int]:
        """The mentions conjoined with this one, and the token after the last."""
        found, last = [index], self.mention(index).last
        while last < self.n:
            at = last
            if self.senses[at].particle in ("quote", "bracket"):
                at += 1
            if at < self.n and self.senses[at].particle == "comma":
                if not self._lists_on(at + 1):
                    break
                at += 1
            glued = at < self.n and self.senses[at].conj and self.senses[at].suffixed  # and its ward Mali
            if glued and self.mention_at[at] < 0:
                at += 1
            elif at < self.n and self.senses[at].particle == "example":
                at, glued = at + 1, True
            follows = self.mention_at[at] if at < self.n else -1
            if follows < 0 or self.mention(follows).first != at or self.mention(follows).kind == "demonym":
                break
            token = self.tokens[at]
            text = self.reading.document.text
            glued = glued or text[token.start] == "و" and self.mention(follows).span.start > token.start
            if not glued and at == last:
                break
            if self.governor(self.mention(follows)) not in ("", self.governor(self.mention(index))):
                break
            found.append(follows)
            last = self.mention(follows).last
        return tuple(found), last

    def _lists_on(self, at: int) -> bool:
        """Whether a comma here goes on with a list of mentions that ends in "and"."""
        for _ in range(8):
            index = self.mention_at[at] if at < self.n else -1
            if index < 0 or self.mention(index).first != at:
                return False
            token = self.tokens[at]
            if self.reading.document.text[token.start] == "و" and self.mention(index).span.start > token.start:
                return True
            at = self.mention(index).last
            if at < self.n and self.senses[at].particle == "comma":
                at += 1
        return False

    # ---- subjects

    def subject(self, at: int) -> tuple[int, ...]:
        """The mentions that are the subject of the finite verb here, found before it, after it or in its chain."""
        found = self._subject.get(at)
        if found is None:
            self._subject[at] = ()  # a chain never asks for itself
            found = self._subject[at] = self._find_subject(at)
        return found

    def _find_subject(self, at: int) -> tuple[int, ...]:
        forms = [a.form for a in self.senses[at].verbs]
        before, _ = self.before(at, forms)
        if before:
            return before
        for arg in self.args(at):
            if arg.prep:
                continue
            if arg.group and any(agrees(f, self.mention(arg.group[0])) for f in forms):
                return arg.group
            return ()
        return self.chain(at)

    def before(self, at: int, forms: list[Form]) -> tuple[tuple[int, ...], str]:
        """The subject that stands before its verb, and how: "svo", "rel", "noun" (a noun no table knows) or ""."""
        best: tuple[int, ...] = ()
        noun = False
        here = at if self.senses[at].conj else self._over_apposition(at)
        joined = self.senses[at].conj  # "and did": no subject stands between, but a relative may still be open
        while not joined and here > max(0, at - _BEHIND):
            here -= 1
            index, sense = self.mention_at[here], self.senses[here]
            if index >= 0:
                mention = self.mention(index)
                if here == mention.first and not self.governor(mention) and mention.kind != "demonym":
                    best, noun = self.group(index)[0], False
                continue
            if sense.particle == "rel":
                return self._antecedent(here, forms), "rel"
            if sense.particle == "comp" and not best and self._key(here).endswith(_PRONOUNS):
                return self._same_speaker(here, forms)
            if sense.particle in ("comma", "stop", "colon", "clause", "comp", "cond", "dash", "aim"):
                break
            if self.is_verb(here):
                if "kana" in sense.cues:
                    continue
                break
            if not sense.particle and not sense.prep and sense.definite:
                noun = True
        if best:
            mention = self.mention(best[0])
            number = "p" if len(best) > 1 else mention.number
            return (best, "svo") if any(agrees(f, mention, full=True, number=number) for f in forms) else ((), "noun")
        return (), "noun" if noun else ""

    def _same_speaker(self, comp: int, forms: list[Form]) -> tuple[tuple[int, ...], str]:
        """The pronoun on "that" stands for whoever says so: "the army said that it had"."""
        for here in range(comp - 1, max(-1, comp - _REACH), -1):
            if self.is_verb(here) and "kana" not in self.senses[here].cues:
                found = self.subject(here)
                fits = bool(found) and any(agrees(f, self.mention(found[0]), full=True) for f in forms)
                return (found, "svo") if fits else ((), "")
        return (), ""

    def _over_apposition(self, at: int) -> int:
        """The token from which to look back for the subject: over "X, who ..., has" to the comma after X."""
        here = at - 1
        while here > 0 and self.senses[here].particle in ("qad", "neg", "will", "quote"):
            here -= 1
        if here <= 0 or self.senses[here].particle != "comma":
            return at
        for back in range(here - 1, max(0, here - 24), -1):
            if self.senses[back].particle == "comma":
                index = self.mention_at[back - 1]
                return back if index >= 0 and not self.governor(self.mention(index)) else at
            if self.senses[back].particle in ("stop", "colon", "comp", "clause"):
                break
        return at

    def _antecedent(self, rel: int, forms: list[Form]) -> tuple[int, ...]:
        word = self._key(rel).lstrip("ول")
        plural = word.endswith("ين") or word in ("اللذان", "اللتان", "اللاتي")
        gender = "f" if word.endswith(("تي", "تان", "تين", "اتي")) else "m"
        for here in range(rel - 1, max(-1, rel - 10), -1):
            index = self.mention_at[here]
            if index < 0:
                if self.is_verb(here):
                    break
                continue
            mention = self.mention(index)
            if self.governor(mention) == "في" and mention.kind in ("state", "capital"):
                continue  # a place is seldom what the relative speaks of
            if plural == (mention.number != "s") and (plural or not mention.gender or mention.gender == gender):
                return (index,)
            if gender == "f" and mention.number == "p" and not plural:
                return (index,)
        return ()

    def paper_before(self, at: int) -> bool:
        """Whether a statement, note or letter is the subject: whoever spoke last speaks by it."""
        return any(self._key(here).lstrip("وف") in _PAPERS for here in range(at - 1, max(-1, at - 4), -1))

    def chain(self, at: int) -> tuple[int, ...]:
        """The subject of the verb before, handed on to a verb that joins it by "and"."""
        forms = [a.form for a in self.senses[at].verbs]
        for here in range(at - 1, max(-1, at - 45), -1):
            if self.mention_at[here] < 0 and self.is_verb(here) and "kana" not in self.senses[here].cues:
                found = self.subject(here)
                number = "p" if len(found) > 1 else ""
                if found and any(agrees(f, self.mention(found[0]), full=True, number=number) for f in forms):
                    return found
        return ()


_PAPERS = frozenset("البيان المذكره الرساله التصريح البلاغ الخطاب".split())
_PRONOUNS = ("نه", "نها", "نهم", "نهما")
AGENT = frozenset("من_قبل من_جانب من_طرف علي_يد علي_ايدي علي_ايادي بواسطه".split())  # folded agent phrases


def _shortened(analysis: Analysis) -> bool:
    """Whether the form is one that only "did not" and the like bring about: وتعز is the town, لم تعز is a verb."""
    return analysis.form.kind == "jussive" and analysis.form.number == "s" and analysis.cut.prep != "ل"


def agrees(form: Form, mention: ActorMention, *, full: bool = False, number: str = "") -> bool:
    """Whether a verb form may have this subject: gender alone after the verb, number too where the subject is first."""
    if form.person != 3:
        return False
    number = number or mention.number
    if form.number != "s":
        return full and number != "s"
    if number != "s":
        return not (full and number == "p" and form.gender == "m" and mention.gender == "m")
    return not mention.gender or not form.gender or mention.gender == form.gender


def resolve_suffix(scene: Scene, at: int, suffix: str) -> tuple[int, ...]:
    """The nearest mention before that a pronoun suffix may stand for: it agrees in gender and number."""
    for here in range(at - 1, -1, -1):
        index = scene.mention_at[here]
        if index < 0 or scene.mention(index).first != here:
            continue
        mention = scene.mention(index)
        if mention.kind == "demonym" or not mention.parties:
            continue
        if suffix == "هما":
            group = scene.group(index)[0]
            if mention.number == "d" or len(group) == 2 or len(mention.parties) == 2:
                return group
        elif suffix == "هم":
            if mention.number == "p":
                return (index,)
        elif suffix == "ها":
            if mention.gender == "f" or mention.number == "p":
                return (index,)
        elif suffix == "ه" and mention.number == "s" and mention.gender != "f":
            return (index,)
    return ()
