"""Whether somebody named in a sentence is its subject, and whom a pronoun or a bare office in that place means."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from councilgraph.extract.prose.memory import Memory
from councilgraph.extract.prose.passages import Passage, Prose
from councilgraph.extract.prose.speakers import INSPECTORATE, ORGANISATION, PERSON, PRONOUN, SPOKESPERSON, Speaker
from councilgraph.extract.prose.verbs import alternatives
from councilgraph.extract.words import load

_GRAMMAR = {key: alternatives(words) for key, words in load("speech")["grammar"].items()}
_PREPOSITION = re.compile(rf"\b(?:{_GRAMMAR['prepositions']})\s+(?:the\s+)?$")
_ON_BEHALF = re.compile(r"\b(?:statement|behalf|letter|comment|response|spokes\w+)\s+(?:from|of|by|for)\s+(?:the\s+)?$")
_PLACES = re.compile(r"\b(?:in|at|from)\s+(?:[A-Z][\w'-]+,?\s+){1,2}(?:or|and)\s+$")
_SOME = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
_TRADE = re.compile(r",\s+(?:an?\s+|one\s+)?(?:[\w'-]+\s+){0,3}")
_ENDED = re.compile(r"(?:[.,\"':;-]|\b(?:and|but|while|that|as|when))\s*$")
_CLAUSE_OF = re.compile(r",\s+(?:who|whose|of|from|at|for|with|in|which|formerly|until)\b[^,]*$")
_PUT_OUT = re.compile(
    r"\b(?:put out|issued|released|published|made|signed|sent|gave|wrote) an? (?:\w+ )?(?:statement|letter|message|email)\b"
)
_HEARD = re.compile(r"\b(?:heard|hear|hearing)\s+(?:from\s+)?(?:\w+\s+){0,2}$")
_LONGEST_CLAUSE = 200  # code points between a person and the body with which a clause about them ends


def is_within(plain: str, speaker: Speaker, floor: int) -> bool:
    """Whether a speaker is no subject: named after a preposition."""
    return bool(
        (
            _PREPOSITION.search(plain, max(floor, speaker.start - 16), speaker.start)
            or (speaker.kind == PERSON and _PLACES.search(plain, max(floor, speaker.start - 40), speaker.start))
        )
        and not _ON_BEHALF.search(plain, max(floor, speaker.start - 30), speaker.start)
    )


def is_aside(plain: str, speaker: Speaker, floor: int) -> bool:
    """Whether an unnamed holder of some post ("an adviser") is no subject: what stands before is not ended."""
    if speaker.kind != PERSON or speaker.person is not None or not _SOME.match(plain, speaker.start):
        return False
    return speaker.start - floor > 2 and not _ENDED.search(plain, max(floor, speaker.start - 12), speaker.start)


def is_trade(plain: str, speaker: Speaker, nearest: Sequence[Speaker]) -> bool:
    """Whether a trade only tells of the person named before it: "Ms Hale, a retired teacher, said"."""
    if speaker.person is not None or plain[speaker.end : speaker.end + 1] != ",":
        return False
    named = (s.end for s in nearest if s.kind == PERSON and s.person is not None and s.end <= speaker.start)
    return any(_TRADE.fullmatch(plain, end, speaker.start) for end in named)


def closes(plain: str, speaker: Speaker, nearest: Sequence[Speaker]) -> bool:
    """Whether a body only ends what is told of a person: "Ms Hale, who leads the opposition, said"."""
    if speaker.kind != ORGANISATION or plain[speaker.end : speaker.end + 1] != ",":
        return False
    before = next((s for s in reversed(nearest) if s.end <= speaker.start and s.kind == PERSON), None)
    if before is None or speaker.start - before.end > _LONGEST_CLAUSE:
        return False
    return bool(_CLAUSE_OF.fullmatch(plain, before.end, speaker.start))


def is_heard(plain: str, speaker: Speaker, floor: int) -> bool:
    """Whether a body only tells inspectors something: "they heard parents say"."""
    heard = _HEARD.search(plain, max(floor, speaker.start - 30), speaker.start)
    return speaker.kind == ORGANISATION and heard is not None


@dataclass(frozen=True, slots=True)
class Meaning:
    """Whom the speakers of a passage mean."""

    prose: Prose
    passage: Passage
    memory: Memory
    present: Sequence[Speaker]

    def of(self, speaker: Speaker, nearest: Sequence[Speaker]) -> Speaker | None:
        """Whom a speaker means, among those named before it in its sentence; None where nobody can be meant."""
        if speaker.name == "they" and (inspectors := self._inspectors(speaker)):
            return inspectors
        if speaker.kind == SPOKESPERSON and (body := self._speaks_for(speaker)):
            return replace(speaker, name=body)
        if speaker.name == "it" and self.is_statement(speaker) and (row := self.memory.together()):
            return row[-1]
        if speaker.name == "which":
            return next(
                (s for s in nearest if s.end == speaker.start - 2 and s.kind in (ORGANISATION, INSPECTORATE)), None
            )
        if speaker.name == "who":
            return next((s for s in reversed(nearest) if s.end <= speaker.start and s.kind == PERSON), None)
        return self.memory.resolve(speaker)

    def is_statement(self, pronoun: Speaker) -> bool:
        """Whether "it" means what people were said to put out before it in the passage."""
        return _PUT_OUT.search(self.prose.plain, self.passage.start, pronoun.start) is not None

    def _speaks_for(self, spokesperson: Speaker) -> str | None:
        """The body that spoke last, where "a spokesman" alone follows it; None where a council's is meant."""
        last = self.memory.last
        words = self.prose.plain[spokesperson.start : spokesperson.end]
        if spokesperson.name != "council spokesperson" or spokesperson.council or len(words.split()) > 2:
            return None
        near = last is not None and self.memory.passage in (self.memory.reading - 1, self.memory.reading)
        return last.name if last and near and last.kind == ORGANISATION and last.council is None else None

    def _inspectors(self, pronoun: Speaker) -> Speaker | None:
        """The inspectors whom "they" means: named before it in the passage, and no other body as a subject since."""
        plain = self.prose.plain
        for speaker in reversed(self.present[: bisect_left(self.present, pronoun.start, key=lambda s: s.start)]):
            if speaker.kind == INSPECTORATE and plain[speaker.start : speaker.end].casefold().endswith("s"):
                return speaker
            if speaker.kind != PRONOUN and not is_within(plain, speaker, self.passage.start):
                return None
        return None
