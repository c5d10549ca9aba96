"""Fill a frame from a verbal noun or a participle: genitive, nisba, suffix, the verb that controls it."""

from wasata.events.conjoin import JOINTLY, conjoined
from wasata.events.draft import Draft
from wasata.events.find_literals import find_literals, owned_word
from wasata.events.frames import Frame
from wasata.events.noun_phrases import phrases_after
from wasata.events.owners import with_owners
from wasata.events.possession import owner_of
from wasata.events.pronouns import resolve_suffix
from wasata.events.scene import Arg, Scene, agrees
from wasata.events.sides import Sides, drafted, fill_preps, free_phrases, lacking, nisba_of, one_each
from wasata.events.speech import speaker_at
from wasata.events.subjects import bare_relative, subject_of
from wasata.records.text import Analysis, Form


def noun_draft(scene: Scene, at: int, analysis: Analysis, frame: Frame) -> Draft | None:
    """The draft of a verbal noun, event noun or participle, or None where the frame does not fit."""
    if analysis.form.kind in ("active", "passive"):
        return _participle(scene, at, analysis, frame)
    if scene.keys[at] in JOINTLY and scene.keys[at + 1] == "مع":
        return None  # "in cooperation with" tells who else did what the verb tells
    words = find_literals(scene, at, frame, left=False)
    if words is None or any(word > at + 6 for word in words):
        return None
    if not frame.event and frame.bare_literals and words[0] > at + 2:
        return None  # a war of prices is none, but one that raised prices is
    sides = Sides(preps={}, speaker=speaker_at(scene, at, None) if frame.told_by else ())
    args = with_owners(scene, frame, free_phrases(scene, at, words), bare=False)
    sides.owner = owner_of(scene, owned_word(scene, frame, words)) if frame.owner and words else ()
    bare = one_each(scene, [arg for arg in args if not arg.prep])
    args += _after_occurrence(scene, at, args)
    if lacking(frame, args, object_elsewhere=analysis.cut.suffix not in ("", "ا")):
        return None
    _fill_bare(scene, Draft(at, frame, analysis, words=words), args, bare, sides)
    if analysis.form.kind == "masdar" and frame.object and not sides.object:
        sides.object = _under_lam(frame, args)
    if _asked_by(scene, at, frame, args) and not sides.subject:
        sides.subject, args = args[0].group, args[1:]
    fill_preps(scene, frame, args, sides)
    if frame.subject == 1 and not sides.subject:
        own = nisba_of(scene, words) if frame.owner != 2 else ()  # an attack on a Lebanese village is not Lebanon's
        made = _made_by(scene, at, frame, analysis, args) or _from_whom(frame, args)
        sides.subject = made or own or _controller(scene, at, analysis, frame)
    return drafted(scene, Draft(at, frame, analysis, words=words, verbal=False), sides)


def _fill_bare(scene: Scene, draft: Draft, args: list[Arg], bare: list[Arg], sides: Sides) -> None:
    """Doer and object from nisba, suffix or genitive."""
    at, frame, analysis = draft.at, draft.frame, draft.analysis
    close = bool(bare) and bare[0].head <= _over_count(scene, at) + (3 if draft.words else 2)
    verb_like = analysis.form.kind == "masdar"
    if _by_nisba(scene, at, frame, sides, bare, verb_like=verb_like):
        return
    suffix = analysis.cut.suffix if analysis.cut.suffix not in ("", "ا") else ""
    if suffix:
        held = resolve_suffix(scene, at, suffix) or _still_to_come(scene, at, suffix)
        accusative = bare[0].group if close else ()
        if verb_like and frame.object and not accusative and not _has_object_prep(args, frame):
            sides.object = held
        else:
            sides.subject, sides.object = held, accusative
    elif close:
        if len(bare) > 1 and (
            _no_object(scene, bare[1]) or _apart(scene, args, bare) or _of_it(scene, bare) or _told_of(scene, at, bare)
        ):
            bare = bare[:1]
        _genitive(frame, args, bare, sides, verb_like=verb_like, literal=bool(draft.words))


def _over_count(scene: Scene, at: int) -> int:
    """The trigger itself, or the last word of a number after it: the death of ten of X."""
    here = at
    while here + 1 < scene.n and scene.senses[here + 1].particle in ("number", "quantity"):
        here += 1
    return here + (here > at and scene.keys[here + 1] == "من")


def _by_nisba(scene: Scene, at: int, frame: Frame, sides: Sides, bare: list[Arg], *, verb_like: bool) -> bool:
    """Whether an adjective names the doer, who then stands as subject: the Russian refusal; Qatari Turkish talks."""
    nisba = scene.mention_at[at + 1] if at + 1 < scene.n else -1
    between = nisbas_after(scene, at) if frame.two_sided else ()
    if len(between) > 1:
        sides.subject = between
        return True
    if nisba < 0 or scene.mention(nisba).kind != "demonym":
        return False
    if verb_like or frame.subject:
        sides.subject = conjoined(scene, nisba)[0]
    rest = [arg for arg in bare if arg.head != at + 1]
    if rest and verb_like and frame.object:
        sides.object = rest[0].group
    return True


