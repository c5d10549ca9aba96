"""Markdown becomes plain text: marks go, words and lines stay."""

import re

from wasata.records.text import Document

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(
    r"^(title|date|outlet|source|url|language|crawled|id)[ \t]*:[ \t]*[\"']?([^\n]*?)[\"']?[ \t]*$", re.MULTILINE
)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+|[ \t]+#+[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:[-=_*][ \t]*){3,}$", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*(?:[*+-]|\d{1,3}[.)]|>)[ \t]+(?=\S)", re.MULTILINE)
_PICTURE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,1000}\)")
_STRONG = re.compile(r"(\*\*|__|\*|`)(?=\S)([^*`\n]{1,2000}?)(?<=\S)\1")
_TITLE = re.compile(r"^ {0,3}#[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)


def read_markdown(text: str) -> Document:
    """The document without its marks; front matter and the first heading tell what is known of it."""
    front = _FRONT.match(text)
    said = dict(_FIELD.findall(front.group(1))) if front else {}
    body = text[front.end() :] if front else text
    title = _TITLE.search(body)
    for pattern, left in ((_PICTURE, ""), (_LINK, r"\1"), (_HEADING, ""), (_RULE, ""), (_ITEM, ""), (_STRONG, r"\2")):
        body = pattern.sub(left, body)
    return Document(
        id=said.get("id", ""),
        text=body.strip("\ufeff\n "),
        title=said.get("title", "") or (_LINK.sub(r"\1", title.group(1)).strip("*_ ") if title else ""),
        date=said.get("date", "")[:10],
        outlet=said.get("outlet", "") or said.get("source", ""),
        url=said.get("url", ""),
        language=said.get("language", ""),
        crawled=said.get("crawled", "")[:10],
        date_source="given" if said.get("date") else "",
    )
