"""Whom a pronoun stands for: in its sentence, in the sentences before, or, for I and we, whoever speaks."""

from collections.abc import Iterable

from wasata.events.conjoin import conjoined, governor_of
from wasata.events.scene import Group, Scene
from wasata.records.mention import ActorMention

FIRST = frozenset(("ني", "نا", "ي"))  # suffixes of the first person
_JOINED = 4  # mentions that "and" may join
_BACK = 2  # sentences that a pronoun may look back


def resolve_suffix(scene: Scene, at: int, suffix: str, but: Group = ()) -> Group:
    """Whom the suffix stands for that the word here carries, none of those left out; () where nobody agrees with it."""
    if suffix in FIRST:
        return voice_at(scene, at)
    here = [index for index in reversed(scene.mentions) if scene.mention(index).first < at]
    apart = voice_at(scene, at) if _quoted(scene, at) else ()  # in direct speech "he" is not who speaks
    earlier = [*scene.subject, *_before(scene)]
    if but:
        barred = [_codes(scene, index) for index in but]
        here = [index for index in here if _codes(scene, index) not in barred]
        earlier = [index for index in earlier if _codes(scene, index) not in barred]
    before = [index for index in (*here, *earlier) if index not in apart]
    if suffix == "هما":
        return _first_fit(scene, here, suffix) or scene.pair or _first_fit(scene, before, suffix)
    if suffix == "هم" and len(scene.subject) > 1:
        return _first_fit(scene, here, suffix) or scene.subject
    return (() if here else _cataphor(scene, at, suffix)) or _first_fit(scene, before, suffix)


def owner_by_suffix(scene: Scene, at: int) -> Group:
    """Whose the force here is by its suffix: "his planes struck"."""
    key = scene.keys[at]
    suffix = next((s for s in ("هما", "ها", "هم", "ه") if key.endswith(s)), "")
    return resolve_suffix(scene, at, suffix) if suffix and len(key) > len(suffix) + 3 else ()


def voice_at(scene: Scene, at: int) -> Group:
    """Whoever says what stands here: the last who spoke in this sentence, else in those before."""
    said = [group for token, group in scene.voices if token < at and group]
    return said[-1] if said else scene.speaker


def _begins(scene: Scene, at: int) -> bool:
    index = scene.mention_at[at]
    return index >= 0 and scene.mention(index).first == at


def _first_fit(scene: Scene, indices: Iterable[int], suffix: str) -> Group:
    for index in indices:
        mention = scene.mention(index)
        if mention.kind == "demonym" or not mention.parties:
            continue
        if suffix == "هما":
            group = conjoined(scene, index)[0] if mention.sentence == scene.number else (index,)
            if mention.number == "d" or len(group) == 2 or len(mention.parties) == 2:
                return group
        elif fits(mention, suffix):
            return _whole_group(scene, index) if mention.number == "p" or suffix == "هم" else (index,)
    return ()


def _codes(scene: Scene, index: int) -> list[str]:
    return [party.code for party in scene.mention(index).parties]


def _whole_group(scene: Scene, index: int) -> Group:
    """The mention with those it is joined to by "and" in this sentence: they, the militias and the forces."""
    for first in range(max(scene.mentions.start, index - _JOINED), index):
        if scene.mention(first).sentence == scene.number:
            group = conjoined(scene, first)[0]
            if index in group:
                return group
    return (index,)


def fits(mention: ActorMention, suffix: str) -> bool:
    """Whether a singular or plural suffix agrees with the mention in gender and number."""
    if suffix == "هم":
        return mention.number == "p"
    if suffix == "ها":
        return mention.gender == "f" or mention.number == "p"
    return suffix == "ه" and mention.number == "s" and mention.gender != "f"


def _quoted(scene: Scene, at: int) -> bool:
    """Whether the word here is direct speech: a quotation mark was opened and not closed."""
    opened = False
    for here in range(at):
        mark = scene.tokens[here].word.surface
        if mark in _OPENING or mark == '"':
            opened = mark in _OPENING or not opened
        elif mark in _CLOSING:
            opened = False
    return opened


_OPENING, _CLOSING = frozenset("«“„"), frozenset("»”")


def _before(scene: Scene) -> Iterable[int]:
    """The mentions of the sentences before, the nearest first."""
    for index in range(scene.mentions.start - 1, -1, -1):
        if scene.mention(index).sentence < scene.number - _BACK:
            return
        yield index


def _cataphor(scene: Scene, at: int, suffix: str) -> Group:
    """Of a sentence that opens with a pronoun ("during his visit the minister said") the subject of its main verb."""
    if any(scene.verbal[k] for k in range(at)):
        return ()
    verb = next((k for k in range(at + 1, scene.n) if scene.verbal[k]), scene.n)
    near = [k for k in range(max(at + 1, verb - 3), min(scene.n, verb + 3)) if _begins(scene, k)]
    bare = [scene.mention_at[k] for k in near if not governor_of(scene, scene.mention(scene.mention_at[k]))]
    return _first_fit(scene, bare, suffix)
