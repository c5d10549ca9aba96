"""Fill a frame from a finite verb: subject before or after it, object, passive, dropped subject."""

from wasata.events.conjoin import counted
from wasata.events.draft import Draft, Memory
from wasata.events.fill_nouns import nisbas_after
from wasata.events.find_literals import find_literals, owned_word
from wasata.events.frames import Frame
from wasata.events.noun_phrases import TENS
from wasata.events.owners import with_owners
from wasata.events.possession import antecedent, owner_of, suffered
from wasata.events.pronouns import resolve_suffix, voice_at
from wasata.events.scene import Arg, Scene, agrees
from wasata.events.sides import Sides, drafted, fill_preps, free_phrases, lacking, one_each
from wasata.events.speech import speaker_at
from wasata.events.subjects import carried_on, handed_on, paper_before, stands_before, subject_of
from wasata.records.text import Analysis, Form

# lexemes whose bare perfect with one noun phrase is nearly always passive in news: "قتل خمسة جنود في هجوم"
PASSIVE_EVENTS = frozenset(("ASSAULT", "COERCE", "RETREAT", "SANCTION"))


def verb_draft(scene: Scene, at: int, analysis: Analysis, frame: Frame, memory: Memory) -> Draft | None:
    """The draft of a finite verb, or None where the frame does not fit."""
    suffix = analysis.cut.suffix
    resumed = bool(suffix) or scene.senses[max(0, at - 1)].particle == "rel" or _tells_of(scene, at)
    names_subject = not frame.subject  # the word asked for is the subject: a car bomb went off
    words = find_literals(scene, at, frame, left=resumed or names_subject)
    if words is None:
        return None
    sides = Sides(preps={})
    args = with_owners(scene, frame, free_phrases(scene, at, words))
    if lacking(frame, args, object_elsewhere=True):
        return None
    if frame.told_by:
        sides.speaker = speaker_at(scene, at, memory)
    if words and words[0] < at and frame.subject and not frame.object:
        sides.subject = next((arg.group for arg in args if not arg.prep), ())  # a meeting that brought together X and Y
    else:
        _fill_bare(scene, at, analysis, frame, args, sides, memory)
    if names_subject and not frame.object and frame.bare_literals and frame.event == "ASSAULT":
        sides.subject = ()  # a bomb went off: nobody else did
    fill_preps(scene, frame, args, sides)
    if frame.two_sided and words and not sides.subject:
        between = nisbas_after(scene, words[-1])  # talks were held, Qatari and Turkish
        sides.subject = between if len(between) > 1 else ()
    if frame.owner and words:
        word = owned_word(scene, frame, words)
        sides.owner = () if suffered(scene, word) else owner_of(scene, word)
        if frame.object and not frame.subject:
            _hit_or_owner(scene, word, sides)
    return drafted(scene, Draft(at, frame, analysis, words=words), sides)


def _tells_of(scene: Scene, at: int) -> bool:
    """Whether the verb follows an indefinite noun of which it tells: a meeting that brought together X and Y."""
    here = at - 1
    if here > 0 and not scene.senses[here].nouns and scene.keys[here].endswith("ا") and not scene.senses[here].particle:
        here -= 1  # over an adjective: اجتماعا تشاوريا ضم
    before = scene.senses[here] if here >= 0 else None
    return before is not None and bool(before.nouns) and not before.definite and scene.mention_at[here] < 0


