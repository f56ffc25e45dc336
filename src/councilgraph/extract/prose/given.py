"""Whether a grade word is a grade that an inspectorate gave, by the words around it.

A verb or noun of grading must go with it. What is denied, hoped for or feared, given to a school or a home, defined, or
counted over many councils is no grade of a council.
"""

import re
from dataclasses import dataclass, field

from councilgraph.extract.prose.areas import OVERALL, Area, find_areas
from councilgraph.extract.prose.councils import CouncilName, Councils
from councilgraph.extract.prose.grade_words import GradeWord
from councilgraph.extract.prose.grading_signs import (
    AND_GRADE,
    COLON,
    FOR_AREA,
    GRADED_AS,
    MOVED_TO,
    NEXT_TO,
    PARTLY,
    RATED,
    RATING,
    ROW,
    SAID_TO,
    SOFTENED,
    STOP,
    THEN_NAMES,
    WHICH,
    WITHIN,
    clause_before,
    patterns,
)
from councilgraph.extract.prose.passages import HEADING, HEADLINE, Prose, Sentence

PLAIN, FROM, COUNTED = "plain", "from", "counted"
"""A grade that was given; the one that a move started from; one that many councils have."""


@dataclass(slots=True)
class Case:
    """A grade word in its sentence.

    Attributes:
        begin: offset where the grade word before it ends, or where the sentence begins.
        kind: of its passage.
        goes_on: whether the sentence has told of a grade before this word.
    """

    prose: Prose
    councils: Councils
    sentence: Sentence
    begin: int
    word: GradeWord
    kind: str
    goes_on: bool
    areas: list[Area] = field(init=False)
    before: str = field(init=False)
    near: str = field(init=False)
    after: str = field(init=False)

    def __post_init__(self) -> None:
        text = self.prose.plain
        self.areas = find_areas(text, self.sentence.start, self.sentence.end)
        self.before = text[self.sentence.start : self.word.start].rstrip("'\" ")
        self.near = text[max(self.begin, self.word.start - 90) : self.word.start].rstrip("'\" ")
        self.after = text[self.word.end : self.sentence.end].lstrip("'\",")

    def verdict(self) -> str | None:
        """What the word is; None where it is no grade that was given."""
        signs = patterns()
        if signs["range-after"].match(self.after) or signs["range-before"].search(self.before):
            return COUNTED if self._finds("councils") else None
        if self._is_unreal() or self._is_verb() or PARTLY.match(self.prose.plain, self.word.end, self.sentence.end):
            return None
        if signs["from"].search(self.near):
            return FROM
        row = self._is_row() or (self.word.start - self.sentence.start < 3 and self._heads_list())
        if not row and not self._has_trigger():
            return None
        if row:
            return PLAIN
        if self._is_counted():
            return COUNTED
        if self._is_of_others() or (self._is_weak() and not self._has_graded_subject()):
            return None
        return PLAIN

    def _finds(self, sign: str) -> bool:
        return patterns()[sign].search(self.prose.plain, self.sentence.start, self.sentence.end) is not None

    def _is_unreal(self) -> bool:
        """Whether it is denied, hoped for, defined, claimed, or given by somebody else."""
        signs = patterns()
        clause = clause_before(self.before)
        wished = signs["wish"].search(clause) and not signs["certain"].search(clause)
        rest = (self.prose.plain, self.word.end, self.sentence.end)
        return bool(
            signs["negated"].search(self.near)
            or SOFTENED.search(self.near)
            or wished
            or self._finds("judges")
            or signs["claimed"].search(*rest)
            or signs["defined"].match(*rest)
        )

    def _is_verb(self) -> bool:
        """Whether "require improvement" or "poor" is said plainly, and is no label."""
        signs = patterns()
        if self.word.quoted:
            return False
        if self.word.key == "requires-improvement" and not self._is_moved_to():
            used = signs["verb-use"].match(self.after) and not GRADED_AS.search(self.near)
            return bool(used or (signs["as-verb"].search(self.near) and not SAID_TO.search(self.near)))
        if self.word.key in ("poor", "excellent"):
            return not (RATED.search(self.near) or RATING.match(self.after))
        return False

    def _is_moved_to(self) -> bool:
        """Whether it is where a move ended ("from good to …", "has improved to …")."""
        text = self.prose.plain
        started = patterns()["from"].search(
            text[max(self.sentence.start, self.begin - 60) : self.begin].rsplit("from", 1)[0] + "from"
        )
        if started and MOVED_TO.fullmatch(text, self.begin, self.word.start):
            return True
        window = text[max(self.sentence.start, self.word.start - 120) : self.word.start].rstrip("'\" ")
        return patterns()["move"].search(window) is not None

    @property
    def _is_strong(self) -> bool:
        """Whether the label alone is enough."""
        word = self.word
        return word.printed.lower().endswith("to be good") or word.key.startswith("performs") or word.number is not None

    def _has_trigger(self) -> bool:
        """Whether a verb or noun of grading goes with it."""
        signs = patterns()
        text = self.prose.plain
        return bool(
            self._is_strong
            or self._is_moved_to()
            or signs["verb"].search(self.near)
            or signs["noun-after"].match(self.after)
            or signs["noun-before"].search(self.near)
            or (self.kind in (HEADING, HEADLINE) and self.word.quoted)
            or (self.goes_on and AND_GRADE.fullmatch(text, self.begin, self.word.start) and self._is_before_area())
            or (self.word.quoted and any(self.word.end <= area.start <= self.word.end + 2 for area in self.areas))
            or signs["attributive"].search(text[max(self.begin, self.word.start - 60) : self.word.start])
        )

    def _is_row(self) -> bool:
        """Whether it stands right behind an area: in a row of a table, or where a sentence goes on with further areas."""
        before = [area for area in self.areas if self.begin <= area.start and area.end <= self.word.start]
        if not before or (before[-1].family == OVERALL and not before[-1].printed.lower().startswith("overall")):
            return False
        gap = self.prose.plain[before[-1].end : self.word.start]
        opens = before[0].start - self.sentence.start < 5
        if opens and self.sentence.end - self.word.end < 4:
            return ROW.fullmatch(gap) is not None
        if (
            opens
            and self.word.key == "requires-improvement"
            and not gap.strip()
            and STOP.match(self.prose.plain, self.word.end, self.sentence.end)
        ):
            return True
        if self.word.quoted and WHICH.fullmatch(gap):
            return True
        return NEXT_TO.fullmatch(gap) is not None and (self.goes_on or (self.word.quoted and opens))

    def _is_before_area(self) -> bool:
        """Whether "for" and an area follow it."""
        found = FOR_AREA.match(self.prose.plain, self.word.end)
        return found is not None and any(0 <= area.start - found.end() < 5 for area in self.areas)

    def _is_counted(self) -> bool:
        """Whether a number of councils has it, and they are not named."""
        if not patterns()["counting"].search(clause_before(self.before)):
            return False
        if len(self.councils.inside(self.sentence.start, self.word.start)) > 1 or self.names_after():
            return False
        listed = [area for area in self.areas if area.start >= self.word.end and area.family != OVERALL]
        return not listed or not COLON.fullmatch(self.prose.plain, self.word.end, listed[0].start)

    def _heads_list(self) -> bool:
        """Whether a line is a grade with the councils that have it."""
        return bool(self.names_after()) and ":" in self.prose.plain[self.word.end : self.word.end + 30]

    def names_after(self) -> list[CouncilName]:
        """The councils that are listed behind it ("… are A, B and C", "…, among them A", "…: A, B")."""
        after = self.councils.inside(self.word.end, self.sentence.end)
        return after if after and THEN_NAMES.fullmatch(self.prose.plain, self.word.end, after[0].start) else []

    def _is_weak(self) -> bool:
        """Whether "is" is all that goes with it."""
        signs = patterns()
        return not (
            self._is_strong
            or self.word.quoted
            or self._is_moved_to()
            or signs["noun-before"].search(self.near)
            or signs["giving"].search(self.near)
            or signs["noun-after"].match(self.after)
        )

    def _is_of_others(self) -> bool:
        """Whether a school, a home, a plan or the like is what has the grade."""
        plain, sentence, begin, word, areas = self.prose.plain, self.sentence, self.begin, self.word, self.areas
        text = list(plain[sentence.start : sentence.end])
        for area in areas:
            text[area.start - sentence.start : area.end - sentence.start] = "_" * (area.end - area.start)
        blank = "".join(text)
        at = word.start - sentence.start
        before = blank[begin - sentence.start : at]
        named_after = self.councils.inside(begin, word.start) or any(begin <= a.start < word.start for a in areas)
        if not named_after and not patterns()["others"].search(before):
            before = blank[:at]  # "…, with some of it being outstanding"
        subject = re.split(r"[;:]|\bbut\b|\bwhile\b|\balthough\b", before)[-1]
        found = list(patterns()["others"].finditer(subject))
        after = patterns()["others-after"].match(blank[at + word.end - word.start :].lstrip("'\" "))
        if after:
            return True
        if not found:
            return False
        last = found[-1].end()
        offset = at - len(subject)
        nearest = max((a.end - sentence.start - offset for a in areas if a.end <= word.start), default=-1)
        subjects = [
            n
            for n in self.councils.inside(sentence.start, word.start)
            if not WITHIN.search(plain, max(sentence.start, n.start - 12), n.start)
        ]
        named = max((n.end - sentence.start - offset for n in subjects), default=-1)
        return last > max(nearest, named)

    def _has_graded_subject(self) -> bool:
        """Whether a plain "is good" is said of a council, of its services, or of an area."""
        if patterns()["pronoun"].search(self.before) or self.councils.inside(self.sentence.start, self.word.start):
            return True
        return any(area.end <= self.word.start for area in self.areas)
