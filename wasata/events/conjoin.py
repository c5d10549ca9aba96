"""What governs a mention, and which mentions are joined with it by "and"."""

from wasata.events.scene import Scene
from wasata.records.mention import ActorMention

# folded words after which stands who tells it
SOURCES = frozenset(("حسب", "بحسب", "وفق", "وفقا", "طبقا", "نقلا", "حسبما"))
SAVE = frozenset(("سوي", "الا"))  # "none but X did": X is no less the subject


def governor_of(scene: Scene, mention: ActorMention) -> str:
    """The folded preposition of a mention; "all of" and numbers hand on the one before them."""
    if mention.sentence != scene.number:
        return scene.fold(mention.prep)  # type: ignore[no-any-return]
    found = scene.governors.get(mention.first)
    if found is None:
        found = scene.governors[mention.first] = _governor(scene, mention)
    return found


def _governor(scene: Scene, mention: ActorMention) -> str:
    prep: str = scene.fold(mention.prep)
    if prep in SAVE or prep and mention.first and scene.verbal[mention.first - 1]:
        return ""  # what is written like a preposition is the verb: عبر
    if scene.keys[mention.first - 1].lstrip("و") in SOURCES:
        return "حسب"
    if prep == "من" and scene.keys[mention.first - 1] == "من" and counted(scene, mention.first - 1):
        return ""  # forty of the worshippers: the number has no preposition of its own here
    if prep == "من" and mention.first >= 2 and scene.senses[mention.first - 2].particle == "quantity":
        before = scene.senses[mention.first - 3] if mention.first >= 3 else None
        if before is None or before.particle != "prep":
            key = scene.keys[mention.first - 2]
            return key[0] if key[0] in "بل" and len(key) > 2 else ""
        return scene.keys[mention.first - 3]
    return prep


def counted(scene: Scene, of: int) -> bool:
    """Whether "of" here follows a bare number, or one with "at least": 17 at least of the police."""
    at = of - 1
    if at > 1 and scene.keys[at] == "الاقل" and scene.keys[at - 1] == "علي":
        at -= 2
    if at < 0 or scene.senses[at].particle != "number":
        return False
    return at == 0 or scene.senses[at - 1].particle != "prep"


def conjoined(scene: Scene, index: int) -> tuple[tuple[int, ...], int]:
    """The mentions conjoined with this one, and the token after the last."""
    joined = scene.joined.get(index)
    if joined is None:
        joined = scene.joined[index] = _conjoined(scene, index)
    return joined


def _conjoined(scene: Scene, index: int) -> tuple[tuple[int, ...], int]:
    found, last = [index], scene.mention(index).last
    while last < scene.n:
        at = last
        if scene.senses[at].particle in ("quote", "bracket"):
            at += 1
        if at < scene.n and scene.senses[at].particle == "comma":
            if not _lists_on(scene, at + 1):
                break
            at += 1
        glued = at < scene.n and scene.senses[at].conj and scene.senses[at].suffixed  # and its ward Mali
        if glued and scene.mention_at[at] < 0:
            at += 1
        elif at < scene.n and scene.senses[at].particle == "example":
            at, glued = at + 1, True
        if at < scene.n and scene.senses[at].particle == "honorific" and scene.senses[at].conj:
            at, glued = at + 1, True  # and His Excellency the minister
        after = _past_number(scene, at)
        glued, at = glued or after > at, after
        follows = scene.mention_at[at] if at < scene.n else -1
        if follows < 0 or scene.mention(follows).first != at:
            break
        if scene.mention(follows).kind == "demonym" != scene.mention(index).kind:
            break  # the Egyptian and the Qatari are two sides, Egypt and the Qatari are not
        token = scene.tokens[at]
        text = scene.reading.document.text
        glued = glued or text[token.start] == "و" and scene.mention(follows).span.start > token.start
        if not glued and at == last:
            break
        if governor_of(scene, scene.mention(follows)) not in ("", governor_of(scene, scene.mention(index))):
            break
        found.append(follows)
        last = scene.mention(follows).last
    helper = _helped(scene, last)
    if helper >= 0 and helper not in found:
        found, last = [*found, helper], scene.mention(helper).last
    return tuple(found), last


# folded words before "with X" that make X a doer beside the subject
JOINTLY = frozenset(["بالتعاون", "بالاشتراك", "بالشراكه", "بالتنسيق", "بالتحالف"])


def _helped(scene: Scene, at: int) -> int:
    """The mention that did it together with the one before: "X, in cooperation with Y", "X jointly with Y"."""
    if scene.keys[at] in JOINTLY and scene.keys[at + 1] == "مع" and at + 2 < scene.n:
        index = scene.mention_at[at + 2]
        return index if index >= 0 and scene.mention(index).kind != "demonym" else -1
    return -1


def _past_number(scene: Scene, at: int) -> int:
    """The mention after "and four of", "and 12": here where no number with "and" stands here."""
    here = at
    if here < scene.n and scene.senses[here].conj and scene.senses[here].particle in ("number", "quantity"):
        here += 1
        while here < scene.n and here - at < 3 and scene.senses[here].particle in ("number", "quantity"):
            here += 1
        here += scene.keys[here] == "من"
    return here if here < scene.n and scene.mention_at[here] >= 0 else at


def _lists_on(scene: Scene, at: int) -> bool:
    """Whether a comma here goes on with a list of mentions that ends in "and"."""
    for _ in range(8):
        index = scene.mention_at[at] if at < scene.n else -1
        if index < 0 or scene.mention(index).first != at:
            return False
        token = scene.tokens[at]
        if scene.reading.document.text[token.start] == "و" and scene.mention(index).span.start > token.start:
            return True
        at = scene.mention(index).last
        if at < scene.n and scene.senses[at].particle == "comma":
            at += 1
    return False
