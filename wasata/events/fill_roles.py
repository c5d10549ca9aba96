"""Fill a frame's slots from the scene: who does, who receives, and which words speak for it."""

from msgspec import Struct

from wasata.events.draft import Draft, Memory
from wasata.events.find_literals import find_literals
from wasata.events.frames import Frame
from wasata.events.noun_phrases import AGENT, conjoined, governor_of, phrases_after, resolve_suffix
from wasata.events.scene import Arg, Scene, agrees
from wasata.events.subjects import handed_on, paper_before, stands_before, subject_of
from wasata.records.text import Analysis, Form

# lexemes whose bare perfect with one noun phrase is nearly always passive in news: "قتل خمسة جنود في هجوم"
PASSIVE_EVENTS = frozenset(("ASSAULT", "COERCE", "RETREAT", "SANCTION"))


def best_draft(scene: Scene, at: int, memory: Memory) -> Draft | None:
    """The frame that fits the trigger here best, filled; None where none fits."""
    sense = scene.senses[at]
    verbal = scene.verbal[at]
    best: Draft | None = None
    named = scene.named
    for analysis, frame in sense.verb_frames if verbal else sense.noun_frames:
        for marks in frame.asks:
            if named.isdisjoint(marks):
                break
        else:
            draft = _verb(scene, at, analysis, frame, memory) if verbal else _noun(scene, at, analysis, frame)
            if draft is not None and (best is None or draft.score > best.score):
                best = draft
    return best


class _Sides(Struct):
    """Groups by grammatical place, while a frame is being filled."""

    subject: tuple[int, ...] = ()
    object: tuple[int, ...] = ()
    owner: tuple[int, ...] = ()
    preps: dict[str, tuple[int, ...]] = {}


def _free(scene: Scene, at: int, words: tuple[int, ...]) -> list[Arg]:
    """The noun phrases that are no literal; whom a literal is meant for (مساعدات لمالي) stands under its own lam."""
    found = []
    for arg in phrases_after(scene, at):
        literal = any(arg.head <= word < arg.last for word in words)
        if literal and arg.group and governor_of(scene, scene.mention(arg.group[0])) == "ل":
            found.append(Arg("ل", arg.group, arg.head, arg.last, True))
        elif arg.prep or not literal:
            found.append(arg)
    return found


# ---- verbs


def _verb(scene: Scene, at: int, analysis: Analysis, frame: Frame, memory: Memory) -> Draft | None:
    suffix = analysis.cut.suffix
    resumed = bool(suffix) or scene.senses[max(0, at - 1)].particle == "rel"
    names_subject = not (frame.subject or frame.object)  # the word asked for is the subject: a car bomb went off
    words = find_literals(scene, at, frame, left=resumed or names_subject)
    if words is None:
        return None
    sides = _Sides(preps={})
    args = _free(scene, at, words)
    _fill_bare(scene, at, analysis, frame, args, sides, memory)
    _fill_preps(scene, frame, args, sides)
    if frame.owner:
        sides.owner = _owner(scene, words[-1]) if words else ()
    return _draft(Draft(at, frame, analysis, words=words), sides)


def _nisba(scene: Scene, words: tuple[int, ...]) -> tuple[int, ...]:
    """Whose the literal is by its adjective, as in "European sanctions"."""
    index = scene.mention_at[words[-1] + 1] if words and words[-1] + 1 < scene.n else -1
    return conjoined(scene, index)[0] if index >= 0 and scene.mention(index).kind == "demonym" else ()


def _fill_bare(
    scene: Scene, at: int, analysis: Analysis, frame: Frame, args: list[Arg], sides: _Sides, memory: Memory
) -> None:
    form = analysis.form
    bare = _one_each(scene, [arg for arg in args if not arg.prep])
    if frame.two_sided:  # what is talked about is no party: "the Lebanese file"
        bare = [arg if arg.plain or arg.force else Arg(arg.prep, (), arg.head, arg.last, False) for arg in bare]
    before, how = stands_before(scene, at, [form])
    if form.voice == "passive":
        _passive(bare, before, sides)
    elif analysis.cut.suffix:
        sides.object = before if how == "rel" else resolve_suffix(scene, at, analysis.cut.suffix)
        sides.subject = bare[0].group if bare and bare[0].group else before if how != "rel" else ()
        if not sides.subject and how == "rel" and sides.object != before:
            sides.subject = before
    elif before:
        sides.subject = before
        sides.object = bare[0].group if bare else ()
        if not bare and frame.object and form.voice == "" and frame.event in PASSIVE_EVENTS and not frame.bare_literals:
            _passive(bare, before, sides)
    elif how == "noun":
        sides.object = bare[0].group if bare else ()
        if paper_before(scene, at):
            sides.subject = memory.speaker
    else:
        _vso(scene, at, analysis, frame, bare, sides, memory)


