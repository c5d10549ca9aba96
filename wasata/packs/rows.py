"""The tables of a pack: one typed row each; a column's name is the field's name."""

from wasata.packs.table import Row


class ActorRow(Row, frozen=True):
    """world/actors.tsv: what an actor was in a stretch of time; several lines for one actor tell its career."""

    actor: str  # registry id: ISO alpha-3 for states, lower-case-with-hyphens for all else
    country: str
    sector: str
    start: str  # ISO day, month or year, "" for always
    end: str  # exclusive, "" while it lasts
    kind: str  # state body movement mission person office
    english: str
    wikidata: str  # "" where not sure


class PlaceRow(Row, frozen=True):
    """world/places.tsv: a place of the gazetteer."""

    place: str  # id: lower-case-with-hyphens
    country: str
    kind: str  # capital city town region river border
    english: str
    latitude: str
    longitude: str


class BorderRow(Row, frozen=True):
    """world/borders.tsv: who lies on which side of whom; several lines where a side has several neighbours."""

    state: str
    direction: str  # north east south west
    neighbour: str


class NameRow(Row, frozen=True, rename={"no": "not"}):
    """names.tsv: how a language writes an actor."""

    name: str
    actor: str
    kind: str  # state capital palace body movement mission person
    no: str  # a text in which the name must not be read as this actor


class DemonymRow(Row, frozen=True):
    """demonyms.tsv: nisbas that the rule does not give, or that it must not give."""

    country: str
    nisba: str  # masculine singular; the others are generated
    generated: str  # "no" where the rule's own form is wrong


class RoleRow(Row, frozen=True, rename={"no": "not"}):
    """roles.tsv: words that make somebody a political actor by office, trade or kind of body."""

    role: str
    sector: str
    kind: str  # person group body, and others that the head of roles.tsv explains
    gender: str  # m f
    number: str  # s d p
    country: str  # "" taken from nisba, genitive or the article's focus; a code where the word fixes it
    example: str  # the words in [ ], a space, then = and the code: "قال [وزير الخارجية الروسي] = RUS/GOV"
    no: str


class PlaceNameRow(Row, frozen=True, rename={"no": "not"}):
    """places.tsv: how a language writes a place."""

    name: str
    place: str
    no: str


class TimeRow(Row, frozen=True):
    """times.tsv: words of time and what they do; example states the date it means, from the pack's anchor day."""

    words: str
    sense: str
    value: str
    example: str  # "words = start..end" ("words =" for no date)


class LemmaRow(Row, frozen=True):
    """lemmas.tsv: principal parts from which all forms are generated."""

    lemma: str  # perfect 3ms with shadda where it tells verbs apart; for form "noun" the singular
    form: str  # I II III IV V VI VII VIII IX X Q (quadriliteral) or noun
    imperfect: str  # only where the form does not give it
    masdars: str  # verbal nouns, spaces between; only where the form does not give them; "-" for none
    plurals: str  # broken plurals of the verbal nouns or of the noun
    gloss: str


class VerbRow(Row, frozen=True, rename={"no": "not"}):
    """verbs/EVENT.tsv: a frame and the event it tells."""

    frame: str
    event: str
    mode: str
    example: str
    no: str


class ParticleRow(Row, frozen=True):
    """particles.tsv: the closed class: words that open, join, negate, count."""

    word: str
    sense: str


class ContextRow(Row, frozen=True):
    """contexts.tsv: words that tell what a sentence is about: a report of dead and wounded, a trial, a memory."""

    word: str
    sense: str


class FactualityRow(Row, frozen=True):
    """factuality.tsv: cues that make an event negated, planned, possible, claimed or said."""

    cue: str
    effect: str
    scope: str
    example: str
