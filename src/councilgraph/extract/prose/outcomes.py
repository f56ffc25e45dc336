"""The inspections that a text tells of, current and earlier, and the grades that they gave.

For each council there is one inspection that the text is about; a grade or stay of another time, or of a service that
is inspected by itself, belongs to an inspection of its own. A grade that a text tells several times is one judgement.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from councilgraph.extract.prose.areas import OVERALL, label
from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.gradings import Grading, find_gradings
from councilgraph.extract.prose.passages import HEADLINE, STANDFIRST, Prose
from councilgraph.extract.prose.speech import Speeches
from councilgraph.extract.prose.stays import Kind, Stay, find_stays
from councilgraph.extract.prose.times import Time, printed_date
from councilgraph.model import Inspection, Judgement, Period, Record

_UNGRADED = ("monitoring-visit", "focused-visit")
_ASSESSMENTS = ("apa", "annual")
"""Frameworks of a year, with nobody on site."""
_BOARD = "partnership"
_SERVICES = {"adoption": "adoption", "fostering": "fostering", "private-fostering": "private-fostering"}
_OFSTED = re.compile(r"\bOfsted\b|\bOffice for Standards in Education\b")
_OTHERS = re.compile(r"\bCommission for Social Care Inspection\b|\bCSCI\b|\bCare Quality Commission\b|\bCQC\b")
_SPOKEN = re.compile(r"\b(?:Ofsted|inspectors?|watchdog|inspectorate|regulator|inspection|CSCI)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Event:
    """An inspection in the making."""

    council: str | None
    current: bool = False
    service: str | None = None
    stays: list[Stay] = field(default_factory=list)
    gradings: list[Grading] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)
    moments: set[str] = field(default_factory=set)
    """All dates that are known of it."""

    def take(self, told: Stay | Grading) -> None:
        """Take what a sentence tells of it."""
        if isinstance(told, Stay):
            self.stays.append(told)
            if told.kind and told.kind not in self.kinds[-1:]:
                self.kinds.append(told.kind)
            times = [told.on_site, told.published]
        else:
            self.gradings.append(told)
            times = [told.time]
        self.moments |= {time.start for time in times if time and time.start}

    @property
    def on_site(self) -> Time | None:
        """When it was on site, as exactly as it is told."""
        return _exact(stay.on_site for stay in self.stays)

    @property
    def published(self) -> Time | None:
        """When its report came out or its grade was given, where that is known to the month."""
        told = _exact(stay.published for stay in self.stays)
        given = _exact(g.time for g in self.gradings if g.time and g.time.start and len(g.time.start) > len("2012"))
        return told or given

    @property
    def visit(self) -> str | None:
        """Key of its visit type."""
        named = next((kind.visit for kind in self.kinds if kind.visit and self._is_of_time(kind)), None)
        return named or ("annual-assessment" if self.framework in _ASSESSMENTS else None)

    @property
    def framework(self) -> str | None:
        """Key of its framework."""
        named = next((kind.framework for kind in self.kinds if kind.framework and self._is_of_time(kind)), None)
        return named or ("annual" if any(g.key.startswith("performs") for g in self.gradings) else None)

    def _is_of_time(self, kind: Kind) -> bool:
        """Whether there were inspections of a kind when this one was."""
        years = [int(moment[:4]) for moment in self.moments]
        return kind.years is None or not years or kind.years[0] <= min(years) <= kind.years[1]


def add_outcomes(record: Record, prose: Prose, councils: Councils, speeches: Speeches) -> None:
    """Write them to a record."""
    published = record.document.published or printed_date(prose)
    stays = list(find_stays(prose, councils, speeches, published))
    gradings = find_gradings(prose, councils, speeches, published)
    events = _Events(prose, councils, published, is_annual=any(g.key.startswith("performs") for g in gradings))
    events.take_stays(stays)
    events.take_gradings(gradings)
    if not events.all and councils.main and next(prose.find(_SPOKEN), None):
        events.current(councils.main)
    bodies = _bodies(prose)
    events.share_assessment()
    for event in events.in_order():
        inspection = _inspection(f"i{len(record.inspections) + 1}", event, prose, bodies)
        record.inspections.append(inspection)
        record.judgements += _judgements(inspection, event, prose)


def inspection_of(record: Record, council: str | None, start: int, end: int) -> str | None:
    """The id of the inspection that words between two offsets speak of: one whose own words stand there, else the one that
    the text is about for that council.
    """
    mine = [i for i in record.inspections if council is None or i.council in (council, None)]
    for inspection in mine[1:]:
        if any(start <= span.start < end for span in inspection.evidence) and inspection.visit_type is not None:
            return inspection.id
    return mine[0].id if mine else record.inspections[0].id if record.inspections else None


@dataclass(slots=True)
class _Events:
    prose: Prose
    councils: Councils
    document_published: str | None
    is_annual: bool
    all: list[_Event] = field(default_factory=list)

    def current(self, council: str) -> _Event:
        """The inspection of a council that the text is about."""
        found = next((e for e in self.all if e.council == council and e.current), None)
        if found is None:
            self.all.append(found := _Event(council, current=True))
        return found

    def take_stays(self, stays: list[Stay]) -> None:
        """Give each stay to the inspection that it is of: for each council the last is the one the text is about."""
        for council in dict.fromkeys(stay.council for stay in stays if stay.council):
            mine = [stay for stay in stays if stay.council == council]
            if self.is_annual and all(s.kind is None or s.kind.framework != "annual" for s in mine):
                self.current(council)
            dated = [s for s in mine if not s.earlier and s.on_site and s.on_site.start and not self._is_apart(s)]
            last = max((s.on_site.start or "" for s in dated if s.on_site), default=None)
            for stay in mine:
                event = self._event_of(council, stay, last)
                event.take(stay)
                if stay.kind is None and stay.announced is False and not event.kinds:
                    event.kinds.append(Kind(None, "unannounced", stay.start, stay.end))

    def _is_apart(self, stay: Stay) -> bool:
        """Whether a stay is of an unannounced inspection that an annual assessment only builds on."""
        return self.is_annual and stay.kind is not None and stay.kind.framework == "unannounced"

    def _event_of(self, council: str, stay: Stay, last: str | None) -> _Event:
        when = stay.on_site.start if stay.on_site else None
        if self._is_apart(stay):
            same = (e for e in self.all if e.council == council and e.visit == "unannounced" and not e.current)
            return next(same, None) or self._earlier(council, when)
        if stay.earlier or (when and last and not _fits(when, last)):
            return self._earlier(council, when)
        return self.current(council)

    def _earlier(self, council: str, when: str | None) -> _Event:
        """An earlier inspection of a council that fits a date; a new one where there is none."""
        mine = [e for e in self.all if e.council == council and not e.current and not e.service]
        for event in mine:
            if (when is None and not event.moments) or (when and any(_fits(when, m) for m in event.moments)):
                return event
        if when is None and mine:
            return mine[0]
        self.all.append(event := _Event(council))
        return event

    def take_gradings(self, gradings: Iterable[Grading]) -> None:
        """Give each grade to the inspection that gave it."""
        found = list(gradings)
        found = [g for g in found if not self._is_head_only(g, found)]
        for grading in sorted(found, key=lambda g: g.earlier and g.time is None):
            self._home(grading, found).take(grading)

    def _is_head_only(self, grading: Grading, found: list[Grading]) -> bool:
        """Whether a headline speaks of safeguarding where the text gives the same grade to the whole, or to its parts."""
        if grading.family != "safeguarding" or not _is_head(self.prose, grading):
            return False
        return any(g.council == grading.council and g.key == grading.key and not _is_head(self.prose, g) for g in found)

    def _home(self, grading: Grading, all_of_them: list[Grading]) -> _Event:
        council = grading.council
        if grading.family == _BOARD:
            return self._by_itself(council, _BOARD)
        if grading.family in _SERVICES and self._is_inspected_alone(grading, all_of_them):
            return self._by_itself(council, _SERVICES[grading.family])
        when = grading.time.start if grading.time else None
        now = next((e for e in self.all if e.council == council and e.current), None)
        told = [s.on_site.start for s in now.stays if s.on_site and s.on_site.start] if now else []
        if grading.earlier:
            earlier = self._earlier(council, when)
            graded = any(g.family == grading.family and g.key != grading.key for g in earlier.gradings)
            if when is None and graded:
                self.all.append(earlier := _Event(council))
            return earlier
        if now and now.visit in _UNGRADED:
            return self._earlier(council, when)
        undated = any(g.council == council and not g.earlier and g.time is None for g in all_of_them)
        if when and (not self._is_now(when, told) or (undated and not told and self.document_published is None)):
            return self._earlier(council, when)
        return self.current(council)

    def _by_itself(self, council: str, service: str) -> _Event:
        """The inspection of a service, or the review of the board, of a council."""
        found = next((e for e in self.all if e.council == council and e.service == service), None)
        if found is None:
            self.all.append(found := _Event(council, service=service))
        return found

    def _is_now(self, when: str, told: list[str]) -> bool:
        """Whether a grade of a day can be of the inspection that the text is about."""
        if any(_fits(when, one) for one in told):
            return True
        if told:
            # The report follows the stay.
            return max(told)[:7] <= when[:7] and self._months(max(told), when) <= 9
        published = self.document_published
        return published is None or _fits(when, published) or self._months(when, published) <= 9

    @staticmethod
    def _months(first: str, last: str) -> int:
        a, b = ((int(d[:4]), int(d[5:7]) if len(d) > 4 else 1) for d in (first, last))
        return abs((b[0] - a[0]) * 12 + b[1] - a[1]) if len(first) > 4 and len(last) > 4 else abs(b[0] - a[0]) * 12

    @staticmethod
    def _is_inspected_alone(grading: Grading, gradings: list[Grading]) -> bool:
        """Whether adoption or fostering was graded by an inspection of its own and not as a part of the council's."""
        if grading.family != "adoption":
            return True
        areas = {g.family for g in gradings if g.council == grading.council}
        if not re.search(r"\b(?:services?|agency)\b", grading.area, re.IGNORECASE):
            return False
        return grading.time is not None or not areas & {
            "help-and-protection",
            "children-in-care",
            "leaders",
            "care-leavers",
        }

    def share_assessment(self) -> None:
        """Where a text tells of one year's assessments of many councils, what it calls them once is said of all."""
        kinds = [kind for event in self.all if event.current for kind in event.kinds if kind.framework in _ASSESSMENTS]
        if kinds and self.councils.main is None:
            for event in self.all:
                if event.current and not event.kinds:
                    event.kinds.append(kinds[0])

    def in_order(self) -> list[_Event]:
        """What the text is about first; then the others, those of the main council before those of others."""
        found = [e for e in self.all if e.council]
        order = {name: n for n, name in enumerate(dict.fromkeys(str(name.council) for name in self.councils.names))}
        main = self.councils.main
        return sorted(
            found,
            key=lambda e: (
                e.council != main,
                not e.current if e.council == main else False,
                order.get(str(e.council), 0),
                not e.current,
            ),
        )


