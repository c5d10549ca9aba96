"""Names, roles and nisbas of a language in one trie, so that a word is looked up once."""

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from wasata.packs.language import Language
from wasata.packs.rows import ActorRow, NameRow, RoleRow
from wasata.records.mention import Party
from wasata.records.text import Cut, Token, Word
from wasata.text.phrases import Node, Phrases


class Entry(Struct, frozen=True, gc=False):
    """What words of a table stand for; source is "name", "role" or "nisba", or "not" where they name nobody."""

    source: str
    kind: str
    text: str
    row: str
    actor: str = ""
    country: str = ""
    sector: str = ""
    gender: str = ""
    number: str = "s"


class Match(Struct, frozen=True, gc=False):
    """An entry found at tokens first up to (not including) last, and how its first word was cut."""

    first: int
    last: int
    cut: Cut
    entry: Entry


class Ways(Struct, frozen=True):
    """What a written word is alone, the best first, and the phrases that it can begin."""

    alone: tuple[tuple[Cut, Entry], ...]
    longer: tuple[tuple[Cut, Node[Entry]], ...]
    opens: bool  # whether an actor, or words that name nobody, may begin here: adjectives alone never do


NOTHING = Ways((), (), False)


class Lexicon(Struct, frozen=True, eq=False):
    """All that is known of actors in one language, ready to be matched."""

    language: Language
    phrases: Phrases[Entry]
    careers: dict[str, tuple[ActorRow, ...]]
    until: int  # the last year that a career tells of
    particles: dict[str, str]
    given: frozenset[str]  # folded words that are part of a known person's name
    adjectival: frozenset[str]  # role words that are adjectives as well
    temporal: frozenset[str]  # folded words of time: no part of a name
    memo: dict[str, Ways]  # by spelling
    twins: dict[str, tuple[Entry, ...]]  # names that several actors bear


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language, built once per process."""
    fold = language.script.fold
    careers: dict[str, tuple[ActorRow, ...]] = {}
    for row in language.actors:
        careers[row.actor] = (*careers.get(row.actor, ()), row)
    offices = {fold(w) for row in language.roles for w in row.role.split()}
    given = {fold(w) for row in language.names if row.kind == "person" for w in row.name.split() if len(w) > 2}
    particles = {fold(row.word): row.sense for row in language.particles}
    given = {w for w in given if w not in particles and w not in offices and w.removeprefix("ال") not in offices}
    return Lexicon(
        language=language,
        phrases=Phrases(_entries(language, careers), language.script.noun_cuts),
        careers=careers,
        until=max(int(day[:4]) for row in language.actors for day in (row.start, row.end, "1") if day),
        particles=particles,
        given=frozenset(given),
        memo={},
        twins=_twins(language, careers),
        temporal=frozenset(fold(row.words) for row in language.times),
        adjectival=frozenset(row.role for row in language.roles if row.kind == "adjective"),
    )


def party(lex: Lexicon, actor: str, day: str) -> Party:
    """The actor as it was on that day; as it was last where no line of its career covers the day.

    Without a day it is what it was last in office: a text that calls nobody "former" was written then. Rebels
    who took power or laid down their arms are still rebels where they were so for longest.
    A body or a movement that came to be long after the day cannot be meant: the words name somebody unknown.
    """
    rows = lex.careers.get(actor, ())
    if not rows:
        return Party(actor, actor if len(actor) == 3 and actor.isupper() else "", "")
    if day and rows[0].start > day and _unborn(rows, day):
        return Party("", "", "")
    if len(rows) == 1:
        return Party(actor, rows[0].country, rows[0].sector)
    for row in rows:
        if day and (not row.start or row.start <= day) and (not row.end or day < row.end):
            return Party(actor, row.country, row.sector)
    row = max(rows, key=lambda r: (bool(day) or r.sector != "ELI", r.start))
    if not day and row.kind != "person" and row.sector not in _ARMED:
        longest = _longest(rows, lex.until)
        row = longest if longest.sector in _ARMED else row
    if day and row.start > day:
        row = min(rows, key=lambda r: r.start)
    return Party(actor, row.country, row.sector)


def _longest(rows: tuple[ActorRow, ...], until: int) -> ActorRow:
    """The line that lasted for most years; a line without a beginning is counted from ten years before its end."""

    def years(row: ActorRow) -> int:
        last = int(row.end[:4] or until)
        return last - int(row.start[:4] or last - _OPEN_YEARS)

    return max(rows, key=years)


_OPEN_YEARS = 10


def _unborn(rows: tuple[ActorRow, ...], day: str) -> bool:
    """Whether no line of these is a person's, and the first begins more than a year after the day."""
    begun = min(row.start[:4] for row in rows)
    return begun > str(int(day[:4]) + 1) and all(row.kind in _FOUNDED for row in rows)


