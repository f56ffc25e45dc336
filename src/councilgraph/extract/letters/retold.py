"""What a minister's or a council's letter says that inspectors found.

Each "that" clause behind "inspectors found" and the like is one finding, so is each thing that they are said to have
praised, and each point of a list that such words lead in. What the letter says in its own name is none.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from councilgraph.extract.letters.blocks import POINT, TABLE, Block
from councilgraph.extract.letters.findings import Findings
from councilgraph.extract.letters.sections import ASIDE, ASKED, NONE, PROSE, Section, asked_type
from councilgraph.extract.letters.weighing import weigh
from councilgraph.extract.prose import evaluation
from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.extract.prose.practice import is_practice, leaning
from councilgraph.extract.words import load

_ALSO = re.compile(r"\balso\s+(?:noted|saw|recorded|said|heard|recognised|observed|commented)\b", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?=(?:the|our|how|their|its|your|a|with|about|by)\s)", re.IGNORECASE)
_NEW_THAT = re.compile(
    r"(?:[;,]|\b)\s*(?:and\s+|but\s+|or\s+)?that\s+|;\s+(?:and\s+)?|,\s+(?:but|and)\s+(?=\w+)", re.IGNORECASE
)
_SUPPOSED = re.compile(r"\b(?:if|unless|until|whether|should|next\s+time|when\s+next)\b", re.IGNORECASE)
_NEW_THING = re.compile(r";\s+(?:and\s+)?(?:of\s+)?|,\s+(?:but|and\s+of|of)\s+", re.IGNORECASE)
_INSPECTORS = re.compile(r"\b(?:Ofsted|inspectors)\b", re.IGNORECASE)
_OWN = re.compile(
    r"\b(?:I|we|our|us|my|you|your|will|shall|direction|notice|commissioner|minister|government|Secretary of State|cabinet|budget)\b|£",
    re.IGNORECASE,
)
_THEY = re.compile(r"\W*(?:but |and |also |what )?(?:they|it)\b", re.IGNORECASE)
_PRONOUNS = frozenset({"it", "they"})
_LEAST = 6  # code points of a thing that is praised
_SHORT = 60  # code points of a sentence that only leads on to a list
_FEWEST = 3  # words of a finding


class Retold:
    """Writes the findings that a letter tells of to its record."""

    def __init__(self, prose: Prose, findings: Findings) -> None:
        self.prose, self.findings = prose, findings

    def read(self, blocks: Sequence[tuple[Block, Section]]) -> None:
        """The findings that a letter of somebody else tells of."""
        told = listed = ever = False
        closed = after_points = ""
        for block, section in blocks:
            if block.kind == TABLE or section.type == ASIDE:
                continue
            sentences = self.findings.sentences(block)
            if block.kind == POINT:
                after_points = section.heading
            elif after_points == section.heading:
                closed = section.heading
            told_above = listed or (section.heading != closed and _asks().search(section.heading) is not None)
            if block.kind == POINT and (told_above or len(block.text) < _SHORT):
                if told_above and section.type != NONE and sentences:
                    type_ = section.type
                    if type_ == PROSE:
                        type_ = weigh(self.prose.plain[block.start : block.end]) or evaluation.WEAKNESS
                        type_ = evaluation.WEAKNESS if type_ == evaluation.NARRATIVE else type_
                    self.findings.add(type_, block.start, block.end, sentences[0])
                    told = True
                continue
            listed = on = False
            near = ever  # "they" with whom a paragraph opens
            for sentence in sentences:
                before = len(self.findings.record.findings)
                told = self._retold(sentence, told or near)
                on = len(self.findings.record.findings) > before or (on and self._goes_on(sentence))
                named = _INSPECTORS.search(self.prose.plain, sentence.start, sentence.end) is not None
                ever = ever or named
                near = named or on or (near and _THEY.match(self.prose.plain, sentence.start, sentence.end) is not None)
                announces = _asks().search(self.prose.plain, sentence.start, sentence.end) is not None
                listed = announces or (listed and self._is_short(sentence)) or (told and section.leads_in)

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether a sentence goes on with what inspectors found, and its finding."""
        words = self.prose.plain[sentence.start : sentence.end]
        if self.findings.graded.get(sentence.start) or _OWN.search(words):
            return False
        type_ = weigh(words) or (
            leaning(words, self.findings.last_type()) if is_practice(words, everybody=True) else None
        )
        if type_ in (None, evaluation.NARRATIVE):
            return False
        self.findings.add(type_, sentence.start, sentence.end, sentence)
        return True

    def _is_short(self, sentence: Sentence) -> bool:
        return len(self.prose.words(sentence.start, sentence.end)) < _SHORT

    def _retold(self, sentence: Sentence, told: bool) -> bool:
        """The findings that a sentence says inspectors made; whether it says any."""
        plain = self.prose.plain
        tells = [
            found
            for found in _retelling().finditer(plain, sentence.start, sentence.end)
            if plain.count('"', sentence.start, found.start()) % 2 == 0
            and not _SUPPOSED.search(plain, max(sentence.start, found.start() - 60), found.start())
        ]
        if tells and not told and tells[0]["who"].casefold() in _PRONOUNS:
            return False
        if not tells or self.findings.graded.get(sentence.start):
            return bool(tells)
        stops = [*(found.start() for found in tells[1:]), sentence.end]
        for found, stop in zip(tells, stops, strict=True):
            self._complements(found, stop, sentence)
        return True

    def _complements(self, found: re.Match[str], stop: int, sentence: Sentence) -> None:
        """The findings behind one "inspectors found"."""
        plain = self.prose.plain
        if plain[found.start() - 2 : found.start()] == ", " and plain.startswith(",", found.end()):
            if type_ := weigh(plain[sentence.start : sentence.end]):  # "Adoption, they said, is …"
                self.findings.add(type_, sentence.start, sentence.end, sentence)
            return
        asked = ASKED.search(plain, sentence.start, sentence.end)
        cut = _NEW_THING if found["good"] or found["bad"] else _NEW_THAT
        for start, end in _parted(plain, found.end(), stop, cut):
            words = plain[start:end]
            if len(words.split()) < (2 if found["good"] or found["bad"] else _FEWEST):
                continue
            weighed = weigh(words)
            if asked:
                type_ = asked_type(asked)
            elif found["good"]:
                type_ = evaluation.STRENGTH
            elif found["bad"]:
                type_ = evaluation.WEAKNESS
            elif weighed and weighed != evaluation.NARRATIVE:
                type_ = weighed
            else:
                also = _ALSO.search(found[0]) is not None and self.findings.last_type() in (evaluation.WEAKNESS, None)
                type_ = evaluation.STRENGTH if also else evaluation.WEAKNESS
            if found["good"] or found["bad"]:
                first = found.start() if start - found.end() <= 1 else start
                for a, b in _things(plain, start, end):
                    self.findings.add(type_, first if a == start else a, b, sentence)
            else:
                self.findings.add(type_, start, end, sentence)


