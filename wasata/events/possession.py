"""Whose a word of the clause is: by genitive, nisba, "belonging to", or the relative clause that tells who made it."""

from wasata.events.conjoin import conjoined, governor_of
from wasata.events.frames import SORTS, Frame
from wasata.events.noun_phrases import phrases_after
from wasata.events.scene import Scene

# deeds that are done to the goods, posts and people of somebody: whoever owns them suffers the deed
_SUFFERED = frozenset(("ASSAULT", "COERCE", "SANCTION"))
_STOPS = frozenset(("comma", "stop", "prep", "comp", "colon", "clause", "after", "before", "cause", "neg"))
_NEAR = 5  # tokens between a word and its owner


def owner_of(scene: Scene, word: int) -> tuple[int, ...]:
    """Whose the literal is: the mention that covers it or follows it, or who did it by its relative clause."""
    index = scene.mention_at[word]
    if index >= 0:
        return conjoined(scene, index)[0]
    here = word + 1
    while here < min(scene.n, word + _NEAR):
        index = scene.mention_at[here]
        if index >= 0:
            of = ("", "ل", "من") if scene.senses[word].particle == "quantity" else ("", "ل")  # dozens of X
            return conjoined(scene, index)[0] if governor_of(scene, scene.mention(index)) in of else ()
        if scene.verbal[here]:
            return made_by(scene, here)
        particle = scene.senses[here].particle
        if (
            particle in _STOPS
            and here > word + 1
            or particle in _STOPS
            and scene.keys[here] != "من"
            or particle == "rel"
            and not (here + 1 < scene.n and scene.verbal[here + 1])
        ):
            return ()
        here += 1
    return ()


def made_by(scene: Scene, verb: int) -> tuple[int, ...]:
    """The subject of a relative clause whose object is the noun before it: "a missile that X fired"."""
    if not any(analysis.cut.suffix for analysis in scene.senses[verb].verbs):
        return ()
    args = phrases_after(scene, verb)
    return args[0].group if args and not args[0].prep else ()


def antecedent(scene: Scene, verb: int) -> tuple[int, ...]:
    """The owner of the noun of which a verb without "which" speaks: "units of X that Y trained"; () where unsure."""
    index = scene.mention_at[verb - 1] if verb else -1
    if index < 0 or scene.senses[verb].conj:
        return ()
    mention = scene.mention(index)
    before = mention.first - (2 if scene.keys[mention.first - 1] == "من" else 1)
    if before < 0 or mention.kind == "demonym" or governor_of(scene, mention) not in ("من", "ل"):
        return ()
    noun = scene.senses[before]
    return (index,) if noun.particle in ("", "force") and not noun.definite and not scene.verbal[before] else ()


def property_of(scene: Scene, frame: Frame, words: tuple[int, ...], doers: tuple[int, ...]) -> tuple[int, ...]:
    """The owner of the word that a deed was done to, where the frame gives it no owner; nobody suffers his own deed."""
    if frame.owner or frame.event not in _SUFFERED or not words:
        return ()
    if frame.object == 2 or frame.subject != 1 or frame.literals[-1].prep or frame.literals[-1].suffix == "+":
        return ()
    found = owner_of(scene, words[-1])
    mine = {party.code for index in doers for party in scene.mention(index).parties}
    theirs = {party.code for index in found for party in scene.mention(index).parties}
    return () if mine & theirs else found


def doer_of(scene: Scene, frame: Frame, words: tuple[int, ...]) -> tuple[int, ...]:
    """Who made the attack in which somebody suffered: "killed in an American raid", "in a raid that X carried out"."""
    if frame.event != "ASSAULT" or frame.owner or not words or not frame.literals[-1].prep:
        return ()
    for here in range(words[-1] + 1, min(scene.n, words[-1] + 4)):
        index = scene.mention_at[here]
        if index >= 0:
            mention = scene.mention(index)
            doer = mention.kind == "demonym" or not governor_of(scene, mention) and of_sort(scene, index, "armed")
            return conjoined(scene, index)[0] if doer else ()
        if scene.verbal[here]:
            return made_by(scene, here)
        if scene.senses[here].particle in _STOPS:
            return ()
    return ()


def forces_of(scene: Scene, frame: Frame, words: tuple[int, ...]) -> tuple[int, ...]:
    """Whose forces were moved where nobody is said to have moved them: "Russian troops were deployed"."""
    if frame.event != "MOBILIZE" and frame.mode != "withdraw" or frame.owner or not words:
        return ()
    if frame.literals[0].prep or frame.literals[0].suffix == "+" or frame.subject != 1:
        return ()
    index = scene.mention_at[words[0]]
    return (index,) if index >= 0 and of_sort(scene, index, "armed") else owner_of(scene, words[0])


def of_sort(scene: Scene, index: int, sort: str) -> bool:
    """Whether a party of this mention is of the sort; a transnational armed group bears arms without a sector."""
    parties = scene.mention(index).parties
    return any(p.sector in SORTS[sort] or sort == "armed" and p.country == "IMG" for p in parties)


def suffered(scene: Scene, word: int) -> bool:
    """Whether the noun tells what was done to its genitive: the killing of a reporter is not the reporter's doing."""
    frames = [frame for _, frame in scene.senses[word].noun_frames if frame.event in ("ASSAULT", "COERCE")]
    if not frames:
        return False
    bare = [arg for arg in phrases_after(scene, word) if not arg.prep]
    if len(bare) != 1 or not bare[0].group or bare[0].head > word + 2:
        return False
    if any(frame.subject == 2 for frame in frames):
        return True
    sectors = {p.sector for i in bare[0].group for p in scene.mention(i).parties}
    return any(frame.object == 2 for frame in frames) and bool(sectors) and sectors <= _HARMLESS


_HARMLESS = frozenset(("CVL", "JRN", "REF", "EDU", "MED", "LAB", "SOC", "REL", "BUS", "AGR"))
