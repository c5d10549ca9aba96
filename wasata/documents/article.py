"""A document is laid out: title, dateline, headings and paragraphs, and the furniture of its page."""

import re

from msgspec import Struct

from wasata.documents.furniture import furniture, key
from wasata.documents.publication import Dateline, inline, standalone
from wasata.records.text import Block, BlockKind, Document, Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_LETTER = re.compile(r"[^\W\d_]")
_SPACE = " \t\xa0\u200b\u200c\u200d\u200e\u200f\ufeff\u202a\u202b\u202c"
_STOPS = (".", "…", "،", "؛", ":", ",", ";", ".»", '."', ".”")
_LONGEST = 400  # characters: no title is longer
_BUTTON = 160  # characters: of a longer line only the beginning tells furniture
_BEGINNING = 48
_TITLE_WORDS = 30
_HEADING_WORDS = 9
_BELOW = 5  # so many lines below are looked at to tell a heading
_HEAD_LINES = 10  # a dateline stands above the article, or not at all


class _Line(Struct, frozen=True):
    start: int
    end: int
    text: str
    key: str  # of a line too long for a button only the beginning

    @property
    def words(self) -> int:
        return self.text.count(" ") + 1


def layout(document: Document) -> tuple[Document, tuple[Block, ...]]:
    """The blocks of a document, and the document with the day, place and outlet that its dateline tells."""
    lines = _lines(document.text)
    blocks: list[Block] = []
    found: list[Dateline] = []
    titled = closing = skipping = body = False
    for at, line in enumerate(lines):
        after = lines[at + 1 : at + 1 + _BELOW]
        headed = not body and at < _HEAD_LINES
        dateline = standalone(line.text, document.crawled, document.outlet) if headed else None
        if dateline is not None:
            found.append(dateline)
            blocks.append(_block("dateline", line.start, line.end))
        elif _is_furniture(line) or (skipping and _is_link(line)) or (closing and _is_link(line)):
            blocks.append(_block("furniture", line.start, line.end))
            bare = line.key.rstrip(" :.")
            closing = closing or (body and bare in furniture().rest)
            skipping = bare in furniture().before
            continue
        elif not titled and not body and _is_title(line, after, document):
            titled = True
            blocks.append(_block("title", line.start, line.end))
        elif _is_heading(line, after):
            blocks.append(_block("heading", line.start, line.end))
        else:
            opening = inline(line.text, document.crawled) if not body else None
            if opening is not None:
                found.append(opening)
                blocks.append(_block("dateline", line.start, line.start + len(line.text[: opening.end].rstrip())))
            blocks.append(_block("paragraph", line.start + (opening.end if opening else 0), line.end))
            body, closing = True, False
        skipping = False
    if all(block.kind in ("dateline", "furniture") for block in blocks):
        blocks = [Block("paragraph", block.span) for block in blocks]  # who hands over a date alone wants it read
    return _dated(document, found, blocks), tuple(blocks)


def _block(kind: BlockKind, start: int, end: int) -> Block:
    return Block(kind, Span(start, end))


def _lines(text: str) -> list[_Line]:
    """The lines of a text that are not blank, without the spaces around them."""
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip(_SPACE)
        if bare:
            start = match.start() + len(line) - len(line.lstrip(_SPACE))
            found.append(_Line(start, start + len(bare), bare, key(_seen(bare))))
    return found


def _seen(text: str) -> str:
    return text if len(text) <= _BUTTON else text[:_BEGINNING]


def _is_furniture(line: _Line) -> bool:
    """Whether the line is a button, a counter, a credit, a link to elsewhere or a notice of the page."""
    table = furniture()
    if len(line.text) > _BUTTON:
        return line.words <= 60 and line.key.startswith(table.always)
    bare = line.key.strip(" :.|•·-–—»«>")
    if not _LETTER.search(bare) or bare in table.lines or bare in table.rest or bare in table.before:
        return True
    if line.key.startswith(table.always):
        return True
    short = line.words <= 20 and not line.text.endswith(".")
    if short and line.key.startswith(table.starts):
        return True
    words = bare.split()
    if len(words) <= 4 and any(word.isdecimal() for word in words):
        return " ".join(word for word in words if not word.isdecimal()) in table.lines
    return len(words) <= 3 and "@" in bare


def _is_link(line: _Line) -> bool:
    """Whether the line may be the headline of another article: short, and no sentence."""
    return len(line.text) <= _LONGEST and line.words <= 25 and not line.text.endswith(_STOPS)


def _is_title(line: _Line, after: list[_Line], document: Document) -> bool:
    if len(line.text) > _LONGEST:
        return False
    if document.title and line.key == key(_seen(document.title.strip())):
        return True
    return bool(after) and line.words <= _TITLE_WORDS and not line.text.endswith(_STOPS)


def _is_heading(line: _Line, after: list[_Line]) -> bool:
    """Whether a short line without a full stop stands over a longer one; a sentence goes on with and, a heading not."""
    if len(line.text) > _BUTTON or not after or line.words > _HEADING_WORDS or line.text.endswith(_STOPS):
        return False
    below = next((below for below in after if not _is_furniture(below)), None)
    if below is None or (line.words > 3 and line.text[0] == "و"):
        return False
    return below.words > max(_HEADING_WORDS, line.words) or below.text.endswith(".")


def _dated(document: Document, found: list[Dateline], blocks: list[Block]) -> Document:
    """The document with what its datelines tell and nobody told before.

    A day without a date but with date_source "crawl" is unsure: the page tells its age, and nobody when it was read.
    """
    title = next((document.text[b.span.start : b.span.end] for b in blocks if b.kind == "title"), "")
    day, source = document.date, document.date_source
    if day and not source:
        source = "given"
    if not day:
        told = [line for line in found if line.source]
        best = min(told, key=lambda line: (not line.day, line.source != "text"), default=None)
        day, source = (best.day, best.source) if best is not None else ("", source)
        source = "" if source == "text" and not day else source
    return Document(
        id=document.id,
        text=document.text,
        title=document.title or title,
        date=day,
        outlet=document.outlet or next((line.outlet for line in found if line.outlet), ""),
        url=document.url,
        language=document.language,
        place=document.place or next((line.place for line in found if line.place), ""),
        crawled=document.crawled,
        date_source=source,
    )
