"""Whether an act happened, will, might or did not: what tense, particles and governing words make of it."""

from datetime import date

from wasata.events.attach import own_time
from wasata.events.draft import Draft
from wasata.events.scene import Scene
from wasata.text.phrases import Hit

Rule = tuple[str, str, str]  # row, effect, scope
Verdict = tuple[str, tuple[tuple[str, int], ...]]  # status; rows of the pack and the token they spoke of

ACTUAL: Verdict = ("actual", ())
# what a governing word makes of the act it governs
_STATUS = {
    "negate": "negated", "fail": "negated", "deny": "negated", "refuse": "negated", "exclude": "negated",
    "plan": "future", "resolve": "future", "terms": "future", "promise": "future", "expect": "future",
}  # fmt: skip
# effects of verbs, and of their participles and verbal nouns, on a noun of action that they govern
_GOVERNS = (
    "aim", "plan", "resolve", "fail", "deny", "refuse", "exclude",
    "promise", "terms", "expect", "ask", "threat", "permit", "topic",
)  # fmt: skip
_NOUN_GOVERNS = frozenset(("aim", "plan", "resolve", "promise", "expect", "ask", "threat", "permit"))
# deeds that are spoken of as known: what is condemned, discussed or to be ended did happen
_DEEDS = frozenset(("ASSAULT", "SANCTION", "COERCE", "MOBILIZE", "PROTEST", "ACCUSE", "THREATEN", "REJECT", "REQUEST"))
# who tries to talk does so, and an attempt upon a life is violence
_TRIED = frozenset(("CONSULT", "ASSAULT"))
# works that are still ahead where they are only a subject of talks or an end
_WORKS = frozenset(("COOPERATE", "AID", "SUPPORT", "RETREAT", "CONCEDE"))
# what one resolves upon is as good as done, save what takes another to do
_MUTUAL = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE"))
_CARRIES = frozenset(("occur", "phase", "agentless"))
_HERE = frozenset(("هناك", "ثمه", "هنالك", "يوجد", "توجد", "وجود", "اي", "ايه", "نيه"))
_WITHOUT = frozenset(("دون", "بدون", "عدم"))
_REACH = 7  # words between governor and noun, an actor counted as one
_CLOSED = frozenset(("comma", "stop", "colon", "clause"))


def status_of(scene: Scene, draft: Draft, hits: list[Hit[Rule]]) -> Verdict:
    """The status of an act and the rows that gave it."""
    steps = (_own, _helped, _denied_noun, _asked, _by_words, _by_condition, _by_governor, _by_what_follows, _by_date)
    for step in steps:
        verdict = step(scene, draft, hits)
        if verdict is not None:
            return verdict
    return ACTUAL


def _of(effect: str, at: int, row: str = "") -> Verdict:
    return _STATUS.get(effect, "hypothetical"), ((row or "ar/factuality.tsv  " + effect, at),)


# ---- verbs


def _own(scene: Scene, draft: Draft, hits: list[Hit[Rule]]) -> Verdict | None:
    """What tense and particles right before a verb make of it."""
    if not draft.verbal:
        return None
    at, form = draft.at, draft.analysis.form
    for here in range(at - 1, max(-1, at - 4), -1):
        particle = scene.senses[here].particle
        if particle == "neg":
            return ("negated", (("ar/particles.tsv  negation", here),)) if not _only(scene, at) else ACTUAL
        if particle == "will":
            return "future", (("ar/particles.tsv  will", here),)
        if particle == "qad" and form.kind == "imperfect":
            return "hypothetical", (("ar/particles.tsv  may", here),)
        if particle not in ("qad", "adv") and "kana" not in scene.senses[here].cues:
            break
    return ("future", ()) if form.kind == "future" else None


def _only(scene: Scene, at: int) -> bool:
    """Whether "not ... but" makes the negation an assertion of the exception."""
    return any(scene.tokens[k].word.key in ("سوي", "الا") for k in range(at + 1, min(scene.n, at + 8)))


def _helped(scene: Scene, draft: Draft, hits: list[Hit[Rule]]) -> Verdict | None:
    """A verb in the present under another verb: no longer does, nearly did, will go on doing."""
    at = draft.at
    if not draft.verbal or draft.analysis.form.kind != "imperfect" or scene.senses[at].conj:
        return None
    for here in range(at - 1, max(-1, at - 12), -1):
        sense = scene.senses[here]
        if sense.particle in _CLOSED or sense.particle in ("comp", "rel", "aim", "cond"):
            return None
        if scene.verbal[here]:
            if _negated(scene, here) and "phase" in sense.cues:
                return "negated", (("ar/particles.tsv  negation", here - 1),)
            if "fail" in sense.cues:
                return _of("fail", here)
            helps = "phase" in sense.cues or "kana" in sense.cues
            return ("future", ()) if helps and sense.verbs[0].form.kind == "future" else None
    return None