def _exact(found: Iterable[Time | None]) -> Time | None:
    """The most exact time of several; those without a date only where there is no other."""
    return max((t for t in found if t), key=lambda t: len(t.start or "") + (t.start != t.end), default=None)


def _fits(one: str, other: str) -> bool:
    """Whether two dates, perhaps partial, may be one."""
    return one.startswith(other) or other.startswith(one)


def _bodies(prose: Prose) -> list[str]:
    """The inspectorates that came, by the names that the text has for them."""
    ofsted = next(prose.find(_OFSTED), None)
    others = next(prose.find(_OTHERS), None)
    jointly = others and (
        not ofsted
        or re.search(r"\b(?:jointly|together|and)\b", prose.plain[max(0, others.start() - 60) : others.start()])
    )
    named = [ofsted[0] if ofsted else None, " ".join(others[0].split()) if others and jointly else None]
    return [name for name in named if name]


def _inspection(key: str, event: _Event, prose: Prose, bodies: list[str]) -> Inspection:
    """An inspection's item, with the words for what it states."""
    one = Inspection(key, event.council, bodies=list(bodies) or ["Ofsted"])
    one.framework, one.visit_type = event.framework, event.visit
    if event.service == _BOARD:
        one.visit_type, one.body = "lscb-review", event.gradings[0].area
    elif event.service:
        one.framework, one.visit_type = "service", "service-inspection"
    site, out = event.on_site, event.published
    judged = next((g.time for g in event.gradings if g.time and g.time.start), None)
    if site is None and judged and len(judged.start or "") == len("2012"):
        site = judged
    if site and event.framework in _ASSESSMENTS and len(site.end or "") == len("2012"):
        site, out = None, site
    if site:
        one.start, one.end, one.date_basis = site.start, site.end, site.basis if site.end else None
        one.date_words = prose.words(site.first, site.last)
        one.periods = [Period(site.start, site.end)] if site.start and site.end else []
        if site.end:
            one.evidence += prose.evidence(*_around(event, site, prose), supports="start" if site.start else "end")
    if out and out.start and out is not site:
        one.published = out.start
        if site is None:
            one.date_words, one.date_basis = prose.words(out.first, out.last), out.basis
        one.evidence += prose.evidence(*_around(event, out, prose), supports="published")
    if any(stay.announced is False for stay in event.stays):
        one.announced = False
    if event.kinds:
        kind = event.kinds[0]
        one.evidence += prose.evidence(kind.start, kind.end, supports="visit_type" if kind.visit else "framework")
    one.evidence = one.evidence[:3]
    return one


