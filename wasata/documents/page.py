"""A web page becomes an article: the one door of trafilatura."""

import re

from msgspec import Struct

_LANGUAGE = re.compile(r"<html[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2})", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
_HEAD = 4096


class Page(Struct, frozen=True):
    """What a page says of its article, "" where it does not; text is the title, then one paragraph a line."""

    text: str
    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    date: str = ""
    language: str = ""


def declared_charset(raw: bytes) -> str:
    """The encoding that a page's head claims."""
    found = _CHARSET.search(raw[:_HEAD])
    return found.group(1).decode("ascii", "replace") if found else ""


def read_page(html: str, *, latest: str = "") -> Page | None:
    """The article of a page, or None where no article is found; its date is not after latest."""
    from trafilatura import bare_extraction

    dates = {"extensive_search": False, "original_date": True, "max_date": latest or "2100-01-01"}
    try:
        found = bare_extraction(
            html, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=dates
        )
    except Exception:  # a hostile page may raise anything inside the guest; it costs one document, not the run
        return None
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        return None
    language = _LANGUAGE.search(html[:_HEAD])
    title = " ".join((found.title or "").split())
    return Page(
        text=_with_title(title, found.text or ""),
        title=title,
        outlet=found.sitename or "",
        author=found.author or "",
        url=found.url or "",
        date=(found.date or "")[:10],
        language=language.group(1).lower() if language else "",
    )


def _with_title(title: str, text: str) -> str:
    """The paragraphs, blank lines between, under the title; it is not said twice."""
    lines = [line.strip().removeprefix("- ") for line in text.split("\n") if line.strip()]
    if title and title not in lines[:2]:
        lines.insert(0, title)
    return "\n\n".join(lines)