def _fill_bare(
    scene: Scene, at: int, analysis: Analysis, frame: Frame, args: list[Arg], sides: Sides, memory: Memory
) -> None:
    form = analysis.form
    bare = one_each(scene, [arg for arg in args if not arg.prep])
    if frame.two_sided:  # what is talked about is no party: "the Lebanese file"
        bare = [a if a.plain or a.force or _two(scene, a) else Arg(a.prep, (), a.head, a.last, False) for a in bare]
    if form.person == 1:
        sides.subject, sides.object = voice_at(scene, at), bare[0].group if bare else ()
        return
    before, how = stands_before(scene, at, [form])
    if frame.object and not frame.subject:  # the word asked for is the subject: raids hit the base
        suffix = analysis.cut.suffix
        sides.object = resolve_suffix(scene, at, suffix) if suffix else bare[0].group if bare else ()
        return
    if form.voice == "passive":
        _passive(bare, before, sides)
    elif analysis.cut.suffix:
        suffix = analysis.cut.suffix
        sides.object = before if how == "rel" else _what_was_told(scene, at) or antecedent(scene, at)
        doer = bare[0].group if bare else ()
        sides.object = sides.object or resolve_suffix(scene, at, suffix, doer) or resolve_suffix(scene, at, suffix)
        sides.subject = bare[0].group if bare and bare[0].group else before if how != "rel" else ()
        if not sides.subject and not bare and how != "noun":
            sides.subject = handed_on(scene, at) or carried_on(scene, at, [form])
        if not sides.subject and how == "rel" and sides.object != before:
            sides.subject = before
    elif before:
        sides.subject = before
        sides.object = bare[0].group if bare else ()
        undone = not bare and frame.object and form.voice == "" and frame.event in PASSIVE_EVENTS
        if undone and not frame.bare_literals and not _counts_next(scene, at):
            _passive(bare, before, sides)
    elif how == "noun":
        sides.object = bare[0].group if bare else ()
        if paper_before(scene, at):
            sides.subject = memory.speaker
    else:
        _vso(scene, at, analysis, frame, bare, sides, memory)


def _two(scene: Scene, arg: Arg) -> bool:
    """Whether adjectives name two or more: the Egyptian and the Qatari side."""
    return len(arg.group) > 1 and all(scene.mention(index).kind == "demonym" for index in arg.group)


def _hit_or_owner(scene: Scene, word: int, sides: Sides) -> None:
    """After "a raid hit" the next party is hit, not whose raid it was, unless an adjective or another party follows."""
    own = sides.owner
    if not own or scene.mention(own[0]).kind == "demonym":
        return
    if scene.senses[word].definite or not sides.object or sides.object == own:
        sides.object, sides.owner = sides.object or own, ()


def _counts_next(scene: Scene, at: int) -> bool:
    """Whether a bare number follows the verb: "police arrest 7" has an object."""
    return at + 1 < scene.n and scene.senses[at + 1].particle in ("number", "quantity")


def _what_was_told(scene: Scene, at: int) -> tuple[int, ...]:
    """Whose deed "which" takes up that stands for the whole clause before: "A did so, which B rejected"."""
    if scene.keys[at - 1] not in ("ما", "الذي") or scene.keys[at - 2].lstrip("و") not in ("هو", "الامر", "الشيء"):
        return ()
    for here in range(at - 3, -1, -1):
        if scene.verbal[here] and "kana" not in scene.senses[here].cues:
            found = subject_of(scene, here)
            if found:
                return found
    return ()


def _passive(bare: list[Arg], before: tuple[int, ...], sides: Sides) -> None:
    sides.subject = ()
    sides.object = bare[0].group if bare and bare[0].group else before


def _vso(
    scene: Scene, at: int, analysis: Analysis, frame: Frame, bare: list[Arg], sides: Sides, memory: Memory
) -> None:
    """Verb first: one noun phrase or two, and a subject that may have been dropped."""
    form = analysis.form
    first = bare[0] if bare else None
    dropped = _dropped(scene, at, frame, form, first)
    fits = bool(first and first.group and agrees(form, scene.mention(first.group[0])))
    if first and first.group and form.gender == "m" and form.number == "s" and first.head - at > 2:
        fits = True  # a subject that stands off need not agree
    if first and first.group and not first.plain and form.number == "s" and (len(bare) > 1 or not frame.object):
        fits = True  # the verb agrees with the noun (its artillery, the hospitals of), not with whose it is
    if len(bare) > 1 and first is not None:
        if first.group and not (bare[1].group and bare[1].plain) and _harmed(scene, first, frame, form):
            sides.object = first.group  # the count of the dead, and then a noun that is no party
        elif fits or not first.group:
            sides.subject, sides.object = first.group, bare[1].group
        else:
            sides.subject, sides.object = dropped, first.group
        return
    if first is None:
        sides.subject = dropped or handed_on(scene, at)
        return
    if frame.object and dropped and not (fits and _same_country(scene, first.group, dropped)):
        sides.subject, sides.object = dropped, first.group
    elif not first.group:
        paper = paper_before(scene, first.head + 1)
        sides.subject = memory.speaker if paper else dropped if _no_subject(scene, first, form) else ()
    elif frame.object and _suffers(scene, first, frame, form):
        sides.subject, sides.object = dropped, first.group
    elif fits and (first.plain or first.force or not frame.object):
        sides.subject = first.group
    elif frame.object:
        sides.subject, sides.object = dropped, first.group
    elif fits:
        sides.subject = first.group