def _one_each(scene: Scene, bare: list[Arg]) -> list[Arg]:
    """The bare noun phrases, without those that only say again who the one before is."""
    found: list[Arg] = []
    for arg in bare:
        if found and arg.group and found[-1].group and arg.head - found[-1].last <= 2:
            here, before = scene.mention(arg.group[0]).parties, scene.mention(found[-1].group[-1]).parties
            if here and here == before and scene.senses[arg.head - 1].particle == "quantity":
                continue  # the judge, one of the judges of
        found.append(arg)
    return found


def _passive(bare: list[Arg], before: tuple[int, ...], sides: _Sides) -> None:
    sides.subject = ()
    sides.object = bare[0].group if bare and bare[0].group else before


def _vso(
    scene: Scene, at: int, analysis: Analysis, frame: Frame, bare: list[Arg], sides: _Sides, memory: Memory
) -> None:
    """Verb first: one noun phrase or two, and a subject that may have been dropped."""
    form = analysis.form
    first = bare[0] if bare else None
    dropped = handed_on(scene, at) if scene.senses[at].conj or form.number != "s" else ()
    if (
        not dropped
        and at <= 1
        and scene.senses[at].conj
        and not (first and first.group and _suffers(scene, first, frame, form))
    ):
        dropped = _still(scene, memory.subject, form)
    fits = bool(first and first.group and agrees(form, scene.mention(first.group[0])))
    if first and first.group and form.gender == "m" and form.number == "s" and first.head - at > 2:
        fits = True  # a subject that stands off need not agree
    if len(bare) > 1 and first is not None:
        if fits or not first.group:
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
        sides.subject = memory.speaker if paper_before(scene, first.head + 1) else ()
    elif frame.object and _suffers(scene, first, frame, form):
        sides.object = first.group
    elif fits and (first.plain or first.force or not frame.object):
        sides.subject = first.group
    elif frame.object:
        sides.subject, sides.object = dropped, first.group
    elif fits:
        sides.subject = first.group


