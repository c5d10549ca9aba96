"""Who says the clause in which a trigger stands: acts of speech that only their content betrays."""

from wasata.events.draft import Memory
from wasata.events.scene import Scene
from wasata.events.subjects import subject_of

_REACH = 30  # tokens
_NO_PARTY = frozenset(("JRN", "EDU"))  # what reporters and scholars say is no act of politics


def speaker_at(scene: Scene, at: int, memory: Memory | None) -> tuple[int, ...]:
    """The mentions that say the clause here: before "that" or a colon, behind a verb or participle of saying."""
    opened = _opening(scene, at)
    if opened < 0:
        return ()
    if scene.senses[opened].particle == "colon" and scene.mention_at[opened - 1] >= 0:
        title = scene.mention_at[opened - 1]  # "Pakistan: India broke the truce"
        if scene.mention(title).first == 0:
            return _political(scene, (title,))
    for here in range(opened - 1, max(-1, opened - _REACH), -1):
        sense = scene.senses[here]
        if sense.particle == "stop":
            break
        if "say" in sense.cues and scene.verbal[here]:
            found = subject_of(scene, here) or (memory.speaker if memory else ())
            return _political(scene, found)
        if scene.verbal[here] and "kana" not in sense.cues:
            break
        if any(a.form.kind == "active" and a.cut.suffix == "ا" for a in sense.nouns) and here:
            return _political(scene, _adverb_subject(scene, here))
    return ()


def _opening(scene: Scene, at: int) -> int:
    """The token of "that", colon or quotation mark that opens the clause here, -1 where none does."""
    for here in range(at - 1, max(0, at - _REACH), -1):
        particle = scene.senses[here].particle
        if particle == "colon" or particle == "comp" and scene.keys[here] not in ("الا", "كان"):
            return here
        if particle == "quote" and _begins_quote(scene, here):
            return here
        if particle in ("stop", "rel", "cond", "clause", "after"):
            return -1
    return -1


def _begins_quote(scene: Scene, at: int) -> bool:
    mark = scene.tokens[at].word.surface
    if mark != '"':
        return mark in ("«", "“")
    return sum(scene.tokens[k].word.surface == mark for k in range(at)) % 2 == 0


def _adverb_subject(scene: Scene, at: int) -> tuple[int, ...]:
    """Whose adverb a participle is ("stressing that"): the subject of the verb before it."""
    for here in range(at - 1, max(-1, at - _REACH), -1):
        if scene.verbal[here]:
            return subject_of(scene, here)
    return ()


def _political(scene: Scene, group: tuple[int, ...]) -> tuple[int, ...]:
    """The group, unless it is one of reporters or scholars."""
    sectors = {party.sector for index in group for party in scene.mention(index).parties}
    return () if sectors and sectors <= _NO_PARTY else group
