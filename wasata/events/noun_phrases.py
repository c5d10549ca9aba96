"""The noun phrases a trigger may have as parties: after which preposition, for whom they stand, what is conjoined."""

from wasata.events.conjoin import SAVE, SOURCES, conjoined, counted, governor_of
from wasata.events.pronouns import owner_by_suffix, resolve_suffix
from wasata.events.relatives import past_bare_relative
from wasata.events.scene import Arg, Scene
from wasata.events.senses import OBJECT
from wasata.records.mention import ActorMention
from wasata.records.text import Form

_BREAKS = frozenset(("stop", "colon", "clause", "comp", "cond", "aim", "ask", "only", "neg", "will"))
_GOVERNING = frozenset(("prep", "after", "before", "cause"))
_NOUNS = frozenset(("force", "other", "example"))
_SKIPPED = frozenset(("adv", "quote", "bracket", "number", "dem", "mark", "qad", "dash", "pron", "honorific"))
_REACH = 28  # tokens to the right in which a party may stand
_OWNING = frozenset(("بين", "ل", *("من_قبل", "من_جانب", "من_طرف")))


AGENT = frozenset(["من_قبل", "من_جانب", "من_طرف", "علي_يد", "علي_ايدي", "علي_ايادي", "بواسطه"])  # folded agent phrases
MEDIATION = frozenset(["برعايه", "بوساطه", "باشراف", "باستضافه"])  # folded: who goes between the others
# folded adjectives before "to X": whoever they name owns the noun
_BELONGING = frozenset(["تابع", "تابعه", "تابعين", "تابعون", "تابعتين", "مملوك", "مملوكه", "عائد", "عائده"])


def phrases_after(scene: Scene, at: int) -> tuple[Arg, ...]:
    """The noun phrases in reach of a trigger, up to the next verb or clause."""
    found = scene.phrases.get(at)
    if found is None:
        found = scene.phrases[at] = tuple(_walk(scene, at))
    return found


def _walk(scene: Scene, at: int) -> list[Arg]:
    found: list[Arg] = []
    here, prep, end = at + 1, "", min(scene.n, at + _REACH)
    mention_at, senses, keys = scene.mention_at, scene.senses, scene.keys
    while here < end:
        index, sense = mention_at[here], senses[here]
        particle = sense.particle
        if index >= 0:
            here, prep = _take_mention(scene, index, here, prep, found)
        elif scene.time_at[here] is not None or particle in _SKIPPED:
            here, prep = here + 1, sense.prep if particle == "honorific" and sense.prep else prep
        elif scene.verbal[here]:
            resumes = past_bare_relative(scene, at, here) if len(found) == 1 else 0
            here = resumes or end
        elif sense.pronoun[0]:
            group = resolve_suffix(scene, here, sense.pronoun[1], _doers(found))
            if group:
                prep = "" if sense.pronoun[0] == OBJECT else sense.pronoun[0]
                found.append(Arg(prep, group, here, here + 1, True))
            here, prep = here + 1, ""
        elif keys[here].lstrip("و") in SOURCES:
            here = _past_source(scene, here)
        elif found and sense.nouns and found[-1].last == here and _modifies(scene, here):
            here += 1
        elif not particle or particle in _NOUNS:
            arg = _run(scene, here, prep)
            if prep or not sense.conj or not found:  # a noun joined by "and" opens no place of its own
                found.append(arg)
            here, prep = arg.last, ""
        elif particle in _GOVERNING and _counts(scene, here, particle):
            here += 1
        elif particle in _GOVERNING:
            prep = _compound(scene, here)
            prep = "" if prep in SAVE else prep
            here += 2 if "_" in prep else 1
        else:
            here = _over(scene, here, particle, bool(found))
            if not here:
                break
    return found


