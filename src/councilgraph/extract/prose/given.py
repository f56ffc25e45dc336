"""Whether a grade word is a grade that an inspectorate gave, by the words around it.

A verb or noun of grading must go with it. What is denied, hoped for or feared, given to a school or a home, defined, or
counted over many councils is no grade of a council.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from councilgraph.extract.prose.areas import OVERALL, Area, find_areas
from councilgraph.extract.prose.councils import CouncilName, Councils
from councilgraph.extract.prose.grade_words import GradeWord, any_of
from councilgraph.extract.prose.passages import HEADING, HEADLINE, Prose, Sentence
from councilgraph.extract.words import load

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
        signs = _patterns()
        if signs["range-after"].match(self.after) or signs["range-before"].search(self.before):
            return COUNTED if self._finds("councils") else None
        if self._is_unreal() or self._is_verb() or _PARTLY.match(self.prose.plain, self.word.end, self.sentence.end):
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
        return _patterns()[sign].search(self.prose.plain, self.sentence.start, self.sentence.end) is not None

    def _is_unreal(self) -> bool:
        """Whether it is denied, hoped for, defined, claimed, or given by somebody else."""
        signs = _patterns()
        clause = clause_before(self.before)
        wished = signs["wish"].search(clause) and not signs["certain"].search(clause)
        rest = (self.prose.plain, self.word.end, self.sentence.end)
        return bool(
            signs["negated"].search(self.near)
            or _SOFTENED.search(self.near)
            or wished
            or self._finds("judges")
            or signs["claimed"].search(*rest)
            or signs["defined"].match(*rest)
        )

    def _is_verb(self) -> bool:
        """Whether "require improvement" or "poor" is said plainly, and is no label."""
        signs = _patterns()
        if self.word.quoted:
            return False
        if self.word.key == "requires-improvement" and not self._is_moved_to():
            used = signs["verb-use"].match(self.after) and not _GRADED_AS.search(self.near)
            return bool(used or (signs["as-verb"].search(self.near) and not _SAID_TO.search(self.near)))
        if self.word.key in ("poor", "excellent"):
            return not (_RATED.search(self.near) or _RATING.match(self.after))
        return False

    def _is_moved_to(self) -> bool:
        """Whether it is where a move ended ("from good to …", "has improved to …")."""
        text = self.prose.plain
        started = _patterns()["from"].search(
            text[max(self.sentence.start, self.begin - 60) : self.begin].rsplit("from", 1)[0] + "from"
        )
        if started and _MOVED_TO.fullmatch(text, self.begin, self.word.start):
            return True
        window = text[max(self.sentence.start, self.word.start - 120) : self.word.start].rstrip("'\" ")
        return _patterns()["move"].search(window) is not None

    @property
    def _is_strong(self) -> bool:
        """Whether the label alone is enough."""
        word = self.word
        return word.printed.lower().endswith("to be good") or word.key.startswith("performs") or word.number is not None

    def _has_trigger(self) -> bool:
        """Whether a verb or noun of grading goes with it."""
        signs = _patterns()
        text = self.prose.plain
        return bool(
            self._is_strong
            or self._is_moved_to()
            or signs["verb"].search(self.near)
            or signs["noun-after"].match(self.after)
            or signs["noun-before"].search(self.near)
            or (self.kind in (HEADING, HEADLINE) and self.word.quoted)
            or (self.goes_on and _AND_GRADE.fullmatch(text, self.begin, self.word.start) and self._is_before_area())
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
            return _ROW.fullmatch(gap) is not None
        if (
            opens
            and self.word.key == "requires-improvement"
            and not gap.strip()
            and _STOP.match(self.prose.plain, self.word.end, self.sentence.end)
        ):
            return True
        if self.word.quoted and _WHICH.fullmatch(gap):
            return True
        return _NEXT_TO.fullmatch(gap) is not None and (self.goes_on or (self.word.quoted and opens))

    def _is_before_area(self) -> bool:
        """Whether "for" and an area follow it."""
        found = _FOR_AREA.match(self.prose.plain, self.word.end)
        return found is not None and any(0 <= area.start - found.end() < 5 for area in self.areas)

    def _is_counted(self) -> bool:
        """Whether a number of councils has it, and they are not named."""
        if not _patterns()["counting"].search(clause_before(self.before)):
            return False
        if len(self.councils.inside(self.sentence.start, self.word.start)) > 1 or self.names_after():
            return False
        listed = [area for area in self.areas if area.start >= self.word.end and area.family != OVERALL]
        return not listed or not _COLON.fullmatch(self.prose.plain, self.word.end, listed[0].start)

    def _heads_list(self) -> bool:
        """Whether a line is a grade with the councils that have it."""
        return bool(self.names_after()) and ":" in self.prose.plain[self.word.end : self.word.end + 30]

    def names_after(self) -> list[CouncilName]:
        """The councils that are listed behind it ("… are A, B and C", "…, among them A", "…: A, B")."""
        after = self.councils.inside(self.word.end, self.sentence.end)
        return after if after and _THEN_NAMES.fullmatch(self.prose.plain, self.word.end, after[0].start) else []

    def _is_weak(self) -> bool:
        """Whether "is" is all that goes with it."""
        signs = _patterns()
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
        if not named_after and not _patterns()["others"].search(before):
            before = blank[:at]  # "…, with some of it being outstanding"
        subject = re.split(r"[;:]|\bbut\b|\bwhile\b|\balthough\b", before)[-1]
        found = list(_patterns()["others"].finditer(subject))
        after = _patterns()["others-after"].match(blank[at + word.end - word.start :].lstrip("'\" "))
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
            if not _WITHIN.search(plain, max(sentence.start, n.start - 12), n.start)
        ]
        named = max((n.end - sentence.start - offset for n in subjects), default=-1)
        return last > max(nearest, named)

    def _has_graded_subject(self) -> bool:
        """Whether a plain "is good" is said of a council, of its services, or of an area."""
        if _patterns()["pronoun"].search(self.before) or self.councils.inside(self.sentence.start, self.word.start):
            return True
        return any(area.end <= self.word.start for area in self.areas)


def clause_before(words: str) -> str:
    """The clause that ends where words end."""
    return _BREAKS.split(words)[-1][-160:]


_BREAKS = re.compile(r"[;:]|, (?:but|and|while|although|which|who)\b|\bbut\b|\bwhile\b|\balthough\b|\bafter\b|\bwhen\b")
_COLON = re.compile(r"['\",\s]*(?:[\w ,]{0,40})[:-]\s*(?:the\s+|its\s+|their\s+)?", re.IGNORECASE)
_ROW = re.compile(r"[\s.]*[-:|]?[\s.]*['\"]?|\s+(?:is|are|was|were)\s+")
_NEXT_TO = re.compile(
    r"\s*(?:[-:]|all|both|each|also|now|rated|graded|judged|being|as|services?|,)*\s*['\"]?(?:all\s+)?"
)
_SOFTENED = re.compile(
    r"\b(?:exceptionally|consistently|generally|largely|mostly|mainly|usually|often|sometimes|particularly|especially|genuinely|truly|increasingly|reasonably|similarly|equally|sufficiently|uniformly)$",
    re.IGNORECASE,
)
_THEN_NAMES = re.compile(
    r"['\",\s]*(?:overall\s+)?(?:\([^)]*\)\s*)?(?:[\w ]{0,30}:|-|are|were|is|was|,?\s*(?:among|including|namely|such as)(?:\s+(?:them|those|these))?(?:\s+(?:are|were))?)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_RATED = re.compile(r"\b(?:rated|graded|judged|classed|scored|ranked|marked)(?:\s+[\w-]+){0,3}$", re.IGNORECASE)
_STOP = re.compile(r"\s*(?:[,.;]|\Z)")
_WHICH = re.compile(r",?\s+(?:which|that)\s+(?:is\s+|are\s+|was\s+|were\s+|now\s+)?['\"]?")
_PARTLY = re.compile(
    r"[\s'\"]*(?:(?:grades?|ratings?|judge?ments?)\s+)?in\s+(?:just\s+|only\s+|all but\s+)?(?:one|two|three|four|some|most|many|several|\d)\s+(?:out\s+)?(?:of\s+)?(?:(?:the|its|four|five|other|key|judgement)\s+)*(?:areas?|categor(?:y|ies)|judge?ments?|services)\b(?!\s*[:-])",
    re.IGNORECASE,
)
_FOR_AREA = re.compile(r"['\"]*\s+(?:for|in|on)\s+")
_AND_GRADE = re.compile(r"[^.;]{0,60}?\b(?:and|but|while|with)\s+['\"]*(?:an?\s+)?['\"]*", re.IGNORECASE)
_MOVED_TO = re.compile(
    r"['\"]*,?\s+(?:up |down |back |straight )*(?:to|into)\s+(?:being |become |an? |the )*(?:rated |graded |judged )?['\"]*",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:in|at|near|of|from|across|within|for|around)\s+(?:the\s+)?$", re.IGNORECASE)
_GRADED_AS = re.compile(r"\b(?:as|rated|graded|judged|deemed|marked|declared|classed)$", re.IGNORECASE)
_SAID_TO = re.compile(
    r"\b(?:said|found|judged|deemed|told|ruled|considered|thought|adjudged|felt|held|reported|assessed|continues?)\s+(?:it\s+)?to$",
    re.IGNORECASE,
)
_RATING = re.compile(r"[\s'\"]*(?:rating|grade|grading|ratings|judgement|judgment|mark)\b", re.IGNORECASE)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    lists = load("outcomes")
    gap = r"(?:[\s'\",]+(?!(?:who|which|but)\b)[\w'-]+){0,%d}[\s'\",]*$"
    gives = lists["verbs"]["gives"]
    be = {
        "was",
        "were",
        "is",
        "are",
        "been",
        "being",
        "be",
        "remained",
        "remains",
        "became",
        "becomes",
        "said",
        "says",
        "saying",
        "say",
        "told",
    }
    flags = re.IGNORECASE
    counts = r"(?:\d[\d,]*|no|none|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|dozens?|many|most|some|several|half|few|a (?:third|quarter|fifth|handful|number)|(?:per cent|%)|share|proportion|number|twice as many|all)"
    councils = r"(?:councils|authorities|areas|departments|boroughs|counties|local authorities|of them|of those)"
    return {
        "range-after": re.compile(
            r"\s*(?:or|and)\s+(?:better|above|higher|worse|below|good|outstanding|excellent|['\"]?(?:good|outstanding|inadequate))\b|\s*enough\b|\s+(?:practice|work|quality|start|support|progress|news|news|reason|example)\b",
            flags,
        ),
        "range-before": re.compile(
            r"(?:good|outstanding|adequate|inadequate|satisfactory|better)['\"]?\s+(?:or|than)\s*['\"]?(?:at least\s*)?$|\b(?:better|worse|more|less|higher|lower) than(?: only)?\s*['\"]?$|\b(?:as|so|very|too|quite|really|simply|how|a|do|did|does|doing|any|only)\s*$(?<!\bas)(?<!\ba)",
            flags,
        ),
        "negated": re.compile(
            rf"(?<!\w)(?:{any_of(lists['unreal']['negations'])})(?:\s+(?!(?:but|and)\b)[\w'-]+){{0,3}}[\s'\"]*$|\bno longer\b[^.;,]{{0,60}}$",
            flags,
        ),
        "wish": re.compile(rf"(?<!\w)(?:{any_of(lists['unreal']['wishes'])})(?!\w)|\bIf\b"),
        "certain": re.compile(
            r"\b(?:despite|because|after|since|was|were|has been|have been|had been|been)\s+(?:rated|graded|judged|found|deemed|declared|marked)\b",
            flags,
        ),
        "judges": re.compile(rf"(?<!\w)(?:{any_of(lists['never']['judges'])})(?!\w)"),
        "claimed": re.compile(
            r"['\",]\s+(?!Ofsted\b|Inspectors\b|The\b)(?:[A-Z][\w'-]+\s){0,4}(?:he|she|they|councillor|cllr|mr|mrs|ms)?\s*(?:[A-Z][\w'-]+\s){0,3}(?:said|added|claimed|insisted|argued)\b"
        ),
        "verb-use": re.compile(r"\s+(?:in|to (?!be\b)|of|across|and|at|on|from)\b(?! all| every| its| the)", flags),
        "as-verb": re.compile(
            r"\b(?:continues?|continued|continuing|still|does|do|did|will|would|to|not|they|who|which|that|plans|children)\s*$",
            flags,
        ),
        "defined": re.compile(
            r"['\"]?\s*(?:does not mean|do not mean|means\b|an? (?:organisation|service) that)", flags
        ),
        "from": re.compile(
            r"(?<!\w)(?:from|up from|down from|previous rating of|out of)(?:\s+(?:an?|the|its|being|previous|overall|last|rating|grade|rated))*[\s'\"]*$",
            flags,
        ),
        "verb": re.compile(rf"(?<!\w)(?:{any_of(gives)}){gap % 10}", flags),
        "giving": re.compile(rf"(?<!\w)(?:{any_of(set(gives) - be)}){gap % 10}", flags),
        "move": re.compile(
            rf"(?<!\w)(?:{any_of(lists['verbs']['moves'])})\b[^.;]{{0,60}}?\b(?:to|at|as|into)(?:\s+(?:an?|the|being|be|become|rated|overall|to))*[\s'\"]*$",
            flags,
        ),
        "noun-after": re.compile(rf"[\s'\"]*(?:{any_of(lists['nouns']['after'])})(?!\w)", flags),
        "noun-before": re.compile(
            rf"(?<!\w)(?:{any_of(lists['nouns']['before'])})(?:\s+(?:[\w'-]+\s+){{0,3}}?(?:of|was|is|were|are|as|at|remains|remained))?\s*[:,-]?[\s'\"]*(?:an?\s+)?['\"]*$",
            flags,
        ),
        "attributive": re.compile(r"\b(?:its|their|the|'s|s'|council)\s+['\"]+$", flags),
        "counting": re.compile(
            rf"^\W*(?:english |other |many |some )?(?:councils|authorities|local authorities)\b|(?<!\w){counts}\b[^.;:]{{0,60}}\b{councils}\b|\bno (?:english )?(?:council|authority)\b|(?<!\w){counts}\s+(?:was|were|are|failed|got|had|perform\w*|received|achieved|won|earned)\b",
            flags,
        ),
        "councils": re.compile(r"\b(?:councils|authorities|areas)\b", flags),
        "others": re.compile(rf"(?<!\w)(?:{any_of(lists['never']['others'])})(?!\w)", flags),
        "others-after": re.compile(rf"(?:[\w-]+\s+){{0,2}}?(?:{any_of(lists['never']['others'])})(?!\w)", flags),
        "pronoun": re.compile(
            r"\b(?:it|they|ours|we|which|the (?:council|authority|city|county|borough|department|service)s?)\b[^.;]{0,60}$",
            flags,
        ),
    }