def _negated(scene: Scene, at: int) -> bool:
    return at > 0 and scene.senses[at - 1].particle == "neg" and not _only(scene, at)


def _asked(scene: Scene, draft: Draft, hits: list[Hit[Rule]]) -> Verdict | None:
    """What is asked about is not told: "will X attack?"."""
    if not draft.verbal or draft.analysis.form.kind not in ("imperfect", "jussive"):
        return None
    for here in range(draft.at - 1, max(-1, draft.at - 6), -1):
        if scene.senses[here].particle == "ask":
            return "hypothetical", (("ar/particles.tsv  question", here),)
    return None


# ---- words around


def _denied_noun(scene: Scene, draft: Draft, hits: list[Hit[Rule]]) -> Verdict | None:
    """A noun after "there is no", "no", "any"."""
    if draft.verbal:
        return None
    here, some = draft.at - 1, -1
    while here >= 0 and scene.keys[here].lstrip("و") in _HERE:
        some = here if scene.keys[here] in ("اي", "ايه") else some
        here -= 1
    if here >= 0 and (scene.senses[here].particle == "neg" or some >= 0 and scene.keys[here].lstrip("و") in _WITHOUT):
        return "negated", (("ar/particles.tsv  negation", here),)
    if some >= 0 and (some == 0 or not scene.verbal[some - 1] and scene.senses[some - 1].particle != "prep"):
        return "hypothetical", (("ar/particles.tsv  any", some),)
    return None


def _by_words(scene: Scene, draft: Draft, hits: list[Hit[Rule]]) -> Verdict | None:
    """The phrases of the pack that govern a noun or open a clause of plans and possibilities."""
    at = draft.at
    if not draft.verbal:
        for hit in hits:
            row, effect, scope = hit.values[0]
            if scope == "noun" and effect != "source" and _governs_noun(scene, draft, hit):
                if effect == "known" and scene.told:
                    continue  # an article speaks of a crime that was done; a lone sentence of the case
                if scene.told and (effect == "try" and draft.frame.event in _TRIED or _known_deed(scene, draft)):
                    continue
                return None if _mediates(draft, effect) else _of(effect, hit.first, row)
            if scope == "after" and at < hit.first <= at + 4 and _describes(scene, draft, hit.first):
                return _of(effect, hit.first, row)
    start = clause_start(scene, at)
    for hit in hits:
        row, effect, scope = hit.values[0]
        near = 8 if draft.verbal or not scene.told else 3
        if scope == "clause" and start - 3 <= hit.first < at and at - hit.last <= near:
            if not draft.verbal and scene.told and _known_deed(scene, draft):
                continue
            if draft.verbal and effect in ("plan", "possible") and not _subjunctive(scene, hit.last, at):
                continue
            return _of(effect, hit.first, row)
    return None


def _governs_noun(scene: Scene, draft: Draft, hit: Hit[Rule]) -> bool:
    """Whether the noun follows these words at once, or over a preposition, an adjective and a genitive."""
    at = draft.at
    if hit.last > at:
        return False
    if at - hit.last <= 1:
        return True
    if at - hit.last > 3 or _known_deed(scene, draft):
        return False
    between = range(hit.last, at)
    return not any(
        scene.verbal[k] or scene.senses[k].particle not in ("", "prep") or scene.mention_at[k] >= 0 for k in between
    )


def _known_deed(scene: Scene, draft: Draft) -> bool:
    return draft.frame.event in _DEEDS and scene.senses[draft.at].definite


def _describes(scene: Scene, draft: Draft, here: int) -> bool:
    """Whether the adjective here ("planned", "coming") speaks of the noun, not of one that stands between."""
    one, other = scene.senses[draft.at].definite, scene.senses[here].definite
    if here == draft.at + 1:
        return True
    between = range(draft.at + 1, here)
    if any(scene.verbal[k] or scene.senses[k].particle in (*_CLOSED, "prep", "comp", "rel") for k in between):
        return False
    return one == other or other


def _subjunctive(scene: Scene, since: int, at: int) -> bool:
    return any(scene.senses[k].particle == "comp" for k in range(since, at)) or at - since <= 2


