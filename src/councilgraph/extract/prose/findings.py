"""What inspectors found, as prose tells it: evaluative clauses, with what they are about.

Words count as findings where an inspectorate or its report is said to say them, where they go on from such words with
nobody else speaking in between, and in lists that such words lead into. What anybody else says is a claim.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.evaluation import (
    IMPROVEMENT,
    NARRATIVE,
    PRIORITY,
    STRENGTH,
    WEAKNESS,
    polarity,
    service,
    weigh,
)
from councilgraph.extract.prose.listing import POINT, heads, is_area, leads, sign
from councilgraph.extract.prose.outcomes import inspection_of
from councilgraph.extract.prose.parting import parts
from councilgraph.extract.prose.passages import (
    BULLET,
    CAPTION,
    HEADING,
    HEADLINE,
    PARAGRAPH,
    PULL_QUOTE,
    STANDFIRST,
    Passage,
    Prose,
    Sentence,
)
from councilgraph.extract.prose.practice import is_practice, leaning, tone
from councilgraph.extract.prose.reporting import (
    ASIDE,
    ASKED,
    BACKWARD,
    ELSEWHERE,
    NO_FINDING,
    PRAISE,
    SUBJECT_OF,
    attributed,
    goes_on,
    grade_labels,
    shortened,
)
from councilgraph.extract.prose.speech import INSPECTORATE, Speech, Speeches
from councilgraph.extract.prose.stance import stance, turns
from councilgraph.model import Finding, Record


@dataclass(frozen=True, slots=True)
class Found:
    """A finding: its type and the offsets of its words."""

    type: str
    start: int
    end: int


def add_findings(record: Record, prose: Prose, councils: Councils, speeches: Speeches) -> None:
    """Write them to a record."""
    if not record.inspections:
        return
    graded = sorted({(span.start, span.end) for judgement in record.judgements for span in judgement.evidence})
    written: dict[str, Finding] = {}
    leans = tone([one.grade for one in record.judgements if one.inspection == record.inspections[0].id])
    for found in _Reader(prose, speeches, graded, tone=leans).read():
        words = prose.words(found.start, found.end).casefold()
        evidence = prose.evidence(found.start, found.end)
        if words in written:
            written[words].evidence = [*written[words].evidence, *evidence][:3]
            continue
        sentence = prose.sentence_at(found.start)
        begin, end = (sentence.start, sentence.end) if sentence else (found.start, found.end)
        inspection = inspection_of(record, councils.at(found.start), begin, end)
        if inspection and evidence:
            written[words] = Finding(inspection, found.type, service(words), evidence=evidence)
            prose.fired(f"findings: {found.type}", found.start, found.end)
            record.findings.append(written[words])


@dataclass(slots=True)
class _Reader:
    prose: Prose
    speeches: Speeches
    graded: list[tuple[int, int]]
    inspectors: bool = False
    """Whether the words before went back to inspectors, so that what goes on from them does."""
    tone: str | None = None
    """Type of the finding before: what is described without praise or blame goes the same way."""
    list_of: str | None = None
    """Type of the list that the words before lead into; empty where its points tell their own."""
    _begins: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._begins = [speech.start for speech in self.speeches.all]

    def read(self) -> Iterator[Found]:
        """All findings, in order."""
        bullet = -1
        for sentence in self.prose.sentences:
            passage = self.prose.passage_of(sentence)
            if passage.kind == BULLET:
                if self.list_of is not None and sentence.passage != bullet:
                    bullet = sentence.passage
                    yield from self._point(passage.start, passage.end, self.list_of)
                continue
            headed = heads(self._words(sentence)) if passage.kind == HEADING else None
            if self.list_of is not None and not headed and self._is_point(sentence, passage):
                yield from self._point(passage.start, passage.end, self.list_of)
                continue
            if passage.kind == HEADING:
                self.list_of = heads(self._words(sentence))
                self.inspectors = self.inspectors and not ASIDE.match(self._words(sentence))
            if passage.kind in (HEADING, HEADLINE, STANDFIRST, PULL_QUOTE):
                continue  # the text tells it again
            self.list_of = self._leads(sentence)
            if self.list_of is None or not self.prose.plain[sentence.start : sentence.end].endswith(":"):
                yield from self._sentence(sentence)

    def _point(self, start: int, end: int, kind: str) -> Iterator[Found]:
        """A point of a list, one finding."""
        marked = sign(self.prose.plain, start, end)
        while start < end and not self.prose.plain[start].isalnum() and self.prose.plain[start] not in "\"'£":
            start += 1
        own = polarity(self.prose.plain[start:end])
        if self.speeches.is_claim(start) or end <= start or is_area(self.prose.plain[start:end]):
            return
        kind = kind or marked or ""
        if not (kind or own) and is_practice(self.prose.plain[start:end], everybody=True):
            own = leaning(self.prose.plain[start:end], self.tone)
        if not (kind or own) and _SAW.match(self.prose.plain, start, end):
            own = self.tone or NARRATIVE
        if found := kind or own:
            self.tone = found
            yield Found(found, start, end)

    def _is_point(self, sentence: Sentence, passage: Passage) -> bool:
        """Whether a paragraph is a point of a list without marks: short, and no sentence."""
        text = self.prose.plain
        ends = text[passage.end - 1 : passage.end]
        return (
            passage.kind in (PARAGRAPH, HEADING, CAPTION)
            and len(text[passage.start : passage.end].split()) > 3
            and sentence.end == passage.end
            and passage.end - passage.start < POINT
            and ends not in ".!?\"':"
        )

    def _leads(self, sentence: Sentence) -> str | None:
        """The type of the list that a sentence leads into; empty where its points tell their own, None where it leads into none."""
        return None if self.speeches.is_claim(sentence.start) else leads(self._words(sentence))

    def _words(self, sentence: Sentence) -> str:
        return self.prose.plain[sentence.start : sentence.end]

    def _sentence(self, sentence: Sentence) -> Iterator[Found]:
        text = self.prose.plain
        said = self._speeches(sentence.start, sentence.end)
        theirs = [s for s in said if s.kind == INSPECTORATE]
        others = [s for s in said if s.kind != INSPECTORATE]
        by_inspectors = [
            m
            for m in attributed().finditer(text, sentence.start, sentence.end)
            if not self.speeches.is_claim(m.start())
        ]
        lead = bool(others) and all(_LEAD.search(s.capacity or "") for s in others)
        if lead and not by_inspectors:
            self.inspectors = True
            yield from self._of_lead(others)
            return
        if others and not theirs and not by_inspectors:
            self.inspectors = all("inspector" in (s.capacity or "").casefold() for s in others)
            return
        graded = self._is_graded(sentence.start, sentence.end)
        if theirs or by_inspectors or self._told_after(sentence):
            self.inspectors = True
            start = (
                by_inspectors[0].start()
                if others and by_inspectors and self.speeches.is_claim(sentence.start)
                else sentence.start
            )
            yield from self._clauses(start, sentence.end, certain=True)
        elif text[sentence.start] == '"':
            self.inspectors = False  # somebody speaks whom nothing names
        elif ((self.inspectors or graded) and goes_on(text[sentence.start : sentence.end])) or graded:
            yield from self._clauses(sentence.start, sentence.end, certain=False)
        else:
            self.inspectors = self.inspectors and not ELSEWHERE.search(text, sentence.start, sentence.end)
        opens = SUBJECT_OF.match(text, sentence.start, sentence.end) and not others
        if PRAISE.match(text, sentence.start) or graded or opens:
            self.inspectors = True

    def _of_lead(self, said: Sequence[Speech]) -> Iterator[Found]:
        """What the one who led an inspection says of it in their own words."""
        for speech in said:
            kind = polarity(self.prose.plain[speech.start : speech.end])
            if kind not in (None, NARRATIVE):
                yield Found(kind, speech.start, speech.end)

    def _told_after(self, sentence: Sentence) -> bool:
        """Whether the next sentence says that inspectors say so."""
        return BACKWARD.match(self.prose.plain, min(sentence.end + 1, len(self.prose.plain))) is not None

    def _clauses(self, start: int, end: int, *, certain: bool) -> Iterator[Found]:
        """The findings among the parts of what stands between two offsets."""
        before: str | None = None
        held: str | None = None
        text = self.prose.plain
        asked = certain and ASKED.search(text, start, end) is not None
        for first, last in parts(self.prose, start, end, asked=asked):
            a, b = shortened(text, first, last)
            if a >= b or self.speeches.is_claim(a) or self.speeches.is_claim((a + b) // 2):
                continue
            words = self.prose.plain[a:b]
            if (
                len(words.split()) < (2 if polarity(words) else 3)
                or NO_FINDING.search(words)
                or (not certain and ELSEWHERE.search(words))
            ):
                continue
            if _FIRST_PERSON.search(words) and not self._is_said(a):
                continue
            if (
                a == first
                and len(words.split()) < 6
                and attributed().match(text, first, last)
                and _NEXT_THAT.search(text, last, end)
                and not stance(words)
            ):
                self.tone = before = polarity(words) or before
                continue  # it leads into what is said
            plain = grade_labels().sub(" _ ", words) if self._is_graded(a, b) or _REQUIRES.search(words) else words
            kind = polarity(plain)
            own = stance(text[first:last], joined=certain and before is not None)
            held = own or (None if turns(text[first:last]) else held)
            if held and kind not in (IMPROVEMENT, PRIORITY) and (own or kind is None or _THING.match(words)):
                self.tone = before = held
                yield Found(held, a, b)
                continue
            if plain != words and kind != PRIORITY and abs(weigh(plain)) < (1 if certain else 2):
                continue
            goes_on_asking = before == IMPROVEMENT and _AND_THAT.search(text, start, first + 1)
            if (asked or goes_on_asking) and kind in (None, STRENGTH, WEAKNESS):
                kind = IMPROVEMENT
            if kind is None and plain == words:
                kind = self._described(first, a, b, before, certain=certain)
            if kind is None and certain and before in (STRENGTH, WEAKNESS) and self._is_said(a):
                kind = before
            if kind is None or (kind == NARRATIVE and not certain):
                continue
            self.tone = before = kind
            yield Found(kind, a, b)

    def _described(self, first: int, start: int, end: int, before: str | None, *, certain: bool) -> str | None:
        """The type of a clause that tells of practice and weighs nothing; ``first`` is where what leads into it begins."""
        text = self.prose.plain
        if attributed().match(text, start, end) or not is_practice(text[start:end], everybody=certain):
            return None
        return leaning(text[first:end], before or self.tone) or (NARRATIVE if certain else None)

    def _speeches(self, start: int, end: int) -> list[Speech]:
        """The speech that has words between two offsets."""
        first = max(bisect_right(self._begins, start) - 1, 0)
        last = bisect_left(self._begins, end)
        return [speech for speech in self.speeches.all[first:last] if start < speech.end]

    def _is_graded(self, start: int, end: int) -> bool:
        """Whether the words between two offsets prove a judgement, or some of them do."""
        index = bisect_left(self.graded, (end, end)) - 1
        return any(start < b for _, b in self.graded[max(index - 3, 0) : index + 1])

    def _is_said(self, offset: int) -> bool:
        """Whether an inspectorate is said to say the words at an offset."""
        speech = self.speeches.at(offset)
        return speech is not None and speech.kind == INSPECTORATE


_SAW = re.compile(
    r"\W*(?:saw|met|found|heard|watched|read|noted|came across|spoke (?:to|with)|were (?:told|shown)|was (?:told|shown))\s",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\b(?:lead|senior) inspector|\bled the (?:inspection|visit|team)", re.IGNORECASE)
_AND_THAT = re.compile(r"\band that\s+\w?$", re.IGNORECASE)
_THING = re.compile(r"\W*(?:a|an|the|its|their|how|by|at|of)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"^\W*[\"'].*\b(?:I|we|my|our|us)\b", re.IGNORECASE)
_NEXT_THAT = re.compile(r"\W*that\b")
_REQUIRES = re.compile(r"\brequir(?:es?|ed|ing) improvement\b", re.IGNORECASE)