def nisbas_after(scene: Scene, at: int) -> tuple[int, ...]:
    """The sides that adjectives of a noun name: Qatari Turkish talks, the American - Chinese trade talks."""
    here, found = at + 1, []
    while here < min(scene.n, at + 3) and scene.mention_at[here] < 0 and _adjective(scene, here):
        here += 1
    while here < scene.n:
        index = scene.mention_at[here]
        if index >= 0 and scene.mention(index).kind == "demonym":
            found.append(index)
            here = scene.mention(index).last
        elif found and scene.senses[here].particle in ("dash", "mark", "comma"):
            here += 1
        else:
            break
    return tuple(found)


def _adjective(scene: Scene, at: int) -> bool:
    sense = scene.senses[at]
    return not sense.particle and not sense.conj and not sense.prep and not scene.verbal[at]


def _still_to_come(scene: Scene, at: int, suffix: str) -> tuple[int, ...]:
    """Whom a pronoun stands for that comes before its name: "at the end of his visit to X, the minister said"."""
    for here in range(at + 1, min(scene.n, at + 24)):
        if scene.verbal[here]:
            found = subject_of(scene, here)
            mention = scene.mention(found[0]) if found else None
            fits = mention is not None and (mention.gender != ("m" if suffix == "ها" else "f") or len(found) > 1)
            return found if fits else ()
        if scene.senses[here].particle in ("stop", "rel", "comp", "colon"):
            break
    return ()


def _under_lam(frame: Frame, args: list[Arg]) -> tuple[int, ...]:
    """The object of a verbal noun under a lam that is no slot of its own: the accusation *of* X."""
    if any(prep == "ل" for prep, _ in frame.preps):
        return ()
    return next((arg.group for arg in args if arg.prep == "ل" and arg.group), ())


def _after_occurrence(scene: Scene, at: int, args: list[Arg]) -> list[Arg]:
    """The phrases after "broke out" and the like, whose subject the noun is: clashes broke out between X and Y."""
    last = args[-1].last if args else at + 1
    for here in range(last, min(scene.n, last + 3)):
        if scene.verbal[here]:
            return [a for a in phrases_after(scene, here) if a.prep] if "occur" in scene.senses[here].cues else []
    return []


def _asked_by(scene: Scene, at: int, frame: Frame, args: list[Arg]) -> bool:
    """Whether "from" tells the doer: "at the request of X" (بطلب من), not "asked of X"."""
    if not args or args[0].prep != "من" or not args[0].group or args[0].head > at + 2:
        return False
    asks = any(prep == "من" and side == 2 for prep, side in frame.preps)
    return asks and (scene.senses[at].prep == "ب" or scene.keys[at - 1] in ("علي", "بناء"))


def _made_by(scene: Scene, at: int, frame: Frame, analysis: Analysis, args: list[Arg]) -> tuple[int, ...]:
    """The doer under a lam right after an indefinite noun of a deed: an attack by the Houthis (هجوم للحوثيين)."""
    if scene.senses[at].definite or frame.event not in _DEEDS or not args or args[0].head != at + 1:
        return ()
    first = args[0]
    if first.prep != "ل" or not first.plain or any(prep == "ل" for prep, _ in frame.preps):
        return ()
    struck = any(arg.prep in ("علي", "ضد") for arg in args[1:])
    return first.group if analysis.form.kind == "noun" or struck else ()


_DEEDS = frozenset(("ASSAULT", "PROTEST", "MOBILIZE"))


def _from_whom(frame: Frame, args: list[Arg]) -> tuple[int, ...]:
    """The doer after "from", as in "criticism from Paris"."""
    if any(prep == "من" for prep, _ in frame.preps):
        return ()
    return next((arg.group for arg in args[:2] if arg.prep == "من" and arg.group and arg.plain), ())


def _controller(scene: Scene, at: int, analysis: Analysis, frame: Frame) -> tuple[int, ...]:
    """Who does the noun: the subject of its verb; whoever only announces deaths and blasts has not dealt them."""
    found = control(scene, at)
    if frame.event != "ASSAULT" or not found:
        return found
    sectors = {p.sector for index in found for p in scene.mention(index).parties}
    armed = analysis.form.kind == "masdar" and not sectors & _UNARMED
    return found if armed or not _announced(scene, at) else ()


_UNARMED = frozenset(("GOV", "JRN", "MED", "CVL", "LEG", "JUD", "SOC", "EDU", "COP"))


def _announced(scene: Scene, at: int) -> bool:
    """Whether the verb before is one of saying."""
    for here in range(at - 1, max(-1, at - 14), -1):
        if scene.verbal[here] and "kana" not in scene.senses[here].cues:
            return not {"say", "deny"}.isdisjoint(scene.senses[here].cues)
    return False


