"""Rows of verbs/*.tsv become frames: a trigger, the slots of its parties and the words it asks for."""

from functools import cache

from msgspec import Struct

from wasata.packs.language import Language
from wasata.packs.rows import VerbRow
from wasata.packs.table import TableError
from wasata.records.text import Analysis
from wasata.text.words import words

PREPOSITIONS = frozenset(
    "ب ل ك في من إلى على عن مع بين ضد لدى عند حول نحو تجاه إزاء حيال أمام وراء خلف داخل خلال بحق باتجاه لصالح".split()  # noqa: SIM905
)

# sectors of the parties that a slot may ask for; a transnational armed group needs no sector
SORTS = {"armed": frozenset(("MIL", "REB", "UAF", "PRM")), "court": frozenset(("JUD",))}


WORD, SIDE = 10, 2  # what each word found and each side filled add to the score of a draft


class Literal(Struct, frozen=True, gc=False):
    """A word that the clause must hold; lemmas are the lexemes whose noun forms it names."""

    stems: frozenset[tuple[str, ...]]
    lemmas: frozenset[str]
    prep: str
    suffix: str  # "+" must be possessed, "-" must not, "" either; "#" any place of the gazetteer
    length: int = 1  # the words of the longest choice
    marks: frozenset[str] = frozenset()  # first stems and lexemes: a clause without any of them lacks the literal


class Frame(Struct, frozen=True, gc=False):
    """What a trigger tells and where its parties stand; sides are 1 (actor) and 2 (recipient), 0 none."""

    row: str
    lemma: str
    event: str
    mode: str
    subject: int
    object: int
    owner: int  # the side to which the literal belongs
    preps: tuple[tuple[str, int], ...]  # folded preposition and side
    required: frozenset[str]  # "subject", "object", "owner", a preposition, or "pair" for at least two actors
    literals: tuple[Literal, ...]
    two_sided: bool  # every party is an actor, as in meetings and clashes
    told_by: bool  # the actor is whoever says the clause: "he said that they would pay the price"
    asks: tuple[frozenset[str], ...]  # marks of each literal: a clause that lacks one of them cannot fit
    called: tuple[tuple[str, Literal], ...] = ()  # places whose party must be called by one of these words
    owned: int = -1  # which literal the owner slot follows
    weight: int = 0  # how much it speaks for the frame that it fits at all
    sorts: tuple[tuple[str, str], ...] = ()  # slot and the sort of party that alone may fill it: armed, court

    governed: tuple[str, ...] = ()  # the prepositions among what it requires

    most: int = 0  # the highest score that a draft of it may have

    @property
    def bare_literals(self) -> bool:
        """Whether it asks for a word that no preposition governs, which then stands as object or subject."""
        return any(not literal.prep for literal in self.literals)


class Choice(Struct, frozen=True, gc=False):
    """The frames that a word may trigger, told apart by the first word that each asks for."""

    frames: tuple[tuple[Analysis, Frame], ...]
    free: tuple[int, ...]  # those that ask for no word beside the trigger
    asking: dict[str, tuple[int, ...]]  # the others by each mark of their first literal

    def fitting(self, named: dict[str, int], reach: int) -> list[tuple[Analysis, Frame]]:
        """Those whose words the clause holds, the first of them within reach of the trigger (a bit for each token)."""
        numbers: set[int] = set()
        names = named.keys()
        for name in self.asking.keys() & names:
            if named[name] & reach:
                numbers.update(self.asking[name])
        found = []
        for number in sorted(numbers.union(self.free)) if numbers else self.free:
            pair = self.frames[number]
            for marks in pair[1].asks:
                if names.isdisjoint(marks):
                    break
            else:
                found.append(pair)
        return found


def choice(frames: tuple[tuple[Analysis, Frame], ...]) -> Choice:
    """The frames laid out by what they ask for."""
    free: list[int] = []
    asking: dict[str, tuple[int, ...]] = {}
    for number, (_, frame) in enumerate(frames):
        if not any(literal.stems for literal in frame.literals):
            free.append(number)
            continue
        for mark in frame.asks[0]:
            asking[mark] = (*asking.get(mark, ()), number)
    return Choice(frames, tuple(free), asking)


@cache
def frames(language: Language) -> dict[str, tuple[Frame, ...]]:
    """The frames of each lexeme; a frame whose trigger no lemma table knows is refused."""
    known = {row.lemma for row in language.lemmas}
    stems = _stems(language)
    found: dict[str, list[Frame]] = {}
    for row in language.verbs:
        frame = parse(row, language, stems)
        if frame.lemma not in known:
            raise TableError(
                f"{row.row} has the trigger {frame.lemma}, which no lemma table holds; add it to lemmas.tsv"
            )
        found.setdefault(frame.lemma, []).append(frame)
    return {lemma: tuple(rows) for lemma, rows in found.items()}


