"""The assessments, inspections and visits that a letter tells of, as they are written to its record.

The first is the one the letter is about. Others come to be where a grade or a finding is theirs, one for each date, and
apart for a service that is inspected by itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from councilgraph.extract.letters.areas import OVERALL
from councilgraph.extract.letters.dateline import Dated
from councilgraph.extract.letters.dating import ON_SITE, PUBLISHED, When, dated, stays, tied
from councilgraph.extract.letters.graded import Graded
from councilgraph.extract.letters.inspections import is_recent, put_date, put_kind, put_service, put_stays
from councilgraph.extract.letters.kinds import Kind, find_kind
from councilgraph.extract.letters.results import OVERALL_LABEL, Result
from councilgraph.extract.prose.passages import Prose, Sentence
from councilgraph.extract.words import load
from councilgraph.model import Inspection, Judgement, Record

OFSTED = "Ofsted"
_CAPACITY = "capacity"  # a family whose grade stands beside the overall one
_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|initial"
_EARLIER = re.compile(
    rf"\b(?P<since>since|than(?:\s+at)?|compared\s+with|(?:down|up|fell|fallen|rose|risen|changed?|improved)\s+from|from\s+\S+\s+at|time\s+of|as|after|following)?\s*(?:(?:at|in|during|of)\s+)?(?:(?:the|its|their|your|our|a)\s+)?"
    rf"(?P<which>{_ORDINALS}|previous|last|earlier|recent|most\s+recent)\s+(?:\w+\s+){{0,2}}?(?:unannounced\s+|monitoring\s+|focused\s+|full\s+)*(?:visit|inspection|review)s?\b",
    re.IGNORECASE,
)
_VISITED = re.compile(r"\b(?:inspection|visit|review)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:now|since\s+then|has|have|is|are|currently|today|remains?)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:was|were|had|found|identified|noted|told|resulted|reported|did|lacked|failed|saw|responded|raised|concluded)\b",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\b(?:then|at\s+(?:that|the\s+same)\s+(?:time|inspection)|that\s+(?:inspection|report)|in\s+the\s+same\s+(?:inspection|report))\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\W*(?:this\s+resulted|this\s+led|this\s+inspection|the\s+report|the\s+inspection|inspectors\s+(?:also\s+)?found|it\s+(?:also\s+)?found|in\s+addition\s+to\s+this)\b",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"^(?:(?:the|its|your|our|their)\s+)?(?:(?:local\s+authority|council|authority)'?s'?\s+)?", re.IGNORECASE
)
_PERFORMS = re.compile(r"perform", re.IGNORECASE)


@dataclass(slots=True)
class Events:
    """The inspections of a letter's record.

    Attributes:
        kind: what a letter of an inspectorate is about; None for other letters.
        date: the letter's date, ISO.
    """

    record: Record
    prose: Prose
    council: str | None
    kind: Kind | None
    date: str | None
    bodies: list[str] = field(default_factory=lambda: [OFSTED])
    main: Inspection = field(init=False)
    _known: dict[tuple[str, str | None, str], Inspection] = field(default_factory=dict)
    _told: tuple[Sentence, Inspection] | None = None
    _last: tuple[Sentence, Inspection] | None = None
    _main_date: str | None = None
    _graded: dict[int, Inspection] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.main = Inspection("i1", self.council, bodies=list(self.bodies))

    def open(self, sentences: Sequence[Sentence], date: Dated | None, named: Sequence[tuple[int, int]]) -> None:
        """Write the inspection that the letter is about.

        Args:
            sentences: those that open the letter, the subject first.
            named: offsets of the words that name the kind.
        """
        self.record.inspections.append(self.main)
        if self.kind is None:
            self._open_told()
            return
        put_kind(self.main, self.kind)
        for start, end in named[:1]:
            self.main.evidence += self.prose.evidence(start, end, supports="visit_type")[:1]
        if date is not None:
            self.main.published = date.iso
            self.main.evidence += self.prose.evidence(date.start, date.end, supports="published")
        elif self.date:
            self.main.published = self.date
        if self.kind.visit != "annual-assessment":
            put_stays(self.prose, self.main, stays(self.prose, sentences, self.date))

    def add_results(self, results: Sequence[Result]) -> None:
        """Write the grades that the letter itself gives."""
        for result in results:
            spans = [span for start, end in result.spans for span in self.prose.evidence(start, end)][:3]
            if spans:
                self.record.judgements.append(
                    Judgement(self.main.id, result.area, result.grade, result.number, evidence=spans)
                )
                self.prose.fired("letters: grade in a table or heading", *result.spans[0])

    def expect(self, graded: Sequence[Graded]) -> None:
        """Take the latest date of some grades as that of the inspection that a letter of somebody else is about."""
        whens = [dated(self.prose, one.sentence, one.start, one.end, self.date) for one in graded if not one.earlier]
        dates = [when.iso for when in whens if when is not None and when.iso]
        if None not in whens:
            self._main_date = max(dates, default=None)
        else:
            recent = [when.iso for when in whens if when is not None and when.iso and is_recent(when, self.date)]
            self._main_date = max(recent, default=None)

    def add_graded(self, graded: Graded, before: Sentence | None) -> Inspection | None:
        """Write a grade that a sentence gives to the inspection that gave it; None where it only says again what is known."""
        when = dated(self.prose, graded.sentence, graded.start, graded.end, self.date)
        if (
            when is None
            and before is not None
            and self._last
            and self._last[0] == before
            and _THEN.search(self.prose.plain, graded.sentence.start, graded.sentence.end)
        ):
            inspection = self._last[1]
            self._write(inspection, graded)
            return inspection
        if graded.earlier:
            inspection = self._new(("", None, "earlier"), None, None, graded.sentence)
            self._write(inspection, graded)
            return inspection
        if when is None and before is not None and _VISITED.search(self.prose.plain, before.start, before.end):
            earlier = [one for one in tied(self.prose, before, self.date) if not self._is_main(one)]
            when = earlier[-1] if earlier and self.kind is not None else None
        family = graded.area.family if graded.area else OVERALL
        if self.kind is not None and self.kind.graded and when is None and family not in _services():
            mine = [j for j in self.record.judgements if j.inspection == self.main.id]
            if family == _CAPACITY and not any(_CAPACITY in j.area.casefold() for j in mine):
                mine = []
            if any(
                not j.area or "overall" in j.area.casefold() or j.area.casefold().endswith("assessment") for j in mine
            ) or (mine and family == OVERALL):
                return None
            inspection = self.main
        else:
            inspection = self._of(when, family, graded)
        self._last = (graded.sentence, inspection)
        self._write(inspection, graded)
        return inspection

    def of_finding(self, sentence: Sentence, start: int, end: int) -> Inspection:
        """The inspection that found what the words between two offsets say."""
        plain = self.prose.plain
        if (graded := self._graded.get(sentence.start)) and graded.visit_type == "service-inspection":
            return graded
        words = plain[start:end]
        mention = _EARLIER.search(plain, sentence.start, end)
        whens = [
            one
            for one in tied(self.prose, sentence, self.date)
            if one.of == ON_SITE and one.time.first < end and not self._is_main(one)
        ]
        is_earlier = _PAST.search(words) is not None and not re.search(r"\bnow\b", words, re.IGNORECASE)
        if (
            self._told
            and self._told[0].passage == sentence.passage
            and _GOES_ON.match(plain[sentence.start : sentence.end])
        ):
            inspection = self._told[1]
            self._told = (sentence, inspection)
            return inspection
        if mention and (mention["since"] and mention.start() >= start and "found" not in words):
            mention = None
        own = mention is not None and mention.start() >= start
        if (
            is_earlier
            and (mention or whens)
            and (own or not _NOW.search(words) or (whens and whens[-1].time.first >= start))
        ):
            if self.kind is None and not mention:
                return self.main
            inspection = self._earlier(mention, whens[-1] if whens else None, sentence)
            self._told = (sentence, inspection)
            return inspection
        return self.main

    def _earlier(self, mention: re.Match[str] | None, when: When | None, sentence: Sentence) -> Inspection:
        plain = self.prose.plain
        near = (
            plain[mention.start() : min(mention.end() + 80, sentence.end)]
            if mention
            else plain[sentence.start : sentence.end]
        )
        kind = find_kind(near, when.iso if when else self.date)
        if kind is None and mention and mention["which"].casefold() in _ORDINALS.split("|") and self.kind:
            kind = replace(self.kind, graded=False)
        key = (
            "",
            when.iso if when else None,
            (mention["which"] if mention else "") + (kind.visit or "" if kind else ""),
        )
        if when:
            same = next((i for (_, iso, _), i in self._known.items() if iso == when.iso), None)
            if same:
                return same
        return self._new(key, when, kind, sentence)

    def _of(self, when: When | None, family: str, graded: Graded) -> Inspection:
        """The inspection that gave a grade."""
        service = family if family in _services() and self._is_alone(graded) else ""
        if self.kind is None and not service:
            if when is None or self._is_main(when):
                return self.main
            if when.iso == self._main_date and self.main.start is None and self.main.published is None:
                put_date(self.prose, self.main, when)
                self._known["", when.iso, ""] = self.main
                return self.main
        clause = self.prose.plain[graded.sentence.start : graded.sentence.end]
        kind = find_kind(clause, when.iso if when else self.date)
        if kind is not None and not kind.graded:
            kind = None
        if kind is None and _PERFORMS.match(graded.grade):
            kind = Kind("annual", "annual-assessment", graded=True)
        if kind is None and self.kind and self.kind.framework == "apa" and re.search(r"\d", graded.grade):
            kind = replace(self.kind)
        for (known_service, iso, _), inspection in self._known.items():
            if known_service == service and iso == (when.iso if when else None):
                return inspection
        return self._new((service, when.iso if when else None, ""), when, kind, graded.sentence)

    def _is_alone(self, graded: Graded) -> bool:
        """Whether a service is graded by itself and not as one of several areas."""
        return not re.search(
            r"\b(?:overall\s+effectiveness|leadership|help\s+and\s+protection|looked\s+after|children\s+in\s+care)\b",
            self.prose.plain[graded.sentence.start : graded.sentence.end],
            re.IGNORECASE,
        ) or bool(re.search(r"\b(?:service|agency|inspected)\b", self.prose.plain[graded.start : graded.end]))

    def _new(
        self, key: tuple[str, str | None, str], when: When | None, kind: Kind | None, sentence: Sentence
    ) -> Inspection:
        inspection = Inspection(f"i{len(self.record.inspections) + 1}", self.council, bodies=[OFSTED])
        if key[0]:
            put_service(inspection)
        elif kind is not None:
            put_kind(inspection, kind)
        if when is not None:
            put_date(self.prose, inspection, when)
        if not inspection.evidence:
            inspection.evidence += self.prose.evidence(sentence.start, sentence.end)[:1]
        self.record.inspections.append(inspection)
        self._known[key] = inspection
        return inspection

    def _open_told(self) -> None:
        """What a minister's or a council's letter tells of the inspection that it is about: kind and dates."""
        for sentence in self.prose.sentences:
            words = self.prose.plain[sentence.start : sentence.end]
            if not re.search(r"\b(?:Ofsted|inspect\w*|report|visit)\b", words):
                continue
            if self.main.framework is None and (kind := find_kind(words, self.date)):
                put_kind(self.main, kind)
            for when in tied(self.prose, sentence, self.date):
                if when.of == ON_SITE and when.time.day and self.main.start is None and is_recent(when, self.date):
                    put_stays(self.prose, self.main, [when.time])
                elif (
                    when.of == PUBLISHED
                    and self.main.published is None
                    and is_recent(when, self.date)
                    and not re.search(r"\b(?:earlier|previous|last)\s+(?:report|inspection)", words)
                ):
                    self.main.published = when.iso
                    self.main.evidence += self.prose.evidence(when.time.first, when.time.last, supports="published")
            if self.main.start or self.main.published:
                break

    def _is_main(self, when: When) -> bool:
        """Whether a date is that of the inspection that the letter is about."""
        iso = when.iso or ""
        dates = [date for date in (self.main.start, self.main.end, self.main.published) if date]
        return any(date.startswith(iso) or iso.startswith(date) for date in dates)

    def _write(self, inspection: Inspection, graded: Graded) -> None:
        area = graded.area
        whole = area is None or (
            area.family == OVERALL and not (graded.grade.isdigit() and "social care" in area.words)
        )
        words = OVERALL_LABEL if area is None or whole else _OWNER.sub("", area.words)
        mine = (one for one in self.record.judgements if one.inspection == inspection.id)
        if any(one.area.casefold() == words.casefold() for one in mine):
            return
        start = min(graded.start, area.start) if area and graded.sentence.start <= area.start else graded.start
        spans = self.prose.evidence(start, graded.end)
        self._graded[graded.sentence.start] = inspection
        self.record.judgements.append(Judgement(inspection.id, words, graded.grade, graded.number, evidence=spans[:3]))
        self.prose.fired("letters: grade in a sentence", graded.start, graded.end)


@cache
def _services() -> frozenset[str]:
    return frozenset(load("letters")["services"])