def _parted(plain: str, start: int, end: int, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The parts of what somebody found: "that …; that …, and that …"."""
    position = start
    for cut in [*pattern.finditer(plain, start, end), None]:
        stop = cut.start() if cut else end
        first, last = position, stop
        while first < last and plain[first] in " ,:;":
            first += 1
        while last > first and plain[last - 1] in " ,:;":
            last -= 1
        if first < last:
            yield first, last
        position = cut.end() if cut else stop


def _things(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """The things that were praised or criticised, one by one."""
    cut = _AND.search(plain, start, end)
    return [(start, cut.start()), (cut.end(), end)] if cut and cut.start() - start > _LEAST else [(start, end)]


@cache
def _retelling() -> re.Pattern[str]:
    lists = load("letters")["retold"]
    who, *verbs = ("|".join(lists[key]).replace(" ", r"\s+") for key in ("who", "found", "good", "bad"))
    return re.compile(
        rf"\b(?P<who>{who})(?:,[^,.;]{{3,60}},)?\s+(?:also\s+|have\s+also\s+|has\s+also\s+|had\s+also\s+|have\s+|has\s+|had\s+|further\s+)?"
        rf"(?:(?P<good>{verbs[1]})|(?P<bad>{verbs[2]})|(?P<asked>asked\s+us\s+to|told\s+us\s+to|want\s+us\s+to|recommended)|(?P<found>{verbs[0]}))\b(?:\s+that\b|\s*:)?",
        re.IGNORECASE,
    )


@cache
def _asks() -> re.Pattern[str]:
    """A sentence that announces what inspectors said ("So what did Ofsted say?")."""
    return re.compile(
        r"\b(?:what\s+(?:did|does|do|has|have)\s+(?:Ofsted|the\s+(?:inspectors|report|letter)|inspectors|they|it)|(?:inspectors|Ofsted|the\s+report)\s+(?:found|said|identified|reported|highlighted|raised)[^.]{0,60}:?$|(?:main|key)\s+(?:findings|points)|(?:inspect(?:ors|ion)|Ofsted|report|letter|their|its)\b[^.:]{0,40}\b(?:concerns?|criticisms?|findings|recommendations|praise|strengths|weaknesses|conclusions|failings|worries))\b",
        re.IGNORECASE,
    )
