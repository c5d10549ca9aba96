"""One JSON object a line becomes one document a line; its text is kept letter by letter, for offsets count in it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

import msgspec
from msgspec import Struct

from wasata.documents.decoding import UnreadableError, decode
from wasata.records.text import Document

MOST_BYTES = 16_000_000  # of one line
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:$|[T ])")
_WANTED = '{"id": "...", "text": "..."} with title, date, outlet, url, language and crawled as you have them'


class Line(Struct, frozen=True):
    """What a line may say; anything else in it is passed by."""

    text: str
    id: str | int | None = None
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    crawled: str | None = None


def read_lines(start: bytes, stream: BinaryIO) -> Iterator[Document | UnreadableError]:
    """The document of every line, or what is wrong with it; start is what was read of the stream already."""
    if start.startswith(_WIDE):
        yield UnreadableError("is UTF-16; save it as UTF-8, one object a line", "line 1")
        return
    number = 0
    for number, line in enumerate(_lines(start.removeprefix(b"\xef\xbb\xbf"), stream), 1):
        place = f"line {number}"
        if len(line) > MOST_BYTES:
            yield UnreadableError(f"is longer than {MOST_BYTES // 1_000_000} MB; one document a line is wanted", place)
        elif line.strip():
            yield from _document(line, place)
    if not number:
        yield UnreadableError("is empty; nothing to read")


def read_whole(raw: bytes) -> Iterator[Document | UnreadableError]:
    """The documents of a JSON file: one object, or a list of them, over as many lines as it likes."""
    try:
        text = decode(raw).text.strip()
        items = msgspec.json.decode(text, type=list[msgspec.Raw]) if text.startswith("[") else [text.encode()]
    except UnreadableError as error:
        yield error
        return
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        yield UnreadableError(f"is no JSON ({error}); name it .jsonl if each line is an object")
        return
    for number, item in enumerate(items, 1):
        yield from _document(bytes(item), f"item {number}")


def _lines(start: bytes, stream: BinaryIO) -> Iterator[bytes]:
    """Lines, none held beyond the bound; of a longer one only the beginning, one byte too long, is given."""
    head = start.split(b"\n")
    yield from head[:-1]
    line = head[-1]
    while True:
        rest = stream.readline(MOST_BYTES + 1)
        line += rest
        if not rest:
            break
        if not line.endswith(b"\n") and len(line) > MOST_BYTES:
            while rest and not rest.endswith(b"\n"):
                rest = stream.readline(MOST_BYTES)
            line = line[: MOST_BYTES + 1]
        elif not line.endswith(b"\n"):
            continue
        yield line
        line = b""
    if line:
        yield line


def _document(line: bytes, place: str) -> Iterator[Document | UnreadableError]:
    try:
        text = decode(line).text
        said = msgspec.json.decode(text, type=Line)
        (said.text + str(said.id or "") + (said.title or "")).encode("utf-8")
    except UnreadableError as error:
        yield UnreadableError(str(error), place)
        return
    except msgspec.ValidationError as error:
        yield UnreadableError(f"{_plainly(str(error))}; write {_WANTED}", place)
        return
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        yield UnreadableError(f"is no JSON object ({error}); write {_WANTED}, on one line", place)
        return
    if not said.text.strip():
        yield UnreadableError("has an empty text; leave the line out or give its text", place)
        return
    for field in ("date", "crawled"):
        if getattr(said, field) and not _day(getattr(said, field)):
            yield UnreadableError(
                f"has the {field} {getattr(said, field)[:40]!r}, left out; write it as 2024-01-31", place
            )
    day = _day(said.date or "")
    yield Document(
        id="" if said.id is None else str(said.id),
        text=said.text,
        title=said.title or "",
        date=day,
        outlet=said.outlet or said.source or "",
        url=said.url or "",
        language=said.language or "",
        crawled=_day(said.crawled or ""),
        date_source="given" if day else "",
    )


def _plainly(message: str) -> str:
    """A complaint about a field in the words of whoever wrote the line."""
    missing = re.search(r"missing required field `(\w+)`", message)
    if missing:
        return f"has no {missing.group(1)}"
    return "has " + message[0].lower() + message[1:]


def _day(said: str) -> str:
    """The ISO day at the head of this, "" where there is none."""
    found = _DAY.match(said.strip())
    if not found:
        return ""
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return ""
