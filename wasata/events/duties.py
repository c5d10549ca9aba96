"""What a speaker says that another must do is a request: "Iran has to", "it is for Moscow to", "Kyiv must"."""

from wasata.events.conjoin import conjoined, governor_of
from wasata.events.draft import Draft, Memory
from wasata.events.frames import Frame
from wasata.events.noun_phrases import phrases_after
from wasata.events.scene import Scene
from wasata.events.speech import speaker_at
from wasata.records.text import Analysis, Cut, Form

MUST = "وجب"  # its row with @ speaks for every way of saying so
_MUSTS = frozenset((MUST, "تعيّن", "توجّب", "انبغى"))
_ON = frozenset(("علي", "وعلي", "فعلي"))
_THAT = "ان"
_ANALYSIS = Analysis(Form(MUST, "imperfect"), Cut(""))


def duties(scene: Scene, rows: tuple[Frame, ...], told: list[Draft], memory: Memory) -> list[Draft]:
    """The requests that lie in what somebody says another must do, where no other row told them."""
    frame = next((row for row in rows if row.told_by), None)
    taken = {draft.at for draft in told}
    found: list[Draft] = []
    for at in range(scene.n - 2) if frame else ():
        if not scene.verbal[at] and scene.keys[at] not in _ON:
            continue
        group = () if at in taken else _bound(scene, at)
        speaker = speaker_at(scene, at, memory) if group else ()
        if frame and speaker and not set(speaker) & set(group):
            found.append(Draft(at, frame, _ANALYSIS, actors=speaker, recipients=group))
    return found


def _bound(scene: Scene, at: int) -> tuple[int, ...]:
    """Who must do something by the word here: "on X that", "X must that", "must that does X"."""
    if scene.keys[at] in _ON:
        index = scene.mention_at[at + 1]
        if index < 0 or scene.mention(index).first != at + 1 or not _opens(scene, at):
            return ()
        group, last = conjoined(scene, index)
        return group if scene.keys[last] == _THAT else ()
    if not scene.verbal[at] or scene.keys[at + 1] != _THAT or not scene.verbal[at + 2]:
        return ()
    if not any(analysis.form.lemma in _MUSTS for analysis in scene.senses[at].verbs):
        return ()
    before = scene.mention_at[at - 1] if at else -1
    if before >= 0 and not governor_of(scene, scene.mention(before)):
        return (before,)
    return next((arg.group for arg in phrases_after(scene, at + 2) if not arg.prep), ())


def _opens(scene: Scene, at: int) -> bool:
    """Whether a clause begins here: after "that", a colon, a quotation mark, or with "and"."""
    return at == 0 or scene.senses[at].conj or scene.senses[at - 1].particle in ("comp", "colon", "quote")
