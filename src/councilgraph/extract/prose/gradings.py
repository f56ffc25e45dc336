"""Grades that sentences say an inspectorate gave: to whom, for what and when.

A grade word counts only where a verb or noun of grading goes with it. What is denied, hoped for or feared, given to a
school or a home, or counted over many councils is no grade of a council; what somebody claims is left to the claims.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from councilgraph.extract.prose.areas import OVERALL, Area, find_areas, label
from councilgraph.extract.prose.belonging import areas_of, councils_of, is_joined, time_of
from councilgraph.extract.prose.carried import Told
from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.given import COUNTED, FROM, Case
from councilgraph.extract.prose.grade_words import GradeWord, any_of, find_words
from councilgraph.extract.prose.meant import is_in_turn
from councilgraph.extract.prose.passages import BULLET, HEADLINE, LONGEST_SENTENCE, Prose, Sentence
from councilgraph.extract.prose.repeated import in_turn, other_times
from councilgraph.extract.prose.speech import INSPECTORATE, Speeches
from councilgraph.extract.prose.times import Time
from councilgraph.extract.words import load


@dataclass(frozen=True, slots=True)
class Grading:
    """A grade that a sentence tells of.

    Attributes:
        council: name in the record.
        family, area: what was graded, as key of the word list and as the record has it.
        key, grade: the grade, as key of the word list and as printed.
        number: the number of the grade where one is printed.
        earlier: whether the words say that it is of an earlier inspection than the one the text is about.
        time: when it was given, or the inspection was, as the words around it say.
        start, end: offsets of the words that prove it.
        at: offset of the grade.
        basis: ``explicit`` or ``inferred``.
    """

    council: str
    family: str
    area: str
    key: str
    grade: str
    number: int | None
    earlier: bool
    time: Time | None
    start: int
    end: int
    at: int
    basis: str = "explicit"


def find_gradings(prose: Prose, councils: Councils, speeches: Speeches, published: str | None) -> list[Grading]:
    """The grades that a text tells of, in its order; one that is told twice stands twice."""
    by_outcomes = next(prose.find(_ASSESSMENTS), None) is not None
    told = Told(prose, councils, speeches, published)
    return list(_Reader(prose, councils, speeches, published, told, by_outcomes=by_outcomes).read())


@dataclass(slots=True)
class _Reader:
    prose: Prose
    councils: Councils
    speeches: Speeches
    published: str | None
    told: Told

    before: Sentence | None = None
    """The sentence before the one that is read."""
    last: tuple[Time | None, bool] = (None, False)
    """The time of the grade read last, and whether it is of an earlier inspection."""
    areas: list[Area] = field(default_factory=list)
    """What the grade read last is for."""
    by_outcomes: bool = False
    """Whether social care is graded beside other services, as annual performance assessments do."""

    def read(self) -> Iterator[Grading]:
        """All gradings."""
        heading: tuple[GradeWord, list[Area]] | None = None
        for index, sentence in enumerate(self.prose.sentences):
            del self.told.grades[:-_KEPT]
            if sentence.end - sentence.start > LONGEST_SENTENCE:
                continue
            self.before = self.prose.sentences[index - 1] if index else None
            passage = self.prose.passage_of(sentence)
            words = find_words(self.prose, sentence.start, sentence.end)
            whole = self._is_name(sentence)
            if heading and whole:
                word, areas = heading
                for name in self.councils.inside(sentence.start, sentence.end):
                    yield from self._made(word, [name.council], areas, False, None, (sentence.start, sentence.end))
                continue
            if heading and self._is_area(sentence):
                areas = find_areas(self.prose.plain, sentence.start, sentence.end)
                council = self.councils.at(sentence.start)
                yield from self._made(
                    heading[0], [council] if council else [], areas, False, None, (sentence.start, sentence.end)
                )
                continue
            heading = None
            if words and self._is_head_of_list(index):
                heading = (words[-1], find_areas(self.prose.plain, sentence.start, sentence.end))
                if self._is_name(self.prose.sentences[index + 1]):
                    continue
            elif not words and (known := self._is_of_all(index)):
                heading = (known, [])
            yield from self._of_sentence(index, sentence, words, passage.kind)

    def _of_sentence(self, index: int, sentence: Sentence, words: list[GradeWord], kind: str) -> Iterator[Grading]:
        given = False
        listed = [] if is_in_turn(self.prose.plain, sentence) else self._in_lists(words)
        for n, word in enumerate(words):
            if word in listed:
                continue
            if self._is_claimed(sentence, word):
                continue
            begin = words[n - 1].end if n else sentence.start
            case = Case(self.prose, self.councils, sentence, begin, word, kind, given)
            verdict = case.verdict()
            if verdict is None:
                continue
            given = True
            if verdict == COUNTED:
                areas = find_areas(self.prose.plain, sentence.start, sentence.end)
                self.told.counts.append((word, areas, index))
                continue
            if case.is_one_of_many():
                self.told.counts.append((word, case.areas, index))
            yield from self._told(case, words[n + 1].start if n + 1 < len(words) else sentence.end, verdict)
        # One by one, since each is a grade told for those that come after it.
        for carried in self.told.of_names(index, sentence, graded=bool(words)):
            yield from self._made(*carried)
        for carried in self.told.of_areas(sentence):
            yield from self._made(*carried)

    def _is_claimed(self, sentence: Sentence, word: GradeWord) -> bool:
        """Whether somebody says it who is no inspectorate; what a council "was told" it does not say itself."""
        speech = self.speeches.at(word.start)
        if speech and speech.voice != "quoted" and self._is_apposed(sentence, word):
            return False
        if speech is None or speech.kind == INSPECTORATE or "inspector" in (speech.capacity or "").casefold():
            return False
        return not _WAS_TOLD.search(self.prose.plain, sentence.start, max(speech.start, sentence.start))

    def _is_apposed(self, sentence: Sentence, word: GradeWord) -> bool:
        """Whether the text adds it to a council's name in what it reports of somebody ("Northmere, rated good, …")."""
        names = self.councils.inside(sentence.start, word.start)
        return bool(names) and _APPOSED.fullmatch(self.prose.plain, names[-1].end, word.start) is not None

    def _in_lists(self, words: list[GradeWord]) -> list[GradeWord]:
        """The words of lists of three grades or more, which tell what grades there are."""
        listed: list[GradeWord] = []
        row: list[GradeWord] = []
        for word in words:
            if row and not _LIST_OF_GRADES.fullmatch(self.prose.plain, row[-1].end, word.start):
                row = []
            row.append(word)
            if len(row) > 2 and len({one.key for one in row}) > 2:
                listed += row
        return listed

    def _is_name(self, sentence: Sentence) -> bool:
        """Whether a sentence is no more than names of councils."""
        names = self.councils.inside(sentence.start, sentence.end)
        rest = sentence.end - sentence.start - sum(name.end - name.start for name in names)
        return bool(names) and rest < 6 * len(names) and not find_words(self.prose, sentence.start, sentence.end)

    def _is_area(self, sentence: Sentence) -> bool:
        """Whether a sentence is no more than names of areas."""
        areas = find_areas(self.prose.plain, sentence.start, sentence.end)
        rest = sentence.end - sentence.start - sum(area.end - area.start for area in areas)
        return bool(areas) and rest < 6 * len(areas)

    def _is_of_all(self, index: int) -> GradeWord | None:
        """The grade just given to "each" of the areas that a line with a colon lists."""
        sentence = self.prose.sentences[index]
        if index + 1 >= len(self.prose.sentences) or self.prose.plain[sentence.end - 1] != ":":
            return None
        near = self.prose.sentences[max(0, index - 3)].start
        told = [word for word, _ in self.told.grades if word.start >= near]
        if not self._is_area(self.prose.sentences[index + 1]):
            return None
        return next((word for word in told if _EACH.search(self.prose.plain, word.start, word.start + 80)), None)

    def _is_head_of_list(self, index: int) -> bool:
        """Whether a heading with a grade is followed by names of councils, or of areas, alone."""
        sentence = self.prose.sentences[index]
        if index + 1 >= len(self.prose.sentences) or self.prose.passage_of(sentence).kind in (HEADLINE, BULLET):
            return False
        following = self.prose.sentences[index + 1]
        ends = self.prose.plain[sentence.end - 1]
        return (
            following.passage != sentence.passage
            and ends not in ".!?"
            and not self._is_name(sentence)
            and (self._is_name(following) or (ends == ":" and self._is_area(following)))
        )

    def _told(self, case: Case, following: int, verdict: str) -> Iterator[Grading]:
        text = self.prose.plain
        sentence, begin, word = case.sentence, case.begin, case.word
        areas = areas_of(case, following, self.before)
        if verdict == FROM and not areas and _FROM.fullmatch(text, begin, word.start):
            areas = self.areas  # "adoption drops to good from outstanding"
        self.areas = areas
        names = councils_of(case, following)
        time = in_turn(case, self.published) or time_of(case, following, self.published)
        before = text[max(sentence.start, begin) : word.start]
        before = _AFTER_OTHERS.sub("", before)
        earlier = verdict == FROM or (_earlier().search(before) is not None and not _NOW.search(before))
        earlier = earlier or (time is not None and _LONG_AGO.search(text[time.first : time.last]) is not None)
        if begin > sentence.start and time == self.last[0] and is_joined(case):
            earlier = earlier or self.last[1]
        self.last = (time, earlier)
        if verdict == FROM:
            time = time if time and (time.last < word.start or self._is_past_year(time, word)) else None
        span = _span(self.prose, sentence, begin, word, areas, following)
        yield from self._made(word, names, areas, earlier, time, span)
        for when, others in other_times(case, time, self.published) if time else ():
            again = replace(word, start=max(word.start, when.first))
            yield from self._made(again, names, others or areas, earlier or self._is_past(when), when, span)
        if names and _ALSO.search(text, sentence.start, word.start):
            other = next(
                (n.council for n in self.councils.inside(0, sentence.start) if n.whole and n.council not in names), None
            )
            if other:
                yield from (replace(g, basis="inferred") for g in self._made(word, [other], areas, earlier, time, span))

    def _is_past(self, time: Time) -> bool:
        """Whether a time is of a year before the text's."""
        return time.start is not None and (self.published is None or time.start[:4] < self.published[:4])

    def _is_past_year(self, time: Time, word: GradeWord) -> bool:
        """Whether a year before the text's stands right behind a grade ("up from inadequate in 2019")."""
        if time.start is None or len(time.start) > len("2012") or time.first - word.end > _BEHIND:
            return False
        return self.published is None or time.start < self.published[:4]

    def _made(
        self,
        word: GradeWord,
        names: list[str],
        areas: list[Area],
        earlier: bool,
        time: Time | None,
        span: tuple[int, int],
    ) -> Iterator[Grading]:
        chosen = areas or [Area(OVERALL, label(OVERALL, ""), word.start, word.start)]
        for council in names:
            self.told.note(word, council, chosen, earlier=earlier)
            for area in chosen:
                family = OVERALL if area.family == "social-care" and not self.by_outcomes else area.family
                printed = label(OVERALL, "") if family != area.family else area.printed
                yield Grading(
                    council, family, printed, word.key, word.printed, word.number, earlier, time, *span, word.start
                )


