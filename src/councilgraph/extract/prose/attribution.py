"""Attributions: the verbs by which a paragraph says that somebody speaks, each with its subject.

A verb has its subject before it ("Ms Hale said that …", "…, Ms Hale said"), behind it ("…," said Ms Hale), or
shares that of the verb before ("… but added"). A pronoun means whom the text made speak, or named as a subject, last.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from councilgraph.extract.prose import together
from councilgraph.extract.prose.guards import is_stated, may_speak
from councilgraph.extract.prose.meaning import Meaning, closes, is_aside, is_heard, is_trade, is_within
from councilgraph.extract.prose.memory import Memory
from councilgraph.extract.prose.passages import Passage, Prose
from councilgraph.extract.prose.quotes import Quotation
from councilgraph.extract.prose.speakers import (
    INSPECTORATE,
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
    STATE,
    VERB,
    alternatives,
    word_of,
)
from councilgraph.extract.words import load

_GRAMMAR = {key: alternatives(words) for key, words in load("speech")["grammar"].items()}
_GAP = re.compile(
    r"(?:\s*\([^()]{1,60}\))?(?:\s+[-–—]\s+[^\"–—-]{2,60}\s+[-–—])?(?:\s+[-–—](?=\s))?"
    rf"(?:\s*,\s+[^,\"]{{2,90}},(?:\s+[^,\"]{{2,70}},)?|\s+(?:{_GRAMMAR['places']})\s+[^,\"]{{2,60}},|\s*,)?"
    rf"\s*(?:(?i:{BEFORE})[\s,]+){{0,4}}"
)
CARRIED = re.compile(rf"(?:\b(?:and|but|or|then)|,)\s+(?:then\s+)?(?:(?i:{BEFORE})\s+){{0,2}}$")
TURN = re.compile(r",?\s+(?:and|but|while|as)\s+(?:the\s+)?$")
_RELAYING = frozenset(load("speech")["grammar"]["relaying"])
_ACCORDING = re.compile(
    rf"\b(?:[Aa]ccording\s+to|[Ii]n\s+the\s+(?:{_GRAMMAR['views']})\s+of)\s+(?:the\s+|[^.,;\"]{{2,5}}\s+)?$"
)
_THAT_IS = r"(?P<that>\s+(?:is|was|remains|remained|had\s+been|has\s+been)\s+(?:that\b|(?=\")))"
_VIEW_OF = re.compile(rf"'s?\s+(?:own\s+|clear\s+|firm\s+)?(?:{_GRAMMAR['views']})(?:{_THAT_IS}|\s+that\b|\b)")
_VIEW = re.compile(rf"{_THAT_IS}|\s+that\b|\b(?=,)")
_IN = re.compile(r"\b(?:[Ii]n|[Ii]t\s+(?:is|was|remains|remained))\s+(?:the\s+)?$")
_OWNS = re.compile(r"'s?\s+(?:[\w-]+\s+){0,3}$|'s?\s+$")
_OWNER = re.compile(r"\s+(?:the\s+)?(?:[\w&-]+\s+){0,4}?[\w&-]+(?:'s|s')\s+(?:[\w-]+\s+){0,2}")
_SIGNED = re.compile(
    rf"\b(?:{_GRAMMAR['letters']}|wrote|written|writes|writing|emailed|e-mailed|petitioned)\s+(?:to\s+[\w' ]{{3,40}}\s+)?$"
)
_HEARD = re.compile(
    r",\s(?:told|warned|informed|advised|reminded|asked|urged|instructed|assured)\s+(?:that|by|to|in|on|at|last\s+(?:year|month|week|spring|summer|autumn|winter)(?!'|\s+[a-z]+\s+meeting)|only|just|earlier|again|repeatedly|how|why|\w+\s+(?:years?|months?|weeks?)\s+(?:ago|earlier|before))\b"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+|also\s+)?$")
_BY = re.compile(r"\s+by\s+(?:the\s+)?")
_NEAR_SUBJECT = 30  # code points of a sentence within which its subject is named


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb with its speaker.

    Attributes:
        start, end: hold verb and subject.
        inverted: whether the subject stands behind the verb.
        carried: whether the subject is that of an earlier verb.
        turns: whether another speaker's clause ends here ("and the MP called it …").
        joint: others who speak with the speaker ("Ms Hale and Mr Oake said").
    """

    speaker: Speaker
    verb: int
    word: str
    start: int
    end: int
    inverted: bool = False
    carried: bool = False
    turns: bool = False
    joint: tuple[Speaker, ...] = ()


