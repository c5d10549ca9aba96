"""The seam: whoever turns a Reading into Events, by rule, model or tree."""

from collections.abc import Iterator
from typing import Protocol

from wasata.records.event import Event
from wasata.records.mention import Reading


class Coder(Protocol):
    """One way to be a coder: a name with the digest of what it reads with, and the code."""

    name: str

    def code(self, reading: Reading) -> Iterator[Event]:
        """Every event that the reading tells."""
        ...