def _mediates(draft: Draft, effect: str) -> bool:
    """Whether the act is mediation: who tries to make peace between others does mediate."""
    frame = draft.frame
    between = frame.event == "CONSULT" and not frame.two_sided and frame.mode in ("", "third-party")
    return effect == "aim" and between and bool(draft.actors or draft.subject)


def _by_condition(scene: Scene, draft: Draft, hits: list[Hit[Rule]]) -> Verdict | None:
    if not draft.verbal and scene.told and _known_deed(scene, draft):
        return None
    for here in range(clause_start(scene, draft.at), draft.at):
        if scene.senses[here].particle == "cond":
            return "hypothetical", (("ar/particles.tsv  condition", here),)
    return None


def clause_start(scene: Scene, at: int) -> int:
    """The first token after the comma or opener before this one."""
    for here in range(at - 1, -1, -1):
        if scene.senses[here].particle in _CLOSED:
            return here + 1
    return 0


# ---- governing verbs


def _by_governor(scene: Scene, draft: Draft, hits: list[Hit[Rule]]) -> Verdict | None:
    noun = not scene.verbal[draft.at] and any(a.form.kind == "masdar" for a in scene.senses[draft.at].nouns)
    return _verb_governed(scene, draft) if draft.verbal and not noun else _noun_governed(scene, draft)


def _verb_governed(scene: Scene, draft: Draft) -> Verdict | None:
    """A verb under "that" or "to": wished, planned, feared, unless it is a phase of what is done."""
    at, form, cut = draft.at, draft.analysis.form, draft.analysis.cut
    before = scene.senses[at - 1].particle if at else ""
    if cut.prep == "ل" and form.kind in ("imperfect", "jussive") or before == "aim":
        return None if _done_to_that_end(scene, draft) else ("future", ())
    if before != "comp" or form.kind != "imperfect" or scene.keys[at - 1] not in ("ان", "بان", "الا"):
        return None
    if scene.keys[at - 2] == "علي" and (at < 3 or scene.senses[at - 3].particle == "comma"):
        return "future", (("ar/factuality.tsv  plan", at - 2),)
    governor = _verb_before(scene, at - 1)
    effects = scene.senses[governor].cues if governor >= 0 else ()
    if "phase" in effects:
        return ACTUAL
    negated = governor > 0 and _negated(scene, governor)
    for effect in ("plan", "resolve", "promise", "expect", "fail", "refuse", "exclude"):
        if effect in effects:
            if not _fits(effect, draft):
                return ACTUAL
            return _turned(effect, governor) if negated else _of(effect, governor)
    return "hypothetical", ()


def _turned(effect: str, governor: int) -> Verdict:
    """The effect of a governor that is itself denied: does not intend, does not rule out."""
    status = {"plan": "negated", "promise": "negated", "expect": "negated", "exclude": "hypothetical"}
    return status.get(effect, "actual"), (("ar/particles.tsv  negation", governor - 1),)


def _done_to_that_end(scene: Scene, draft: Draft) -> bool:
    """Whether a past verb tells that its end was reached: he went there to ask, to meet."""
    governor = _verb_before(scene, draft.at)
    if governor < 0 or scene.senses[governor].verbs[0].form.kind != "perfect":
        return False
    return draft.frame.event in _DEEDS - {"ASSAULT", "SANCTION", "COERCE"} or draft.frame.event == "CONSULT"


def _noun_governed(scene: Scene, draft: Draft) -> Verdict | None:
    """A noun of action under a verb, participle or verbal noun of planning, asking, failing, denying."""
    at = draft.at
    if scene.senses[at - 1].particle in ("after", "cause") if at else False:
        return ACTUAL
    if _ahead(scene, draft):
        return "future", ()
    distance = 0
    for here in range(at - 1, max(-1, at - 24), -1):
        sense = scene.senses[here]
        if sense.particle in ("after", "cause", "rel", "stop", "colon", "clause", "cond"):
            return None
        distance += scene.mention_at[here] < 0 or scene.mention(scene.mention_at[here]).first == here
        if distance > _REACH + 1:
            return None
        if scene.verbal[here] and "kana" in sense.cues and sense.verbs[0].form.kind == "future" and at - here <= 2:
            return "future", ()
        if scene.verbal[here] and "kana" not in sense.cues:
            return _under_verb(scene, draft, here)
        if sense.particle in ("comp", "comma"):
            return None
        effect = _noun_effect(scene, here)
        if effect and not _known_deed(scene, draft):
            return None if _mediates(draft, effect) or not _fits(effect, draft) else _of(effect, here)
    return None


