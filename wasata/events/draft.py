"""An event in the making, and what the article has set up so far."""

from msgspec import Struct

from wasata.events.frames import SIDE, WORD, Frame
from wasata.records.mention import Party, When
from wasata.records.text import Analysis


class Draft(Struct, gc=False):
    """An event in the making: token of its trigger, frame, and the mentions on each side."""

    at: int
    frame: Frame
    analysis: Analysis
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    words: tuple[int, ...] = ()  # tokens of the literals
    subject: tuple[int, ...] = ()
    verbal: bool = True
    status: str = "actual"
    speaker: tuple[int, ...] | None = None
    mutual: bool = False
    deed: "Draft | None" = None  # what an act of blame speaks of
    hit: tuple[Party, ...] = ()  # whose land was struck, where no victim is named
    by: tuple[Party, ...] = ()  # who did it, where no mention names them: a crowd, a suicide attacker
    mode: str = ""  # where the article tells more of the mode than the frame
    when: When | None = None
    stated: bool = False  # the text itself dates it; else its day is carried over or that of the news
    signs: tuple[str, ...] = ()  # what says that a violent act or a protest is told as a fact, as in evidence.py
    rules: tuple[tuple[str, int], ...] = ()  # rows of factuality and the token they spoke of

    @property
    def score(self) -> int:
        """How much of its frame was found: literals, and a party that must be called so, weigh most."""
        return WORD * len(self.words) + self.frame.weight + SIDE * (bool(self.actors) + bool(self.recipients))


class Memory:
    """What the article has set up so far: the last main subject, speaker and pair, as mention indices."""

    __slots__ = ("pair", "speaker", "subject", "talkers")

    def __init__(self) -> None:
        self.subject: tuple[int, ...] = ()
        self.speaker: tuple[int, ...] = ()
        self.pair: tuple[int, ...] = ()
        self.talkers: tuple[int, ...] = ()  # the last two who met or agreed
