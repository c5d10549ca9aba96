"""Find the words that a frame asks for beside its trigger."""

from wasata.events.frames import Frame, Literal
from wasata.events.relatives import past_bare_relative
from wasata.events.scene import Scene

_REACH = 14  # tokens to the right in which a word may stand
_NAMED = frozenset(("state", "capital", "body", "movement", "mission"))
_BACK = 6  # tokens to the left
_WINDOW = (1 << _BACK + _REACH + 3) - 1


def reach(at: int) -> int:
    """The tokens among which a literal of a trigger may stand, as bits."""
    return _WINDOW << at - _BACK if at >= _BACK else _WINDOW >> _BACK - at


def find_literals(scene: Scene, at: int, frame: Frame, *, left: bool) -> tuple[int, ...] | None:
    """The tokens of every literal the frame asks for, or None where one is missing."""
    if not frame.literals:
        return ()
    found: list[int] = []
    for literal in frame.literals:
        token = _literal_right(scene, at, literal)
        if token < 0 and (left and not literal.prep or _resumes(scene, at, literal.prep)):
            token = _literal_left(scene, at, literal)
        if token < 0:
            return None
        found += range(token, token + _length(scene, token, literal))
    return tuple(found)


def owned_word(scene: Scene, frame: Frame, words: tuple[int, ...]) -> int:
    """The last token of the literal that the frame's owner slot follows."""
    literal = frame.literals[frame.owned]
    if frame.owned == len(frame.literals) - 1:
        return words[-1]
    first = next((word for word in words if literal.stems and _is_literal(scene, word, literal)), words[-1])
    return first + _length(scene, first, literal) - 1


def _length(scene: Scene, here: int, literal: Literal) -> int:
    """How many words of the clause the literal takes up."""
    key = scene.tokens[here].word.key
    return max((len(s) for s in literal.stems if len(s) > 1 and s[0] in key and _tail(scene, here, s)), default=1)


def _literal_right(scene: Scene, at: int, literal: Literal) -> int:
    resume = 0
    for here in range(at + 1, min(scene.n, at + _REACH)):
        if here < resume:
            continue
        sense = scene.senses[here]
        if literal.prep == "ب" and scene.keys[here] in _AS:
            return next((k for k in range(here + 1, min(here + 3, scene.n)) if _is_literal(scene, k, literal)), -1)
        if sense.particle in ("stop", "comp", "rel", "clause", "colon") or (
            scene.verbal[here] and not _is_literal(scene, here, literal)
        ):
            resume = past_bare_relative(scene, at, here) if scene.verbal[here] else 0
            if resume:
                continue
            return -1
        if _is_literal(scene, here, literal) and _governed(scene, here, literal.prep):
            return here
    return -1


def _resumes(scene: Scene, at: int, prep: str) -> bool:
    """Whether a pronoun after the trigger stands for the word before it: "the attack to which X was exposed"."""
    near = range(at + 1, min(scene.n, at + 3))
    return bool(prep) and any(scene.senses[here].pronoun[0] == prep for here in near)


def _literal_left(scene: Scene, at: int, literal: Literal) -> int:
    for here in range(at - 1, max(-1, at - _BACK - 1), -1):
        if scene.senses[here].particle in ("stop", "comma", "clause") or scene.verbal[here]:
            return -1
        if _is_literal(scene, here, literal):
            return here
    return -1


def _is_literal(scene: Scene, here: int, literal: Literal) -> bool:
    sense = scene.senses[here]
    if literal.suffix == "#":
        return any(place.first == here for place in scene.places)
    if not literal.stems:
        return not sense.particle
    index = scene.mention_at[here]
    if index >= 0 and scene.mention(index).kind in _NAMED and scene.mention(index).first < here:
        return False  # the Rapid Support Forces support nobody
    for name, suffix in sense.named:
        if name not in literal.marks:
            continue
        if name in literal.lemmas:
            return _suffix_fits(suffix, literal.suffix)
        for stems in literal.stems:
            if stems[0] == name and _tail(scene, here, stems):
                if len(stems) > 1:
                    return suffix in ("", "ا")
                return _suffix_fits(suffix, literal.suffix)
    return False


def _tail(scene: Scene, here: int, stems: tuple[str, ...]) -> bool:
    for step, stem in enumerate(stems[1:], 1):
        key = scene.tokens[here + step].word.key if here + step < scene.n else ""
        if key != stem and key.removeprefix("ال") != stem and key.removeprefix("لل") != stem:
            return False
    return True


def _suffix_fits(suffix: str, wanted: str) -> bool:
    owned = suffix not in ("", "ا")
    return owned if wanted == "+" else not owned if wanted == "-" else True


def _governed(scene: Scene, here: int, prep: str) -> bool:
    """Whether the word here stands under this preposition; one asked for bare is no complement of another's."""
    if not prep:
        before_it = scene.senses[here - 1] if here else None
        if before_it is not None and before_it.particle in ("after", "before"):
            return False
        return here == 0 or scene.tokens[here - 1].word.key not in _OTHERS
    key = scene.tokens[here].word.key
    bare = key[1:] if key[:1] in ("و", "ف") and not key.startswith(prep) else key
    if len(prep) == 1:
        index = scene.mention_at[here]
        if index >= 0 and scene.mention(index).first == here and not scene.mention(index).prep:
            return False  # the letter is a name's own: بلغاريا
        return bare.startswith(prep) and len(bare) > 2
    for back in (1, 2, 3):
        before = scene.tokens[here - back].word.key if here >= back else ""
        if before in (prep, "و" + prep):
            return True
    return False


# folded: "as being", which stands for the preposition alone (وصفها بأنها عدو)
_AS = frozenset(("بانه", "بانها", "بانهم", "بانهما"))
# folded prepositions whose noun is never the object of the verb before; "from" may be partitive: dozens of soldiers
_OTHERS = frozenset(("مع", "الي", "ضد", "عن", "بين", "نحو", "لدي", "في", "عبر", "حول"))
