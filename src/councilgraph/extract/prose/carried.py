"""Grades that a text gives again without their words: "the same grade", "as did Northmere", "also on the list are …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from councilgraph.extract.prose.areas import OVERALL, Area, find_areas
from councilgraph.extract.prose.belonging import AFTER, ALSO_REACHED, joined, joined_names
from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.grade_words import GradeWord
from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.extract.prose.rosters import NEAR, follow, group_of, is_low, listed
from councilgraph.extract.prose.speech import Speeches
from councilgraph.extract.prose.times import RELATIVE, Time, times


class Carried(NamedTuple):
    """A grade that was told before, and to whom, for what and when it was given as well."""

    word: GradeWord
    councils: list[str]
    areas: list[Area]
    earlier: bool
    time: Time | None
    span: tuple[int, int]


@dataclass(slots=True)
class Told:
    """What a text has told so far.

    Attributes:
        grades: the grade told last before a sentence and those of the sentence, each with its council.
        latest: the grade of the whole that was told last of each council.
        past: offsets of grades that are of an earlier inspection.
        counts: grades that counts of councils were about, with their areas and the index of the sentence.
    """

    prose: Prose
    councils: Councils
    speeches: Speeches
    published: str | None
    grades: list[tuple[GradeWord, str]] = field(default_factory=list)
    latest: dict[str, GradeWord] = field(default_factory=dict)
    past: set[int] = field(default_factory=set)
    counts: list[tuple[GradeWord, list[Area], int]] = field(default_factory=list)

    def note(self, word: GradeWord, council: str, areas: Sequence[Area], *, earlier: bool) -> None:
        """Keep in mind a grade that was told."""
        self.grades.append((word, council))
        if earlier:
            self.past.add(word.start)
        if areas[0].family == OVERALL and not earlier:
            self.latest[council] = word

    def of_names(self, index: int, sentence: Sentence, *, graded: bool) -> Iterator[Carried]:
        """Councils that a sentence gives a grade of before.

        Args:
            graded: whether the sentence has grade words of its own.
        """
        yield from self._listed(index, sentence)
        if not graded:
            yield from self._again(sentence)

    def of_areas(self, sentence: Sentence) -> Iterator[Carried]:
        """Areas and earlier times to which a sentence gives a grade of before."""
        yield from self._same(sentence)
        yield from self._too(sentence)
        yield from self._as_others(sentence)
        yield from self._reached_before(sentence)

    def before(self, offset: int) -> tuple[GradeWord, str] | None:
        """The grade told last before an offset, and its council."""
        return next(((word, council) for word, council in reversed(self.grades) if word.start < offset), None)

    def _reached_before(self, sentence: Sentence) -> Iterator[Carried]:
        """The grade told last, where the words go on that it was also given at an earlier time."""
        for found in ALSO_REACHED.finditer(self.prose.plain, sentence.start, sentence.end):
            told = self.before(found.start())
            time = next(times(self.prose, found.start(), sentence.end, self.published), None)
            if told and time and told[0].start >= sentence.start and not self.speeches.is_claim(found.start()):
                word = replace(told[0], start=found.start())
                yield Carried(word, [told[1]], [], True, time, (sentence.start, sentence.end))

    def _again(self, sentence: Sentence) -> Iterator[Carried]:
        """The grades that councils have, where the words go on that they had them the year before ("… again")."""
        found = _AGAIN.search(self.prose.plain, sentence.start, sentence.end)
        if found is None or self.published is None or self.speeches.is_claim(found.start()):
            return
        named = next(times(self.prose, found.start(), sentence.end, self.published), None)
        year = str(int(self.published[:4]) - 1)
        time = named or Time(year, year, RELATIVE, *found.span())
        for council in dict.fromkeys(name.council for name in self.councils.inside(sentence.start, sentence.end)):
            if council in self.latest:
                word = replace(self.latest[council], start=found.start())
                yield Carried(word, [council], [], True, time, (sentence.start, sentence.end))

    def _as_others(self, sentence: Sentence) -> Iterator[Carried]:
        """The grade told last in a sentence, where it goes on that others have it ("…, as does Northmere")."""
        for found in _AS_DOES.finditer(self.prose.plain, sentence.start, sentence.end):
            told = self.before(found.start())
            names = self.councils.inside(found.end(), sentence.end)
            opens = found.start() == sentence.start
            if told is None or (told[0].start < sentence.start and not opens):
                continue
            if not names or names[0].start - found.end() > _ARTICLE:
                continue
            if not self.speeches.is_claim(found.start()):
                word = replace(told[0], start=found.start())
                whom = joined_names(self.prose.plain, names)
                yield Carried(word, whom, [], False, None, (sentence.start, sentence.end))

    def _same(self, sentence: Sentence) -> Iterator[Carried]:
        """The grade told last, where "that grade" is given to something else too."""
        text = self.prose.plain
        for found in _THAT_GRADE.finditer(text, sentence.start, sentence.end):
            told = self._meant(found, sentence)
            if told is None or self.speeches.is_claim(found.start()):
                continue
            if found[0].startswith((",", ";", "and")) and told[0].start < sentence.start:
                continue
            areas = self._behind(found, sentence) or self._ahead(found, sentence, told[0])
            others = self._others(found, sentence, told) if not areas else []
            if others:
                word = replace(told[0], start=found.start())
                yield Carried(word, others, [], False, None, (sentence.start, sentence.end))
            if not areas:
                continue
            council = self.councils.at(found.start()) or told[1]
            word = replace(told[0], start=found.start())
            whole = told[0].start >= sentence.start
            first, last = min(found.start(), areas[0].start), max(found.end(), areas[-1].end)
            span = (sentence.start, sentence.end) if whole else (first, last)
            time = next(times(self.prose, found.end(), sentence.end, self.published), None)
            earlier = bool(time and _HAD.search(text, sentence.start, found.end()))
            yield Carried(word, [council], areas, earlier, time if earlier else None, span)

    def _too(self, sentence: Sentence) -> Iterator[Carried]:
        """The grade told last in a sentence, where an area has it "too"."""
        for found in _TOO.finditer(self.prose.plain, sentence.start, sentence.end):
            told = self.before(found.start())
            areas = find_areas(self.prose.plain, found.start("what"), found.end("what"))
            if told is None or told[0].start < sentence.start or self.speeches.is_claim(found.start()):
                continue
            if len(areas) == 1 and areas[0].start == found.start("what") and areas[0].end == found.end("what"):
                word = replace(told[0], start=found.start())
                earlier = told[0].start in self.past
                yield Carried(word, [told[1]], areas, earlier, None, (sentence.start, sentence.end))

    def _meant(self, found: re.Match[str], sentence: Sentence) -> tuple[GradeWord, str] | None:
        """The grade that "the same grade" means: of an earlier inspection only where nothing nearer is, or words say so."""
        told = self.before(found.start())
        if told is None or told[0].start >= sentence.start or told[0].start not in self.past:
            return told
        if _HAD.search(self.prose.plain, sentence.start, sentence.end):
            return told
        now = (one for one in reversed(self.grades) if one[0].start not in self.past and one[1] == told[1])
        return next(now, told)

    def _behind(self, found: re.Match[str], sentence: Sentence) -> list[Area]:
        """The areas that follow "the same grade"."""
        text = self.prose.plain
        found_areas = [a for a in find_areas(text, found.end(), sentence.end) if a.family != OVERALL]
        areas = joined(text, found_areas)
        gap = text[found.end() : areas[0].start] if areas else ""
        near = AFTER.fullmatch(gap) or _GAP.fullmatch(gap) or _PARTS.fullmatch(gap)
        return areas if near else []

    def _ahead(self, found: re.Match[str], sentence: Sentence, told: GradeWord) -> list[Area]:
        """The areas that are the subject of "was given the same grade"."""
        text = self.prose.plain
        begin = max(sentence.start, told.end)
        verb = _GOT.search(text, begin, found.start())
        if verb is None:
            return []
        areas = [a for a in find_areas(text, begin, verb.start()) if a.family != OVERALL]
        return joined(text, areas) if areas and _STILL.fullmatch(text, areas[-1].end, verb.start()) else []

    def _others(self, found: re.Match[str], sentence: Sentence, told: tuple[GradeWord, str]) -> list[str]:
        """The other councils that are the subject of "was given the same grade"."""
        begin = max(sentence.start, told[0].end)
        names = self.councils.inside(begin, found.start())
        if not names or _GOT.search(self.prose.plain, names[-1].end, found.start()) is None:
            return []
        return [council for council in joined_names(self.prose.plain, names) if council != told[1]]

    def _listed(self, index: int, sentence: Sentence) -> Iterator[Carried]:
        """Councils listed under a grade that a count before was about ("now it is eight: …", "… are in that group")."""
        text = self.prose.plain
        if not self.counts or index - self.counts[-1][2] > NEAR:
            return
        counted, _, at = self.counts[-1]
        begin = counted.end if at == index else sentence.start
        names = self.councils.inside(begin, sentence.end)
        if not names or self.speeches.is_claim(names[0].start):
            return
        here = [
            w
            for w, _ in self.grades
            if w.start >= sentence.start and not _GONE_BY.search(text, sentence.start, w.start)
        ]
        group = _group(text, self.prose.sentences[at + 1 : index + 1][::-1])
        word, areas, _ = self._counted(group)
        if at == index:
            whom = follow(text, begin, sentence.end, names) if not here else []
        else:
            whom = listed(text, begin, sentence.end, names, graded=bool(here))
        if not whom:
            return
        special = [a for a in areas if a.family != OVERALL]
        yield Carried(
            replace(word, start=names[0].start),
            whom,
            special or areas[:1],
            False,
            None,
            (sentence.start, sentence.end),
        )

    def _counted(self, group: str | None) -> tuple[GradeWord, list[Area], int]:
        """The count that was told last, or the one of the group that is named."""
        best = [one for one in self.counts if group and is_low(one[0].key) == (group == "low")]
        worst = [one for one in best if is_low(one[0].key, strictly=True)] if group == "low" else best
        return (worst or best or self.counts)[-1]


def _group(text: str, sentences: Sequence[Sentence]) -> str | None:
    """Whether sentences speak of the bottom group or the top one."""
    for sentence in sentences:
        if group := group_of(text, sentence.start, sentence.end):
            return group
    return None


_ARTICLE = 5  # code points between "as did" and a name
_AS_DOES = re.compile(
    r"(?:,\s+|\s+-\s+|\b)(?:as|and\s+so|so|nor)\s+(?:does|do|did|is|are|was|were|has|have|had)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_GONE_BY = re.compile(r"\b(?:after|having|since)\b[^,;]{0,40}$", re.IGNORECASE)
_HAD = re.compile(r"\b(?:had|back in|once|previously|was also|were also)\b", re.IGNORECASE)
_GOT = re.compile(
    r"\b(?:(?:has|have|had|was|were|is|are)\s+(?:also\s+|all\s+|both\s+|each\s+|been\s+)*)?(?:given|got|gets?|received|receives?|earned|earns?|awarded|handed|scored|rated|judged|graded|marked|achieved|won|fared|merited|drew|did)\s+(?:exactly\s+|just\s+|much\s+|also\s+|precisely\s+)?$|\b(?:was|were|is|are)\s+(?:exactly\s+|just\s+|also\s+)?$",
    re.IGNORECASE,
)
_STILL = re.compile(r"[\s,'\"]*(?:(?:too|also|then|meanwhile|however|all|both|each|as a whole),?\s*)*", re.IGNORECASE)
_THAT_GRADE = re.compile(
    r"\b(?:that|the\s+(?:very\s+)?same|an?\s+identical|a\s+similar|a\s+like|a\s+matching)\s+(?:\w+\s+)?(?:grade|grading|rating|mark|judgement|judgment|verdict|word|label|score|result|description|term|category|band|assessment)\b"
    r"(?:\s+(?:(?:had|has|have|was|were|is|also|then|already|been)\s+)*(?:used|applied|given|said|attached|handed|awarded|went|goes|fell|falls|came|comes|made|passed|applies))?"
    r"|\banother(?=\s+(?:for|on)\s)|\bthe\s+same\s+(?:goes|went|is\s+true|was\s+true|applies|applied|was\s+said|held|holds|can\s+be\s+said|was\s+found|is\s+said|word\s+was\s+used)(?=\s+(?:for|of|to|in|about))"
    r"|\b(?:said|says|say|found|find|concluded|thought|felt|ruled|reported|held|did|gave|decided|wrote|judged)\s+(?:much\s+|exactly\s+|just\s+|precisely\s+|also\s+)?the\s+same(?=\s+(?:of|for|about|to|in|on|at)\s)"
    r"|\bthe\s+(?:very\s+)?same(?=\s*(?:[.,;:)]|\Z|again|too\b|this\s+time|overall))|\blikewise(?=\s*[.,;])"
    r"|(?:[,;]\s+(?:as|and\s+so|so)|\band\s+so|(?<=[.!]\s)So)\s+(?:does|do|did|is|are|was|were|has|have|had)(?=\s)",
    re.IGNORECASE,
)
_BE = r"(?:is|was|are|were|but)\b"
_TOO = re.compile(
    rf"(?:,|\band\b|;)\s+(?:and\s+)?(?:also\s+)?(?:the\s+|its\s+|their\s+)?(?P<what>(?!{_BE})[a-z][\w']*+(?:\s(?!{_BE})[a-z][\w']*+){{0,8}}?)(?<=\w),?\s+(?:(?:was|is|were|are)\s+)?(?:too|as well|likewise|also)(?=\s*[.,;])",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"\s*(?:(?:to|for|of|in|on|about|over|as|with)\s+)?(?:both\s+)?(?:(?:those|that|the\s+work|the\s+ones?)\s+(?:of|for|on|in|with)\s+)?(?:the|its|their|how)?(?:\s*\b[\w-]+'s?)?\s*",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\bfor\s+(?:the|an?)\s+(?:second|third|fourth|fifth|sixth)\s+(?:consecutive\s+|successive\s+|straight\s+)?(?:year|time)(?:\s+(?:running|in a row|in succession|on the trot|in two years))?|\b(?:second|third|fourth|fifth)\s+(?:consecutive|successive|straight)\s+year\b|\b(?:two|three|four)\s+years\s+(?:running|in a row|in succession|on the trot)\b"
    r"|\b(?:were|was|had been)\s+(?:also\s+|already\s+)?(?:there|in the (?:same|bottom|top|lowest|highest) (?:\w+)|among them|on the list)\s+(?:last year|the year before|in \d{4}|a year (?:ago|earlier))",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\s+(?:the\s+)?(?:sub-)?(?:judge?ments|grades|ratings|marks|areas?)\s+(?:for|on|of)\s+(?:the\s+)?", re.IGNORECASE
)