def _ahead(scene: Scene, draft: Draft) -> bool:
    """Whether a work is what something is for: an accord to develop the partnership."""
    if draft.frame.event != "COOPERATE":
        return False
    for here in range(draft.at, max(-1, draft.at - 5), -1):
        sense = scene.senses[here]
        if sense.prep == "ل" and not sense.definite and any(a.form.kind == "masdar" for a in sense.nouns):
            return not (here and (scene.senses[here - 1].suffixed or scene.senses[here - 1].governs))
        if scene.verbal[here] or here < draft.at and sense.particle not in ("", "quantity"):
            return False
    return False


def _noun_effect(scene: Scene, here: int) -> str:
    """What a participle or possessed verbal noun of planning, hoping, asking makes of what follows."""
    sense = scene.senses[here]
    if not sense.governs or scene.verbal[here] or scene.mention_at[here] >= 0:
        return ""
    leads = (
        sense.suffixed
        or here + 1 < scene.n
        and (scene.senses[here + 1].particle == "prep" or bool(scene.senses[here + 1].prep))
    )
    return next((effect for effect in sense.governs if effect in _NOUN_GOVERNS), "") if leads else ""


def _under_verb(scene: Scene, draft: Draft, governor: int) -> Verdict | None:
    effects = scene.senses[governor].cues
    negated = _negated(scene, governor)
    for effect in _GOVERNS if "phase" not in effects else ():
        if effect not in effects:
            continue
        if _mediates(draft, effect) or not _fits(effect, draft) or _known_deed(scene, draft) and effect not in _HARD:
            return None
        return (
            _turned(effect, governor)
            if negated and effect in ("plan", "promise", "expect", "exclude")
            else (_of(effect, governor))
        )
    kind = scene.senses[governor].verbs[0].form.kind
    if _CARRIES & set(effects):
        if negated:
            return "negated", (("ar/particles.tsv  negation", governor - 1),)
        leads = kind == "imperfect" and "result" in effects and draft.frame.event in _WORKS  # "leads to the release"
        return ("future", ()) if kind == "future" or leads else ACTUAL
    during = draft.at and scene.keys[draft.at - 1] in ("خلال", "اثناء", "في")
    return ("future", ()) if kind == "future" and draft.frame.event == "CONSULT" and during else None


_HARD = frozenset(("fail", "deny"))


def _fits(effect: str, draft: Draft) -> bool:
    """Whether the effect can be had on such an act: talks are about works to come, and about deeds that were done."""
    if effect == "topic":
        return draft.frame.event in _WORKS
    if effect == "terms":
        return draft.frame.event in _WORKS or draft.frame.event in _MUTUAL
    return effect != "resolve" or draft.frame.event in _MUTUAL


def _verb_before(scene: Scene, at: int) -> int:
    for here in range(at - 1, max(-1, at - 20), -1):
        if scene.verbal[here] and "kana" not in scene.senses[here].cues:
            return here
    return -1


# ---- what follows


def _by_what_follows(scene: Scene, draft: Draft, hits: list[Hit[Rule]]) -> Verdict | None:
    """A noun of action whose verb follows in the future: "talks between them will begin"."""
    if draft.verbal:
        return None
    at = draft.at
    if at and (scene.verbal[at - 1] or scene.senses[at - 1].particle in ("prep", "after", "cause")):
        return None
    if scene.senses[at].prep and (not at or not scene.senses[at - 1].nouns):
        return None
    for here in range(at + 1, min(scene.n, at + 12)):
        sense = scene.senses[here]
        if sense.particle in ("comma", "stop", "colon", "clause", "comp", "rel"):
            return None
        if scene.verbal[here]:
            if not sense.conj and _CARRIES & set(sense.cues) and sense.verbs[0].form.kind == "future":
                return "future", ()
            return None
    return None


def _by_date(scene: Scene, draft: Draft, hits: list[Hit[Rule]]) -> Verdict | None:
    """What is dated after the day of the text lies ahead."""
    published = scene.reading.document.date[:10]
    if draft.analysis.form.kind == "perfect" or draft.analysis.form.kind == "jussive" or len(published) < 10:
        return None
    time = own_time(scene, draft)
    if time is None or time.when is None or time.when.start is None or time.kind == "name":
        return None
    ahead = (date.fromisoformat(time.when.start[:10]) - date.fromisoformat(published)).days
    if time.when.end is None:  # from that day on
        ahead += draft.verbal
    ahead = ahead > 0
    return ("future", ((time.why.row, draft.at),)) if ahead else None
