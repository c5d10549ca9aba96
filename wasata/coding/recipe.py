"""What a worker needs to open the same line anywhere."""

from msgspec import Struct


class Recipe(Struct, frozen=True):
    """Names, not objects: the languages read, the coders asked, the analyst's lexicon folder laid over; how sure."""

    languages: tuple[str, ...] = ("ar",)
    coders: tuple[str, ...] = ("rules",)
    overlay: str = ""
    least: float = 0.0  # events of less confidence are left out
