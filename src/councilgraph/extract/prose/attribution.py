"""Attributions: the verbs by which a paragraph says that somebody speaks, each with its subject.

A verb has its subject before it ("Ms Hale said that …", "…, Ms Hale said"), behind it ("…," said Ms Hale), or
shares that of the verb before ("… but added"). A pronoun means whom the text made speak, or named as a subject, last.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from councilgraph.extract.prose.memory import Memory
from councilgraph.extract.prose.passages import Passage, Prose
from councilgraph.extract.prose.quotes import Quotation
from councilgraph.extract.prose.speakers import (
    INSPECTORATE,
    ORGANISATION,
    PERSON,
    PRONOUN,
    SPOKESPERSON,
    Speaker,
    Speakers,
)
from councilgraph.extract.prose.verbs import (
    BEFORE,
    CALLING,
    FINDING,
    GUARDED,
    OBJECT,
    TELLING,
    VERB,
    WHOLE,
    alternatives,
)
from councilgraph.extract.words import load

_GRAMMAR = {key: alternatives(words) for key, words in load("speech")["grammar"].items()}
_GAP = re.compile(
    r"(?:\s*\([^()]{1,60}\))?(?:\s+-\s+[^\"-]{2,60}\s+-)?"
    rf"(?:\s*,\s+[^,\"]{{2,90}},(?:\s+[^,\"]{{2,70}},)?|\s+(?:{_GRAMMAR['places']})\s+[^,\"]{{2,60}},|\s*,)?"
    rf"\s*(?:(?i:{BEFORE})[\s,]+){{0,4}}"
)
_PREPOSITION = re.compile(rf"\b(?:{_GRAMMAR['prepositions']})\s+(?:the\s+)?$")
_ON_BEHALF = re.compile(r"\b(?:statement|behalf|letter|comment|response|spokes\w+)\s+(?:from|of|by|for)\s+(?:the\s+)?$")
CARRIED = re.compile(rf"(?:\b(?:and|but|or|then)|,)\s+(?:then\s+)?(?:(?i:{BEFORE})\s+){{0,2}}$")
TURN = re.compile(r",?\s+(?:and|but|while|as)\s+(?:the\s+)?$")
_LISTED = re.compile(
    r"(?:,\s+(?:the\s+)?[A-Z][\w'& -]{2,60}){0,6},?\s+(?:and|&)\s+(?:the\s+)?[\w'& -]{2,60}?\s+"
    r"(?:(?:has|have|had|also|all|both)\s+)*"
)
_CLAUSE = re.compile(rf"\s*(?:(?:{_GRAMMAR['clauses']})(?![\w'])|:|\"|'|,\s*[\"'])", re.IGNORECASE)
_ADDRESSEE = re.compile(
    r"\s+(?:[\w'&/-]+\s+){0,7}?(?=that\b|how\b|why\b|whether\b)|\s+[^.\"']{0,60}?(?=[:,]\s*[\"'])"
    r"|\s+(?:[\w'&/-]+\s+){0,4}?[\w'&/-]+(?=:)"
)
_TOLD_PLAIN = re.compile(
    rf"\s+(?:{_GRAMMAR['hearers']}|BBC[\w ]{{0,20}}|(?:the\s+)?[A-Z][\w ]{{2,25}}?)\s+(?=(?:{_GRAMMAR['heard']})\b)"
)
_TOLD_WHOM = re.compile(r"\s+(?:[\w'&-]+\s*){1,6}(?=[.,]|$)")
_RELAYING = frozenset(load("speech")["grammar"]["relaying"])
_ACCORDING = re.compile(r"\b[Aa]ccording\s+to\s+")
_SOME = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
_ENDED = re.compile(r"(?:[.,\"':;-]|\b(?:and|but|while|that|as|when))\s*$")
_WITH = re.compile(r"\s*,?\s+and\s+(?:the\s+)?")
_NEAR_SUBJECT = 30  # code points of a sentence within which its subject is named


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb with its speaker.

    Attributes:
        start, end: hold verb and subject.
        inverted: whether the subject stands behind the verb.
        carried: whether the subject is that of an earlier verb.
        turns: whether another speaker's clause ends here ("and the MP called it …").
        joint: somebody else who speaks with the speaker ("Ms Hale and Mr Oake said").
    """

    speaker: Speaker
    verb: int
    word: str
    start: int
    end: int
    inverted: bool = False
    carried: bool = False
    turns: bool = False
    joint: Speaker | None = None