def _same_country(scene: Scene, one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether both belong to one country: then the later one names the same doer anew, and no victim."""
    countries = {party.country for index in one for party in scene.mention(index).parties}
    return any(party.country in countries for index in other for party in scene.mention(index).parties)


def _still(scene: Scene, group: tuple[int, ...], form: Form) -> tuple[int, ...]:
    """The subject of the sentence before, where this verb may still have it."""
    fits = bool(group) and agrees(form, scene.mention(group[0]), full=True, number="p" if len(group) > 1 else "")
    return group if fits else ()


def _suffers(scene: Scene, arg: Arg, frame: Frame, form: Form) -> bool:
    """Whether the one noun phrase after a verb like "killed" names the victim: counted, indefinite, or a civilian."""
    if form.voice != "" or frame.event not in PASSIVE_EVENTS or frame.bare_literals or arg.force:
        return False
    if any(scene.senses[k].particle in ("number", "quantity") for k in range(max(0, arg.head - 2), arg.head + 1)):
        return True
    mention = scene.mention(arg.group[0])
    sectors = {party.sector for party in mention.parties}
    if sectors & _VICTIMS:
        return True
    return mention.kind == "role" and not scene.senses[mention.first].definite


_VICTIMS = frozenset(("CVL", "JRN", "REF", "EDU", "MED", "LAB", "SOC", "ELI", "REL", "BUS"))


def _fill_preps(scene: Scene, frame: Frame, args: list[Arg], sides: _Sides) -> None:
    wanted = {prep for prep, _ in frame.preps}
    for arg in args:
        if not arg.group:
            continue
        if arg.prep in AGENT and not sides.subject:
            sides.subject = arg.group
        elif arg.prep in wanted and arg.prep not in sides.preps and not _where(scene, frame, arg):
            sides.preps[arg.prep] = arg.group


def _where(scene: Scene, frame: Frame, arg: Arg) -> bool:
    """Whether "in X" says where a deed was done, not to whom: a state or its capital after it is a place."""
    if arg.prep != "في" or frame.event not in PASSIVE_EVENTS | {"MOBILIZE", "PROTEST"} or frame.event == "SANCTION":
        return False
    return arg.plain and scene.mention(arg.group[0]).kind in ("state", "capital")


def _owner(scene: Scene, word: int) -> tuple[int, ...]:
    """Whose the literal is: the mention that covers it or follows it."""
    index = scene.mention_at[word]
    if index >= 0:
        return conjoined(scene, index)[0]
    here = word + 1
    while here < min(scene.n, word + 4):
        index = scene.mention_at[here]
        if index >= 0:
            governor = governor_of(scene, scene.mention(index))
            return conjoined(scene, index)[0] if governor in ("", "ل") else ()
        if scene.senses[here].particle in ("comma", "stop", "prep", "rel", "comp") or scene.verbal[here]:
            return ()
        here += 1
    return ()


# ---- verbal nouns


def _noun(scene: Scene, at: int, analysis: Analysis, frame: Frame) -> Draft | None:
    if analysis.form.kind in ("active", "passive"):
        return _participle(scene, at, analysis, frame)
    words = find_literals(scene, at, frame, left=False)
    if words is None or any(word > at + 6 for word in words):
        return None
    sides = _Sides(preps={})
    args = _free(scene, at, words)
    bare = _one_each(scene, [arg for arg in args if not arg.prep])
    close = bool(bare) and bare[0].head <= at + (3 if words else 2)
    sides.owner = _owner(scene, words[-1]) if frame.owner and words else ()
    args += _after_occurrence(scene, at, args)
    verb_like = analysis.form.kind == "masdar"
    suffix = analysis.cut.suffix if analysis.cut.suffix not in ("", "ا") else ""
    nisba = scene.mention_at[at + 1] if at + 1 < scene.n else -1
    if nisba >= 0 and scene.mention(nisba).kind == "demonym":
        _place(frame, sides, "subject" if verb_like or frame.subject == 1 else "", conjoined(scene, nisba)[0])
        bare = [arg for arg in bare if arg.head != at + 1]
        if bare and verb_like and frame.object:
            sides.object = bare[0].group
    elif suffix:
        held = resolve_suffix(scene, at, suffix)
        accusative = bare[0].group if close else ()
        if verb_like and frame.object and not accusative and not _has_object_prep(args, frame):
            sides.object = held
        else:
            sides.subject, sides.object = held, accusative
    elif close:
        _genitive(frame, args, bare, sides, verb_like=verb_like, literal=bool(words))
    for arg in args:
        lam = arg.prep == "ل" and not any(prep == "ل" for prep, _ in frame.preps)
        if lam and verb_like and frame.object and not sides.object:
            sides.object = arg.group
    _fill_preps(scene, frame, args, sides)
    if frame.subject == 1 and not sides.subject:
        own = _nisba(scene, words) if frame.owner != 2 else ()  # an attack on a Lebanese village is not Lebanon's
        sides.subject = _from_whom(frame, args) or own or control(scene, at)
    return _draft(Draft(at, frame, analysis, words=words, verbal=False), sides)


def _after_occurrence(scene: Scene, at: int, args: list[Arg]) -> list[Arg]:
    """The phrases after "broke out" and the like, whose subject the noun is: clashes broke out between X and Y."""
    last = args[-1].last if args else at + 1
    for here in range(last, min(scene.n, last + 3)):
        if scene.verbal[here]:
            return [a for a in phrases_after(scene, here) if a.prep] if "occur" in scene.senses[here].cues else []
    return []


def _from_whom(frame: Frame, args: list[Arg]) -> tuple[int, ...]:
    """The doer after "from", as in "criticism from Paris"."""
    if any(prep == "من" for prep, _ in frame.preps):
        return ()
    return next((arg.group for arg in args[:2] if arg.prep == "من" and arg.group and arg.plain), ())


def control(scene: Scene, at: int) -> tuple[int, ...]:
    """The subject of the verb that tries, plans, begins or announces the verbal noun here; () where none does."""
    aimed = scene.senses[at].prep == "ل" or at and scene.tokens[at - 1].word.key in ("اجل", "بهدف", "بغيه", "قصد")
    for here in range(at - 1, max(-1, at - 14), -1):
        sense = scene.senses[here]
        if sense.particle == "comma" and (aimed and here == at - 1 or _day_between(scene, here)):
            continue
        if sense.particle in ("comma", "stop", "rel", "comp", "after", "cause", "colon", "clause", "before"):
            return ()
        if scene.verbal[here] and "kana" not in sense.cues:
            controls = aimed or any(cue in _CONTROL for cue in sense.cues)
            return subject_of(scene, here) if controls and "agentless" not in sense.cues else ()
    return ()


def _day_between(scene: Scene, comma: int) -> bool:
    """Whether the comma only sets off a day: "announced, on Thursday, the end"."""
    return (
        comma > 0
        and scene.time_at[comma - 1] is not None
        or comma + 1 < scene.n
        and scene.time_at[comma + 1] is not None
    )


_CONTROL = frozenset(("aim", "plan", "phase", "fail", "say", "deny"))


def _has_object_prep(args: list[Arg], frame: Frame) -> bool:
    """Whether the object of the verbal noun stands under a lam, or a goal under its own preposition (زيارته لموسكو)."""
    preps = {prep for prep, _ in frame.preps}
    goals = {prep for prep, side in frame.preps if prep in ("ل", "الي") and side == frame.object}
    return any(arg.group and (arg.prep in goals or arg.prep == "ل" and "ل" not in preps) for arg in args)


def _genitive(frame: Frame, args: list[Arg], bare: list[Arg], sides: _Sides, *, verb_like: bool, literal: bool) -> None:
    """The noun after the verbal noun: its doer where an object follows or the verb has none, else its object."""
    first = bare[0].group
    if not verb_like:
        sides.subject = first
    elif len(bare) > 1 and (frame.object or literal) and not _apart(args, bare):
        sides.subject, sides.object = first, bare[1].group
    elif frame.object:
        if _has_object_prep(args, frame):
            sides.subject = first
        else:
            sides.object = first
    else:
        sides.subject = first


def _apart(args: list[Arg], bare: list[Arg]) -> bool:
    """Whether a phrase with a preposition stands between two bare ones: then the second belongs elsewhere."""
    return any(arg.prep and bare[0].head < arg.head < bare[1].head for arg in args)


def _place(frame: Frame, sides: _Sides, where: str, group: tuple[int, ...]) -> None:
    if where == "subject" or frame.subject:
        sides.subject = group


def _participle(scene: Scene, at: int, analysis: Analysis, frame: Frame) -> Draft | None:
    """A participle as adverb (داعيا إلى) takes the clause's subject; with the article (المبرم) it tells of its noun."""
    active = analysis.form.kind == "active"
    words = find_literals(scene, at, frame, left=not active)
    if words is None or not active and not (words and words[0] < at or frame.object or frame.preps):
        return None
    sides = _Sides(preps={})
    args = _free(scene, at, words)
    if active:
        for here in range(at - 1, max(-1, at - 30), -1):
            if scene.verbal[here]:
                sides.subject = subject_of(scene, here)
                break
        bare = [arg for arg in args if not arg.prep]
        sides.object = bare[0].group if bare else ()
        if not sides.subject:
            return None
    elif not words and frame.object:
        index = scene.mention_at[at - 1] if at else -1
        if index < 0:
            return None
        sides.object = (index,)
    _fill_preps(scene, frame, args, sides)
    return _draft(Draft(at, frame, analysis, words=words, verbal=active), sides)


# ---- together


def _draft(draft: Draft, sides: _Sides) -> Draft | None:
    frame = draft.frame
    for place in frame.required:
        if not (getattr(sides, place) if place in ("subject", "object", "owner") else sides.preps.get(place)):
            return None
    parts: dict[int, list[int]] = {1: [], 2: []}
    places = [(frame.subject, sides.subject), (frame.object, sides.object), (frame.owner, sides.owner)]
    places += [(side, sides.preps.get(prep, ())) for prep, side in frame.preps]
    if not frame.subject and sides.subject and not any(side == 1 for side, _ in places):
        places.append((1, sides.subject))
    for side, group in places:
        if side:
            parts[side] += [index for index in group if index not in parts[side]]
    draft.actors = tuple(parts[1])
    draft.recipients = tuple(index for index in parts[2] if index not in parts[1])
    draft.subject = sides.subject
    draft.mutual = len(draft.actors) == 2 and not draft.recipients and _both_own(draft, frame)
    return draft


def _both_own(draft: Draft, frame: Frame) -> bool:
    """Whether two doers act on each other: each recalled its own envoy."""
    return any(literal.suffix == "+" for literal in frame.literals) and any(side == 2 for _, side in frame.preps)
