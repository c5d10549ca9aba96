"""The subject of a finite verb: before it, after it, over a relative, or handed on by the verb it joins."""

from wasata.events.conjoin import conjoined, governor_of
from wasata.events.noun_phrases import phrases_after
from wasata.events.pronouns import owner_by_suffix, voice_at
from wasata.events.scene import Group, Scene, agrees
from wasata.records.mention import ActorMention
from wasata.records.text import Form

_REACH = 28  # tokens
_BEHIND = 18
_PAPERS = frozenset(["البيان", "المذكره", "الرساله", "التصريح", "البلاغ", "الخطاب"])
_PRONOUNS = ("نه", "نها", "نهم", "نهما")


def subject_of(scene: Scene, at: int) -> tuple[int, ...]:
    """The mentions that are the subject of the finite verb here, found before it, after it or in its chain."""
    found = scene.subjects.get(at)
    if found is None:
        scene.subjects[at] = ()  # a chain never asks for itself
        found = scene.subjects[at] = _find_subject(scene, at)
    return found


def _find_subject(scene: Scene, at: int) -> tuple[int, ...]:
    forms = [a.form for a in scene.senses[at].verbs]
    if all(form.person == 1 for form in forms):
        return voice_at(scene, at)
    before, _ = stands_before(scene, at, forms)
    if before:
        return before
    for arg in phrases_after(scene, at):
        if arg.prep:
            continue
        if arg.group and any(agrees(f, scene.mention(arg.group[0])) for f in forms):
            return arg.group
        return ()
    return handed_on(scene, at) or carried_on(scene, at, forms)


def stands_before(scene: Scene, at: int, forms: list[Form]) -> tuple[tuple[int, ...], str]:
    """The subject that stands before its verb, and how: "svo", "rel", "noun" (a noun no table knows) or ""."""
    close = _close_relative(scene, at, forms)
    if close:
        return close
    best: Group = ()
    here = at if scene.senses[at].conj else _over_apposition(scene, at)
    noun = False
    joined = scene.senses[at].conj  # "and did": no subject stands between, but a relative may still be open
    while not joined and here > max(0, at - _BEHIND):
        here -= 1
        index, sense = scene.mention_at[here], scene.senses[here]
        if index >= 0:
            if here == scene.mention(index).first and _belongs(scene, here):
                return conjoined(scene, index)[0], "svo"
            if _stands_free(scene, here, index):
                best, noun = conjoined(scene, index)[0], False
            continue
        if sense.particle == "rel":
            return (() if _stands_for_it(scene, at, forms) else _antecedent(scene, here, forms)), "rel"
        if sense.particle == "comp" and not best and scene.keys[here].endswith(_PRONOUNS):
            return _same_speaker(scene, here, forms)
        if sense.particle == "comma" and here == at - 1 and _topic_before(scene, here):
            continue
        if sense.particle in ("comma", "stop", "colon", "clause", "comp", "cond", "dash", "aim"):
            break
        if scene.verbal[here]:
            if "kana" in sense.cues:
                continue
            if here and scene.senses[here - 1].particle == "rel":
                here -= 1  # over "which V" to what the relative speaks of
                continue
            if not bare_relative(scene, here, at):
                break
            continue
        if not sense.particle and not sense.prep and sense.definite and not scene.blocked[here]:
            noun = True
    if best:
        return (best, "svo") if _fits(scene, best, forms) else ((), "noun")
    return (), "noun" if noun else ""


def _fits(scene: Scene, group: Group, forms: list[Form]) -> bool:
    """Whether the verb agrees with this subject before it."""
    mention = scene.mention(group[0])
    number = "p" if len(group) > 1 else mention.number
    return any(agrees(form, mention, full=True, number=number) for form in forms)


def _force_of(scene: Scene, at: int) -> Group:
    """Whose the force is that stands right before a verb: "his planes struck"."""
    return owner_by_suffix(scene, at) if at >= 0 and scene.senses[at].particle == "force" else ()


def _governed(scene: Scene, mention: ActorMention) -> bool:
    """Whether a preposition governs the mention, or the noun whose genitive it is: after the speech of X."""
    at = mention.first - 1
    if governor_of(scene, mention):
        return True
    if at < 0 or scene.mention_at[at] >= 0 or scene.verbal[at] or scene.time_at[at] is not None:
        return False
    sense = scene.senses[at]
    if sense.particle or sense.definite or sense.suffixed or not sense.nouns:
        return False
    return bool(sense.prep) or at > 0 and scene.senses[at - 1].particle in ("prep", "after", "before", "cause")


