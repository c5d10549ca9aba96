"""Whether a told event happened, will, might or did not; and who says so."""

from functools import cache

from wasata.events.draft import Draft, Memory
from wasata.events.scene import Scene
from wasata.events.subjects import subject_of
from wasata.packs.language import Language
from wasata.text.phrases import Hit, Phrases

Rule = tuple[str, str, str]  # row, effect, scope

# content of these is asked, threatened, refused or promised, not told as a fact
_UNTOLD = frozenset(("REQUEST", "THREATEN", "REJECT", "AGREE"))


@cache
def cues(language: Language) -> Phrases[Rule]:
    """The phrases of factuality.tsv that are not verbs."""
    fold = language.script.fold
    lemmas = {row.lemma for row in language.lemmas}
    rows = [row for row in language.factuality if row.cue not in lemmas]
    return Phrases(
        ((fold(row.cue).split(), (f"{row.row}  {row.cue}", row.effect, row.scope)) for row in rows),
        language.script.proclitics,
    )


def settle(scene: Scene, drafts: list[Draft], memory: Memory, language: Language) -> list[Draft]:
    """The drafts that are told as events, with status and speaker."""
    hits = list(cues(language).find(scene.tokens)) if drafts else []
    for draft in drafts:
        _status(scene, draft, hits)
    _speakers(scene, drafts, hits, memory)
    return [d for d in drafts if not any(_content(scene, outer, d) for outer in drafts if outer is not d)]


# ---- status


def _status(scene: Scene, draft: Draft, hits: list[Hit[Rule]]) -> None:
    status, rules = _own_status(scene, draft)
    if status == "actual":
        status, rules = _governed_status(scene, draft, hits)
    draft.status, draft.rules = status, rules


def _own_status(scene: Scene, draft: Draft) -> tuple[str, tuple[tuple[str, int], ...]]:
    """What tense and particles right before the trigger make of it."""
    at, form = draft.at, draft.analysis.form
    if not draft.verbal:
        return "actual", ()
    for here in range(at - 1, max(-1, at - 4), -1):
        particle = scene.senses[here].particle
        if particle == "neg" and not _only(scene, at):
            return "negated", (("ar/particles.tsv  negation", here),)
        if particle == "will":
            return "future", (("ar/particles.tsv  will", here),)
        if particle == "qad" and form.kind == "imperfect":
            return "hypothetical", (("ar/particles.tsv  may", here),)
        if particle not in ("qad", "adv") and "kana" not in scene.senses[here].cues:
            break
    if form.kind == "future":
        return "future", ()
    return "actual", ()


def _only(scene: Scene, at: int) -> bool:
    """Whether "not ... but" makes the negation an assertion of the exception."""
    return any(scene.tokens[k].word.key in ("سوي", "الا") for k in range(at + 1, min(scene.n, at + 8)))


def _governed_status(scene: Scene, draft: Draft, hits: list[Hit[Rule]]) -> tuple[str, tuple[tuple[str, int], ...]]:
    """What the words that govern the trigger make of it: cue phrases, verbs of trying and planning, "that"."""
    at = draft.at
    if not draft.verbal:
        for hit in hits:
            _, effect, scope = hit.values[0]
            if scope == "noun" and hit.last <= at and at - hit.last <= 1 and effect != "source":
                return _effect(effect), ((hit.values[0][0], hit.first),)
    start = _clause_start(scene, at)
    for hit in hits:
        row, effect, scope = hit.values[0]
        if scope == "clause" and start - 3 <= hit.first < at and at - hit.last <= 8:
            if draft.verbal and effect in ("plan", "possible") and not _subjunctive(scene, hit.last, at):
                continue
            return _effect(effect), ((row, hit.first),)
    for here in range(start, at):
        if scene.senses[here].particle == "cond":
            return "hypothetical", (("ar/particles.tsv  condition", here),)
    return _verb_governor(scene, draft, start)


def _subjunctive(scene: Scene, since: int, at: int) -> bool:
    return any(scene.senses[k].particle == "comp" for k in range(since, at)) or at - since <= 2


