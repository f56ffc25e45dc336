"""What is said: the words that an attribution gives to its speaker.

The quotation that adjoins, else the clause behind the verb, else the clause before it. A quotation that opens a
paragraph and that nobody is given belongs to whoever spoke in the one before.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from councilgraph.extract.prose.attribution import CARRIED, TURN, Attribution, Attributions
from councilgraph.extract.prose.guards import addressed
from councilgraph.extract.prose.memory import Memory
from councilgraph.extract.prose.passages import HEADING, HEADLINE, PULL_QUOTE, Passage, Prose
from councilgraph.extract.prose.quotes import Quotation, goes_on, is_whole, read_quotations
from councilgraph.extract.prose.speakers import INSPECTORATE, PERSON, SPOKESPERSON, Speaker, Speakers
from councilgraph.extract.prose.verbs import (
    APOLOGISING,
    BLAME,
    CALLING,
    FINDING,
    OBJECT,
    PROMISING,
    TELLING,
    WHOLE,
    alternatives,
)
from councilgraph.extract.words import load

QUOTED, PARAPHRASED, REPORTED = "quoted", "paraphrased", "reported-speech"

_GRAMMAR = {key: alternatives(words) for key, words in load("speech")["grammar"].items()}
_TO_QUOTE = re.compile(r"[^.!?:\"“”]{0,90}?(?::\s*|,\s*|\s+)$")
_FINITE = re.compile(rf"\b(?:{_GRAMMAR['finite']}|\w{{3,}}ed)(?![\w'])", re.IGNORECASE)
_THAT = re.compile(
    rf"\s*(?:{_GRAMMAR['circumstances']})\b[^.:;\"']{{2,90}}?(?:\s+that\s+|:\s*)|\s*,?\s*(?:that\s+|:\s*)?"
)
_COURTESY = re.compile(
    r"\s*(?:sorry\b(?!.{0,5}that)|thank you\b|goodbye\b|to comment\b|nothing\b\s*(?:$|about\b|on\b|of\b|more\b|further\b|to\b|in\b|at\b|until\b|when\b|publicly\b|yesterday\b|else\b))",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(rf"\s*(?:{_GRAMMAR['subordinate']})\b", re.IGNORECASE)
_TAIL = re.compile(rf"\s*(?:[,.;!?]|$|(?:{_GRAMMAR['tails']})\b)", re.IGNORECASE)
_CALLED = re.compile(
    r"\s+(?:it|them|this|that|him|her|(?:the|its|his)\s+[\w' -]{2,60}?|[A-Z][\w' -]{2,60}?)\s+(?:as\s+)?"
    r"(?=(?:an?\s|[\"']|the\s|one\s|being\s|\w+\s*$))|\s+(?:as\s+)?(?=[\"'])"
)
_AS = re.compile(r"\bas\s+(?=(?:an?\s+|the\s+)?[\"'\w])")
_HAS_TOO = re.compile(r",?\s+and\s+has\s")  # "has announced … and has already appointed": a deed of the subject's own
_GOES_ON = re.compile(r"(?:\s+[\w'&-]+){0,4},\s+(?:and|but|yet|so|while|although|though)\s+")
_CLAUSE = 3  # words that may be one
_ARTICLE = re.compile(r"\b(?:an?|the)\s+(?:[\w-]+\s+){0,3}$")
_NAMING = tuple(load("speech")["grammar"]["naming"])


@dataclass(frozen=True, slots=True)
class Said:
    """Words given to a speaker."""

    speaker: Speaker
    voice: str
    start: int
    end: int


def read_utterances(prose: Prose, speakers: Speakers) -> Iterator[Said]:
    """All words that a text gives to a speaker, in order."""
    memory = Memory()
    for index, passage in enumerate(prose.passages):
        if passage.kind in (HEADLINE, HEADING):
            memory.passage += memory.passage == index - 1
        elif passage.kind == PULL_QUOTE:
            below = next((s for s in speakers.between(passage.end, passage.end + 400) if s.kind == PERSON), None)
            if below and passage.speaker:
                yield Said(below, QUOTED, passage.start, passage.end)
            memory.passage += memory.passage == index - 1
        else:
            yield from _Paragraph(prose, passage, index, speakers, memory).read()


@dataclass(slots=True)
class _Paragraph:
    """One paragraph while it is read."""

    prose: Prose
    passage: Passage
    index: int
    speakers: Speakers
    memory: Memory
    quotations: list[Quotation] = field(init=False)
    said: list[Said] = field(default_factory=list)
    used: set[Quotation] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.quotations = list(read_quotations(self.prose.reading.text, self.passage.start, self.passage.end))

    def read(self) -> Iterator[Said]:
        """What is said in it, in order."""
        self.memory.reading = self.index
        open_until = self.passage.start
        attributed = False
        attributions = Attributions(self.prose, self.passage, self.quotations, self.speakers, self.memory)
        for attribution in attributions.read():
            attributed = True
            if attribution.start < open_until and not (attribution.carried or self._turns(attribution)):
                continue
            for said in self._said(attribution):
                if self.said and said.start < self.said[-1].end:
                    if said.start <= self.said[-1].start or not (attribution.carried or self._turns(attribution)):
                        continue
                    self._cut(attribution)
                self.said.append(said)
                self.said += [replace(said, speaker=other) for other in attribution.joint]
                open_until = max(open_until, said.end)
                self.memory.spoke(attribution.speaker, self.index)
        for speaker, start, end in attributions.according():
            self._according(speaker, start, end)
        self._given_nobody(attributed)
        yield from sorted(self.said, key=lambda s: s.start)

    def _turns(self, attribution: Attribution) -> bool:
        """Whether somebody else is given the word within a sentence."""
        return attribution.turns and bool(self.said) and self.said[-1].speaker.name != attribution.speaker.name

    def _cut(self, attribution: Attribution) -> None:
        """End the last clause before "but added" or "and the MP called it"."""
        plain, last = self.prose.plain, self.said[-1]
        joint = CARRIED.search(plain, max(last.start, attribution.verb - 40), attribution.verb)
        joint = joint or TURN.search(plain, max(last.start, attribution.start - 12), attribution.start)
        end = max(last.start + 1, joint.start() if joint else attribution.start)
        self.said[-1] = Said(last.speaker, last.voice, last.start, end)

    def _according(self, speaker: Speaker, start: int, end: int) -> None:
        """The clause beside "according to" somebody."""
        sentence = self.prose.sentence_at(start)
        if sentence is None:
            return
        first, last = (end, sentence.end) if start - sentence.start < 2 else (sentence.start, start)
        stretch = self.prose.plain[first:last]
        first, last = first + len(stretch) - len(stretch.lstrip(" ,")), first + len(stretch.rstrip(" ,."))
        if first < last and not any(said.start < last and first < said.end for said in self.said[-50:]):
            self.said.append(Said(speaker, REPORTED, first, last))
            self.memory.spoke(speaker, self.index)

    def _said(self, attribution: Attribution) -> Iterator[Said]:
        """What an attribution gives to its speaker."""
        plain = self.prose.plain
        sentence = self.prose.sentence_at(attribution.verb)
        begin = sentence.start if sentence else self.passage.start
        stop = self._stop(attribution.verb, sentence.end if sentence else self.passage.end)
        after = attribution.end
        index = bisect_left(self.quotations, after, key=lambda q: q.start)
        follows = self.quotations[index] if index < len(self.quotations) else None
        index = bisect_right(self.quotations, attribution.start + 1, key=lambda q: q.end) - 1
        ahead = self.quotations[index] if index >= 0 else None
        adjoins = ahead is not None and not plain[ahead.end : attribution.start].strip(" ,.")
        if ahead and adjoins and ahead not in self.used and is_whole(plain, ahead, self.passage.start):
            self.used.add(ahead)
            end = ahead.end
            if follows and goes_on(plain, after, follows):
                self.used.add(follows)
                end = follows.end
            yield Said(attribution.speaker, QUOTED, ahead.start, end)
            return
        if follows and attribution.word not in CALLING and self._introduces(after, follows):
            self.used.add(follows)
            yield Said(attribution.speaker, QUOTED, follows.start, follows.end)
        elif not self._rest(after, stop) and plain[after:stop].strip()[-1:] in (":", ","):
            self.memory.spoke(attribution.speaker, self.index)
        elif attribution.word in CALLING:
            yield from self._called(attribution, follows, stop)
        else:
            yield from self._reported(attribution, begin, stop)

    def _introduces(self, after: int, follows: Quotation) -> bool:
        """Whether a quotation is what a verb before it introduces."""
        between = self.prose.plain[after : follows.start]
        if not _TO_QUOTE.fullmatch(between) or not is_whole(self.prose.plain, follows, self.passage.start):
            return False
        return between.rstrip().endswith((":", ",")) or not between.strip()

    def _reported(self, attribution: Attribution, begin: int, stop: int) -> Iterator[Said]:
        """The clause behind a verb, or before it."""
        plain = self.prose.plain
        after = attribution.end
        rest = self._rest(after, stop)
        before = plain[begin : attribution.start]
        ends = before.rstrip()[-1:]
        if ends == plain[after : after + 1] == "," and 0 < len(before.split()) < _CLAUSE and rest:
            yield from self._words(attribution, begin, stop, REPORTED)
            return
        if len(before.split()) >= _CLAUSE and ends and ends in ",\"'?!" and self._comes_last(attribution, after, stop):
            if (going := _GOES_ON.match(plain, after, stop)) and _FINITE.search(rest):
                yield from self._words(attribution, begin, attribution.start, REPORTED)
                yield from self._words(attribution, going.end(), stop, REPORTED)
            elif plain[after : after + 1] == "," and _SUBORDINATE.match(before) and _FINITE.search(rest):
                yield from self._words(attribution, after + 1, stop, REPORTED)
            elif len(rest.split()) <= 6 or not re.match(r"[^,.;:]{0,40},", plain[after:stop]):
                yield from self._words(attribution, begin, attribution.start, REPORTED)
            elif _SUBORDINATE.match(before):
                yield from self._words(attribution, after + plain[after:stop].index(",") + 1, stop, REPORTED)
            elif re.match(
                r"[^,.;:]{0,40},\s+(?:after|before|following|as|when|while|in|on|at|during)\b", plain[after:stop]
            ):
                yield from self._words(attribution, begin, attribution.start, REPORTED)
            else:
                yield from self._words(attribution, begin, stop, REPORTED)
        elif not attribution.inverted:
            bare = attribution.word in OBJECT and not _FINITE.search(rest)
            yield from self._clause(attribution, after, stop, PARAPHRASED if bare else REPORTED)

    def _comes_last(self, attribution: Attribution, after: int, stop: int) -> bool:
        """Whether a verb stands behind what is said: nothing that could be said follows it."""
        plain = self.prose.plain
        if attribution.inverted or _TAIL.match(plain, after, stop):
            return True
        return attribution.word in TELLING and addressed(plain, after, stop) is None

    def _stop(self, start: int, end: int) -> int:
        """Where the sentence of a verb ends, quotations left whole."""
        index = bisect_left(self.quotations, end, key=lambda q: q.start) - 1
        if index >= 0:
            quotation = self.quotations[index]
            if start < quotation.start < end < quotation.end:
                following = self.prose.sentence_at(quotation.end - 1)
                end = max(end, following.end if following else quotation.end)
        return min(end, self.passage.end)

    def _rest(self, start: int, stop: int) -> str:
        return self.prose.plain[start:stop].strip(" .!?:,")

    def _called(self, attribution: Attribution, follows: Quotation | None, stop: int) -> Iterator[Said]:
        """What a speaker calls a thing."""
        plain = self.prose.plain
        after = attribution.end
        if follows and follows.start < stop and follows.start - after < 140:
            start = follows.start
            if attribution.word in WHOLE:
                start = attribution.verb
            elif article := _ARTICLE.search(plain, max(after, start - 40), start):
                start = article.start()
            yield Said(attribution.speaker, REPORTED, start, follows.end)
        elif attribution.speaker.kind == INSPECTORATE or attribution.word in BLAME:
            yield from self._clause(attribution, after, stop, REPORTED)
        elif attribution.word.startswith(_NAMING) and (
            found := _CALLED.match(plain, after, stop) or _AS.search(plain, after, stop)
        ):
            yield from self._words(attribution, found.end(), stop, REPORTED)

    def _clause(self, attribution: Attribution, start: int, stop: int, voice: str) -> Iterator[Said]:
        """The clause behind a verb, if it can be one."""
        plain = self.prose.plain
        word = attribution.word
        if word in TELLING:
            told = addressed(plain, start, stop)
            if told is None and word not in WHOLE:
                return
            start = told if told is not None else start
        if plain[max(0, attribution.verb - 5) : attribution.verb].split()[-1:] == ["has"] and (
            own := _HAS_TOO.search(plain, start, stop)
        ):
            stop = own.start()
        that = _THAT.match(plain, start, stop)
        start = that.end() if that else start
        rest = self._rest(start, stop)
        quoted = rest[:1] in ('"', "'") or '"' in rest
        if (
            (len(rest.split()) < 2 and not quoted and word not in WHOLE)
            or _COURTESY.match(rest)
            or (word in APOLOGISING and not quoted)
        ):
            return
        if word not in OBJECT | FINDING | WHOLE and not quoted and not _FINITE.search(rest):
            return
        if rest.startswith("to ") and word not in PROMISING and not (word in WHOLE and quoted):
            return
        yield from self._words(attribution, attribution.verb if word in WHOLE else start, stop, voice)

    def _words(self, attribution: Attribution, start: int, stop: int, voice: str) -> Iterator[Said]:
        """The words between two offsets, trimmed."""
        stretch = self.prose.plain[start:stop]
        first = start + len(stretch) - len(stretch.lstrip(" ,:"))
        last = start + len(stretch.rstrip(" ,."))
        if first < last:
            yield Said(attribution.speaker, voice, first, last)

    def _captioned(self, quotation: Quotation) -> Speaker | None:
        """Whose name stands with a colon before a quotation, at the beginning of the passage."""
        for speaker in self.speakers.between(self.passage.start, self.passage.start + 1):
            named = speaker.person is not None or speaker.kind == SPOKESPERSON
            if named and self.prose.plain[speaker.end : quotation.start].strip() == ":":
                return speaker
        return None

    def _given_nobody(self, attributed: bool) -> None:
        """Give whole quotations that stand alone to who speaks in the paragraph, or spoke in the one before."""
        given = sorted(self.said, key=lambda s: s.start)
        for quotation in self.quotations:
            if quotation in self.used or not is_whole(self.prose.plain, quotation, self.passage.start):
                continue
            index = bisect_left(given, quotation.end, key=lambda s: s.start)
            earlier = given[index - 1] if index else None
            if earlier and earlier.end > quotation.start:
                continue
            speaker = None
            if quotation.start == self.passage.start and not given and not attributed:
                speaker = self.memory.heard(self.index)
            elif captioned := self._captioned(quotation):
                speaker = captioned
            elif not given and not attributed and self.memory.subject_passage == self.index:
                opens = self.prose.plain[max(self.passage.start, quotation.start - 2) : quotation.start].strip()
                speaker = self.memory.subject if opens in (".", ":", "!", "?") else None
            elif earlier and self.prose.plain[quotation.start - 2 : quotation.start - 1] in tuple(".!?:"):
                speaker = earlier.speaker
            if speaker:
                self.memory.passage = self.index
                self.said.append(Said(speaker, QUOTED, quotation.start, quotation.end))
                given.insert(index, self.said[-1])
