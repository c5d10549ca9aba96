"""Markdown becomes plain text: marks go, words and lines stay."""

import re

from wasata.records.text import Document

# every repetition has a bound, so that no text of marks alone takes long
_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(
    r"^(title|date|outlet|source|url|language|crawled|id)[ \t]{0,8}:[ \t]{0,8}(.{0,500})$", re.MULTILINE
)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]{1,8}|[ \t]{1,8}#{1,6}[ \t]{0,8}$", re.MULTILINE)
_RULE = re.compile(r"^[ \t]{0,8}(?:[-=_*][ \t]{0,3}){3,200}$", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]{0,8}(?:[*+-]|\d{1,3}[.)]|>)[ \t]{1,8}(?=\S)", re.MULTILINE)
_PICTURE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,1000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\n]{0,1000}\)")
_STRONG = re.compile(r"(\*\*|\*|`)(?=\S)([^*`\n]{1,500}?)(?<=\S)\1|__(?=\S)([^_\n]{1,500}?)(?<=\S)__")
_TITLE = re.compile(r"^ {0,3}#[ \t]{1,8}(.{1,500})$", re.MULTILINE)
# a line of usual width that ends in mid-sentence goes on in the next, unless that begins with a mark
_WRAPPED = re.compile(
    r"^(?![ \t]*(?:#|---|===))([^\n]{50,120}[^\s.!?؟؛:…»\"”*_)])[ \t]{0,4}\n(?=[^\s#>*+=|`\[-])", re.MULTILINE
)


def read_markdown(text: str) -> Document:
    """The document without its marks; front matter and the first heading tell what is known of it."""
    front = _FRONT.match(text)
    said = {name: value.strip(" \t\"'") for name, value in _FIELD.findall(front.group(1))} if front else {}
    body = text[front.end() :] if front else text
    title = _TITLE.search(body)
    body = _WRAPPED.sub(r"\1 ", body)
    for pattern, left in ((_PICTURE, ""), (_LINK, r"\1"), (_HEADING, ""), (_RULE, ""), (_ITEM, ""), (_STRONG, r"\2\3")):
        body = pattern.sub(left, body)
    return Document(
        id=said.get("id", ""),
        text=body.strip("\ufeff\n "),
        title=said.get("title", "") or (_LINK.sub(r"\1", title.group(1)).strip("*_# \t") if title else ""),
        date=said.get("date", "")[:10],
        outlet=said.get("outlet", "") or said.get("source", ""),
        url=said.get("url", ""),
        language=said.get("language", ""),
        crawled=said.get("crawled", "")[:10],
        date_source="given" if said.get("date") else "",
    )
