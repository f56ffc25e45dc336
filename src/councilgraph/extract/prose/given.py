"""Whether a grade word is a grade that an inspectorate gave, by the words around it.

A verb or noun of grading must go with it. What is denied, hoped for or feared, given to a school or a home, defined, or
counted over many councils is no grade of a council.
"""

from dataclasses import dataclass, field

from councilgraph.extract.prose.areas import OVERALL, Area, find_areas
from councilgraph.extract.prose.councils import CouncilName, Councils
from councilgraph.extract.prose.grade_words import GradeWord
from councilgraph.extract.prose.graded import has_graded_subject, is_graded, is_of_others
from councilgraph.extract.prose.graded_rows import is_row, is_row_of_council
from councilgraph.extract.prose.grading_signs import (
    AND_GRADE,
    CHANGED,
    COLON,
    ELLIPSIS,
    FOR_AREA,
    GRADED_AS,
    IN_YEAR,
    IN_YEARS,
    INSPECTORS_HOLD,
    JOINS,
    MOVED_TO,
    NOUN,
    NOW,
    OF_AREAS,
    ONE_OF,
    PARTLY,
    RATED,
    RATING,
    SAID_TO,
    SEEN_AS,
    SUBJECT_OF_ALL,
    THEN_NAMES,
    TO_GRADE,
    clause_before,
    patterns,
)
from councilgraph.extract.prose.meant import by_words, is_in_turn
from councilgraph.extract.prose.passages import HEADING, HEADLINE, Prose, Sentence
from councilgraph.extract.prose.tags import ENDS_CLAUSE, is_finite, is_tag
from councilgraph.extract.prose.unreal import is_unreal

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
        ranges = signs["range-after"].match(self.after) or signs["range-before"].search(self.before)
        if ranges and not is_in_turn(self.prose.plain, self.sentence):
            return COUNTED if self._finds("councils") else None
        if (
            is_unreal(self.prose, self.sentence, self.word, self.near, self.areas)
            or self._is_verb()
            or PARTLY.match(self.prose.plain, self.word.end, self.sentence.end)
        ):
            return None
        if signs["from"].search(self.near) or self._is_left_behind() or self._is_changed():
            return FROM
        cell = (self.prose, self.sentence, self.begin, self.word)
        row = (
            is_row(*cell, self.areas, goes_on=self.goes_on)
            or is_row_of_council(*cell, self.councils)
            or (self.word.start - self.sentence.start < 3 and self._heads_list())
        )
        if not row and not self._has_trigger():
            return None
        if self._is_counted():
            return COUNTED
        if row:
            return PLAIN
        if is_of_others(self.prose, self.councils, self.sentence, self.begin, self.word, self.areas):
            return None
        if self._is_attributive():
            return None
        if not self._is_firm() and not self._has_graded_subject(plainly=not self._is_weak()):
            return None
        return PLAIN

    def _is_left_behind(self) -> bool:
        """Whether it is the grade that something has come away from ("shed its inadequate rating")."""
        if not patterns()["left"].search(self.near):
            return False
        return bool(patterns()["noun-after"].match(self.after) or self.word.quoted or self.word.key == "inadequate")

    def _is_changed(self) -> bool:
        """Whether it is what a rating was before a move that goes on behind it ("cut its rating of good to …")."""
        changed = CHANGED.search(self.near)
        return changed is not None and TO_GRADE.match(self.after) is not None

    def _is_tag(self) -> bool:
        """Whether it stands as a label."""
        special = any(area.start == self.word.end + 1 and area.family != OVERALL for area in self.areas)
        if special and self.goes_on and JOINS.search(self.prose.plain, self.begin, self.word.start):
            return True  # "good overall, with outstanding leadership"
        names = self.councils.inside(self.sentence.start, self.sentence.end)
        last = max(
            (name.end for name in names if self.begin <= name.start and name.end <= self.word.start), default=None
        )
        if last is not None and self.goes_on and ELLIPSIS.fullmatch(self.prose.plain, last, self.word.start):
            return True  # "Northmere was rated good, Southmere outstanding"
        return is_tag(self.prose, self.sentence, self.begin, self.word, self.areas, names) or self._is_finite()

    def _is_finite(self) -> bool:
        """Whether "requires improvement" is what a council, a service or an area of it does."""
        word, text = self.word, self.prose.plain
        if word.key != "requires-improvement":
            return False
        if is_finite(self.prose, self.sentence, self.begin, word):
            return True
        ends = [a.end for a in self.areas if self.begin <= a.start and a.end <= word.start]
        ends += [name.end for name in self.councils.inside(self.begin, word.start)]
        last = max(ends, default=None)
        return (
            last is not None
            and SUBJECT_OF_ALL.fullmatch(text, last, word.start) is not None
            and ENDS_CLAUSE.match(text, word.end, self.sentence.end) is not None
        )

    def _has_graded_subject(self, *, plainly: bool) -> bool:
        """Whether a council, a service or an area is what has it; ``plainly``: also where no subject is to be seen."""
        if self._is_seen_as():
            return True
        found = has_graded_subject(self.prose, self.councils, self.sentence, self.word, self.areas)
        return plainly if found is None else found

    def _is_firm(self) -> bool:
        """Whether it is a grade whatever the subject."""
        return (
            self.word.quoted
            or self._is_strong
            or self._is_moved_to()
            or patterns()["noun-before"].search(self.near) is not None
            or self._is_held()
            or (self.goes_on and NOW.fullmatch(self.prose.plain, self.begin, self.word.start) is not None)
            or bool(self.names_after())
            or self._is_in_years()
            or patterns()["noun-after"].match(self.after) is not None
            or self._is_tag()
        )

    def _finds(self, sign: str) -> bool:
        return patterns()[sign].search(self.prose.plain, self.sentence.start, self.sentence.end) is not None

    def _is_held(self) -> bool:
        """Whether inspectors are said to hold it of a service, or of what was named before."""
        found = INSPECTORS_HOLD.search(self.near)
        return found is not None and (not found["object"].strip() or is_graded(found["object"]))

    def _is_verb(self) -> bool:
        """Whether "require improvement" or "poor" is said plainly, and is no label."""
        signs = patterns()
        if self.word.quoted:
            return False
        if self.word.key == "requires-improvement" and not self._is_moved_to():
            if self._is_tag():
                return False
            if signs["from"].search(self.near) or IN_YEAR.match(self.prose.plain, self.word.end):
                return False
            used = signs["verb-use"].match(self.after) and not GRADED_AS.search(self.near)
            return bool(used or (signs["as-verb"].search(self.near) and not SAID_TO.search(self.near)))
        if self.word.key in ("poor", "excellent") and not (self._is_moved_to() or signs["from"].search(self.near)):
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
        if self.word.end - self.word.start >= self.sentence.end - self.sentence.start - 3:
            return self._is_tag()  # a label that is all of a sentence
        return bool(
            self._is_strong
            or self.word.quoted
            or self.word.key in ("inadequate", "outstanding", "requires-improvement")
            or self._is_tag()
            or self._is_moved_to()
            or signs["verb"].search(self.near)
            or self._is_seen_as()
            or self._is_in_years()
            or signs["noun-after"].match(self.after)
            or signs["noun-before"].search(self.near)
            or (self.kind in (HEADING, HEADLINE) and self.word.quoted)
            or (self.goes_on and AND_GRADE.fullmatch(text, self.begin, self.word.start) and self._is_before_area())
            or (self.word.quoted and any(self.word.end <= area.start <= self.word.end + 2 for area in self.areas))
            or INSPECTORS_HOLD.search(self.near)
            or (self.goes_on and NOW.fullmatch(text, self.begin, self.word.start))
            or signs["attributive"].search(text[max(self.begin, self.word.start - 60) : self.word.start])
        )

    def _is_in_years(self) -> bool:
        """Whether it is one of several grades with their years ("good in 2007, inadequate in 2010")."""
        text = self.prose.plain
        if not IN_YEAR.match(text, self.word.end):
            return False
        return len(IN_YEARS.findall(text, self.sentence.start, self.sentence.end)) > 1

    def _is_seen_as(self) -> bool:
        """Whether "as" joins it to an area or a council ("which saw adoption as adequate")."""
        places = [area.end for area in self.areas] + [n.end for n in self.councils.inside(self.begin, self.word.start)]
        last = max((end for end in places if self.begin <= end <= self.word.start), default=None)
        return last is not None and SEEN_AS.fullmatch(self.prose.plain, last, self.word.start) is not None

    def _is_before_area(self) -> bool:
        """Whether "for" and an area follow it."""
        found = FOR_AREA.match(self.prose.plain, self.word.end)
        return found is not None and any(0 <= area.start - found.end() < 5 for area in self.areas)

    def _is_counted(self) -> bool:
        """Whether a number of councils has it, and they are not named."""
        verb = self.word.printed.split()[0] if self.word.key.startswith(("performs", "requires")) else ""
        clause = clause_before(self.before)
        found = list(patterns()["counting"].finditer(f"{clause} {verb}"))
        if not found or OF_AREAS.search(found[0][0]) or self.is_one_of_many():
            return False
        at = self.sentence.start + len(self.before) - len(clause) + found[-1].start()
        if at >= self.begin > self.sentence.start and not self.councils.inside(at, self.word.start):
            return not self.names_after()  # "A and B are outstanding, 20 are good"
        if by_words(self.prose, self.councils, self.sentence, self.sentence.start, self.word.start):
            return False
        if len(self.councils.inside(self.sentence.start, self.word.start)) > 1 or self.names_after():
            return False
        listed = [area for area in self.areas if area.start >= self.word.end and area.family != OVERALL]
        return not listed or not COLON.fullmatch(self.prose.plain, self.word.end, listed[0].start)

    def is_one_of_many(self) -> bool:
        """Whether a council is said to be one of a number that have it ("is among the three judged good")."""
        names = self.councils.inside(self.begin, self.word.start)
        return bool(names) and ONE_OF.match(self.prose.plain, names[-1].end, self.word.start) is not None

    def _heads_list(self) -> bool:
        """Whether a line is a grade with the councils that have it."""
        return bool(self.names_after()) and ":" in self.prose.plain[self.word.end : self.word.end + 30]

    def names_after(self) -> list[CouncilName]:
        """The councils that are listed behind it ("… are A, B and C", "…, among them A", "…: A, B")."""
        after = self.councils.inside(self.word.end, self.sentence.end)
        return after if after and THEN_NAMES.fullmatch(self.prose.plain, self.word.end, after[0].start) else []

    def _is_weak(self) -> bool:
        """Whether "is" is all that goes with it."""
        return patterns()["giving"].search(self.near) is None

    def _is_attributive(self) -> bool:
        """Whether a noun that is graded by nobody follows ("a good parent", "good at listening")."""
        word = self.word
        following = NOUN.match(self.prose.plain, word.end, self.sentence.end)
        if word.quoted or word.number is not None or following is None or word.key.startswith(("requires", "performs")):
            return False
        if patterns()["noun-after"].match(self.after):
            return False
        return not any(area.start < following.end("noun") and following.start("noun") < area.end for area in self.areas)
