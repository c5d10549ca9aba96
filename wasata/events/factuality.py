"""Whether a told event happened, will, might or did not; and who says so."""

from functools import cache

from wasata.events.draft import Draft, Memory
from wasata.events.modality import Rule, status_of
from wasata.events.scene import Scene
from wasata.events.subjects import subject_of
from wasata.packs.language import Language
from wasata.text.phrases import Hit, Phrases

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
    _status(scene, drafts, hits)
    _speakers(scene, drafts, hits, memory)
    untold = [d for d in drafts if d.frame.event in _UNTOLD or d.frame.mode == "allege"]
    return [d for d in drafts if not any(_content(scene, outer, d) for outer in untold)] if untold else drafts


# ---- status


def _status(scene: Scene, drafts: list[Draft], hits: list[Hit[Rule]]) -> None:
    """Each draft has its status; what is joined by "and" to something planned or possible is so as well."""
    before: Draft | None = None
    for draft in drafts:
        draft.status, draft.rules = status_of(scene, draft, hits)
        if draft.status == "actual" and before is not None and _joins(scene, before, draft):
            draft.status, draft.rules = before.status, before.rules
        before = draft


def _joins(scene: Scene, before: Draft, draft: Draft) -> bool:
    """Whether the act is joined to the one before as its like: to meet X and to discuss, holding and founding."""
    if before.status not in ("future", "hypothetical") or draft.at - before.at > 16 or before.verbal != draft.verbal:
        return False
    if not scene.senses[draft.at].conj or draft.verbal and draft.analysis.form.kind != "imperfect":
        return False
    between = range(before.at + 1, draft.at)
    return not any(scene.verbal[k] or scene.senses[k].particle in ("stop", "colon", "clause", "comp") for k in between)


# ---- content of requests, threats, refusals


def _content(scene: Scene, outer: Draft, inner: Draft) -> bool:
    """Whether the inner draft is only what the outer one asks, threatens, promises, refuses or accuses of."""
    if not outer.at < inner.at or inner.at - outer.at > 25:
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
