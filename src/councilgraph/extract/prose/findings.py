"""What inspectors found, as prose tells it: evaluative clauses, with what they are about.

Words count as findings where an inspectorate or its report is said to say them, where they go on from such words with
nobody else speaking in between, and in lists that such words lead into. What anybody else says is a claim.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

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
from councilgraph.extract.prose.speech import INSPECTORATE, Speech, Speeches
from councilgraph.extract.words import load
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
    for found in _Reader(prose, speeches, graded).read():
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
            if self.list_of is not None and self._is_point(sentence, passage):
                yield from self._point(passage.start, passage.end, self.list_of)
                continue
            if passage.kind == HEADING:
                self.list_of = self._heads(sentence)
            if passage.kind in (HEADING, HEADLINE, STANDFIRST, PULL_QUOTE):
                continue  # the text tells it again
            self.list_of = self._leads(sentence)
            if self.list_of is None or not self.prose.plain[sentence.start : sentence.end].endswith(":"):
                yield from self._sentence(sentence)

    def _point(self, start: int, end: int, kind: str) -> Iterator[Found]:
        """A point of a list, one finding."""
        while start < end and not self.prose.plain[start].isalnum() and self.prose.plain[start] not in "\"'£":
            start += 1
        own = polarity(self.prose.plain[start:end])
        if self.speeches.is_claim(start) or end <= start:
            return
        if kind:
            yield Found(kind, start, end)
        elif own:
            yield Found(own, start, end)

    def _is_point(self, sentence: Sentence, passage: Passage) -> bool:
        """Whether a paragraph is a point of a list without marks: short, and no sentence."""
        text = self.prose.plain
        ends = text[passage.end - 1 : passage.end]
        return (
            passage.kind in (PARAGRAPH, HEADING, CAPTION)
            and len(text[passage.start : passage.end].split()) > 3
            and sentence.end == passage.end
            and passage.end - passage.start < _POINT
            and ends not in ".!?\"':"
        )

    def _heads(self, sentence: Sentence) -> str | None:
        """The type of the list under a heading; None where it heads no list of findings."""
        words = self.prose.plain[sentence.start : sentence.end]
        return next((kind for kind, pattern in _HEADINGS if pattern.search(words)), None)

    def _leads(self, sentence: Sentence) -> str | None:
        """The type of the list that a sentence leads into; empty where its points tell their own, None where it leads into none."""
        text = self.prose.plain[sentence.start : sentence.end]
        if not re.search(r"(?::|-|\bthat|\bto|\bfor)\s*$", text) or self.speeches.is_claim(sentence.start):
            return None
        if not (_attributed().search(text) or _LIST.search(text)):
            return None
        if re.search(r"\bpriority\b", text, re.IGNORECASE):
            return PRIORITY
        if _WANTS.search(text):
            return IMPROVEMENT
        if re.search(r"\b(?:strengths?|praised?|positives?|doing well)\b", text, re.IGNORECASE):
            return STRENGTH
        return (
            WEAKNESS
            if re.search(r"\b(?:weakness\w*|failings?|concerns?|criticis\w+|failures?)\b", text, re.IGNORECASE)
            else ""
        )

    def _sentence(self, sentence: Sentence) -> Iterator[Found]:
        text = self.prose.plain
        said = self._speeches(sentence.start, sentence.end)
        theirs = [s for s in said if s.kind == INSPECTORATE]
        others = [s for s in said if s.kind != INSPECTORATE]
        attributed = [
            m
            for m in _attributed().finditer(text, sentence.start, sentence.end)
            if not self.speeches.is_claim(m.start())
        ]
        if others and not theirs and not attributed:
            self.inspectors = all("inspector" in (s.capacity or "").casefold() for s in others)
            return
        graded = self._is_graded(sentence.start, sentence.end)
        if theirs or attributed:
            self.inspectors = True
            start = (
                attributed[0].start()
                if others and attributed and self.speeches.is_claim(sentence.start)
                else sentence.start
            )
            asked = _ASKED.search(text, start, sentence.end) is not None
            yield from self._clauses(start, sentence.end, certain=True, asked=asked)
        elif ((self.inspectors or graded) and _goes_on(text[sentence.start : sentence.end])) or graded:
            yield from self._clauses(sentence.start, sentence.end, certain=False)
        else:
            self.inspectors = self.inspectors and not _ELSEWHERE.search(text, sentence.start, sentence.end)
        if _PRAISE.match(text, sentence.start) or graded:
            self.inspectors = True

    def _clauses(self, start: int, end: int, *, certain: bool, asked: bool = False) -> Iterator[Found]:
        """The findings among the parts of what stands between two offsets."""
        before: str | None = None
        for first, last in parts(self.prose, start, end, asked=asked):
            a, b = self._shortened(first, last)
            if a >= b or self.speeches.is_claim(a) or self.speeches.is_claim((a + b) // 2):
                continue
            words = self.prose.plain[a:b]
            if len(words.split()) < 3 or _NO_FINDING.search(words) or (not certain and _ELSEWHERE.search(words)):
                continue
            plain = _grades().sub(" _ ", words) if self._is_graded(a, b) else words
            kind = polarity(plain)
            if plain != words and kind != PRIORITY and abs(weigh(plain)) < (1 if certain else 2):
                continue
            if asked and kind in (None, STRENGTH, WEAKNESS):
                kind = IMPROVEMENT
            if kind is None and certain and before in (STRENGTH, WEAKNESS) and self._is_said(a):
                kind = before
            if kind is None or (kind == NARRATIVE and not certain):
                continue
            before = kind
            yield Found(kind, a, b)

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

    def _shortened(self, start: int, end: int) -> tuple[int, int]:
        """A clause without who says it."""
        text = self.prose.plain
        head = _head().match(text, start, end)
        if head:
            start = head.end()
        elif (said := _attributed().search(text, start, end)) and (that := _THAT.match(text, said.end(), end)):
            start = that.end()
        tail = _tail().search(text, start, end)
        if tail and tail.start() > start:
            end = tail.start()
        while start < end and text[start] in " ,;:-":
            start += 1
        while end > start and text[end - 1] in " ,;:-":
            end -= 1
        return start, end


_INSPECTORS = r"(?:Ofsted(?:'s inspectors| inspectors)?|(?:the |Ofsted's? |government )?inspectors|(?:the |a |national |education |schools |children's |government |government's )*watchdog|(?:the )?regulator|(?:the )?inspectorates?|HMI|they|it|the (?:visiting )?team)"
_PAPER = r"(?:(?:the|a|an|its|their|this|ofsted's?|inspectors'|scathing|damning|critical|glowing|new|latest|highly|hard-hitting|recent|full|final|published)\s+)*(?:report|letter|inspection|findings|verdict|visit|review|document|assessment|judgement|judgment|ruling|Ofsted)"


def _goes_on(words: str) -> bool:
    """Whether a sentence can go on from what inspectors found: nobody else acts or speaks in it."""
    return not _ELSEWHERE.search(words)


_ELSEWHERE = re.compile(
    r"\b(?:declined to comment|stepped down|quit|ministers?|secretary|department|DfE|DfES|government|MPs?|commissioners?|union|spokes\w+|councillors? (?!give|gave|provide|are|were)|cllr|leader of|chief executive|charity|parents say|budget|"
    r"£\d|appointed|resigned|apolog\w+|sorry|welcomed|thanked|agreed to|pledged|promised|announced|hopes?|hoped|aims|intends|has been asked|asked to comment|trust was|created|merged|no grade|grades? given|rated|graded|judged)\b",
    re.IGNORECASE,
)
_NO_FINDING = re.compile(
    r"\b(?:arrived|(?:ofsted|inspectors) raised the alarm|turned up|stepped down|resigned|quit|declined to comment|publication of|(?<!-)visited the|fared|grade indicates|judge?ments? (?:was|were)|the exception was|share of (?:councils|authorities)|(?:councils|authorities) that are|none (?:was|were)|came out|(?:run|string|series|spate) of (?:\w+ )?(?:reports?|directions)|(?:was|were|is|is being) (?:published|released)|latest in|clean bill|money troubles|went one better|"
    r"recommendations? (?:was|were) made|set out (?:two|three|four|five|several|a number of) (?:areas|priority|recommendations)|figures show|spoke to (?:staff|children|social)|read hundreds|new rating|no grade|escaped|stripped of|intervention|"
    r"overall effectiveness|average caseloads?|agency staff, compared|in the twelve months|accounts? for|tough(?:er)? regime|under the (?:old|new|current) (?:framework|regime)|for the (?:first|second|third|fourth) time|votes?)\b|^\W*there (?:was|were|is) (?:also )?(?:some )?(?:praise|criticism)(?: too| as well)?\W*$|^\W*[\w' -]{3,30} fell short\W*$",
    re.IGNORECASE,
)
_THAT = re.compile(r"(?:\s+\w+)?\s+that\s+")
_ASKED = re.compile(
    r"\b(?:ofsted|inspectors|they|it|the (?:report|letter|watchdog|regulator|inspectorate))\s+(?:also\s+|has\s+|have\s+|had\s+)*(?:asked|asks|urged|urges|told|recommended|recommends|called on|calls on|advised|wants|want|instructed|ordered)\s+(?:(?:that|the (?:council|authority|city|county|borough|service|department)|it|them|leaders|managers|us|staff|for)\b)"
    r"|\b(?:called|calls|calling) for\b|\b(?:council|authority|city|county|borough|it|leaders|managers|department|they) (?:was|were|is|are|has been|have been|had been) (?:told|asked|urged|ordered|advised|instructed|warned) (?:that it (?:must|should|needs)|to)\b",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"\W*(?:there (?:was|were|is) (?:also )?(?:some )?(?:praise|credit|good news|positives|criticism)|on the (?:plus|positive|other) (?:side|hand)|among the (?:strengths|weaknesses|failings|problems))\b",
    re.IGNORECASE,
)
_POINT = 200  # code points
_HEADINGS = (
    (PRIORITY, re.compile(r"\bpriority\b", re.IGNORECASE)),
    (
        IMPROVEMENT,
        re.compile(r"\b(?:improve\w*|recommend\w*|develop\w*|must do|to do better|next steps)\b", re.IGNORECASE),
    ),
    (
        STRENGTH,
        re.compile(r"\b(?:strengths?|positives?|what went well|working well|good news|praise)\b", re.IGNORECASE),
    ),
    (WEAKNESS, re.compile(r"\b(?:weaknesses|failings?|concerns?|problems|criticisms?)\b", re.IGNORECASE)),
    (
        "",
        re.compile(
            r"\b(?:findings|what (?:ofsted|inspectors|the report) (?:said|found|says)|inspectors found|the report found|at a glance)\b",
            re.IGNORECASE,
        ),
    ),
)
_WANTS = re.compile(
    r"\b(?:asks?|asked|asking|needs?|must|should|improve\w*|recommend\w*|urged?|told|calls?|called|wants?|required?)\b",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"\b(?:areas?|strengths?|weakness\w*|recommendations?|failings?|concerns?|improvements?|includ\w+)\b", re.IGNORECASE
)


@cache
def _verbs() -> str:
    return "|".join(
        re.escape(v).replace(r"\ ", r"\s+") for v in sorted(load("evaluation")["says"]["verbs"], key=len, reverse=True)
    )


@cache
def _attributed() -> re.Pattern[str]:
    adverbs = r"(?:(?:also|have|has|had|then|further|particularly|been|said to have|went on to|did|does|were|was|who|which|that)\s+){0,3}"
    return re.compile(
        rf"(?<!\w)(?:{_INSPECTORS}|{_PAPER})(?:\s+(?:from|by|into|of|on|at|for|in|about|published|released|issued|out|which|who)\s+[^.;:]{{1,60}}?|,\s+who\s+[^.;:]{{1,60}}?)?,?\s+{adverbs}(?:{_verbs()})(?!\w)"
        rf"|\baccording to (?:{_INSPECTORS}|{_PAPER}|national watchdog)\b|\b(?:say|says|said|finds?|found|warns?|warned|reports?|reported) (?:{_INSPECTORS}|the report)\b"
        rf"|\b(?:after|because|as) Ofsted\b|\bwith (?:{_INSPECTORS})(?:\s+from Ofsted)?\s+\w+ing\b|\bfound to (?:be|have)\b|\bin the eyes of (?:{_INSPECTORS})|\b(?:{_INSPECTORS}|inspectors from Ofsted) blaming\b"
        r"|\b(?:worried|alarmed|concerned|impressed|pleased|troubled|shocked|dismayed|reassured) (?:the )?inspectors\b|\b(?:was|were|is|are) (?:described|praised|criticised|commended|singled out) (?:as|for)\b"
        rf"|\bamong (?:the|its|their) (?:main |key |other )?(?:strengths|weaknesses|failings|concerns|problems|criticisms)\b|\b(?:council|authority|city|county|borough|leaders|managers|department) (?:was|were|is|are|has been|have been) (?:told|asked|urged|ordered|advised|instructed) to\b"
        rf"|\b(?:recommendations?|areas? for improvement|priority actions?) (?:were|was|are|is)\b|\b(?:criticised|praised|commended|faulted|told|warned|asked) by (?:{_INSPECTORS})",
        re.IGNORECASE,
    )


@cache
def _head() -> re.Pattern[str]:
    """Who says something, before it."""
    adverbs = r"(?:(?:also|have|has|had|then|further|been|went on to)\s+){0,3}"
    return re.compile(
        rf"\W*(?:(?:but|and|however|nevertheless|meanwhile|yet|in (?:its|the|a|their) [\w ]{{3,30}}),?\s+)?(?:{_INSPECTORS}|{_PAPER})(?:\s+(?:from|by|into|of|on|at|in)\s+[\w' -]{{1,50}}?)?,?\s+{adverbs}"
        rf"(?:(?:said|says|say|found|finds|find|noted|notes|warned|warns|reported|reports|recorded|concluded|concludes|added|adds|stated|states|wrote|writes|observed|saw|heard|acknowledged|acknowledges|recognised|recognises|described|identified)[,:]?(?:\s+that)?|asked (?:that|the council to|it to|them to))\s+",
        re.IGNORECASE,
    )


@cache
def _tail() -> re.Pattern[str]:
    """Who says something, after it."""
    return re.compile(
        rf",?['\"]?,?\s+(?:(?:{_INSPECTORS}|{_PAPER})\s+(?:also\s+|has\s+|have\s+|had\s+)?(?:said|says|say|found|find|finds|warned|warns|wrote|added|adds|noted|notes|reported|reports|concluded|stated|went on|goes on)|according to [^.]{{3,60}})\W*$",
        re.IGNORECASE,
    )


@cache
def _grades() -> re.Pattern[str]:
    return re.compile(
        r"['\"]?\b(?:outstanding|inadequate|adequate|good|require[sd]? improvement(?: to be good)?|requiring improvement|perform\w* ['\"]?(?:poorly|well|adequately|excellently))\b['\"]?",
        re.IGNORECASE,
    )
