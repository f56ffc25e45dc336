"""Sentences that tell which grade an earlier inspection gave: to what, and when.

Only what a sentence states is read. It must have a verb or noun of judging, a grade by itself ("good or outstanding" is
none), a service of the council as what was judged, and an earlier inspection or its date, in the sentence or in the one
before it in the same paragraph ("The last inspection of … was in May 2012. The local authority was judged to be good.").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from councilgraph.extract.reports.graded import (
    CAPACITY,
    OVERALL,
    Graded,
    Place,
    family,
    graded_before,
    graded_in,
    is_subject,
)
from councilgraph.extract.reports.mentions import JUDGED, ON_SITE, Mention, mentions, subject_of_inspection
from councilgraph.extract.sentences import Sentence
from councilgraph.extract.words import load

_WORDS = load("previous")["words"]
_GRADES = r"outstanding|good|adequate|inadequate|satisfactory|requir(?:e|es|ed|ing)(?: of)? improvement(?: to be good)?"
_GRADE = rf"['\"]?(?P<grade>{_GRADES})(?![\w-])['\"]?(?: \(grade (?P<number>[1-4])\))?"
# What may follow a grade that stands by itself.
_ALONE = (
    r"(?=[,.;:)]|$| (?:overall|for|in|at|by|across|and|with|under|when|since|but|after|during|on|as|while|although)\b)"
)
_VERB = re.compile(r"\b(?:judg(?:ed|ing|e)|rated|graded(?! judge?ments?\b)|found|assessed)\b", re.IGNORECASE)
_JUDGED = re.compile(
    rf"\w+\b(?P<object>[^.;:]{{0,150}}?)(?:\b(?:to be|to|as being|as) )?{_GRADE}{_ALONE}", re.IGNORECASE
)
_JUDGEMENT = re.compile(
    rf"(?<!from a )(?<!previous )\b(?:judge?ments?|ratings?)(?P<object>(?: (?:for|on) [^.;,]{{3,80}}?)?)"
    rf" (?:of|was|were) {_GRADE}{_ALONE}",
    re.IGNORECASE,
)
_GRADE_JUDGEMENT = re.compile(
    rf"\b(?:the|its|their|an?) {_GRADE}(?P<object>) (?:judge?ment|rating|grade)\b", re.IGNORECASE
)
_REQUIRED = re.compile(rf"\b(?=required improvement)(?P<object>){_GRADE}{_ALONE}", re.IGNORECASE)
_WERE = re.compile(rf"\b(?:was|were)(?P<object>) {_GRADE}{_ALONE}", re.IGNORECASE)
_ALSO = re.compile(
    rf"(?:(?: overall)?,? (?:for|in|across) [^.;]{{0,120}}?)??(?:,? and|,? but|,)(?: also)? {_GRADE} (?:for|in|across) "
    r"(?P<what>[^.;]*)",
    re.IGNORECASE,
)
_THOSE = re.compile(rf",? and (?P<what>[^.;,]{{3,80}}?) (?:to be|as|to) {_GRADE}{_ALONE}", re.IGNORECASE)
_FROM = re.compile(
    rf"\bjudge?ments?\b(?P<object>[^.;]{{0,100}}?),? (?:up |down )?from {_GRADE} to ['\"]?(?:{_GRADES})", re.IGNORECASE
)
_LISTED = re.compile(rf"(?P<what>[A-Z][^:]{{3,80}}): {_GRADE}\.?", re.IGNORECASE)
_LIST_FOLLOWS = re.compile(r"\bjudge?ments?\b[^.]*\b(?:was|were|are)\s*:$", re.IGNORECASE)
_COMPLEMENT = re.compile(r"(?: overall)?,? (?:for|in(?! [A-Z\d])|across|in relation to) (?P<what>[^.;]*)")
_COMPLEMENT_ENDS = re.compile(
    rf",? (?:and|but) {_GRADE}|,? (?:except|when|which|while)\b|\bin 20\d\d|, [a-z]+ \w+ed\b", re.IGNORECASE
)
_ONLY_BY = re.compile(r"(?: by (?:ofsted(?: inspectors)?|inspectors))?(?: overall| again| then)? ?", re.IGNORECASE)
_FOR = re.compile(r"(?:For|In) (?P<what>[^,]{3,60}), ")
_AUXILIARIES = re.compile(r"(?:\b(?:was|were|been|being|both|all|each|also|then|previously|last)\s*)+$", re.IGNORECASE)
_NOW = re.compile(r"\b(?:is|are|now|still|has|have|has been|have been|not|to be|would|will|could) ?$", re.IGNORECASE)
_CLAUSE = re.compile(r" (?:that|they|it|we|there|no|some|many|most|more|too|in|on)\b", re.IGNORECASE)
_EXCEPT = re.compile(r",? (?:except|apart from|other than)(?: for)? [^,]*,?", re.IGNORECASE)
_OVERALL = re.compile(r" overall\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?P<before>.*?)(?:^|\W)(?P<word>they|it|these|this|both|which)\s*$", re.IGNORECASE)
_ELIDED = re.compile(r"(?:\band|,|(?P<since>\b(?:when|where|since|after|following)))\s*$", re.IGNORECASE)
_WAS_FOUND = re.compile(r"(?P<what>.{3,150}?) (?:was|were) (?:\w+ ){0,2}(?:judged|rated|found|graded)\b", re.IGNORECASE)
_THAT = re.compile(r" that (?P<what>[^.;,]{3,100}) (?:was|were) ", re.IGNORECASE)
_BY_OTHERS = re.compile(r" by (?!ofsted|inspectors|the inspect|her majesty|his majesty|20)", re.IGNORECASE)
_BEHIND = re.compile(r", (?P<what>[^.;,]{3,80}?) (?:has|have|had|is|are)\b")
_THEM = re.compile(r" (?:them|it|these|this|both) ?", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:" + "|".join(_WORDS["others"]) + r")\b", re.IGNORECASE)
WORTH = re.compile(rf"20[0-2]\d|[Ii]nspect(?!or)|[Jj]udge?ment|: (?i:{_GRADES})")
"""What no sentence is without that tells of an earlier inspection, or goes on about one."""

_JUDGES = re.compile("|".join(_WORDS["judges"]), re.IGNORECASE)
_LONGEST = 1500  # code points of a sentence
_RIGHT_BEHIND = len(" overall in May ")
_BODIES = frozenset({"council", "authority", "local authority"})
_OVERALL_ALONE = "overall"
ONE_FRAMEWORK = "2013-11"  # since then one inspection is of all services
_BOTH = re.compile(r"\bboth (?:re-?)?inspections\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A grade that an earlier inspection gave.

    Attributes:
        family, area: what was graded, see `graded`, and its words.
        grade, number: as printed.
        date: ISO, perhaps partial; None: of an earlier inspection whose date is not said here.
        dating: what the date is of, see `mentions`.
        sentences: the words that say so, in order.
        alone: whether the inspection was of this service alone.
        inferred: whether the date was taken from elsewhere in the report.
    """

    family: str
    area: str
    grade: str
    number: int | None
    date: str | None
    dating: int
    sentences: tuple[Sentence, ...]
    alone: bool = False
    inferred: bool = False