@dataclass(slots=True)
class Attributions:
    """The attributions of one paragraph."""

    prose: Prose
    passage: Passage
    quotations: Sequence[Quotation]
    speakers: Speakers
    memory: Memory
    present: list[Speaker] = field(init=False)
    _meaning: Meaning = field(init=False)
    _noted: int = 0
    _told: int = -1  # where the sentence begins whose subject is noted

    def __post_init__(self) -> None:
        self.present = [
            s for s in self.speakers.between(self.passage.start, self.passage.end) if not self.quoted(s.start)
        ]
        self._meaning = Meaning(self.prose, self.passage, self.memory, self.present)

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
            if self._noted > 1 and (pair := together.pair(self.prose.plain, self.present[self._noted - 2], speaker)):
                self.memory.remember(pair)
            self.memory.named = speaker if speaker.kind == PERSON else self.memory.named
            owns = speaker.person is None and self.prose.plain[speaker.end : speaker.end + 2] == "'s"
            owns = owns and speaker.kind == PERSON
            if owns or speaker.kind == PRONOUN or sentence is None or speaker.start - sentence.start > _NEAR_SUBJECT:
                continue
            if sentence.start == self._told and not together.follows(self.prose.plain, speaker):
                continue
            official = speaker.kind in (PERSON, INSPECTORATE) or speaker.council is not None
            if (
                official
                and not is_within(self.prose.plain, speaker, sentence.start)
                and not self._spoken_since(speaker.start)
            ):
                self.memory.note(speaker)
                if self.prose.plain[speaker.end : speaker.end + 2] != "'s":
                    self._told = sentence.start

    def _spoken_since(self, offset: int) -> bool:
        """Whether somebody spoke behind an offset already: what is named earlier is not newer."""
        return self.memory.last is not None and self.memory.last.start > offset

    def _of(self, verb: re.Match[str], floor: int, before: Attribution | None) -> Attribution | None:
        """The attribution that a verb makes."""
        plain = self.prose.plain
        word = word_of(verb)
        if (
            word not in STATE
            and word.endswith(("ed", "told"))
            and (
                _PASSIVE.search(plain, max(floor, verb.start() - _NEAR_SUBJECT), verb.start())
                or _HEARD.match(plain, verb.start() - len(", "))
            )
        ):
            return self._by(verb, word)
        last = bisect_right(self.present, verb.start(), key=lambda s: s.end)
        nearest = [s for s in self.present[max(0, last - 6) : last] if s.start >= floor - 1]
        for speaker in [*together.listed(plain, nearest, verb.start()), *reversed(nearest[-4:])]:
            if (
                not self._reaches(speaker, verb.start())
                or is_within(self.prose.plain, speaker, floor)
                or is_aside(plain, speaker, floor)
            ):
                continue
            if closes(plain, speaker, nearest) or is_trade(plain, speaker, nearest):
                continue
            if is_heard(plain, speaker, floor):
                continue
            meant = self._meaning.of(speaker, nearest)
            if meant and may_speak(plain, self.passage, self.quotations, verb, word, meant, speaker, floor):
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
                    joint=together.beside(plain, speaker, nearest, self.memory)
                    or (self.memory.together()[:-1] if speaker.name == "it" and meant.kind == PERSON else ()),
                )
        return self._inverted(verb, word, floor) or self._carried(verb, word, floor, nearest, before)

    def according(self) -> Iterator[tuple[Speaker, int, int]]:
        """Speakers after "according to" and of "in her view", and where the phrase begins and ends."""
        plain = self.prose.plain
        for speaker in self.present:
            meant = self.memory.resolve(speaker)
            if meant is None or meant.kind == INSPECTORATE:
                continue
            to = _ACCORDING.search(plain, max(self.passage.start, speaker.start - 40), speaker.start)
            if to and speaker.kind != PRONOUN:
                yield speaker, to.start(), speaker.end
            elif view := (_VIEW if " " in speaker.name and speaker.kind == PRONOUN else _VIEW_OF).match(
                plain, speaker.end, self.passage.end
            ):
                opening = _IN.search(plain, max(self.passage.start, speaker.start - 16), speaker.start)
                if opening or view["that"]:
                    yield replace(meant, start=speaker.start), opening.start() if opening else speaker.start, view.end()

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
        return bool(_GAP.fullmatch(plain, speaker.end, verb) or together.is_listed(plain, speaker, verb))

    def _by(self, verb: re.Match[str], word: str) -> Attribution | None:
        """Who is named behind a passive: "members were told by Ms Hale that …"."""
        by = _BY.match(self.prose.plain, verb.end(), self.passage.end)
        index = bisect_left(self.present, by.end() if by else self.passage.end, key=lambda s: s.start)
        subject = self.present[index] if by and index < len(self.present) else None
        if by is None or subject is None or subject.kind == PRONOUN or subject.start != by.end():
            return None
        return Attribution(subject, verb.start(), word, verb.start(), subject.end)

    def _inverted(self, verb: re.Match[str], word: str, floor: int) -> Attribution | None:
        """A verb behind words, before its subject."""
        plain = self.prose.plain
        if (
            word in FINDING
            or word.endswith("ing")
            or plain[max(floor, verb.start() - 3) : verb.start()].strip()[-1:] not in tuple("\"',?!")
        ):
            return None
        index = bisect_left(self.present, verb.end(), key=lambda s: s.start)
        while index < len(self.present) - 1 and _OWNS.match(
            plain, self.present[index].end, self.present[index + 1].start
        ):
            index += 1
        subject = self.present[index] if index < len(self.present) else None
        gap = plain[verb.end() : subject.start] if subject and subject.start - verb.end() < 90 else None
        if subject and subject.kind != PRONOUN and gap is not None and (not gap.strip(" the") or _OWNER.fullmatch(gap)):
            return Attribution(subject, verb.start(), word, verb.start(), subject.end, inverted=True)
        return None

    def _carried(
        self, verb: re.Match[str], word: str, floor: int, nearest: Sequence[Speaker], before: Attribution | None
    ) -> Attribution | None:
        """A verb that shares the subject of one before it, or of its sentence."""
        plain = self.prose.plain
        if word in STATE and not is_stated(plain, verb.end(), self.passage.end):
            return None
        joint = CARRIED.search(plain, max(floor, verb.start() - 40), verb.start())
        if before and before.verb >= floor and joint:
            if joint[0].lstrip().startswith(",") and not (word.endswith("ing") or "and" in joint[0]):
                return None
            if word not in FINDING or before.speaker.kind == INSPECTORATE:
                return Attribution(before.speaker, verb.start(), word, joint.start(), verb.end(), carried=True)
        opens = joint and not joint[0].lstrip().startswith(",") and nearest and nearest[0].start - floor < _NEAR_SUBJECT
        if opens and not (before and before.verb >= floor) and not is_within(self.prose.plain, nearest[0], floor):
            first = self.memory.resolve(nearest[0])
            if first and first.kind in (PERSON, SPOKESPERSON) and joint:
                return Attribution(first, verb.start(), word, joint.start(), verb.end(), carried=True)
        if before and before.verb >= floor and word in _RELAYING and verb.start() - before.end < 60:
            return Attribution(before.speaker, verb.start(), word, verb.start() - 1, verb.end(), carried=True)
        signed = word.endswith("ing") and _SIGNED.search(plain, max(floor, verb.start() - 70), verb.start())
        if signed and (signing := together.first(plain, nearest)) and nearest[0].start - floor < _NEAR_SUBJECT:
            return Attribution(
                signing[0], verb.start(), word, verb.start() - 1, verb.end(), carried=True, joint=signing[1:]
            )
        if word.endswith("ing") and nearest and plain[max(floor, verb.start() - 2) : verb.start()] == ", ":
            first = self.memory.resolve(nearest[0])
            if (
                first
                and nearest[0].start - floor < _NEAR_SUBJECT
                and not is_within(self.prose.plain, nearest[0], floor)
            ):
                return Attribution(first, verb.start(), word, verb.start() - 2, verb.end(), carried=True)
        return None