def _no_subject(scene: Scene, first: Arg, form: Form) -> bool:
    """Whether the noun after the verb cannot be its subject: it is no singular verb, or they differ in gender."""
    feminine = scene.keys[first.head].endswith("ه")
    if form.number != "s" or form.gender == "m" and feminine:
        return True
    nouns = scene.senses[first.head].nouns
    singular = bool(nouns) and all(a.form.number == "s" and a.form.gender != "f" for a in nouns)
    return form.gender == "f" and not feminine and singular and not scene.senses[first.head].definite


def _dropped(scene: Scene, at: int, frame: Frame, form: Form, first: Arg | None) -> tuple[int, ...]:
    """The subject that a verb has taken over from the verb before it, or from the sentence before; () where none."""
    dropped = handed_on(scene, at) if scene.senses[at].conj or form.number != "s" else ()
    if dropped:
        return dropped
    if first is not None and first.group and (_takes_over(scene, first, form) or _suffers(scene, first, frame, form)):
        return ()
    return carried_on(scene, at, [form])


def _takes_over(scene: Scene, arg: Arg, form: Form) -> bool:
    """Whether the noun phrase after a verb that opens the sentence is its subject: it agrees, no mere owner."""
    mention = scene.mention(arg.group[0])
    if mention.kind in ("state", "capital") and not mention.gender and form.gender == "m":
        return False  # most states are feminine: "he criticized Pakistan"
    return (arg.plain or arg.force) and agrees(form, mention)


def _same_country(scene: Scene, one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether both belong to one country: then the later one names the same doer anew, and no victim."""
    countries = {party.country for index in one for party in scene.mention(index).parties}
    return any(
        party.country and party.country in countries for index in other for party in scene.mention(index).parties
    )


def _harmed(scene: Scene, first: Arg, frame: Frame, form: Form) -> bool:
    """Whether the first noun phrase after a verb of harm is counted right before it, as the dead and wounded are."""
    counts = range(max(0, first.head - 2), first.head)
    numbered = any(scene.senses[k].particle == "number" or scene.keys[k] in _ONE_OF for k in counts)
    return numbered and bool(frame.object) and _suffers(scene, first, frame, form)


def _suffers(scene: Scene, arg: Arg, frame: Frame, form: Form) -> bool:
    """Whether the one noun phrase after a verb like "killed" names the victim: counted, indefinite, or a civilian."""
    if form.voice != "" or frame.event not in PASSIVE_EVENTS or frame.bare_literals or arg.force:
        return False
    if any(literal.prep == "في" for literal in frame.literals):
        return True  # killed in a raid: nobody else is named who might have been
    near = range(max(0, arg.head - 2), arg.head + 1)
    if any(scene.senses[k].particle in ("number", "quantity") or scene.keys[k] in TENS for k in near):
        return True
    if scene.keys[arg.head - 1] == "من" and counted(scene, arg.head - 1):
        return True
    mention = scene.mention(arg.group[0])
    sectors = {party.sector for party in mention.parties}
    if sectors & _VICTIMS or frame.mode in _OF_FOES and sectors & _FOES:
        return True
    return mention.kind == "role" and not any(scene.senses[k].definite for k in range(mention.first, mention.last))


_ONE_OF = frozenset(("احد", "احدي"))  # folded
# who is arrested, deported or sentenced rather than doing so
_OF_FOES = frozenset(("arrest", "deport", "convict", "abduct"))
_FOES = frozenset(("OPP", "PTY", "AGR", "CRM"))
_VICTIMS = frozenset(("CVL", "JRN", "REF", "EDU", "MED", "LAB", "SOC", "ELI", "REL", "BUS"))