@dataclass(slots=True)
class OutcomeReader:
    """Reads sentence after sentence; the inspection that one names is meant by the next ones of its block.

    Attributes:
        place: the council that is told of.
        before: ISO day before which an inspection is an earlier one.
        last_dates: the dates met of what the text calls the last or previous inspection.
    """

    place: Place
    before: str
    last_dates: set[str] = field(default_factory=set)
    _context: list[Mention] = field(default_factory=list)
    _list: list[Mention] = field(default_factory=list)

    def read(self, sentence: Sentence) -> Iterator[Outcome]:
        """The outcomes that a sentence states; one too long for a sentence is no text that can be told apart."""
        if len(sentence.words) > _LONGEST:
            return
        if self._list and (listed := _LISTED.fullmatch(sentence.words)):
            area = Graded(family(listed["what"]) or OVERALL, listed["what"], 0, 0)
            yield from self._outcomes([area], listed, self._list[0], sentence)
            return
        if self._context and self._context[0].sentence.block != sentence.block:
            self._context = []
        if not self._context and not WORTH.search(sentence.words):
            self._list = []
            return
        here = mentions(sentence, self.place, self.before)
        if not here and _FROM.search(sentence.words):
            here = [Mention(sentence, (), (), JUDGED, 0)]
        self.last_dates |= {date for mention in here if mention.last for date in mention.dates}
        known = here or self._context
        self._list = known[-1:] if _LIST_FOLLOWS.search(sentence.words) else []
        found = list(self._stated(sentence, known)) if known and not _JUDGES.search(sentence.words) else []
        yield from found
        # Only the next sentence may go on about an inspection, and the one after it if it does.
        named = [mention for mention in here if mention.dating != JUDGED]
        self._context = [*self._context[-1:], *named] if named else self._context if found else []

    def _stated(self, sentence: Sentence, known: Sequence[Mention]) -> Iterator[Outcome]:
        """The outcomes of all verbs and nouns of judging."""
        words = sentence.words
        found = [judged for verb in _VERB.finditer(words) if (judged := _JUDGED.match(words, verb.start()))]
        nouns = [judged for pattern in (_JUDGEMENT, _GRADE_JUDGEMENT, _FROM) for judged in pattern.finditer(words)]
        inspected = any(one.dating == ON_SITE and one.dates and one.sentence is sentence for one in known)
        were = _WERE.finditer(words) if inspected else ()
        for judged in [*found, *nouns, *_REQUIRED.finditer(words), *were]:
            tail = words[judged.end() :]
            for of in self._nearest(known, judged, sentence):
                subject = self._subject(words, judged, of, noun=judged in nouns)
                if not subject:
                    continue
                yield from self._outcomes(_detailed(subject, tail, of), judged, of, sentence)
                for more in (_ALSO.match(tail), _THOSE.match(tail)):
                    if more and (areas := graded_in(_cut(more["what"]))):
                        yield from self._outcomes(areas, more, of, sentence)

    def _nearest(self, known: Sequence[Mention], judged: re.Match[str], sentence: Sentence) -> list[Mention]:
        """The inspections that a judgement belongs to: of the date right behind it, else of the nearest one."""
        if _BOTH.search(sentence.words):
            return list(known[-2:])
        here = [mention for mention in known if mention.sentence is sentence]
        behind = [mention for mention in here if 0 < mention.at - judged.end() <= _RIGHT_BEHIND]
        nearest = min(here, key=lambda mention: abs(mention.at - judged.start()), default=known[-1])
        return behind[:1] or [nearest]

    def _subject(self, words: str, judged: re.Match[str], of: Mention, *, noun: bool) -> list[Graded]:
        """What was judged: the object of an active verb, else the subject before it; empty where it is none of ours."""
        told = judged["object"]
        if noun:
            if _OTHERS.search(words):
                return []
            return graded_in(told) or list(of.graded) or [Graded(OVERALL, "overall", 0, 0)]
        before = words[: judged.start()]
        if that := _THAT.fullmatch(told):
            return self._subject_in(that["what"])
        if _VERB.search(told) or _BY_OTHERS.match(words, judged.end()) or _CLAUSE.match(told) or _NOW.search(before):
            return []
        if not _ONLY_BY.fullmatch(told):
            return self._object(words, told, judged.start(), of)
        alone = _AUXILIARIES.fullmatch(before)
        before = _EXCEPT.sub("", _AUXILIARIES.sub("", before)).rstrip()
        if found := self._subject_in(before):
            return found
        if alone:  # "Both were judged …"
            return list(of.graded)
        if pronoun := _PRONOUN.match(before):
            return self._meant(pronoun["before"], pronoun["word"], of) or self._named_behind(words, judged, pronoun)
        if elided := _ELIDED.search(before):
            earlier = _WAS_FOUND.match(words)
            return (
                subject_of_inspection(words, self.place)
                or (self._subject_in(earlier["what"]) if earlier else [])
                or (self._meant(before, "they", of) if elided["since"] else [])
            )
        return []

    def _object(self, words: str, told: str, at: int, of: Mention) -> list[Graded]:
        """The object of an active verb."""
        if _THEM.fullmatch(told):
            return self._meant(words[:at], "them", of)
        found = graded_in(told)
        if not found or _OTHERS.search(told) or not self._subject_in(told[: found[0].end]):
            return []
        opening = _FOR.match(words)
        about = graded_in(opening["what"]) if opening else []
        return about if about and all(one.family in (OVERALL, CAPACITY) for one in found) else found

    def _named_behind(self, words: str, judged: re.Match[str], pronoun: re.Match[str]) -> list[Graded]:
        """What a pronoun stands for that is named behind it ("when they were judged to be good, services have …")."""
        behind = _BEHIND.match(words, judged.end())
        if behind is None or graded_in(pronoun["before"]):
            return []
        return self._subject_in(behind["what"])

    def _subject_in(self, words: str) -> list[Graded]:
        """What the end of some words names, if it is all that a clause is about."""
        found = graded_before(words, self.place)
        if not found or (found[0].family == OVERALL and self.place.ends(found[0].words)):
            return found
        return found if is_subject(words, found[0], self.place) else []

    def _meant(self, before: str, pronoun: str, of: Mention) -> list[Graded]:
        """What a pronoun stands for: the nearest service named before it, else what was inspected."""
        if pronoun.casefold() == "which":
            return self._subject_in(before)
        if _OTHERS.search(before):
            return []
        found = graded_in(before)
        special = [one for one in found if one.family != OVERALL]
        if found:
            return special[-1:] or found[-1:]
        return list(of.graded)

    def _outcomes(
        self, graded: Sequence[Graded], judged: re.Match[str], of: Mention, sentence: Sentence
    ) -> Iterator[Outcome]:
        """One outcome for each family that was graded, and each date."""
        number = int(judged["number"]) if judged["number"] else None
        said = (sentence,) if of.sentence is sentence else (of.sentence, sentence)
        whole = _OVERALL.match(judged.string, judged.end()) or _OVERALL.search(judged[0])
        areas = {one.family: one for one in sorted(graded, key=lambda one: len(one.words))}
        inspected = {one.family for one in of.graded} - {OVERALL}
        for date in of.dates or (None,):
            for key, one in areas.items():
                alone = inspected == {key} if inspected else date is not None and date < ONE_FRAMEWORK
                words = _OVERALL_ALONE if key == OVERALL and (whole or _is_body(one.words)) else one.words
                yield Outcome(key, words, judged["grade"], number, date, of.dating, said, alone)


def _detailed(subject: Sequence[Graded], tail: str, of: Mention) -> list[Graded]:
    """What was graded, where words behind the grade ("… for its safeguarding services") or the inspection narrow it."""
    named = [one for one in subject if one.family not in (OVERALL, CAPACITY)]
    if named:
        return named
    complement = _COMPLEMENT.match(tail)
    what = _cut(complement["what"]) if complement else ""
    behind = [] if re.search(r"\binspections?\b", what) else graded_in(what)
    if any(one.family not in (OVERALL, CAPACITY) for one in behind):
        return behind
    return [one for one in of.graded if one.family != OVERALL] or behind or list(subject)


def _is_body(words: str) -> bool:
    """Whether words name the council, and not its services."""
    return not graded_in(words) or words.casefold() in _BODIES


def _cut(what: str) -> str:
    """Words about what was graded, up to where something else begins."""
    end = _COMPLEMENT_ENDS.search(what)
    return what[: end.start()] if end else what