def _around(event: _Event, time: Time, prose: Prose) -> tuple[int, int]:
    """The words that prove a time."""
    places = [(s.start, s.end) for s in event.stays] + [(g.start, g.end) for g in event.gradings]
    for start, end in places:
        if start <= time.first < end:
            return start, end
    return time.first, time.last


def _judgements(inspection: Inspection, event: _Event, prose: Prose) -> Iterator[Judgement]:
    """One judgement for each grade of an area, with the words of up to three places that tell it."""
    groups: dict[tuple[str, str], list[Grading]] = {}
    for grading in event.gradings:
        groups.setdefault((_whole(grading, event), _scaled(grading.key, event)), []).append(grading)
    for (family, _), told in groups.items():
        best = min(
            told, key=lambda g: (g.basis != "explicit", _is_rank(g), _is_head(prose, g), not _is_labelled(g), g.at)
        )
        others = [g for g in told if g is not best]
        evidence = prose.evidence(best.start, best.end)[:1]
        for other in sorted(others, key=lambda g: g.at):
            if len(evidence) < 3 and other.start != best.start:
                evidence += prose.evidence(other.start, other.end)[:1]
        number = next((g.number for g in told if g.number is not None), None)
        area = label(OVERALL, "") if family == OVERALL else best.area
        basis = "derived" if _is_rank(best) and best.basis == "explicit" else best.basis
        prose.fired("judgements: a grade that was given", best.start, best.end)
        yield Judgement(inspection.id, area, best.grade, number, basis=basis, evidence=evidence[:3])