_ARMED = frozenset(("REB", "UAF"))
_FOUNDED = frozenset(("body", "movement", "mission"))


def ways(lex: Lexicon, word: Word) -> Ways:
    """What this written word can be alone, and what it can begin; worked out once per spelling."""
    found = lex.memo.get(word.surface)
    if found is None:
        if len(lex.memo) > _MOST_WORDS:
            lex.memo.clear()
        found = lex.memo[word.surface] = _ways(lex, word)
    return found


def _ways(lex: Lexicon, word: Word) -> Ways:
    key = word.key
    particle = any(lex.particles.get(w, "force") not in _NOUNS for w in (key, key[1:]))  # وأمام is no imam
    alone, longer = [], []
    for cut, node in lex.phrases.heads(key):
        if cut.suffix == "ه" and word.surface.endswith("ة"):
            continue
        for entry in node.values:
            bare = particle and entry.source == "role" and entry.kind != "place" and not cut.article
            if bare and word.surface.endswith("ى"):
                continue  # والى is "and to", no governor
            if _fits(cut, entry) and not (bare and not _is_noun(cut, lex.particles)):
                alone.append(Match(0, 1, cut, entry))
        if node.next and cut.suffix in _CASE:
            longer.append((cut, node))
    ranked = tuple([(match.cut, match.entry) for match in sorted(alone, key=_precedence)])
    opens = bool(longer) or any(entry.source == "not" or entry.kind != "adjective" for _, entry in ranked)
    return Ways(ranked, tuple(longer), opens) if alone or longer else NOTHING


def ways_of(lex: Lexicon, tokens: Sequence[Token]) -> list[Ways]:
    """What every word of a sentence can be and begin."""
    try:
        return list(map(lex.memo.__getitem__, [token.word.surface for token in tokens]))
    except KeyError:
        return [ways(lex, token.word) for token in tokens]


def matches(way: Ways, tokens: Sequence[Token], first: int) -> list[Match]:
    """Every known phrase that begins at this token, the longest first, the least cut first among equals."""
    last = first + 1
    found = [Match(first, last, cut, entry) for cut, entry in way.alone]
    if way.longer and last < len(tokens):
        after = tokens[last].word.key
        more: list[Match] = []
        for cut, node in way.longer:
            if after in node.next:
                more += _ends(tokens, first, cut, node)
        if more:
            return sorted(more, key=_precedence) + found
    return found


def _is_noun(cut: Cut, particles: dict[str, str]) -> bool:
    """Whether the stem of a word that is spelled like a particle is a noun all the same."""
    return cut.prep != "" or particles.get(cut.stem, "force") in _NOUNS and not cut.suffix


def _precedence(match: Match) -> tuple[int, bool, int, int, int]:
    """Longest first; of equals a pair, then names, then what cuts least off the word."""
    cut, source = match.cut, _RANK[match.entry.source]
    return -match.last, match.entry.kind != "pair", source, len(cut.suffix), cut.offset - 3 * cut.article


_RANK = {"name": 1, "role": 2, "nisba": 3, "not": 4}
_MOST_WORDS = 400_000
_NOUNS = frozenset(("force", "quantity", "honorific"))
_CASE = ("", "ا")


def _ends(tokens: Sequence[Token], first: int, cut: Cut, node: Node[Entry]) -> Iterator[Match]:
    """The phrases of two and more words that begin with this cut."""
    last = first + 1
    while last < len(tokens):
        step = node.next.get(tokens[last].word.key)
        if step is None:
            return
        node, last = step, last + 1
        for entry in node.values:
            if _fits(cut, entry):
                yield Match(first, last, cut, entry)


def _fits(cut: Cut, entry: Entry) -> bool:
    """Names take no article and no suffix beyond their own; nisbas no possessive."""
    if cut.suffix == "ا" and cut.stem.endswith("ه"):
        return False  # ta marbuta takes no accusative alef
    if entry.source in ("name", "not"):
        return not cut.article and not cut.suffix
    if entry.source == "nisba":
        return cut.suffix in _CASE
    return cut.suffix not in ("ي", "ك", "كم")