class _Items:
    """What a row writes after its trigger, told apart."""

    def __init__(self) -> None:
        self.bare: list[int] = []
        self.owner, self.owned = 0, -1
        self.preps: list[tuple[str, int]] = []
        self.required: set[str] = set()
        self.literals: list[Literal] = []
        self.called: dict[str, Literal] = {}
        self.sorts: list[tuple[str, str]] = []

    def slot(self, item: str, prep: str, row: VerbRow) -> str:
        """One more place of a party: after a preposition, as owner of the word before, as subject or object."""
        slot, _, sort = item.partition("=")[0].rstrip("!&").partition(":")
        if prep:
            self.preps.append((prep, int(slot)))
            place = prep
        elif self.literals:
            self.owner, self.owned, place = int(slot), len(self.literals) - 1, "owner"
        else:
            self.bare.append(int(slot))
            place = "subject" if len(self.bare) == 1 else "object"
        if item != slot:
            self.required.add("pair" if item.endswith("&") else place)
        if sort:
            self.sorts.append((place, _sort(sort, row)))
        return place


def parse(row: VerbRow, language: Language, stems: dict[str, frozenset[str]]) -> Frame:
    """The frame that a row writes down; an item that is neither slot, preposition nor word is refused."""
    trigger, *items = row.frame.split()
    told, prep, fold = _Items(), "", language.script.fold
    for item in items:
        if item[0] in "012" and item[1:2] in ("", "!", ":", "=", "&"):
            place, names = told.slot(item, fold(prep), row), item.partition("=")[2]
            if names:
                told.called[place] = _literal(names, "", language, stems)
            prep = ""
        elif item == "@":
            continue
        elif not prep and (item in PREPOSITIONS or item.startswith(("من_", "على_"))):
            prep = item
        else:
            told.literals.append(_literal(item, fold(prep), language, stems))
            prep = ""
    if prep:
        told.literals.append(Literal(frozenset(), frozenset(), fold(prep), ""))  # anything at all after the preposition
    if len(told.bare) > 2:
        raise TableError(f"{row.row} has a frame with three bare slots: {row.frame}")
    subject, target = (told.bare + [0, 0])[:2]
    return Frame(
        f"{row.row}  {row.frame}", trigger, row.event, row.mode, subject, target, told.owner,
        tuple(told.preps), frozenset(told.required), tuple(told.literals),
        "pair" in told.required or _two_sided([subject, target, told.owner, *(side for _, side in told.preps)]),
        "@" in items,
        tuple(word.marks for word in (*told.literals, *told.called.values()) if word.stems),
        tuple(told.called.items()), told.owned, _weight(told, "@" in items), tuple(told.sorts),
        tuple(sorted(told.required - {"subject", "object", "owner", "pair"})),
        _weight(told, "@" in items) + WORD * sum(literal.length for literal in told.literals) + 2 * SIDE,
    )  # fmt: skip


def _weight(told: _Items, told_by: bool) -> int:  # noqa: FBT001
    """What the frame asks for beside words: a party that must be called so weighs most, any word or place little."""
    loose = any(not literal.stems for literal in told.literals)
    return 11 * len(told.called) + len(told.sorts) - 9 * loose + 3 * told_by


def _sort(name: str, row: VerbRow) -> str:
    if name not in SORTS:
        raise TableError(f"{row.row} asks for a party of the sort {name}; there are {', '.join(SORTS)}")
    return name


def _two_sided(sides: list[int]) -> bool:
    return sides.count(1) > 1 and 2 not in sides


def _literal(item: str, prep: str, language: Language, stems: dict[str, frozenset[str]]) -> Literal:
    fold = language.script.fold
    if item == "#":
        return Literal(frozenset(), frozenset(), prep, "#")
    suffix = "+" if item.endswith("+ه") else "-" if item.endswith("-ه") else ""
    words = item[:-2] if suffix else item
    choices = [tuple(fold(part) for part in choice.split("_")) for choice in words.split("/")]
    lemmas = frozenset(lemma for choice in choices if len(choice) == 1 for lemma in stems.get(choice[0], ()))
    return Literal(
        frozenset(choices), lemmas, prep, suffix, max(map(len, choices)), lemmas | {choice[0] for choice in choices}
    )


def _stems(language: Language) -> dict[str, frozenset[str]]:
    """Which lexemes have a verbal noun or noun form of this spelling."""
    return {
        spelling: frozenset(form.lemma for form in forms if form.kind in ("masdar", "noun"))
        for spelling, forms in words(language).forms.items()
    }
