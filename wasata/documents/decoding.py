"""Bytes become text: byte order marks, undeclared code pages, mixed lines, mojibake; what is no text is refused."""

import codecs
import re

from msgspec import Struct


class UnreadableError(ValueError):
    """The bytes are no text that can be read; place is where, the message says what they are and the mend."""

    def __init__(self, message: str, place: str = "") -> None:
        super().__init__(message)
        self.place = place


class Decoded(Struct, frozen=True):
    """A text, and what is wrong with it that a reader should know: complaint is "" where nothing is."""

    text: str
    place: str = ""
    complaint: str = ""


_BINARY = (
    (b"%PDF", "a PDF file; save its text as .txt"),
    (b"PK\x03\x04", "a zip or Office file; save its text as .txt"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save its text as .txt"),
    (b"\x1f\x8b", "compressed; unpack it with gunzip"),
    (b"BZh", "compressed; unpack it with bunzip2"),
    (b"\xfd7zXZ", "compressed; unpack it with unxz"),
    (b"\x28\xb5\x2f\xfd", "compressed; unpack it with unzstd"),
    (b"PAR1", "a Parquet file; write one document a line as JSONL"),
    (b"SQLite", "a database; write one document a line as JSONL"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PAGES = ("cp1256", "iso8859_6", "cp1252")
_COMMON = frozenset("اليمنورتبهةعدفسقأكح")
_ARABIC = re.compile("[\u0621-\u064a]")
_RUINED = re.compile(
    "[ØÙ][\u0080-\u00ff\u0152-\u02dc\u2013-\u2122]|[طظع][\u0080-\u00bf\u060c\u061b\u0679-\u06d2\u2013-\u2122\u200c-\u200f]"
)
_LEAST = 8  # fewer pairs than this may be chance
_SAMPLE = 65536


def decode(raw: bytes, declared: str = "") -> Decoded:
    """The text of these bytes, with its complaint if some letters could not be saved; else UnreadableError."""
    if not raw.strip():
        raise UnreadableError("is empty; nothing to read")
    for start, what in _BINARY:
        if raw.startswith(start):
            raise UnreadableError(f"is {what}")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _checked(raw[len(mark) :], encoding)
    if b"\0" in raw[:_SAMPLE]:
        return _checked(raw, _wide(raw[:_SAMPLE]))
    try:
        return _sound(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.end >= len(raw) - 1 and error.reason == "unexpected end of data":
            return _broken_off(raw[: error.start].decode("utf-8"))
    return _sound(_lines(raw, declared))


def _wide(sample: bytes) -> str:
    """The UTF-16 that these bytes must be, judged by which half of each pair is a page number."""
    low = sum(sample[1::2].count(page) for page in (0, 6, 32))
    high = sum(sample[0::2].count(page) for page in (0, 6, 32))
    half = max(len(sample) // 2, 1)
    if max(low, high) < 0.7 * half or abs(low - high) < 0.2 * half:
        at = sample.index(b"\0")
        raise UnreadableError("is no text: it holds zero bytes; save its text as UTF-8", f"byte {at}")
    return "utf-16-le" if low > high else "utf-16-be"


def _checked(raw: bytes, encoding: str) -> Decoded:
    try:
        return _sound(raw.decode(encoding))
    except UnicodeDecodeError as error:
        if error.start >= len(raw) - 4:
            return _broken_off(raw[: error.start].decode(encoding))
        place = f"byte {error.start}"
        raise UnreadableError(f"says it is {encoding.upper()} and is not; save it again as UTF-8", place) from error


def _broken_off(text: str) -> Decoded:
    if not text.strip():
        raise UnreadableError("is empty but for half a letter; fetch it again")
    decoded = _sound(text)
    line = f"line {text.count(chr(10)) + 1}"
    return Decoded(decoded.text, line, "breaks off inside a letter, read up to there; fetch it again")


def _lines(raw: bytes, declared: str) -> str:
    """Text of which some line is not UTF-8: each line as UTF-8 where it can be, else in the one page that fits best."""
    odd, good = [], 0
    lines = raw.split(b"\n")
    for line in lines:
        try:
            line.decode("utf-8")
            good += not line.isascii()
        except UnicodeDecodeError:
            odd.append(line)
    page = _page(b"\n".join(odd)[:_SAMPLE], declared)
    wrong = set(odd)
    if good and len(odd) <= good // 20 and page == "cp1252":  # a stray byte in a UTF-8 text
        return raw.decode("utf-8", "replace")
    return "\n".join(line.decode(page if line in wrong else "utf-8", "replace") for line in lines)


def _page(sample: bytes, declared: str) -> str:
    """The code page in which these bytes read most like a language, the declared one where it is as good."""
    pages = list(_PAGES)
    try:
        name = codecs.lookup(declared).name if declared else ""
    except LookupError:
        name = ""
    if name and name not in pages and not name.startswith("utf"):
        pages.insert(0, name)
    scored = {page: _likeness(sample.decode(page, "replace")) for page in pages}
    best = max(scored, key=lambda page: (scored[page], page == name))
    if scored[best] >= 0.5:
        return best
    return _guess(sample) or best


def _likeness(text: str) -> float:
    """How much of the text beyond ASCII is what an Arabic or a French writer writes; 1 is all of it."""
    beyond = [letter for letter in text if letter > "\x7f"]
    arabic = sum(letter in _COMMON for letter in beyond)
    latin = sum(letter in "éèêàâçîïôûùëüœÉÀÈ«»’–" for letter in beyond)
    plain = sum(letter.isascii() and letter.isalpha() for letter in text)
    latin = latin if plain > 3 * len(beyond) else 0  # accents are rare among plain letters, never half of a word
    strange = sum(letter == "\ufffd" or letter in "\u00ad\u200c\u200dپچژگھےںٹڈڑکہ" for letter in beyond)
    return (max(arabic, latin) - strange) / max(len(beyond), 1)


def _guess(sample: bytes) -> str:
    """What charset-normalizer takes the bytes for, "" where it cannot tell."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:8192]).best()
    return best.encoding if best is not None else ""


def _sound(text: str) -> Decoded:
    """The text if its letters are whole or can be made whole again."""
    text = _repaired(text)
    solid = len(text) - text.count(" ") - text.count("\n")
    lost = text.count("\ufffd")
    if lost * 50 > solid or (solid > 20 and text.count("?") * 3 > solid):
        at = text.find("\ufffd") if lost else text.find("?")
        line = f"line {text.count(chr(10), 0, max(at, 0)) + 1}"
        raise UnreadableError("has lost its letters to a wrong conversion; fetch it again as UTF-8", line)
    if _controls(text) * 100 > solid:
        raise UnreadableError("is no text: it is full of control characters; save its text as UTF-8")
    if lost:
        line = f"line {text.count(chr(10), 0, text.find(chr(0xFFFD))) + 1}"
        return Decoded(text, line, f"has {lost} letters that no encoding explains; fetch it again as UTF-8")
    return Decoded(text)


def _controls(text: str) -> int:
    return sum(text.count(chr(code)) for code in (*range(9), 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 25, 127))


def _repaired(text: str) -> str:
    """The text with UTF-8 that was once read in a Western or Arabic code page turned back, where that works."""
    sample = text[:_SAMPLE]
    if 8 * sum(map(sample.count, "ØÙطظ")) < len(sample):  # every second letter of a ruined word is one of these
        return text
    pairs, arabic = len(_RUINED.findall(sample)), len(_ARABIC.findall(sample))
    if pairs < _LEAST:
        return text
    for page in ("cp1252", "cp1256"):
        if page == "cp1252" and arabic > pairs:
            continue
        turned = _turned_back(text, page)
        if not turned:
            continue
        gained, left = len(_ARABIC.findall(turned[:_SAMPLE])), len(_RUINED.findall(turned[:_SAMPLE]))
        if gained > 0.7 * pairs and left < 0.2 * pairs:
            return turned
    return text


def _turned_back(text: str, page: str) -> str:
    raw = bytearray()
    for letter in text:
        try:
            raw += letter.encode(page)
        except UnicodeEncodeError:
            if ord(letter) > 255:
                return ""
            raw.append(ord(letter))  # the five bytes that the Western page leaves empty
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return raw.decode("utf-8", "replace") if error.start > 0.9 * len(raw) else ""
