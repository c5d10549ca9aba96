"""Files, folders and streams become documents; what cannot be read becomes a fault, never an exception."""

import hashlib
import os
import stat
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from wasata.documents.decoding import UnreadableError, decode
from wasata.documents.lines import read_lines, read_whole
from wasata.documents.markdown import read_markdown
from wasata.documents.page import declared_charset, read_page
from wasata.records.text import Document

MOST_BYTES = 16_000_000  # of one text or page: a book is one, an archive is not
_MOST_TAGS = 60_000
_KINDS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "whole",
}


class Fault(Struct, frozen=True):
    """A source, or a line of it, that could not be read: path, place in it, what is wrong and the mend."""

    path: str
    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.place + ': ' if self.place else ''}{self.message}"


class Given(Struct, frozen=True):
    """What the caller says of every document that does not say it itself."""

    date: str = ""
    language: str = ""
    crawled: str = ""
    kind: str = ""


def documents(
    paths: Iterable[str | Path], *, date: str = "", language: str = "", crawled: str = "", kind: str = ""
) -> Iterator[Document | Fault]:
    """Every document of the files, folders and "-" (standard input), in order, with a fault for what cannot be read.

    What kind a file is its name tells, unless the caller says it: "lines" is one JSON object a line.
    """
    given = Given(date, language, crawled, kind)
    for path in paths:
        if str(path) == "-":
            yield from _stream(sys.stdin.buffer, "-", kind, given)
        elif _is_folder(Path(path)):
            yield from _folder(Path(path), given)
        else:
            yield from _file(Path(path), given)


def digest(text: str) -> str:
    """The id of a document that brings none: the same text has the same id on any machine."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name that no file can have; _file says so
        return False


def _folder(folder: Path, given: Given) -> Iterator[Document | Fault]:
    """Every file of a kind that is read, sorted; hidden ones are passed by, links to folders are not followed."""
    faults: list[OSError] = []
    left_out: Counter[str] = Counter()
    for at, folders, files in os.walk(folder, onerror=faults.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            path = Path(at, name)
            if path.suffix.lower() not in _KINDS:
                left_out[path.suffix.lower() or "nameless"] += 1
            elif not path.is_file() and path.exists():
                yield Fault(str(path), "", "is no file but a device or a pipe; name it by itself to read it")
            else:
                yield from _file(path, given)
    for error in faults:
        yield Fault(str(error.filename or folder), "", _why(error))
    for suffix, count in sorted(left_out.items()):
        kinds = " ".join(sorted(_KINDS))
        yield Fault(str(folder), "", f"{count} {suffix} file(s) left out; the kinds read in a folder are {kinds}")


def _file(path: Path, given: Given) -> Iterator[Document | Fault]:
    try:
        if stat.S_ISSOCK(path.stat().st_mode):
            yield Fault(str(path), "", "is a socket; name a file")
            return
        with path.open("rb") as stream:
            yield from _stream(stream, str(path), given.kind or _KINDS.get(path.suffix.lower(), ""), given)
    except (OSError, ValueError) as error:
        yield Fault(str(path), "", _why(error))


def _why(error: Exception) -> str:
    """The fault of the file system in plain words, with its mend."""
    if isinstance(error, FileNotFoundError):
        return "does not exist; check the name"
    if isinstance(error, PermissionError):
        return "may not be read by you; check its permissions"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be read: {reason}"


def _stream(stream: BinaryIO, path: str, kind: str, given: Given) -> Iterator[Document | Fault]:
    """The documents of one open file; a nameless one is known by how it begins."""
    start = stream.readline(4096) if kind == "lines" else stream.read(4096)  # lines come one by one from a pipe
    kind = kind or _sniffed(start)
    if kind == "lines":
        yield from _told(read_lines(start, stream), path, given)
        return
    raw = start + stream.read(MOST_BYTES + 1 - len(start))
    if len(raw) > MOST_BYTES:
        most = f"{MOST_BYTES // 1_000_000} MB"
        yield Fault(path, "", f"is larger than {most}; split it, or write one document a line as JSONL")
        return
    if kind == "whole":
        yield from _told(read_whole(raw), path, given)
        return
    try:
        yield from _one(raw, path, kind, given)
    except UnreadableError as error:
        yield Fault(path, error.place, str(error))


def _told(found: Iterable[Document | UnreadableError], path: str, given: Given) -> Iterator[Document | Fault]:
    """The documents completed, and the errors as faults of this file."""
    for one in found:
        if isinstance(one, UnreadableError):
            yield Fault(path, one.place, str(one))
        else:
            yield _completed(one, given)


def _sniffed(start: bytes) -> str:
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if head.startswith((b'{"', b"{ ")):
        return "lines"
    return "page" if head.startswith((b"<!doctype", b"<html", b"<head", b"<?xml")) else "text"


def _one(raw: bytes, path: str, kind: str, given: Given) -> Iterator[Document | Fault]:
    decoded = decode(raw, declared_charset(raw) if kind == "page" else "")
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if decoded.complaint:
        yield Fault(path, decoded.place, decoded.complaint)
    if kind == "page":
        if text.count("<") > _MOST_TAGS:
            raise UnreadableError(f"has more than {_MOST_TAGS} tags, no article has; save the article as .txt")
        page = read_page(text, latest=given.crawled or given.date)
        if page is None:
            raise UnreadableError("holds no article that can be told from its furniture; save the article as .txt")
        document = Document("", page.text, page.title, page.date, page.outlet, page.url, page.language)
        if page.date:
            document = _with(document, date_source="metadata")
    elif kind == "markdown":
        document = read_markdown(text)
    else:
        document = Document("", text.strip("\ufeff\n "))
    if not document.text.strip():
        raise UnreadableError("is empty but for its marks; nothing to read")
    yield _completed(document, given)


def _completed(document: Document, given: Given) -> Document:
    """The document with an id and what the caller gave; a day that was given beats one that a page claims."""
    day, source = document.date, document.date_source
    if given.date and source != "given":
        day, source = given.date, "given"
    return _with(
        document,
        id=document.id or digest(document.text),
        date=day,
        date_source=source,
        language=document.language or given.language,
        crawled=document.crawled or given.crawled,
    )


def _with(document: Document, **changes: str) -> Document:
    return Document(**{field: changes.get(field, getattr(document, field)) for field in document.__struct_fields__})