_FROM = re.compile(r"['\"]?\s*,?\s+(?:up\s+|down\s+)?from\s+(?:an?\s+|its\s+|the\s+)*['\"]?", re.IGNORECASE)
_LONG_AGO = re.compile(r"\b(?:last year|previous year|year before|ago|earlier|previously)$", re.IGNORECASE)
_WAS_TOLD = re.compile(r"\b(?:was|were|been|is|are|being)\s+(?:also\s+|again\s+)?told\b[^.;:]{0,50}$", re.IGNORECASE)
_APPOSED = re.compile(
    r"(?:\s+council)?,\s+(?:which\s+(?:was|is|has been)\s+|itself\s+|also\s+|recently\s+|last\s+|now\s+|already\s+|once\s+)*(?:rated|judged|graded|ranked|deemed|marked)\s+(?:as\s+|an?\s+|to be\s+)?['\"]?",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"\balso\s+(?:received|got|given|was given|awarded|scored|earned|had|handed)\b[^.;]{0,20}\b(?:lowest|same|bottom|worst)\b|\balso\s+(?:received|got|was given|given)\s+the\s+$",
    re.IGNORECASE,
)
_AFTER_OTHERS = re.compile(
    r"(?:\w+\s+)?(?:years?|months|weeks)\s+(?:after|on\s+from)\b(?!\s+(?:being|it\s+was|they\s+were|an?\s))[^,;:]*,",
    re.IGNORECASE,
)
_BEHIND = 6  # code points between a grade and a year right behind it
_KEPT = 6  # grades that are kept in mind from sentence to sentence
_EACH = re.compile(r"\b(?:each|every|all)\b", re.IGNORECASE)
_ASSESSMENTS = re.compile(r"\bperformance assessments?\b|\bAPA\b")
_NOW = re.compile(r"\b(?:now|currently|today|this time|latest|again)\b", re.IGNORECASE)
_LIST_OF_GRADES = re.compile(r"['\"]*(?:\s*,\s*(?:or|and)?\s*|\s+(?:or|and)\s+)['\"]*", re.IGNORECASE)


def _span(
    prose: Prose, sentence: Sentence, begin: int, word: GradeWord, areas: list[Area], following: int
) -> tuple[int, int]:
    """The words that prove a grading: its sentence, or the part of a long one from its areas to its grade."""
    if sentence.end - sentence.start <= 240:
        return sentence.start, sentence.end
    first = min([word.start, *(a.start for a in areas)])
    last = max([word.end, *(a.end for a in areas)])
    first = max(sentence.start, min(first, max(begin, first - 100)))
    while first > sentence.start and prose.plain[first - 1] not in " ":
        first -= 1
    return first, min(sentence.end, last)


@cache
def _earlier() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(load('outcomes')['inspections']['earlier'])})", re.IGNORECASE)
