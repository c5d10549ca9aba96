"""A document, and the pieces a reader cuts it into."""

from typing import Literal

from msgspec import Struct

BlockKind = Literal["title", "heading", "dateline", "furniture", "paragraph"]


class Span(Struct, frozen=True, gc=False):
    """Characters of Document.text, from start up to but not including end."""

    start: int
    end: int


class Document(Struct, frozen=True):
    """One published text with what is known of its publication; days are ISO 8601, "" where unknown."""

    id: str
    text: str
    title: str = ""
    date: str = ""
    outlet: str = ""
    url: str = ""
    language: str = ""
    place: str = ""
    crawled: str = ""
    date_source: str = ""  # "given" | "text" | "metadata" | "crawl" | "" : how the publication day is known


class Block(Struct, frozen=True, gc=False):
    """A line of the document and what it is: only titles, headings and paragraphs are read for events."""

    kind: BlockKind
    span: Span


class Cut(Struct, frozen=True, gc=False):
    """One way to cut a written word into clitics and a stem; offset counts the folded characters before the stem."""

    stem: str
    conj: str = ""
    prep: str = ""
    article: bool = False
    suffix: str = ""
    offset: int = 0


class Form(Struct, frozen=True, gc=False):
    """An inflected form of a lexeme: what a verb, verbal noun, participle or event noun may look like."""

    lemma: str
    kind: str  # perfect imperfect jussive future imperative masdar active passive noun
    person: int = 3
    gender: str = ""  # "m" "f" or "" where the form fits both
    number: str = "s"  # "s" "d" "p"
    voice: str = "active"  # "passive" only where the letters tell; "" where they fit both voices


class Analysis(Struct, frozen=True, gc=False):
    """A form read through one cut of the written word."""

    form: Form
    cut: Cut


class Word(Struct, frozen=True, gc=False):
    """A written word with every reading the pack allows, made once per spelling."""

    surface: str
    key: str
    analyses: tuple[Analysis, ...] = ()


class Token(Struct, frozen=True, gc=False):
    """A word where it stands in the document."""

    start: int
    end: int
    word: Word


class Sentence(Struct, frozen=True, gc=False):
    """A run of tokens that ends at a full stop, a question mark or the end of its block."""

    span: Span
    block: int
    tokens: tuple[Token, ...]
