"""Cut a document into sentences of tokens."""

import re

from wasata.records.text import Block, Sentence, Span
from wasata.text.words import Words

# a full stop, question or exclamation mark, with closing quotes, before white space or the end
# (the marks stand first in the pattern, so that a search skips straight to them)
_END = re.compile(r"[.!?؟؛](?:[.!?؟؛]*[\"”»')\]]*(?=\s|$)|(?<=[!?؟؛])[!?؟؛]*)")
_INITIAL = re.compile(r"(?:^|\s)[^\W\d_]\.$")


def cut_sentences(text: str, span: Span) -> list[Span]:
    """The sentences of a block; an initial such as "أ." or "د." does not end one."""
    found, at = [], span.start
    for mark in _END.finditer(text, span.start, span.end):
        if _INITIAL.search(text, max(at, mark.start() - 2), mark.start() + 1):
            continue
        if mark.end() - at > 1:
            found.append(Span(at, mark.end()))
        at = mark.end()
        while at < span.end and text[at].isspace():
            at += 1
    if at < span.end and text[at : span.end].strip():
        found.append(Span(at, span.end))
    return found


def segment(text: str, blocks: tuple[Block, ...], words: Words) -> tuple[Sentence, ...]:
    """Every sentence of the blocks that are read, in order, with its tokens."""
    found = []
    for number, block in enumerate(blocks):
        if block.kind in ("furniture", "dateline"):
            continue
        for span in cut_sentences(text, block.span):
            tokens = words.tokens(text, span.start, span.end)
            if tokens:
                found.append(Sentence(span, number, tokens))
    return tuple(found)