def _modifies(scene: Scene, here: int) -> bool:
    """Whether a participle only describes the party right before it, with which it agrees: a movement allied with X."""
    sense = scene.senses[here]
    index = scene.mention_at[here - 1]
    if index < 0 or sense.particle or sense.conj or sense.prep or scene.verbal[here]:
        return False
    mention = scene.mention(index)
    definite = mention.kind != "role" or scene.senses[mention.last - 1].definite
    if sense.definite != definite or any(a.form.kind in ("masdar", "noun") for a in sense.nouns):
        return False
    participles = [a.form for a in sense.nouns if a.form.kind in ("active", "passive") and not a.cut.suffix]
    return any(_as(form, mention) for form in participles)


def _as(form: Form, mention: ActorMention) -> bool:
    """Whether an adjective of this form may describe the mention; groups of men take the feminine too."""
    feminine = mention.number == "p" and form.number == "s" and form.gender == "f"
    return feminine or form.number == mention.number and form.gender == mention.gender


def _past_source(scene: Scene, here: int) -> int:
    """The token after "according to X": X is no party of what he tells."""
    index = scene.mention_at[here + 1] if here + 1 < scene.n else -1
    return conjoined(scene, index)[1] if index >= 0 else here + 1


def _names_follow(scene: Scene, index: int) -> bool:
    """Whether those whom a dual or plural title means are named at once: the two presidents Erdogan and Obama."""
    mention = scene.mention(index)
    if mention.parties or mention.last >= scene.n or mention.number == "s":
        return False
    then = scene.mention_at[mention.last]
    return then >= 0 and scene.mention(then).kind == "person"


def _counts(scene: Scene, at: int, particle: str) -> bool:
    """Whether a preposition here only belongs to a number: "17 of the", "about forty"."""
    key = scene.keys[at]
    return key == "من" and counted(scene, at) or key == "نحو" and particle == "prep" and _about(scene, at)


def _about(scene: Scene, at: int) -> bool:
    """Whether نحو counts ("about forty") and does not point ("towards")."""
    follows = scene.senses[at + 1].particle if at + 1 < scene.n else ""
    return scene.keys[at] == "نحو" and follows in ("number", "quantity")


def _doers(found: list[Arg]) -> tuple[int, ...]:
    """Who stands bare after the trigger: a pronoun of the same clause is somebody else."""
    return tuple(index for arg in found if not arg.prep for index in arg.group)


def _over(scene: Scene, here: int, particle: str, found: bool) -> int:
    """The token where the clause goes on after a word that is no noun phrase, 0 where the clause ends."""
    if particle == "comma":
        return here + 1 if _after_time(scene, here) else _parenthesis(scene, here)
    if particle == "rel":
        return _relative_end(scene, here) if found else 0
    if particle in _BREAKS:
        return 0
    return here + (2 if particle == "quantity" and scene.keys[here + 1] == "من" else 1)


def _compound(scene: Scene, at: int) -> str:
    """The preposition here, joined with the next word where both make an agent phrase."""
    key = scene.keys[at]
    key = key[1:] if key[:1] in ("و", "ف") and len(key) > 2 and key not in ("وراء", "وسط", "في", "فوق") else key
    pair = f"{key}_{scene.keys[at + 1]}"
    return pair if pair in AGENT else key


def _take_mention(scene: Scene, index: int, here: int, pending: str, found: list[Arg]) -> tuple[int, str]:
    """The token after the mention, and the preposition that still waits for a party there."""
    mention = scene.mention(index)
    if _names_follow(scene, index):
        return mention.last, governor_of(scene, mention) or pending
    group, last = conjoined(scene, index)
    if mention.kind == "demonym":
        if found and found[-1].last == here:
            old = found.pop()
            found.append(Arg(old.prep, old.group or group, old.head, last, False, old.force))
        elif pending in MEDIATION:
            found.append(Arg(pending, group, here, last, True))  # under Qatari auspices
        return last, ""
    prep = governor_of(scene, mention) or pending
    if found and not found[-1].group and here - found[-1].last <= 1 and prep in _OWNING:
        old = found.pop()  # a noun no table knows stands for whom it is of: the rapprochement between X and Y
        found.append(Arg(old.prep, group, old.head, last, False, old.force))
    if prep == "من" and found and not found[-1].group and not found[-1].prep and _counted(scene, found[-1], here):
        old = found.pop()  # twenty members of the forces are forces
        found.append(Arg("", group, old.head, last, True))
        return last, ""
    found.append(Arg(prep, group, here, last, True))
    return last, ""