def _entries(language: Language, careers: dict[str, tuple[ActorRow, ...]]) -> Iterator[tuple[list[str], Entry]]:
    fold = language.script.fold
    for name in language.names:
        entry = _named(name, careers)
        yield fold(name.name).split(), entry
        if name.no:
            yield fold(name.no).split(), Entry("not", "", name.no, name.row)
    heads = {fold(role.role) for role in language.roles if role.kind in ("officer", "person")}
    for role in language.roles:
        entry = _rolled(role)
        words = fold(role.role).split()
        for keys in _spellings(words):
            yield keys, entry
        if len(words) == 2 and words[1] in heads:  # نائب مديرها is one man
            yield from (([words[0], words[1] + suffix], entry) for suffix in _OWNED)
        if role.no:
            yield fold(role.no).split(), Entry("not", "", role.no, role.row)
    yield from _nisbas(language)


def _named(name: NameRow, careers: dict[str, tuple[ActorRow, ...]]) -> Entry:
    rows = careers.get(name.actor, ())
    country = rows[-1].country if rows else name.actor if name.actor.isupper() else ""
    return Entry("name", name.kind, name.name, name.row, actor=name.actor, country=country)


def _twins(language: Language, careers: dict[str, tuple[ActorRow, ...]]) -> dict[str, tuple[Entry, ...]]:
    """The names that stand for several actors of different countries, by what is written."""
    found: dict[str, list[Entry]] = {}
    for row in language.names:
        found.setdefault(language.script.fold(row.name), []).append(_named(row, careers))
    shared = [tuple(same) for same in found.values() if len({e.country for e in same}) > 1]
    return {entry.text: same for same in shared for entry in same}


def _rolled(role: RoleRow) -> Entry:
    country, sector = role.country, role.sector
    if role.kind == "nisba":
        return Entry("nisba", "demonym", role.role, role.row, country, country, "", role.gender, role.number)
    return Entry("role", role.kind, role.role, role.row, "", country, sector, role.gender, role.number)


def _spellings(keys: list[str]) -> Iterator[list[str]]:
    """The phrase, and as it stands with its later words (in)definite or owned: وزير خارجيته."""
    yield keys
    if len(keys) < 2:
        return
    bare = [k[2:] if k.startswith("ال") else k for k in keys[1:]]
    if len(keys) == 3 and keys[2].startswith("ال") and not keys[1].startswith("ال"):
        yield [keys[0], keys[1], bare[1]]
    if len(keys) == 2 or all(k.startswith("ال") for k in keys[1:]):
        yield [keys[0], *bare]
    if not any(k.startswith("ال") for k in keys[1:]):
        yield [keys[0], *(k if k in _CLOSED else "ال" + k for k in bare)]
    elif len(keys) == 2:
        stem = bare[0][:-1] + "ت" if bare[0].endswith("ه") else bare[0]
        for suffix in _OWNED:
            yield [keys[0], stem + suffix]


_OWNED = ("ه", "ها", "هم", "هما")
_CLOSED = frozenset(("باسم", "بلسان"))


def _nisbas(language: Language) -> Iterator[tuple[list[str], Entry]]:
    """Every form of every country's nisba: the rule's own, unless a row refuses it, and the rows'."""
    script = language.script
    refused = {(r.country, script.fold(r.nisba)) for r in language.demonyms if r.generated == "no"}
    silent = {r.country for r in language.demonyms if r.generated == "no" and not r.nisba}
    found: dict[tuple[str, str], str] = {}
    for row in language.demonyms:
        if row.nisba and row.generated != "no":
            found.setdefault((row.country, row.nisba), row.row)
    for name in language.names:
        if name.kind == "state" and name.actor not in silent:
            for nisba in script.nisba_of(name.name):
                if (name.actor, script.fold(nisba)) not in refused:
                    found.setdefault((name.actor, nisba), name.row)
    for (country, nisba), row_id in found.items():
        for spelling, gender, number in _forms(language, nisba):
            entry = Entry("nisba", "demonym", nisba, row_id, country, country, "", gender, number)
            yield spelling, entry
            if len(spelling) == 2:
                yield [spelling[0], "ال" + spelling[1]], entry


def _forms(language: Language, nisba: str) -> Iterator[tuple[list[str], str, str]]:
    words = nisba.split()
    if len(words) == 1:
        for spelling, gender, number in language.script.nisbas(nisba):
            if number == "d" and spelling.endswith("يين"):
                continue  # spelled as the plural, which is far commoner
            yield [spelling], gender, number
        return
    heads = {(g, n, i): s for i, (s, g, n) in enumerate(language.script.nisbas(words[0]))}
    for i, (spelling, gender, number) in enumerate(language.script.nisbas(words[-1])):
        first = heads[(gender, number, i)] if words[0].endswith("ي") else language.script.fold(words[0])
        yield [first, spelling], gender, number
