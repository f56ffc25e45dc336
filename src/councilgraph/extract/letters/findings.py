"""What a letter says inspectors found: the points of its lists, and evaluative clauses of its prose.

A point under a heading of strengths, of areas for improvement and the like is one finding of that type. In the prose of an
inspectorate each evaluative clause is one; a sentence that only gives a grade is none, nor one that tells how inspectors
worked.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from councilgraph.extract.letters.blocks import POINT, TABLE, Block
from councilgraph.extract.letters.events import Events
from councilgraph.extract.letters.graded import Graded
from councilgraph.extract.letters.results import Result, only_grades
from councilgraph.extract.letters.sections import ASIDE, ASKED, NONE, PROSE, Section, asked_type
from councilgraph.extract.letters.weighing import clauses, contrasts, is_negative, weigh
from councilgraph.extract.prose import evaluation
from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.extract.prose.practice import is_practice, leaning
from councilgraph.extract.words import load
from councilgraph.model import Finding, Record

_EMPTY = re.compile(
    r"\W*(?:none|nil|n/?a|not applicable|(?:there\s+(?:are|were)\s+)?(?:no|none)\b.{0,80}\b(?:areas?|priority|weakness(?:es)?|strengths?|actions?|identified|found|noted|recorded)\b.{0,40})\W*",
    re.IGNORECASE | re.DOTALL,
)
_NO_AREAS = re.compile(
    r"\b(?:no|not\s+any|without(?:\s+any)?)\s+(?:[\w-]+\s+){0,3}?(?:areas?\s+(?:for|of)|priority\s+actions?|important\s+weaknesses|weaknesses|strengths)\b",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"(?:this|that|these|it|which|both)\s+(?:is|was|are|were|has|have|needs?|must|should|had|means?|meant|represents?)\b",
    re.IGNORECASE,
)
_LONGEST_SUM = 110  # code points of a sentence that only adds to the one before it
_LONGEST = 3000  # code points; what is longer is no sentence
_MANY = 3  # sentences of a point that is a paragraph by itself
_JOINT = re.compile(
    r"['\"]*(?:\s+overall)?(?:,\s+(?=with\b)|,?\s+(?=with\b)|,\s+(?:and\s+|but\s+)?(?=\w)|\s+-\s+|,?\s+(?:because(?:\s+of)?|owing\s+to|due\s+to|on\s+account\s+of)\s+)"
)
_TAIL = re.compile(r"(?:[;,]\s*(?:and|or)?|\sand)\s*$")
_LISTS = re.compile(
    r"\bstrengths?\b|\b(?:following|some|several|no|any)\s+(?:\w+\s+)?(?:areas?|priority)|\bmust\s+be\b|\bwill\s+be\b|\bbe\s+looked\s+at\b|\bareas?\s+for\b.*\bareas?\s+for\b|\b(?:already|previously)\s+identified\b|\bthe\s+(?:areas?\s+for\s+)?priority\s+actions?\s+(?:has|have|had|was|were)\b",
    re.IGNORECASE,
)
_MADE_GOOD = re.compile(
    r"\b(?:has|have)\s+(?:now\s+|since\s+|all\s+|largely\s+|mostly\s+|fully\s+|successfully\s+)*been\s+(?:addressed|tackled|met|completed|resolved|remedied|dealt\s+with|put\s+right|acted\s+on)\b",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\bareas?\s+(?:for|of)\s+(?:(?!\bareas?\b)[^.;]){4,160}?\b(?:has|have|had|are|were|is|was)\s+(?:still\s+)?(?:not\s+(?:yet\s+)?(?:all\s+|fully\s+|sufficiently\s+)?been\s+(?:addressed|tackled|met|completed|resolved|remedied|acted\s+on|put\s+right|dealt\s+with)|still\s+(?:outstanding|unresolved|to\s+be)|yet\s+to\s+be\b[^.;]{0,40})",
    re.IGNORECASE,
)
_FEW = re.compile(r"\b(?:few|only|some|none|little|not|no|neither|yet|until|once|when|if|should|must)\b", re.IGNORECASE)
_CHANGED = re.compile(
    r"(?P<what>[^,;]{8,120}?\b(?:has|have)\s+(?:\w+ly\s+)?(?:improved|strengthened|got\s+better|progressed|advanced|moved\s+on|deteriorated|worsened|declined|slipped|got\s+worse|fallen\s+back|not\s+improved)\b[^,;]{0,60}?)"
    r"(?:,|\s+since\b|\s+when\b)"
    r"|(?P<cause>[^;]{8,200}?)(?:,\s+which)?\s+(?:has\s+|have\s+|had\s+)?(?:led\s+to|resulted\s+in|caused|brought\s+about|contributed\s+to|(?:is|are|was|were)\s+why)\b",
    re.IGNORECASE,
)
_ALREADY = re.compile(
    r"\W*(?:and\s+)?(?:this|it|which)\s+(?:had\s+been|was|were|has\s+been)\b.*\bareas?\s+for\b",
    re.IGNORECASE | re.DOTALL,
)
_FOUND = re.compile(
    r"\b(?:findings?|found|headlines?|overview|strengths|evaluation|progress|what we saw|what inspectors saw)\b",
    re.IGNORECASE,
)
_ON_THE_VISIT = re.compile(
    r"\b(?:inspect\w+|Ofsted|visits?|visited|letter|report|grades?|inspection|we|I|commissioner|Secretary of State|minister|department|appointed|agreement|copy|copies|is to|are to|due to|stand out|different picture|priority|per cent|recruit\w*)\b|[%£]",
    re.IGNORECASE,
)
_FEW_WORDS = 4
_PRAISED = re.compile(r"^(?:grade\s+)?[34]\b|good|outstanding|well|excellent", re.IGNORECASE)
_COMPARED = re.compile(r"^(?:as in \d{4}|as found elsewhere),?\s*", re.IGNORECASE)


class Findings:
    """Writes the findings of a letter to its record."""

    def __init__(
        self, record: Record, prose: Prose, events: Events, graded: dict[int, list[Graded]], results: Sequence[Result]
    ) -> None:
        """Args:
        graded: the grades that sentences give, by the offset of the sentence.
        results: the grades that the letter itself gives.
        """
        self.record, self.prose, self.events, self.graded = record, prose, events, graded
        self.praised = [_folded(one.area) for one in results if _PRAISED.search(one.grade)]

    def read_own(self, blocks: Sequence[tuple[Block, Section]]) -> None:
        """The findings of an inspectorate's letter."""
        for block, section in blocks:
            if block.kind == TABLE or section.type in (ASIDE, NONE):
                continue
            sentences = self.sentences(block)
            if section.leads_in:
                sentences = sentences[:-1]
            several = section.type == PROSE and len(sentences) > 1
            if block.kind == POINT and not several and not (section.type != PROSE and self._is_prose(sentences)):
                self._point(block, section, sentences)
            else:
                self._paragraph(sentences, section, is_point=several and block.kind == POINT)

    def _point(self, block: Block, section: Section, sentences: Sequence[Sentence]) -> None:
        """A point of a list: one finding."""
        words = self.prose.words(block.start, block.end)
        if not sentences or _EMPTY.fullmatch(words) or (_NO_AREAS.search(words) and len(words) < 160):
            return
        type_ = section.type
        if type_ == PROSE:
            if _procedural().search(words):
                return
            weighed = [weigh(self.prose.plain[one.start : one.end]) for one in sentences]
            told = [one for one in weighed if one not in (None, evaluation.NARRATIVE)]
            type_ = next((one for one in told if one), None) or evaluation.NARRATIVE
        self.add(type_, block.start, block.end, sentences[0])

    def _paragraph(self, sentences: Sequence[Sentence], section: Section, *, is_point: bool = False) -> None:
        """Prose: each evaluative clause is a finding; what only adds to the sentence before goes with it.

        In a point of a list that is whatever does not turn against it.
        """
        last: Finding | None = None
        open_: tuple[int, int, Sentence] | None = None
        for index, sentence in enumerate(sentences):
            words = self.prose.words(sentence.start, sentence.end)
            if len(words) <= _LONGEST_SUM and _SUM.match(words) and not self.graded.get(sentence.start):
                type_ = weigh(words)
                if last is not None and not (type_ and is_negative(type_) != is_negative(last.type)):
                    self._extend(last, sentence)
                    continue
                if open_ is not None and type_ and not _procedural().search(words):
                    last = self.add(_under(section.type, type_, words), open_[0], sentence.end, open_[2])
                    open_ = None
                    continue
            if is_point and last is not None and not self.graded.get(sentence.start) and not contrasts(words):
                type_ = weigh(words)
                if type_ in (None, evaluation.NARRATIVE) or is_negative(type_) == is_negative(last.type):
                    self._extend(last, sentence)
                    continue
            last, open_ = None, None
            for start, end, type_ in self._clauses(sentence, section, before=self.last_type()):
                if type_ is None:
                    last, open_ = None, (start, end, sentence)
                else:
                    last, open_ = self.add(type_, start, end, sentence), None
            if (
                last is None
                and section.type not in (PROSE, evaluation.NARRATIVE)
                and index == 0
                and self._tells(sentence)
            ):
                last = self.add(section.type, sentence.start, sentence.end, sentence)

    def last_type(self) -> str | None:
        """The type of the finding written last."""
        return self.record.findings[-1].type if self.record.findings else None

    def _tells(self, sentence: Sentence) -> bool:
        """Whether a sentence says something of its own, that no grade, no negation and no procedure is."""
        words = self.prose.words(sentence.start, sentence.end)
        return not (
            self.graded.get(sentence.start)
            or _NO_AREAS.search(words)
            or _EMPTY.fullmatch(words)
            or _procedural().search(words)
        )

    def _clauses(
        self, sentence: Sentence, section: Section, before: str | None
    ) -> Iterator[tuple[int, int, str | None]]:
        """The clauses of a sentence, with the type of finding that each is; None: one that weighs nothing.

        Args:
            before: the type of the finding before.
        """
        words = self.prose.words(sentence.start, sentence.end)
        grades = self.graded.get(sentence.start, [])
        asked = list(ASKED.finditer(words))
        if asked and section.type == PROSE and (mended := _mended(self.prose, sentence)):
            yield sentence.start, mended, evaluation.STRENGTH
            return
        if asked and section.type == PROSE and (left := _LEFT.search(self.prose.plain, sentence.start, sentence.end)):
            yield *left.span(), asked_type(ASKED.search(left[0]) or asked[0])
            return
        if asked and section.type == PROSE and not grades:
            content = len(asked) == 1 and not _LISTS.search(words) and not _NO_AREAS.search(words)
            if content:
                yield sentence.start, sentence.end, asked_type(asked[0])
                return
            if _LISTS.search(words):
                return
        if _procedural().search(words) or only_grades(words):
            return
        if section.type == evaluation.STRENGTH and grades and _PRAISED.search(grades[-1].grade):
            yield sentence.start, sentence.end, section.type
            return
        parts = list(clauses(self.prose, sentence))
        types = {type_ for _, _, type_ in parts if type_}
        if (
            section.type not in (PROSE, NONE)
            and not grades
            and (section.type == evaluation.STRENGTH or len({is_negative(one) for one in types}) < 2)
        ):
            if not _NO_AREAS.search(words) and types:
                yield sentence.start, sentence.end, _under(section.type, next(iter(types)), words)
            return
        praised = self._is_praised(section)
        for start, end, type_ in parts:
            clause = self.prose.plain[start:end]
            if any(start < one.end and one.start < end for one in grades):
                if ahead := _CHANGED.match(self.prose.plain, start, end):
                    what = ahead["what"] or ahead["cause"]
                    if type_ := weigh(what):
                        yield start, start + len(what), _under(section.type, type_, what)
                yield from self._behind(end, grades, section)
                continue
            if _NO_AREAS.search(clause) or _ALREADY.match(clause):
                continue
            opening = _COMPARED.match(clause)
            if type_ is None and before and contrasts(clause):
                type_ = evaluation.STRENGTH if is_negative(before) else evaluation.WEAKNESS
            if type_ is None and praised and not grades:
                type_ = evaluation.STRENGTH
            if type_ is None and section.type == PROSE and self._describes(clause, section):
                type_ = leaning(clause, None) or evaluation.STRENGTH
            yield (
                start + (opening.end() if opening else 0),
                end,
                _under(section.type, type_, clause) if type_ else None,
            )

    def _describes(self, clause: str, section: Section) -> bool:
        """Whether a clause tells what is done, without praise or blame: under a heading of findings any clause does."""
        told = _FOUND.search(section.heading) is not None and len(clause.split()) > _FEW_WORDS
        return is_practice(clause, everybody=True) or (told and not _ON_THE_VISIT.search(clause))

    def _is_praised(self, section: Section) -> bool:
        """Whether a section tells of an outcome that was graded good or better."""
        topic = _folded(section.topic)
        return section.type == PROSE and any(area and topic.startswith(area) for area in self.praised)

    def _behind(self, end: int, grades: Sequence[Graded], section: Section) -> Iterator[tuple[int, int, str | None]]:
        """What stands behind the last grade of a clause ("…, with careful matching")."""
        last = max(one.end for one in grades if one.start < end)
        joint = _JOINT.match(self.prose.plain, last, end)
        if joint is None:
            return
        words = self.prose.plain[joint.end() : end]
        type_ = weigh(words)
        if type_ and len(words.split()) > 2:
            yield joint.end(), end, _under(section.type, type_, words)

    def _is_prose(self, sentences: Sequence[Sentence]) -> bool:
        return len(sentences) >= _MANY and self.events.kind is not None and self.events.kind.framework == "annual"

    def add(self, type_: str, start: int, end: int, sentence: Sentence) -> Finding | None:
        """Write a finding of a type whose words stand between two offsets of a sentence, or go on behind it."""
        if tail := _TAIL.search(self.prose.plain, max(start, end - 12), end):
            end = tail.start()
        spans = self.prose.evidence(start, end)
        if not spans:
            return None
        inspection = self.events.of_finding(sentence, start, end)
        words = self.prose.words(start, end)
        finding = Finding(inspection.id, type_, evaluation.service(words), evidence=spans)
        self.record.findings.append(finding)
        self.prose.fired(f"letters: {type_}", start, end)
        return finding

    def _extend(self, finding: Finding, sentence: Sentence) -> None:
        """Add the words of a sentence to a finding's."""
        last = finding.evidence[-1]
        spans = self.prose.evidence(last.start, sentence.end)
        finding.evidence = [*finding.evidence[:-1], *spans][:3]

    def sentences(self, block: Block) -> Sequence[Sentence]:
        """The sentences of a block."""
        found = self.prose.sentences_in(block.start, block.end)
        return [one for one in found if one.end - one.start <= _LONGEST]


def _mended(prose: Prose, sentence: Sentence) -> int | None:
    """Where the words end that say most of what was asked for has been done; None where they do not."""
    found = _MADE_GOOD.search(prose.plain, sentence.start, sentence.end)
    if found is None or _FEW.search(prose.plain, sentence.start, found.start()):
        return None
    return found.end()


def _under(heading: str, weighed: str, words: str) -> str:
    """The type of a clause that was weighed, below a heading that announces a type."""
    if heading in (PROSE, NONE):
        return weighed
    if heading in (evaluation.STRENGTH, evaluation.NARRATIVE):
        return weighed if is_negative(weighed) and heading == evaluation.NARRATIVE else heading
    return weighed if weighed == evaluation.STRENGTH and evaluation.weigh(words) > 1 else heading


def _folded(words: str) -> str:
    return re.sub(r"[^a-z]", "", words.casefold())


@cache
def _procedural() -> re.Pattern[str]:
    words = "|".join(phrase.replace(" ", r"\s+") for phrase in load("letters")["procedural"]["words"])
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)