@dataclass(slots=True)
class Attributions:
    """The attributions of one paragraph."""

    prose: Prose
    passage: Passage
    quotations: Sequence[Quotation]
    speakers: Speakers
    memory: Memory
    present: list[Speaker] = field(init=False)
    _noted: int = 0

    def __post_init__(self) -> None:
        self.present = [
            s for s in self.speakers.between(self.passage.start, self.passage.end) if not self.quoted(s.start)
        ]

    def quoted(self, offset: int) -> bool:
        """Whether an offset lies within a quotation."""
        index = bisect_right(self.quotations, offset, key=lambda q: q.start) - 1
        return index >= 0 and self.quotations[index].start < offset < self.quotations[index].end

    def read(self) -> Iterator[Attribution]:
        """One after another, so that what is made of one can be remembered before the next."""
        before: Attribution | None = None
        for verb in VERB.finditer(self.prose.plain, self.passage.start, self.passage.end):
            if self.quoted(verb.start()):
                continue
            sentence = self.prose.sentence_at(verb.start())
            floor = sentence.start if sentence else self.passage.start
            self._name(floor)
            found = self._of(verb, floor, before)
            if found:
                before = found
                yield found
        self._name(self.passage.end)

    def _name(self, until: int) -> None:
        """Remember the subjects of the sentences before an offset."""
        while self._noted < len(self.present) and self.present[self._noted].end <= until:
            speaker = self.present[self._noted]
            self._noted += 1
            sentence = self.prose.sentence_at(speaker.start)
            self.memory.named = speaker if speaker.kind == PERSON else self.memory.named
            if speaker.kind == PRONOUN or sentence is None or speaker.start - sentence.start > _NEAR_SUBJECT:
                continue
            official = speaker.kind in (PERSON, INSPECTORATE) or speaker.council is not None
            if official and not self._within(speaker, sentence.start) and not self._spoken_since(speaker.start):
                self.memory.note(speaker)

    def _spoken_since(self, offset: int) -> bool:
        """Whether somebody spoke behind an offset already: what is named earlier is not newer."""
        return self.memory.last is not None and self.memory.last.start > offset

    def _within(self, speaker: Speaker, floor: int) -> bool:
        """Whether a speaker is no subject: named after a preposition."""
        plain = self.prose.plain
        return bool(
            _PREPOSITION.search(plain, max(floor, speaker.start - 16), speaker.start)
            and not _ON_BEHALF.search(plain, max(floor, speaker.start - 30), speaker.start)
        )

    def _aside(self, speaker: Speaker, floor: int) -> bool:
        """Whether an unnamed holder of some post ("an adviser") is no subject: what stands before is not ended."""
        plain = self.prose.plain
        if speaker.kind != PERSON or speaker.person is not None or not _SOME.match(plain, speaker.start):
            return False
        return speaker.start - floor > 2 and not _ENDED.search(plain, max(floor, speaker.start - 12), speaker.start)

    def _of(self, verb: re.Match[str], floor: int, before: Attribution | None) -> Attribution | None:
        """The attribution that a verb makes."""
        plain = self.prose.plain
        word = " ".join(verb[0].split()).casefold()
        last = bisect_right(self.present, verb.start(), key=lambda s: s.end)
        nearest = [s for s in self.present[max(0, last - 6) : last] if s.start >= floor - 1]
        for speaker in [*self._joint(nearest, verb.start()), *reversed(nearest[-4:])]:
            if not self._reaches(speaker, verb.start()) or self._within(speaker, floor) or self._aside(speaker, floor):
                continue
            meant = self._meant(speaker, nearest)
            if meant and self._may(verb, word, meant, speaker, floor):
                turns = bool(TURN.search(plain, max(floor, speaker.start - 12), speaker.start)) and self._vivid(
                    verb, word
                )
                placed = replace(meant, start=speaker.start, end=speaker.end)
                return Attribution(
                    placed,
                    verb.start(),
                    word,
                    speaker.start,
                    verb.end(),
                    turns=turns and meant.kind in (PERSON, SPOKESPERSON),
                    joint=self._beside(speaker, nearest),
                )
        return self._inverted(verb, word, floor) or self._carried(verb, word, floor, nearest, before)

    def _beside(self, speaker: Speaker, nearest: Sequence[Speaker]) -> Speaker | None:
        """The person who is named before a person, with "and" between the two."""
        if speaker.kind != PERSON:
            return None
        before = next((s for s in reversed(nearest) if s.end <= speaker.start), None)
        linked = before and _WITH.fullmatch(self.prose.plain, before.end, speaker.start)
        return before if before and linked and before.kind == PERSON and before.name != speaker.name else None

    def according(self) -> Iterator[tuple[Speaker, int, int]]:
        """Speakers after "according to", and where the phrase begins and ends."""
        for found in _ACCORDING.finditer(self.prose.plain, self.passage.start, self.passage.end):
            index = bisect_left(self.present, found.end(), key=lambda s: s.start)
            speaker = self.present[index] if index < len(self.present) else None
            if speaker and speaker.start - found.end() <= 5 and speaker.kind not in (INSPECTORATE, PRONOUN):
                yield speaker, found.start(), speaker.end

    def _meant(self, speaker: Speaker, nearest: Sequence[Speaker]) -> Speaker | None:
        if speaker.name == "who":
            return next((s for s in reversed(nearest) if s.end <= speaker.start and s.kind == PERSON), None)
        return self.memory.resolve(speaker)

    def _vivid(self, verb: re.Match[str], word: str) -> bool:
        """Whether a verb calls something names, or a quotation follows."""
        return word in CALLING or self._quotes(verb.end())

    def _quotes(self, offset: int) -> bool:
        """Whether a quotation begins soon behind an offset."""
        index = bisect_left(self.quotations, offset, key=lambda q: q.start)
        return index < len(self.quotations) and self.quotations[index].start - offset < 60

    def _reaches(self, speaker: Speaker, verb: int) -> bool:
        """Whether only what may part a subject from its verb stands between the two."""
        plain = self.prose.plain
        if verb - speaker.end > 260:
            return False
        listed = speaker.kind == ORGANISATION and _LISTED.fullmatch(plain, speaker.end, verb)
        return bool(_GAP.fullmatch(plain, speaker.end, verb) or listed)

    def _joint(self, nearest: Sequence[Speaker], verb: int) -> list[Speaker]:
        """The first of several who speak together: "the council, the board and the police said"."""
        bodies = [s for s in nearest if s.kind == ORGANISATION and verb - s.end < 260]
        first = next((s for s in bodies if _LISTED.fullmatch(self.prose.plain, s.end, verb)), None)
        return [first] if first else []

    def _inverted(self, verb: re.Match[str], word: str, floor: int) -> Attribution | None:
        """A verb behind words, before its subject."""
        plain = self.prose.plain
        if word in FINDING or plain[max(floor, verb.start() - 3) : verb.start()].strip()[-1:] not in tuple("\"',?!"):
            return None
        index = bisect_left(self.present, verb.end(), key=lambda s: s.start)
        subject = self.present[index] if index < len(self.present) else None
        if subject and subject.kind != PRONOUN and not plain[verb.end() : subject.start].strip(" the"):
            return Attribution(subject, verb.start(), word, verb.start(), subject.end, inverted=True)
        return None

    def _carried(
        self, verb: re.Match[str], word: str, floor: int, nearest: Sequence[Speaker], before: Attribution | None
    ) -> Attribution | None:
        """A verb that shares the subject of one before it, or of its sentence."""
        plain = self.prose.plain
        joint = CARRIED.search(plain, max(floor, verb.start() - 40), verb.start())
        if before and before.verb >= floor and joint:
            if joint[0].lstrip().startswith(",") and not (word.endswith("ing") or "and" in joint[0]):
                return None
            if word not in FINDING or before.speaker.kind == INSPECTORATE:
                return Attribution(before.speaker, verb.start(), word, joint.start(), verb.end(), carried=True)
        if before and before.verb >= floor and word in _RELAYING and verb.start() - before.end < 60:
            return Attribution(before.speaker, verb.start(), word, verb.start() - 1, verb.end(), carried=True)
        if word.endswith("ing") and nearest and plain[max(floor, verb.start() - 2) : verb.start()] == ", ":
            first = self.memory.resolve(nearest[0])
            if first and nearest[0].start - floor < _NEAR_SUBJECT and not self._within(nearest[0], floor):
                return Attribution(first, verb.start(), word, verb.start() - 2, verb.end(), carried=True)
        return None

    def _may(self, verb: re.Match[str], word: str, meant: Speaker, speaker: Speaker, floor: int) -> bool:
        """Whether a verb that also tells of deeds and states has words behind or before it."""
        if word in FINDING:
            return meant.kind == INSPECTORATE
        if word not in GUARDED:
            return True
        plain = self.prose.plain
        behind = plain[floor : speaker.start].rstrip()
        if plain[verb.end() : verb.end() + 1] in (".", ",", ":", ""):
            return True
        if behind[-1:] in ('"', "'") and self.quotations:
            return True
        if word in WHOLE and plain[verb.end() : verb.end() + 2].strip():
            return True
        if word in TELLING:
            if (
                behind.endswith(",")
                and len(behind.split()) >= 3
                and _TOLD_WHOM.match(plain, verb.end(), self.passage.end)
            ):
                return True
            return addressed(plain, verb.end(), self.passage.end) is not None
        return bool(_CLAUSE.match(plain, verb.end(), self.passage.end)) or word in OBJECT


def addressed(plain: str, start: int, end: int) -> int | None:
    """Where the words begin that somebody is told, behind whom; None where nothing is told."""
    found = _ADDRESSEE.match(plain, start, end) or _TOLD_PLAIN.match(plain, start, end)
    return found.end() if found else None
