"""Written words with their readings, made once per spelling."""

from functools import cache

from wasata.packs.language import Language
from wasata.records.text import Analysis, Form, Token, Word

_MOST_WORDS = 400_000  # a memo beyond this is forgotten, so that memory stays bounded on any input


class Words:
    """The words of one language: cut, looked up among the generated forms, and remembered."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.script = language.script
        self.forms: dict[str, tuple[Form, ...]] = forms(language)
        self._memo: dict[str, Word] = {}

    def word(self, surface: str) -> Word:
        """The word of this spelling with every analysis its clitics and the pack's lexemes allow."""
        found = self._memo.get(surface)
        if found is None:
            if len(self._memo) > _MOST_WORDS:
                self._memo.clear()
            found = self._memo[surface] = self._analyse(surface)
        return found

    def tokens(self, text: str, start: int, end: int) -> tuple[Token, ...]:
        """The words and marks of a stretch of text, in order, with their places in the whole text."""
        found = list(self.script.TOKEN.finditer(text, start, end))
        surfaces = [match[0] for match in found]
        try:
            made = list(map(self._memo.__getitem__, surfaces))
        except KeyError:
            made = [self.word(surface) for surface in surfaces]
        return tuple([Token(match.start(), match.end(), word) for match, word in zip(found, made, strict=True)])

    def _analyse(self, surface: str) -> Word:
        key = self.script.fold(surface) or surface  # a lone tatweel stays what it is
        if len(key) < 2 or not key[0].isalpha():
            return Word(surface, key)
        found = []
        alef = surface.endswith("ى")  # اعتدى "attacked": its passive ends in ya
        open_end = surface.endswith("ة")  # شحنة is a shipment, never "he shipped it"
        for cut in self.script.verb_cuts(key):
            if open_end and cut.suffix == "ه":
                continue
            for form in self.forms.get(cut.stem, ()):
                if alef and form.kind == "perfect" and form.voice == "passive":
                    continue
                if form.kind in _VERBAL and (not cut.prep or form.kind in ("imperfect", "jussive")):
                    found.append(Analysis(form, cut))
        for cut in self.script.noun_cuts(key):
            if open_end and cut.suffix == "ه":
                continue
            for form in self.forms.get(cut.stem, ()):
                if form.kind not in _VERBAL:
                    found.append(Analysis(form, cut))
        return Word(surface, key, tuple(found))


_VERBAL = frozenset(("perfect", "imperfect", "jussive", "future", "imperative"))


@cache
def words(language: Language) -> Words:
    """The one memo of a language in this process."""
    return Words(language)


def forms(language: Language) -> dict[str, tuple[Form, ...]]:
    """Every generated form of every lexeme, by its folded spelling."""
    found: dict[str, dict[Form, None]] = {}
    for row in language.lemmas:
        for spelling, form in language.script.inflect(row):
            found.setdefault(spelling, {})[form] = None
    return {spelling: tuple(kept) for spelling, kept in found.items()}
