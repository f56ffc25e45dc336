"""Attributions: the verbs by which a text gives words to a speaker, and the words that they give.

A paragraph is read from its quotations and its verbs. A verb has its subject before it ("Ms Hale said that …",
"…, Ms Hale said") or behind it ("…," said Ms Hale). What follows or goes before is the speech: the quotation that adjoins,
else the clause. A quotation that opens a paragraph and that nobody is given belongs to whoever spoke last.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from councilgraph.extract.prose.passages import HEADING, HEADLINE, PULL_QUOTE, STANDFIRST, Passage, Prose
from councilgraph.extract.prose.quotes import Quotation, read_quotations
from councilgraph.extract.prose.speakers import (
    INSPECTORATE,
    ORGANISATION,
    PERSON,
    PRONOUN,
    SPOKESPERSON,
    Speaker,
    Speakers,
)
from councilgraph.extract.prose.verbs import BEFORE, CALLING, FINDING, GUARDED, OBJECT, TELLING, VERB

QUOTED, PARAPHRASED, REPORTED = "quoted", "paraphrased", "reported-speech"

_GAP = re.compile(
    rf"(?:\s*\([^()]{{1,60}}\))?(?:\s*,\s+[^,\"]{{2,90}},(?:\s+[^,\"]{{2,70}},)?|\s*,)?\s*(?:(?i:{BEFORE})[\s,]+){{0,4}}"
)
_PREPOSITION = re.compile(
    r"\b(?:at|of|in|for|from|with|by|to|on|about|against|as|than|between|into|like|over|under|behind|told|tells)\s+(?:the\s+)?$"
)
_ON_BEHALF = re.compile(r"\b(?:statement|behalf|letter|comment|response|spokes\w+)\s+(?:from|of|by|for)\s+(?:the\s+)?$")
_CARRIED = re.compile(rf"(?:\b(?:and|but|or|then)|,)\s+(?:then\s+)?(?:(?i:{BEFORE})\s+){{0,2}}$")
_LISTED = re.compile(
    r"(?:,\s+(?:the\s+)?[A-Z][\w'& -]{2,60}){0,6},?\s+(?:and|&)\s+(?:the\s+)?[\w'& -]{2,60}?\s+(?:(?:has|have|had|also|all|both)\s+)*"
)
_ADDRESSEE = re.compile(
    r"\s+(?:[\w'&/-]+\s+){0,7}?(?=that\b|how\b|why\b|whether\b)|\s+[^.\"']{0,60}?(?=[:,]\s*[\"'“‘])|\s+(?:[\w'&/-]+\s+){0,4}?[\w'&/-]+(?=:)"
)
_TOLD_PLAIN = re.compile(
    r"\s+(?:MPs|members|councillors|reporters|families|parents|residents|staff|us|them|him|her|the\s+(?:BBC|Echo|council|meeting|committee|chamber|paper|press|Commons|House)|BBC[\w ]{0,20}|[A-Z][\w ]{2,25}?)\s+(?=(?:the|it|there|he|she|they|his|her|its|their|no|a|an|some|any|all|every|many|most|more|children|staff|services)\b)"
)
_TO_QUOTE = re.compile(r"[^.!?:\"“”]{0,90}?(?::\s*|,\s*|\s+)$")
_FINITE = re.compile(
    r"\b(?:was|were|is|are|be|been|had|has|have|would|will|could|can|should|must|may|might|did|does|do|needs?|needed|wanted?|remain(?:s|ed)?|made|took|came|went|got|knew|felt|lay|stood|\w{3,}ed|isn't|wasn't|don't|didn't)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\s*(?:that|there|how|why|whether|it|they|he|she|we|:|the|its|their|his|her|no|more|all|some|many|every|this|these|children|staff|social workers|inspectors|while|although|\"|'|,\s*[\"'])",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"(?:\s*,?\s*(?:in (?:a|the|its|his|her|their) [\w' ]{3,60}?|at (?:a|the) [\w' ]{3,50}?|on \w+|yesterday|today|last night|of (?:the|its|his|her|their) [\w' -]{3,50}?|to [\w' ]{3,50}?)\s*,?)?\s*(?:that\s+|:\s*|,\s*(?=that\b))?"
)
_COURTESY = re.compile(
    r"\s*(?:sorry\b(?!.{0,5}that)|thank you\b|goodbye\b|to comment\b|nothing\b(?!\s+(?:that|we)))", re.IGNORECASE
)
_SUBORDINATE = re.compile(
    r"\s*(?:where|when|if|while|although|though|despite|as|after|before|because|since|but|and|however|in|on|at|with|yet|so|meanwhile|nevertheless|crucially|importantly)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:[,.;!?]|$|(?:after|before|in|on|at|during|when|while|as|following|yesterday|today|last|this|to|of|from|via|through|by|with|for|later|recently|afterwards|about)\b)",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\s+(?:it|them|this|that|him|her|the\s+[\w' -]{2,60}?|its\s+[\w' -]{2,40}?|his\s+[\w' -]{2,40}?|[A-Z][\w' -]{2,60}?)\s+(?:as\s+)?(?=(?:an?\s|[\"'“‘]|the\s|one\s|being\s|\w+\s*$))|\s+(?:as\s+)?(?=[\"'“‘])"
)
_AS = re.compile(r"\bas\s+(?=(?:an?\s+|the\s+)?[\"'“‘\w])")
_ACCORDING = re.compile(r"\b[Aa]ccording to\s+$")


@dataclass(frozen=True, slots=True)
class Said:
    """Words given to a speaker."""

    speaker: Speaker
    voice: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Attribution:
    """A verb with its subject; ``start`` and ``end`` hold both, ``inverted`` where the subject stands behind."""

    speaker: Speaker
    verb: re.Match[str]
    start: int
    end: int
    inverted: bool = False
    carried: bool = False

    @property
    def word(self) -> str:
        """The verb."""
        return " ".join(self.verb[0].split()).casefold()


@dataclass(slots=True)
class _Memory:
    """Who spoke or was named last, for pronouns and for quotations that nobody is given."""

    person: Speaker | None = None
    body: Speaker | None = None
    plural: Speaker | None = None
    last: Speaker | None = None
    passage: int = -9

    def resolve(self, speaker: Speaker) -> Speaker | None:
        """Whom a pronoun means; others mean themselves."""
        if speaker.kind != PRONOUN:
            return speaker
        if speaker.name in ("he", "she"):
            return self.person
        if speaker.name == "they":
            return self.plural or self.body or self.person
        if speaker.name == "it":
            return self.body
        return None

    def note(self, speaker: Speaker) -> None:
        """Remember somebody named or speaking."""
        if speaker.kind in (PERSON, SPOKESPERSON):
            self.person = speaker
        else:
            self.body = speaker
            self.plural = speaker


def read_attributed(prose: Prose, speakers: Speakers) -> Iterator[Said]:
    """All words that a text gives to a speaker, in order."""
    memory = _Memory()
    for index, passage in enumerate(prose.passages):
        if passage.kind in (HEADLINE, HEADING):
            memory.passage += memory.passage == index - 1
            continue
        if passage.kind == PULL_QUOTE:
            yield from _pulled(prose, passage, speakers)
            continue
        yield from _Paragraph(prose, passage, index, speakers, memory).read()


def _pulled(prose: Prose, passage: Passage, speakers: Speakers) -> Iterator[Said]:
    """A quotation set apart, given to the person below it."""
    below = next((s for s in speakers.between(passage.end, passage.end + 400) if s.kind == PERSON), None)
    if below and passage.speaker:
        yield Said(below, QUOTED, passage.start, passage.end)


@dataclass(slots=True)
class _Paragraph:
    """One paragraph while it is read."""

    prose: Prose
    passage: Passage
    index: int
    speakers: Speakers
    memory: _Memory
    quotations: list[Quotation] = field(init=False)
    said: list[Said] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.quotations = list(read_quotations(self.prose.reading.text, self.passage.start, self.passage.end))

    def read(self) -> Iterator[Said]:
        """What is said in it, in order."""
        attributions = list(self._attributions())
        open_until = self.passage.start
        used: set[Quotation] = set()
        for attribution in attributions:
            if attribution.start < open_until and not attribution.carried:
                continue
            said = self._said(attribution, used)
            if said is None:
                continue
            if self.said and said.start < self.said[-1].end:
                if said.start <= self.said[-1].start or not attribution.carried:
                    continue
                last = self.said[-1]
                cut = self._cut(last, attribution)
                self.said[-1] = Said(last.speaker, last.voice, last.start, cut)
            self.said.append(said)
            open_until = said.end
            self._speaks(attribution.speaker)
        self._given_nobody(attributions, used)
        yield from sorted(self.said, key=lambda s: s.start)

    def _speaks(self, speaker: Speaker) -> None:
        self.memory.note(speaker)
        self.memory.last = speaker
        self.memory.passage = self.index

    def _cut(self, last: Said, attribution: _Attribution) -> int:
        """Where a clause ends before "but added"."""
        plain = self.prose.plain
        joint = _CARRIED.search(plain, max(last.start, attribution.verb.start() - 40), attribution.verb.start())
        return max(last.start + 1, joint.start() if joint else attribution.verb.start())

    # Verbs and their subjects

    def _attributions(self) -> Iterator[_Attribution]:
        plain = self.prose.plain
        present = self.speakers.between(self.passage.start, self.passage.end)
        before: _Attribution | None = None
        noted = 0
        for verb in VERB.finditer(plain, self.passage.start, self.passage.end):
            if any(q.start < verb.start() < q.end for q in self.quotations):
                continue
            sentence = self.prose.sentence_at(verb.start())
            floor = sentence.start if sentence else self.passage.start
            while noted < len(present) and present[noted].end <= floor:
                if present[noted].kind in (PERSON, ORGANISATION, INSPECTORATE) and not self._quoted(
                    present[noted].start
                ):
                    self._name(present[noted])
                noted += 1
            found = self._subject(verb, present, floor, before)
            if found:
                before = found
                yield found
                if found.speaker.kind != PRONOUN:
                    self.memory.note(found.speaker)
        while noted < len(present):
            if not self._quoted(present[noted].start):
                self._name(present[noted])
            noted += 1

    def _name(self, speaker: Speaker) -> None:
        """Remember somebody who is only named: as person if the last one spoke in another paragraph."""
        if speaker.kind == PERSON and self.memory.passage != self.index:
            self.memory.person = speaker
        elif speaker.kind in (ORGANISATION, INSPECTORATE) and self.memory.passage != self.index:
            self.memory.body = speaker

    def _quoted(self, offset: int) -> bool:
        return any(q.start < offset < q.end for q in self.quotations)

    def _subject(
        self, verb: re.Match[str], present: Sequence[Speaker], floor: int, before: _Attribution | None
    ) -> _Attribution | None:
        """The attribution that a verb makes."""
        plain = self.prose.plain
        word = " ".join(verb[0].split()).casefold()
        nearest = [s for s in present if s.end <= verb.start() and s.start >= floor - 1 and not self._quoted(s.start)]
        for speaker in reversed(nearest[-4:]):
            gap = _GAP.fullmatch(plain, speaker.end, verb.start()) or (
                speaker.kind == ORGANISATION and _LISTED.fullmatch(plain, speaker.end, verb.start())
            )
            if not gap:
                continue
            if _PREPOSITION.search(plain, max(floor, speaker.start - 16), speaker.start) and not _ON_BEHALF.search(
                plain, max(floor, speaker.start - 30), speaker.start
            ):
                continue
            meant = self.memory.resolve(speaker)
            if speaker.name == "who":
                meant = next((s for s in reversed(nearest) if s.end <= speaker.start and s.kind == PERSON), None)
            if meant is None or (word in FINDING and meant.kind != INSPECTORATE):
                continue
            if word in FINDING or self._may(verb, word, meant):
                placed = Speaker(
                    speaker.start, speaker.end, meant.name, meant.kind, meant.capacity, meant.council, meant.person
                )
                return _Attribution(placed, verb, speaker.start, verb.end())
        inverted = next(
            (s for s in present if 0 < s.start - verb.end() <= 5 and not plain[verb.end() : s.start].strip(" the")),
            None,
        )
        if (
            inverted
            and inverted.kind != PRONOUN
            and word not in FINDING
            and plain[max(floor, verb.start() - 3) : verb.start()].strip()[-1:] in ('"', "'", ",", "?", "!")
        ):
            return _Attribution(inverted, verb, verb.start(), inverted.end, inverted=True)
        if (
            before
            and before.verb.start() >= floor
            and (joint := _CARRIED.search(plain, max(floor, verb.start() - 40), verb.start()))
        ):
            if joint[0].lstrip().startswith(",") and not (word.endswith("ing") or "and" in joint[0]):
                return None
            if word not in FINDING or before.speaker.kind == INSPECTORATE:
                return _Attribution(before.speaker, verb, joint.start(), verb.end(), carried=True)
        if word.endswith("ing") and nearest and plain[max(floor, verb.start() - 2) : verb.start()] == ", ":
            first = self.memory.resolve(nearest[0])
            if (
                first
                and first.kind != PRONOUN
                and nearest[0].start - floor < 25
                and not _PREPOSITION.search(plain, max(floor, nearest[0].start - 16), nearest[0].start)
            ):
                return _Attribution(first, verb, verb.start() - 2, verb.end(), carried=True)
        return None

    def _may(self, verb: re.Match[str], word: str, speaker: Speaker) -> bool:
        """Whether a verb that also tells of deeds and states has words behind or before it."""
        if word not in GUARDED:
            return True
        plain = self.prose.plain
        if plain[verb.end() : verb.end() + 1] in ".," or plain[verb.end() : self.passage.end].strip() == "":
            return True
        if word in TELLING:
            return bool(
                _ADDRESSEE.match(plain, verb.end(), self.passage.end)
                or _TOLD_PLAIN.match(plain, verb.end(), self.passage.end)
            )
        return bool(_CLAUSE.match(plain, verb.end(), self.passage.end)) or word in OBJECT

    # What is said

    def _said(self, attribution: _Attribution, used: set[Quotation]) -> Said | None:
        plain = self.prose.plain
        sentence = self.prose.sentence_at(attribution.verb.start())
        begin = sentence.start if sentence else self.passage.start
        stop = min(
            self._stop(attribution.verb.start(), sentence.end if sentence else self.passage.end), self.passage.end
        )
        after = attribution.end
        follows = next((q for q in self.quotations if q.start >= after), None)
        ahead = next((q for q in reversed(self.quotations) if q.end <= attribution.start + 1), None)
        word = attribution.word
        adjoining = ahead is not None and not plain[ahead.end : attribution.start].strip(" ,.") and ahead not in used
        if ahead and adjoining and self._whole(ahead):
            used.add(ahead)
            if not self._reported_too(attribution, follows):
                return Said(attribution.speaker, QUOTED, ahead.start, ahead.end)
        if (
            follows
            and _TO_QUOTE.fullmatch(plain, after, follows.start)
            and self._whole(follows)
            and word not in CALLING
        ):
            if plain[after : follows.start].rstrip().endswith((":", ",")) or plain[after : follows.start].strip() == "":
                used.add(follows)
                return Said(attribution.speaker, QUOTED, follows.start, follows.end)
        if word in CALLING:
            return self._called(attribution, follows, stop)
        if word in FINDING and not attribution.inverted:
            return self._clause(attribution, after, stop, QUOTED if False else REPORTED)
        pre = plain[begin : attribution.start]
        post = self._rest(after, stop)
        if (
            len(pre.split()) >= 3
            and pre.rstrip()[-1:] in ",\"'?!"
            and (attribution.inverted or _TAIL.match(plain, after, stop))
        ):
            long = len(post.split()) > 5
            if not (long and plain[after : after + 1] == "," and _SUBORDINATE.match(pre)):
                return self._trimmed(attribution, begin, attribution.start, REPORTED)
            return self._clause(attribution, after + 1, stop, REPORTED)
        if attribution.inverted:
            return None
        return self._clause(
            attribution, after, stop, PARAPHRASED if word in OBJECT and not _FINITE.search(post) else REPORTED
        )

    def _reported_too(self, attribution: _Attribution, follows: Quotation | None) -> bool:
        return False

    def _whole(self, quotation: Quotation) -> bool:
        """Whether a quotation is a sentence of its own, and no part of the writer's."""
        plain = self.prose.plain
        first = plain[quotation.start + 1 : quotation.start + 2]
        before = plain[max(self.passage.start, quotation.start - 2) : quotation.start].strip()
        opens = quotation.start == self.passage.start or before[-1:] in (".", "!", "?", ":", ",", '"', "'", "-")
        words = len(plain[quotation.start : quotation.end].split())
        if not quotation.closed:
            return True
        return opens and (first.isupper() or first.isdigit() or first in ".…£[" or words > 12) and words > 1

    def _stop(self, start: int, end: int) -> int:
        """Where the sentence of a verb ends, quotations left whole."""
        for quotation in self.quotations:
            if quotation.start < end < quotation.end and quotation.start > start:
                following = self.prose.sentence_at(min(quotation.end, self.passage.end) - 1)
                end = max(end, following.end if following else quotation.end)
        return end

    def _rest(self, start: int, stop: int) -> str:
        return self.prose.plain[start:stop].strip(" .!?")

    def _called(self, attribution: _Attribution, follows: Quotation | None, stop: int) -> Said | None:
        """What a speaker calls a thing."""
        plain = self.prose.plain
        after = attribution.end
        if follows and follows.start < stop and follows.start - after < 140:
            start = follows.start
            named = re.search(r"\b(?:an?|the|as)\s+(?:[\w-]+\s+){0,3}$", plain[max(after, start - 40) : start])
            if named and not named[0].startswith("as"):
                start -= len(named[0])
            return Said(attribution.speaker, REPORTED, start, follows.end)
        if attribution.speaker.kind == INSPECTORATE:
            return self._clause(attribution, after, stop, REPORTED)
        if attribution.word.startswith(("call", "descri", "brand", "label", "dubb", "hail", "term", "character")):
            found = _CALLED.match(plain, after, stop) or _AS.search(plain, after, stop)
            if found:
                return self._trimmed(attribution, found.end(), stop, REPORTED)
        return None

    def _clause(self, attribution: _Attribution, start: int, stop: int, voice: str) -> Said | None:
        """The clause that follows a verb."""
        plain = self.prose.plain
        word = attribution.word
        if word in TELLING:
            found = _ADDRESSEE.match(plain, start, stop) or _TOLD_PLAIN.match(plain, start, stop)
            if not found:
                return None
            start = found.end()
        that = _THAT.match(plain, start, stop)
        start = that.end() if that else start
        rest = self._rest(start, stop)
        if len(rest.split()) < 2 and not (rest and rest[0] in "\"'"):
            return None
        if _COURTESY.match(rest):
            return None
        if word not in OBJECT | FINDING and not _FINITE.search(rest) and '"' not in rest and "'" not in rest:
            return None
        if rest.startswith("to ") and word not in (
            "promised",
            "promises",
            "pledged",
            "pledges",
            "vowed",
            "vows",
            "agreed",
            "promising",
            "pledging",
            "vowing",
        ):
            return None
        return self._trimmed(attribution, start, stop, voice)

    def _trimmed(self, attribution: _Attribution, start: int, stop: int, voice: str) -> Said | None:
        stretch = self.prose.plain[start:stop]
        first = start + len(stretch) - len(stretch.lstrip(" ,:"))
        last = start + len(stretch.rstrip(" ,."))
        return Said(attribution.speaker, voice, first, last) if first < last else None

    def _given_nobody(self, attributions: Sequence[_Attribution], used: set[Quotation]) -> None:
        """Give whole quotations that stand alone to who speaks in the paragraph, or spoke in the one before."""
        for quotation in self.quotations:
            if (
                quotation in used
                or not self._whole(quotation)
                or any(s.start < quotation.end and quotation.start < s.end for s in self.said)
            ):
                continue
            earlier = [s for s in self.said if s.end <= quotation.start]
            begins = quotation.start == self.passage.start
            if begins and self.memory.last and self.memory.passage in (self.index - 1, self.index):
                if not any(s.start < quotation.start for s in self.said) and not attributions:
                    self.said.append(Said(self.memory.last, QUOTED, quotation.start, quotation.end))
                    self.memory.passage = self.index
            elif earlier and self.prose.plain[quotation.start - 2 : quotation.start - 1] in ".!?:":
                self.said.append(Said(earlier[-1].speaker, QUOTED, quotation.start, quotation.end))