def _verb_governor(scene: Scene, draft: Draft, start: int) -> tuple[str, tuple[tuple[str, int], ...]]:
    at = draft.at
    form, cut = draft.analysis.form, draft.analysis.cut
    before = scene.senses[at - 1].particle if at else ""
    if draft.verbal and (cut.prep == "ل" and form.kind in ("imperfect", "jussive") or before == "aim"):
        return "future", ()
    if (
        draft.verbal
        and before == "comp"
        and form.kind == "imperfect"
        and scene.tokens[at - 1].word.key in ("ان", "بان")
    ):
        governor = _verb_before(scene, at - 1)
        effects = scene.senses[governor].cues if governor >= 0 else ()
        if "say" in effects or "phase" in effects:
            return "actual", ()
        return ("future" if "plan" in effects else "hypothetical"), ()
    if draft.verbal or before in ("after", "cause"):
        return "actual", ()
    governor = _verb_before(scene, at)
    if governor < 0 or governor < start or at - governor > 7:
        return "actual", ()
    if any(scene.senses[k].particle in ("after", "cause", "rel") for k in range(governor + 1, at)):
        return "actual", ()
    effects = scene.senses[governor].cues
    for effect in ("aim", "plan", "fail", "deny"):
        if effect in effects:
            return _effect(effect), (("ar/factuality.tsv  " + effect, governor),)
    if "phase" in effects:
        kind = scene.senses[governor].verbs[0].form.kind
        return ("future" if kind == "future" else "actual"), ()
    return "actual", ()


def _effect(effect: str) -> str:
    return {"negate": "negated", "fail": "negated", "deny": "negated", "plan": "future"}.get(effect, "hypothetical")


def _clause_start(scene: Scene, at: int) -> int:
    for here in range(at - 1, -1, -1):
        if scene.senses[here].particle in ("comma", "stop", "colon", "clause"):
            return here + 1
    return 0


def _verb_before(scene: Scene, at: int) -> int:
    for here in range(at - 1, max(-1, at - 20), -1):
        if scene.verbal[here] and "kana" not in scene.senses[here].cues:
            return here
    return -1


# ---- content of requests, threats, refusals


def _content(scene: Scene, outer: Draft, inner: Draft) -> bool:
    """Whether the inner draft is only what the outer one asks, threatens, promises, refuses or accuses of."""
    untold = outer.frame.event in _UNTOLD or outer.frame.mode == "allege"
    if not untold or not outer.at < inner.at or inner.at - outer.at > 25:
        return False
    if inner.at in outer.words:
        return True
    if inner.analysis.form.kind == "active" and inner.verbal:
        return False  # an adverb (calling on X to) is one more act of the same doer
    opened = False
    for here in range(outer.at + 1, inner.at):
        sense = scene.senses[here]
        if sense.particle in ("after", "cause", "stop", "colon", "clause", "rel", "before", "cond"):
            return False
        if sense.particle == "comma":
            return False
        if sense.particle == "comp":
            opened = True
        elif scene.verbal[here]:
            if not opened:
                return False
            opened = False
    return opened or not inner.verbal or inner.analysis.form.kind != "perfect" and not scene.senses[inner.at].conj


# ---- speakers


def _speakers(scene: Scene, drafts: list[Draft], hits: list[Hit[Rule]], memory: Memory) -> None:
    opened: tuple[int, tuple[int, ...], bool] | None = None  # token, speaker, denial
    spans: list[tuple[int, tuple[int, ...], bool]] = []
    for here, sense in enumerate(scene.senses):
        effects = sense.cues
        if not effects and not opened:
            continue
        if ("say" in effects or "deny" in effects) and scene.verbal[here]:
            subject = subject_of(scene, here) or memory.speaker
            opened = (here, subject, "deny" in effects)
            if subject:
                memory.speaker = subject
        elif opened and scene.senses[here].particle in ("comp", "colon", "quote"):
            spans.append((here, opened[1], opened[2]))
            opened = None
    for draft in drafts:
        for start, speaker, denial in spans:
            if draft.at > start:
                draft.speaker = speaker
                if denial and draft.status == "actual" and draft.at - start < 8:
                    draft.status = "negated"
        if draft.speaker is None:
            draft.speaker = _source(scene, hits)


def _source(scene: Scene, hits: list[Hit[Rule]]) -> tuple[int, ...] | None:
    """Who is named at the side (بحسب X) as the one who says so."""
    for hit in hits:
        if hit.values[0][1] == "source":
            for here in range(hit.last, min(scene.n, hit.last + 3)):
                if scene.mention_at[here] >= 0:
                    return (scene.mention_at[here],)
    return None