def _topic_before(scene: Scene, comma: int) -> bool:
    """Whether the comma only sets the verb off from the subject after "that": that a bomber of X, blew up."""
    for here in range(comma - 1, max(-1, comma - 13), -1):
        if scene.senses[here].particle == "comp":
            return scene.keys[here].lstrip("وفب") in ("ان", "لكن", "كان") and scene.mention_at[here + 1] >= 0
        if scene.verbal[here] or scene.senses[here].particle in ("comma", "stop", "colon", "clause", "rel"):
            return False
    return False


def _owner_of_told(scene: Scene, at: int) -> Group:
    """Who did something in what is his: "a tweet by the mayor in which he mocked" (تغريدة للعمدة سخر فيها)."""
    index = scene.mention_at[at - 1] if at and not scene.senses[at].conj else -1
    if index < 0 or at + 1 >= scene.n or scene.senses[at + 1].pronoun[0] not in ("في", "ب"):
        return ()
    return (index,) if governor_of(scene, scene.mention(index)) == "ل" else ()


def _stands_free(scene: Scene, here: int, index: int) -> bool:
    """Whether a party before the verb may be its subject: no preposition governs it, no noun has it as adjective."""
    mention = scene.mention(index)
    if mention.kind == "demonym":
        return here > 0 and scene.senses[here - 1].particle == "force"  # the planes of X
    return here == mention.first and not _governed(scene, mention)


def _belongs(scene: Scene, at: int) -> bool:
    """Whether the noun before belongs to this mention and acts for it: the planes belonging to the coalition."""
    return at > 1 and scene.keys[at - 1].lstrip("وال").startswith("تابع") and scene.keys[at].startswith("ل")


def _stands_for_it(scene: Scene, at: int, forms: list[Form]) -> bool:
    """Whether a pronoun after the verb of a relative stands for its antecedent: talks to which Washington called."""
    if at + 2 >= scene.n or not scene.senses[at + 1].pronoun[0]:
        return False
    index = scene.mention_at[at + 2]
    if index < 0 or governor_of(scene, scene.mention(index)):
        return False
    return any(agrees(form, scene.mention(index)) for form in forms)


def _resumes(scene: Scene, at: int) -> bool:
    """Whether the verb's suffix takes up the indefinite noun right before it: "in an attack that X claimed"."""
    sense, before = scene.senses[at], scene.senses[at - 1] if at else None
    if before is None or sense.conj or scene.mention_at[at - 1] >= 0 or scene.time_at[at - 1] is not None:
        return False
    if before.particle or before.definite or before.suffixed or scene.verbal[at - 1] or not before.nouns:
        return False
    return all(a.cut.suffix for a in sense.verbs)


def _close_relative(scene: Scene, at: int, forms: list[Form]) -> tuple[tuple[int, ...], str] | None:
    """What stands_before says of a verb that describes the indefinite noun right before it, None of any other."""
    force = _force_of(scene, at - 1)
    force = force or _owner_of_told(scene, at)
    if force or _resumes(scene, at):
        return force, "svo" if force else ""
    described = _described(scene, at, forms)
    return (described, "rel") if described else None


def _described(scene: Scene, at: int, forms: list[Form]) -> tuple[int, ...]:
    """The indefinite noun under a preposition right before the verb, which then tells of it: "by men who sat in"."""
    index = scene.mention_at[at - 1] if at else -1
    if index < 0 or scene.senses[at].conj:
        return ()
    mention = scene.mention(index)
    if mention.kind != "role" or mention.last != at or mention.number == "s" or not governor_of(scene, mention):
        return ()
    if any(scene.senses[k].definite for k in range(mention.first, mention.last)):
        return ()
    return (index,) if any(f.number != "s" and agrees(f, mention, full=True) for f in forms) else ()


def bare_relative(scene: Scene, verb: int, at: int) -> bool:
    """Whether an imperfect only describes the indefinite noun before it, whose own verb comes later.

    "A gunman who drove a car opened fire" has no relative word in Arabic: مسلح يقود سيارة فتح النار.
    """
    index = scene.mention_at[verb - 1] if verb else -1
    if index < 0 or not all(a.form.kind == "imperfect" for a in scene.senses[verb].verbs):
        return False
    if any(a.form.kind == "imperfect" for a in scene.senses[at].verbs):
        return False
    mention = scene.mention(index)
    if mention.kind != "role" or any(scene.senses[k].definite for k in range(mention.first, mention.last)):
        return False
    number = mention.number
    return any(agrees(a.form, mention, full=True, number=number) for a in scene.senses[verb].verbs)


def _same_speaker(scene: Scene, comp: int, forms: list[Form]) -> tuple[tuple[int, ...], str]:
    """The pronoun on "that" stands for whoever says so: "the army said that it had"."""
    for here in reversed(scene.verbs):
        if comp - _REACH < here < comp:
            found = subject_of(scene, here)
            fits = bool(found) and any(agrees(f, scene.mention(found[0]), full=True) for f in forms)
            return (found, "svo") if fits else ((), "")
    return (), ""