def _counted(scene: Scene, noun: Arg, here: int) -> bool:
    """Whether a number stands right before the noun and "of" right after it."""
    if here - noun.last > 1:
        return False
    near = [k for k in (noun.head - 1, noun.head) if k >= 0]
    return any(scene.senses[k].particle in ("number", "quantity") or scene.keys[k].lstrip("و") in TENS for k in near)


TENS = frozenset(
    ten + end for ten in ("عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع") for end in ("ون", "ين")
)


def _run(scene: Scene, here: int, pending: str) -> Arg:
    """A noun phrase whose head no table knows; an indefinite one may belong to the mention after it."""
    found = scene.runs.get((here, pending))
    if found is None:
        found = scene.runs[here, pending] = _new_run(scene, here, pending)
    return found


def _new_run(scene: Scene, here: int, pending: str) -> Arg:
    last, sense = here + 1, scene.senses[here]
    prep = pending or sense.prep or scene.located.get(here, "")
    while last < scene.n and last - here < 5:
        then = scene.senses[last]
        if scene.mention_at[last] >= 0 or scene.time_at[last] or then.conj or then.prep:
            break
        if then.particle and not (
            then.particle == "force" and prep and not then.definite
        ):  # at the passing of a patrol
            break
        if scene.verbal[last] or not then.definite and scene.senses[last - 1].definite:
            break
        last += 1
    force = sense.particle == "force"
    index = scene.mention_at[last] if last < scene.n else -1
    if index >= 0 and scene.mention(index).first == last:
        mention = scene.mention(index)
        opens = not any(scene.senses[k].definite for k in range(here, last)) and not scene.senses[last - 1].suffixed
        opens = opens or scene.keys[last - 1].removeprefix("ال") in _BELONGING
        governor = governor_of(scene, mention)
        if mention.kind == "demonym" or opens and governor in ("", "ل"):
            group, end = conjoined(scene, index)
            return Arg(prep, group, here, end, False, force)
    return Arg(prep, owner_by_suffix(scene, here) if force else (), here, last, False, force)


def _relative_end(scene: Scene, rel: int) -> int:
    """The token after a short relative clause within the noun phrase ("whom X leads"), 0 where its end is unsure."""
    if rel + 1 >= scene.n or not scene.verbal[rel + 1]:
        return 0
    here = rel + 2
    if here < scene.n and scene.senses[here].prep:
        return 0  # "that took the lives of": the clause goes on
    if here < scene.n and scene.mention_at[here] >= 0:
        here = scene.mention(scene.mention_at[here]).last
    if (
        here < scene.n
        and not scene.senses[here].particle
        and not scene.senses[here].definite
        and not scene.verbal[here]
    ):
        return here
    return here if here < scene.n and scene.mention_at[here] >= 0 else 0


def _after_time(scene: Scene, comma: int) -> bool:
    """Whether the comma only closes a date within the clause: "hosts, since 2021, talks"."""
    if comma + 1 >= scene.n or scene.time_at[comma - 1] is None and not scene.senses[comma - 1].prep:
        return False
    then = scene.senses[comma + 1]
    if then.particle in ("number", "quantity") and not then.conj:
        return True  # kidnapped, five days ago, a number of
    return not (then.particle or then.conj or scene.verbal[comma + 1])


def _parenthesis(scene: Scene, comma: int) -> int:
    """Where the text goes on after a short phrase between commas (in a statement, on Sunday), 0 where none."""
    opens = scene.senses[comma + 1].particle if comma + 1 < scene.n else "stop"
    if opens not in ("prep", "after", "adv") and not (comma + 1 < scene.n and scene.time_at[comma + 1]):
        return 0
    for at in range(comma + 2, min(scene.n, comma + 9)):
        if scene.senses[at].particle == "comma":
            return at + 1
        if scene.verbal[at]:
            return 0
    return 0
