"""Any record as JSON, as a digest, or as an Arrow table; always derived from its fields."""

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

_ENCODER = msgspec.json.Encoder()


def to_json(record: object) -> bytes:
    """The record as one line of JSON, its letters as they are."""
    return _ENCODER.encode(record)


def from_json(line: bytes | str, kind: type[Any]) -> Any:
    """The record of this kind that the JSON tells."""
    return msgspec.json.decode(line, type=kind)


def digest(record: object, *more: str) -> str:
    """Sixteen hexadecimal digits that change whenever a field of the record does."""
    hashed = hashlib.sha256(_ENCODER.encode(record))
    for part in more:
        hashed.update(b"\0" + part.encode())
    return hashed.hexdigest()[:16]


def to_arrow(records: Sequence[Struct]) -> "pyarrow.Table":
    """Records of one kind as an Arrow table, a column for each field."""
    import pyarrow

    return pyarrow.Table.from_pylist([msgspec.to_builtins(record) for record in records])