def _over_apposition(scene: Scene, at: int) -> int:
    """The token from which to look back for the subject: over "X, who ..., has" to the comma after X."""
    here = at - 1
    while here > 0 and scene.senses[here].particle in ("qad", "neg", "will", "quote"):
        here -= 1
    if here <= 0 or scene.senses[here].particle != "comma":
        return at
    index = scene.mention_at[here - 1]
    if index >= 0 and scene.mention(index).first and scene.senses[scene.mention(index).first - 1].particle == "comp":
        return here  # "that X, did": the comma parts nothing
    for back in range(here - 1, max(0, here - 24), -1):
        if scene.senses[back].particle == "comma":
            index = scene.mention_at[back - 1]
            return back if index >= 0 and not governor_of(scene, scene.mention(index)) else at
        if scene.senses[back].particle in ("stop", "colon", "comp", "clause"):
            break
    return at


_BESIDE = frozenset(("قرب", "امام", "خارج", "داخل", "بجوار", "وسط", "جنوب", "شمال", "شرق", "غرب", "قباله"))


def _antecedent(scene: Scene, rel: int, forms: list[Form]) -> tuple[int, ...]:
    word = scene.keys[rel].lstrip("ول")
    plural = word.endswith("ين") or word in ("اللذان", "اللتان", "اللاتي")
    gender = "f" if word.endswith(("تي", "تان", "تين", "اتي")) else "m"
    if not plural and _speaks_of_noun(scene, rel, gender):
        return ()
    for here in range(rel - 1, max(-1, rel - 10), -1):
        index = scene.mention_at[here]
        if index < 0:
            if scene.verbal[here]:
                break
            continue
        mention = scene.mention(index)
        governor = governor_of(scene, mention)
        if governor == "في" and mention.kind in ("state", "capital") or governor in _BESIDE:
            continue  # a place is seldom what the relative speaks of
        if plural == (mention.number != "s") and (plural or not mention.gender or mention.gender == gender):
            return (index,)
        if gender == "f" and mention.number == "p" and not plural:
            return (index,)
    return ()


def _speaks_of_noun(scene: Scene, rel: int, gender: str) -> bool:
    """Whether a definite noun that no table knows stands right before the relative: the explosion that."""
    at = rel - 1
    if at < 1 or scene.mention_at[at] >= 0 or scene.mention_at[at - 1] >= 0 or scene.time_at[at] is not None:
        return False
    sense = scene.senses[at]
    if sense.particle or scene.verbal[at] or not sense.definite or scene.senses[at - 1].definite:
        return False
    return scene.tokens[at].word.surface.endswith("ة") == (gender == "f")


def carried_on(scene: Scene, at: int, forms: list[Form]) -> Group:
    """The subject of the sentence before, where the first verb of this one has none; if it says, the speaker."""
    if scene.verbs and scene.verbs[0] < at:
        return ()
    if not scene.senses[at].conj and not (at and scene.keys[0] in _GOING_ON):
        return ()
    if any(form.number == "d" for form in forms) and scene.pair:
        return scene.pair
    says = not {"say", "deny"}.isdisjoint(scene.senses[at].cues)
    for group in (scene.speaker, scene.subject) if says else (scene.subject, scene.speaker):
        number = "p" if len(group) > 1 else ""
        if group and any(agrees(f, scene.mention(group[0]), full=True, number=number) for f in forms):
            return group
    return ()


_GOING_ON = frozenset(("كما", "وكما", "وقد", "فقد", "وكان", "وكانت", "كذلك", "وكذلك", "ايضا", "ثم", "لكنه", "لكنها"))


def paper_before(scene: Scene, at: int) -> bool:
    """Whether a statement, note or letter is the subject: whoever spoke last speaks by it."""
    return any(scene.keys[here].lstrip("وف") in _PAPERS for here in range(at - 1, max(-1, at - 4), -1))


def handed_on(scene: Scene, at: int) -> tuple[int, ...]:
    """The subject of the verb before, handed on to a verb that joins it by "and"."""
    forms = [a.form for a in scene.senses[at].verbs]
    for here in reversed(scene.verbs):
        if at - 45 < here < at:
            found = subject_of(scene, here)
            number = "p" if len(found) > 1 else ""
            if found and any(agrees(f, scene.mention(found[0]), full=True, number=number) for f in forms):
                return found
            if found and _alike(scene, here, forms, scene.mention(found[0])):
                return found
    return ()


def _alike(scene: Scene, verb: int, forms: list[Form], mention: ActorMention) -> bool:
    """Whether both verbs agree with a noun that acts for its owner, and not with him: his planes struck and burnt."""
    before = [a.form for a in scene.senses[verb].verbs]
    if any(agrees(form, mention) for form in before):
        return False
    return any((f.gender, f.number) == (g.gender, g.number) for f in forms for g in before)
