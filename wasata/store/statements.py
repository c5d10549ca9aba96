"""The SQL of the store, which lies in files that can be pasted into the DuckDB shell."""

import hashlib
from functools import cache
from pathlib import Path

ROOM = Path(__file__).parent


@cache
def sql(name: str) -> str:
    """The statements of a file, read once."""
    return (ROOM / name).read_text(encoding="utf-8")


@cache
def made_with() -> str:
    """Sixteen digits that change whenever a table or a view does: a store that names others is brought up to date."""
    whole = "".join(sql(name) for name in ("schema.sql", "upgrade.sql", "views.sql"))
    return hashlib.sha256(whole.encode()).hexdigest()[:16]