def _whole(grading: Grading, event: _Event) -> str:
    """The family of a grade; where child protection is all that an unannounced inspection of it graded, that is the whole."""
    families = {g.family for g in event.gradings}
    alone = families <= {"safeguarding", OVERALL}
    if grading.family == "safeguarding" and alone and any(stay.announced is False for stay in event.stays):
        when = (event.on_site.start if event.on_site else None) or ""
        if when.startswith(("2012", "2013")):
            return OVERALL
    return grading.family


def _scaled(key: str, event: _Event) -> str:
    """A grade's key; a press word for a step of the annual rating is that step ("rated 'poor'")."""
    keys = {g.key for g in event.gradings}
    meant = {
        "poor": "performs-poorly",
        "excellent": "performs-excellently",
        "good": "performs-well",
        "adequate": "performs-adequately",
    }
    return meant[key] if key in meant and meant[key] in keys else key


def _is_rank(grading: Grading) -> bool:
    """Whether a grade is only told by its rank ("the lowest grade")."""
    return (
        grading.number is None
        and re.search(r"\b(?:grade|grading|rating|mark|judge?ment|ranking|score|category|level)\b", grading.grade)
        is not None
    )


def _is_labelled(grading: Grading) -> bool:
    return grading.grade.lower().endswith("to be good") or grading.number is not None


def _is_head(prose: Prose, grading: Grading) -> bool:
    sentence = prose.sentence_at(grading.at)
    return sentence is not None and prose.passage_of(sentence).kind in (HEADLINE, STANDFIRST)