def control(scene: Scene, at: int) -> tuple[int, ...]:
    """The subject of the verb that tries, plans, begins or announces the verbal noun here; () where none does."""
    aimed = scene.senses[at].prep == "ل" or at and scene.tokens[at - 1].word.key in ("اجل", "بهدف", "بغيه", "قصد")
    here = at
    while here > max(0, at - 13):
        here -= 1
        sense = scene.senses[here]
        relative = here > 0 and scene.senses[here - 1].particle == "rel" and scene.verbal[here]
        if relative and not aimed and _CONTROL.isdisjoint(sense.cues):
            here -= 1  # over "who keeps good ties with both" to the verb that tries
            continue
        if sense.particle == "comma" and (aimed and here == at - 1 or _day_between(scene, here)):
            continue
        if sense.particle in ("comma", "stop", "rel", "comp", "after", "cause", "colon", "clause", "before"):
            return ()
        if scene.verbal[here] and bare_relative(scene, here, at):
            continue
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


_CONTROL = frozenset(("aim", "plan", "resolve", "phase", "fail", "say", "deny"))


def _has_object_prep(args: list[Arg], frame: Frame) -> bool:
    """Whether the object of the verbal noun stands under a lam, or a goal under its own preposition (زيارته لموسكو)."""
    preps = {prep for prep, _ in frame.preps}
    goals = {prep for prep, side in frame.preps if prep in ("ل", "الي") and side == frame.object}
    return any(arg.group and (arg.prep in goals or arg.prep == "ل" and "ل" not in preps) for arg in args)


def _genitive(frame: Frame, args: list[Arg], bare: list[Arg], sides: Sides, *, verb_like: bool, literal: bool) -> None:
    """The noun after the verbal noun: its doer where an object follows or the verb has none, else its object."""
    first = bare[0].group
    if not verb_like:
        sides.subject = first
    elif len(bare) > 1 and (frame.object or literal):
        sides.subject, sides.object = first, bare[1].group
    elif frame.object:
        if _has_object_prep(args, frame):
            sides.subject = first
        else:
            sides.object = first
    else:
        sides.subject = first


def _of_it(scene: Scene, bare: list[Arg]) -> bool:
    """Whether the second noun is only the genitive of the first: the kidnapping of the deputy head of something."""
    first, then = bare[:2]
    if then.group or then.head != first.last or not first.group or scene.mention(first.group[-1]).kind != "role":
        return False
    return not any(scene.senses[at].definite for at in range(first.head, first.last))


def _no_object(scene: Scene, arg: Arg) -> bool:
    """Whether the second noun after a verbal noun can be no object: a place, or a word no table knows (بسيارة)."""
    if arg.group:
        return False
    sense = scene.senses[arg.head]
    placed = any(scene.blocked[at] for at in range(arg.head, arg.last))
    return placed or not sense.definite and not sense.nouns


def _told_of(scene: Scene, at: int, bare: list[Arg]) -> bool:
    """Whether who announces the deed did it, so that the genitive suffers it: announced the shelling of the capital."""
    if bare[1].group or not bare[0].group or scene.mention(bare[0].group[0]).kind not in ("state", "capital"):
        return False
    return bool(control(scene, at))


def _apart(scene: Scene, args: list[Arg], bare: list[Arg]) -> bool:
    """Whether a phrase with a preposition, other than a mere place, stands between two bare ones."""
    for arg in args:
        if arg.prep and bare[0].head < arg.head < bare[1].head:
            named = scene.mention(arg.group[0]).kind in ("state", "capital") if arg.group else scene.blocked[arg.head]
            if arg.prep != "في" or not named:
                return True
    return False


def _adverb_subject(scene: Scene, at: int, form: Form) -> tuple[int, ...]:
    """Whose adverb a participle is: the subject of the verb before it, or of the one after where it opens the text."""
    for here in range(at - 1, max(-1, at - 30), -1):
        found = subject_of(scene, here) if scene.verbal[here] else ()
        if found and (len(found) > 1 or agrees(form, scene.mention(found[0]), full=True)):
            return found
    for here in range(at + 1, min(scene.n, at + 30) if at < 3 else 0):
        if scene.verbal[here] and scene.senses[here - 1].particle == "comma":
            return subject_of(scene, here)
    return ()


def _participle(scene: Scene, at: int, analysis: Analysis, frame: Frame) -> Draft | None:
    """A participle as adverb (داعيا إلى) takes the clause's subject; with the article (المبرم) it tells of its noun."""
    active = analysis.form.kind == "active"
    words = find_literals(scene, at, frame, left=not active)
    if words is None or not active and not (words and words[0] < at or frame.object or frame.preps):
        return None
    if not (active or words or frame.object or scene.senses[min(at + 1, scene.n - 1)].pronoun[0]):
        return None  # the society (المجتمع) has met nobody; what is agreed on (المتفق عليه) has been agreed
    sides = Sides(preps={})
    args = with_owners(scene, frame, free_phrases(scene, at, words))
    if active:
        sides.subject = _adverb_subject(scene, at, analysis.form)
        bare = [arg for arg in args if not arg.prep]
        sides.object = bare[0].group if bare else ()
        if not sides.subject:
            return None
    elif not words and frame.object:
        index = scene.mention_at[at - 1] if at else -1
        if index < 0:
            return None
        sides.object = (index,)
    fill_preps(scene, frame, args, sides)
    return drafted(scene, Draft(at, frame, analysis, words=words, verbal=active), sides)
