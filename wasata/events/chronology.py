"""The day of every act of an article: told in its clause, carried on by the story, or the day of the news."""

from datetime import date, timedelta

from msgspec import Struct

from wasata.events.attach import anchor, clause_time, own_time
from wasata.events.draft import Draft
from wasata.events.scene import Scene
from wasata.events.storyline import ASIDE, BACK, BEFORE, JUST, MAIN, TOLD, standing
from wasata.records.mention import Reading, TimeMention, When

_LEAD = 3  # sentences
_FRESH = 3  # days: news is not older
_OLD = 10  # days: what lies further back is no part of the news
_UNDATED = frozenset(("trap", "duration"))
_COARSE = frozenset(("month", "quarter", "season", "year"))
# acts of the word, which a report tells as its news; all others a sentence may also remember
_SPOKEN = frozenset(("SUPPORT", "REJECT", "ACCUSE", "AGREE", "REQUEST", "THREATEN", "CONCEDE", "CONSULT"))
# words at the head of a sentence that lead back from what was remembered to the news
_TURNS = frozenset(
    (
        "جهه",
        "ناحيه",
        "جهته",
        "جهتها",
        "جهتهم",
        "جانبه",
        "جانبها",
        "بدوره",
        "بدورها",
        "السياق",
        "الشان",
        "صعيد",
        "المقابل",
        "غضون",
    )
)
# what PLOVER takes for a promise as long as it lies ahead
_PROMISED = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID"))
_WITH = frozenset(("خلال", "في", "علي", "هامش", "ختام", "اثناء", "عقب", "اثر", "بعد", "ضمن", "لدي"))


class Line(Struct):
    """The time at which the story has arrived: where it was told, and whether it is part of the news."""

    when: When | None = None
    block: int = -1
    sentence: int = -1
    fresh: bool = False


class Chronology:
    """Days of acts in reading order: each sentence may set the time for what follows."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.published = _day(reading.document.date)
        self.week = _week_before(self.published) if self.published else None
        self.named = _news_day(reading, self.published) if self.published else None
        self.lately = _days_to(self.named) if self.named else self.week
        self.history = self.named is None and _tells_history(reading, self.published)
        self.line = Line()
        self.met: When | None = None

    def place(self, scene: Scene, drafts: list[Draft]) -> None:
        """Each draft of this sentence has its day, where the text gives one."""
        self._enter(scene)
        marks = self._marks(scene)
        for draft in sorted(drafts, key=lambda d: d.at):
            draft.when, draft.stated = self._date(scene, draft, marks)
            if draft.stated and draft.frame.event == "CONSULT" and draft.when is not None:
                self.met = draft.when

    # ---- the story line

    def _enter(self, scene: Scene) -> None:
        """The time of the sentence before goes on within its paragraph, in news only as long as nothing turns away."""
        line, block = self.line, scene.sentence.block
        turned = any(scene.keys[k].lstrip("و") in _TURNS for k in range(min(4, scene.n)))
        if line.block != block or turned or not self.history and not line.fresh and scene.number > line.sentence + 1:
            line.when = None
        line.block = block
        meeting = self._meeting(scene)
        if meeting is not None:
            line.when, line.sentence, line.fresh = meeting, scene.number, self._is_fresh(meeting)

    def _meeting(self, scene: Scene) -> When | None:
        """The day of the meeting told last, where the sentence begins "during the meeting"."""
        if self.met is None:
            return None
        for here in range(1, min(7, scene.n)):
            sense = scene.senses[here]
            if scene.verbal[here] or scene.time_at[here] is not None:
                return None
            if sense.definite and any(frame.event == "CONSULT" for _, frame in sense.noun_frames):
                leads = any(scene.keys[k].lstrip("وف") in _WITH for k in range(here))
                return self.met if leads else None
        return None

    def _marks(self, scene: Scene) -> list[tuple[int, Line]]:
        """From which token on which time is in force, by the main verbs of the sentence and the line so far."""
        marks = [(-1, Line(self.line.when, fresh=self.line.fresh, sentence=self.line.sentence))]
        for at in scene.verbs if scene.timed else ():
            time = clause_time(scene, at)
            if time is None or time.when is None or time.when.start is None:
                continue
            where = standing(scene, at, verbal=True)
            if where not in (MAIN, BACK):
                continue
            fresh = where == MAIN and self._is_fresh(time.when)
            line = Line(time.when, scene.sentence.block, scene.number, fresh)
            marks.append((at, line))
            if time.when.grain not in ("hour", "minute"):  # an hour is that of one act alone
                self.line = line
        return marks

    def _is_fresh(self, when: When) -> bool:
        """Whether a day is part of the news."""
        if self.published is None or when.start is None or when.grain not in ("day", "hour", "minute"):
            return False
        return 0 <= (self.published - _start(when)).days <= _FRESH

    # ---- one draft

    def _date(self, scene: Scene, draft: Draft, marks: list[tuple[int, Line]]) -> tuple[When | None, bool]:
        """The day of a draft, and whether the text states it."""
        claimed = draft.frame.event == "ASSAULT" and "say" in scene.senses[draft.at].cues
        time = None if claimed else own_time(scene, draft)
        if time is not None:
            return time.when, True
        if draft.status == "future" and draft.frame.event in _PROMISED and self._news(scene):
            return self.named or self.week, False  # a plan without a day is as old as the words that tell it
        if draft.status in ("future", "hypothetical"):
            return None, False
        line = next(mark for at, mark in reversed(marks) if at <= draft.at)
        here = line.sentence == scene.number
        if not here and len(marks) > 1 and not draft.verbal and not any(scene.verbal[: draft.at]):
            line, here = marks[1][1], True
        where = self._standing(scene, draft)
        if claimed:
            return (self.week, False) if self._news(scene) else (None, False)
        if where == TOLD and self._own_words(scene, draft):
            where = MAIN
        if where in (BEFORE, JUST) and here and line.when is not None and line.when.grain in _COARSE:
            return line.when, True
        if where == ASIDE and draft.verbal:
            dated = _antecedent_time(scene, draft.at)
            if dated is not None:
                return dated, True
        if where == ASIDE and draft.analysis.form.kind == "imperfect" and self._news(scene):
            return self.lately, False
        if draft.verbal and where != MAIN and scene.senses[draft.at].conj:
            chained = _joined_time(scene, draft.at)
            if chained is not None:
                return chained, True
        if where == BACK:
            return (line.when, True) if here and line.when is not None and not line.fresh else (None, False)
        if where in (MAIN, JUST) and self._tells(scene, draft, where):
            return self._on_line(scene, draft, line, here=here)
        if where == TOLD and self._news(scene) and (draft.verbal or self._tells(scene, draft, where)):
            return self.lately, False
        return None, False

    @staticmethod
    def _standing(scene: Scene, draft: Draft) -> str:
        """How the act stands to the story; talks "that they held" as their noun does."""
        first = anchor(scene, draft)
        if any(scene.senses[k].particle == "rel" for k in range(first, draft.at)):
            first = draft.at
        where = standing(scene, first, verbal=draft.verbal and first == draft.at)
        bare = draft.verbal and draft.at and not draft.analysis.cut.conj and scene.senses[draft.at - 1].nouns
        if where == ASIDE and bare and draft.frame.event == "CONSULT":
            return standing(scene, draft.at - 1, verbal=False)
        return where

    def _on_line(self, scene: Scene, draft: Draft, line: Line, *, here: bool) -> tuple[When | None, bool]:
        """The time of the story line for an act on it: of its sentence, of the story, else the day of the news."""
        if line.when is not None:
            goes_on = self.history or line.fresh or draft.frame.event not in _SPOKEN
            if here or goes_on:
                return line.when, here
        if not self._news(scene):
            return None, False
        return self.named or self.week, False

    def _news(self, scene: Scene) -> bool:
        return self.published is not None and (not self.history or scene.number < _LEAD)

    def _tells(self, scene: Scene, draft: Draft, where: str) -> bool:
        """Whether an act on the line is told there, not only spoken of: of deeds a bare noun tells nothing."""
        if draft.verbal or self._title(scene) or draft.frame.event in _SPOKEN:
            return True
        if where == JUST:
            return False
        for at in range(draft.at - 1, max(-1, draft.at - 8), -1):
            if scene.verbal[at]:
                return bool({"occur", "phase", "agentless", "say"} & set(scene.senses[at].cues))
        return bool(draft.words) and min(draft.words) < draft.at

    def _title(self, scene: Scene) -> bool:
        return self.reading.blocks[scene.sentence.block].kind == "title"

    @staticmethod
    def _own_words(scene: Scene, draft: Draft) -> bool:
        """Whether the doer is the one who tells it."""
        return not draft.speaker or any(index in draft.actors for index in draft.speaker)


def _antecedent_time(scene: Scene, at: int) -> When | None:
    """The time right before the relative in which the verb stands: "the letter of 7 May in which he asked"."""
    for here in range(at - 1, max(0, at - 4), -1):
        if scene.senses[here].particle == "rel":
            times = [scene.time_at[k] for k in range(max(0, here - 3), here)]
            return next((time.when for time in reversed(times) if time is not None and time.when is not None), None)
    return None


def _joined_time(scene: Scene, at: int) -> When | None:
    """The time of the verb that this one joins by "and"."""
    for here in range(at - 1, max(-1, at - 30), -1):
        if scene.senses[here].particle in ("stop", "colon", "clause", "comp"):
            return None
        if scene.verbal[here] and "kana" not in scene.senses[here].cues:
            time = clause_time(scene, here)
            return time.when if time is not None else None
    return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _start(when: When) -> date:
    return date.fromisoformat((when.start or "")[:10])


def _week_before(published: date) -> When:
    return When((published - timedelta(days=6)).isoformat(), (published + timedelta(days=1)).isoformat(), "week")


def _days_to(day: When) -> When:
    """The day of the news with the two before it: what a source tells of others is not always of that day."""
    return When((_start(day) - timedelta(days=2)).isoformat(), (_start(day) + timedelta(days=1)).isoformat(), "day")


def _news_day(reading: Reading, published: date) -> When | None:
    """The day the lead names first, else the only recent day that the article names at all."""
    lead = reading.sentences[min(_LEAD, len(reading.sentences) - 1)].span.end if reading.sentences else 0
    recent: list[When] = []
    for time in reading.times:
        day = _plain_day(time)
        if day is None or time.when is None or not 0 <= (published - day).days <= _FRESH:
            continue
        if time.span.start <= lead:
            return When(day.isoformat(), (day + timedelta(days=1)).isoformat(), "day")
        if time.when.grain == "day":
            recent.append(time.when)
    days = {_start(when) for when in recent}
    return recent[0] if len(days) == 1 else None


def _plain_day(time: TimeMention) -> date | None:
    """The day that the words name, None where they name a longer or an unknown time."""
    when = time.when
    if when is None or when.start is None or time.kind in _UNDATED or when.grain not in ("day", "hour", "minute"):
        return None
    if when.grain == "day" and (when.end is None or (date.fromisoformat(when.end[:10]) - _start(when)).days != 1):
        return None
    return _start(when)


def _tells_history(reading: Reading, published: date | None) -> bool:
    """Whether the article is dated throughout: three or more days or months that lie over ten days back."""
    back = set()
    for time in reading.times:
        when = time.when
        if when is None or when.start is None or time.kind != "instant" or when.grain not in ("day", "month"):
            continue
        if published is None or (published - _start(when)).days > _OLD:
            back.add(when.start)
    return len(back) >= 3
