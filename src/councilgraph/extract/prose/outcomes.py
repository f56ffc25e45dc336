"""The inspections that a text tells of, current and earlier, and the grades that they gave.

For each council there is one inspection that the text is about; a grade or stay of another time, or of a service that
is inspected by itself, belongs to an inspection of its own. A grade that a text tells several times is one judgement.
"""

import re
from collections.abc import Iterator

from councilgraph.extract.prose.areas import ALL, OVERALL, label
from councilgraph.extract.prose.councils import Councils
from councilgraph.extract.prose.events import ASSESSMENTS, BOARD, Event, Events, is_head
from councilgraph.extract.prose.grade_words import find_words, is_rank
from councilgraph.extract.prose.gradings import Grading, find_gradings
from councilgraph.extract.prose.passages import Prose
from councilgraph.extract.prose.speech import Speeches
from councilgraph.extract.prose.stays import find_stays
from councilgraph.extract.prose.times import Time, printed_date
from councilgraph.model import Inspection, Judgement, Period, Record

_OFSTED = re.compile(r"\bOfsted\b|\bOffice for Standards in Education\b")
_OTHERS = re.compile(r"\bCommission for Social Care Inspection\b|\bCSCI\b|\bCare Quality Commission\b|\bCQC\b")
_SPOKEN = re.compile(r"\b(?:Ofsted|inspectors?|watchdog|inspectorate|regulator|inspection|CSCI)\b", re.IGNORECASE)


def add_outcomes(record: Record, prose: Prose, councils: Councils, speeches: Speeches) -> None:
    """Write them to a record."""
    published = record.document.published or printed_date(prose)
    stays = list(find_stays(prose, councils, speeches, published))
    gradings = find_gradings(prose, councils, speeches, published)
    events = Events(prose, councils, published, is_annual=any(g.key.startswith("performs") for g in gradings))
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


def _inspection(key: str, event: Event, prose: Prose, bodies: list[str]) -> Inspection:
    """An inspection's item, with the words for what it states."""
    one = Inspection(key, event.council, bodies=list(bodies) or ["Ofsted"])
    one.framework, one.visit_type = event.framework, event.visit
    if event.service == BOARD:
        one.visit_type, one.body = "lscb-review", event.gradings[0].area
    elif event.service:
        one.framework, one.visit_type = "service", "service-inspection"
    site, out = event.on_site, event.published
    judged = next((g.time for g in event.gradings if g.time and g.time.start), None)
    if site is None and judged and len(judged.start or "") == len("2012"):
        site = judged
    if site and event.framework in ASSESSMENTS and len(site.end or "") == len("2012"):
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


def _around(event: Event, time: Time, prose: Prose) -> tuple[int, int]:
    """The words that prove a time."""
    places = [(s.start, s.end) for s in event.stays] + [(g.start, g.end) for g in event.gradings]
    for start, end in places:
        if start <= time.first < end:
            return start, end
    return time.first, time.last


def _judgements(inspection: Inspection, event: Event, prose: Prose) -> Iterator[Judgement]:
    """One judgement for each grade of an area, with the words of up to three places that tell it."""
    groups: dict[tuple[str, str], list[Grading]] = {}
    for grading in event.gradings:
        groups.setdefault((_whole(grading, event), _scaled(grading.key, event)), []).append(grading)
    for key in [key for family, key in groups if family == ALL and (OVERALL, key) in groups]:
        groups[ALL, key] += groups.pop((OVERALL, key))
    for (family, _), told in groups.items():
        best = min(
            told,
            key=lambda g: (
                g.family != family,
                g.basis != "explicit",
                is_rank(g.grade, g.number),
                is_head(prose, g),
                not _is_labelled(g),
                g.at,
            ),
        )
        others = [g for g in told if g is not best]
        evidence = prose.evidence(best.start, best.end)[:1]
        for other in sorted(others, key=lambda g: g.at):
            if len(evidence) < 3 and other.start != best.start:
                evidence += prose.evidence(other.start, other.end)[:1]
        number = next((g.number for g in told if g.number is not None), None)
        area = label(OVERALL, "") if family == OVERALL else best.area
        basis = "derived" if is_rank(best.grade, best.number) and best.basis == "explicit" else best.basis
        prose.fired("judgements: a grade that was given", best.start, best.end)
        grade = _label(best, prose) if is_rank(best.grade, best.number) else best.grade
        yield Judgement(inspection.id, area, grade, number, basis=basis, evidence=evidence[:3])


def _whole(grading: Grading, event: Event) -> str:
    """The family of a grade; where child protection is all that an unannounced inspection of it graded, that is the whole."""
    families = {g.family for g in event.gradings}
    alone = families <= {"safeguarding", OVERALL}
    if grading.family == "safeguarding" and alone and any(stay.announced is False for stay in event.stays):
        when = (event.on_site.start if event.on_site else None) or ""
        if when.startswith(("2012", "2013")):
            return OVERALL
    return grading.family


def _scaled(key: str, event: Event) -> str:
    """A grade's key; a press word for a step of the annual rating is that step ("rated 'poor'")."""
    keys = {g.key for g in event.gradings}
    meant = {
        "poor": "performs-poorly",
        "excellent": "performs-excellently",
        "good": "performs-well",
        "adequate": "performs-adequately",
    }
    return meant[key] if key in meant and meant[key] in keys else key


def _label(grading: Grading, prose: Prose) -> str:
    """The label that the text has elsewhere for a grade that is told by its rank; the rank's words where it has none."""
    words = (word for sentence in prose.sentences for word in find_words(prose, sentence.start, sentence.end))
    labels: dict[str, str] = {}
    for word in words:
        if not is_rank(word.printed, word.number):
            labels.setdefault(word.key, word.printed)
    steps = {"outstanding": "performs-excellently", "inadequate": "performs-poorly"}
    return labels.get(grading.key) or labels.get(steps.get(grading.key, "")) or grading.grade


def _is_labelled(grading: Grading) -> bool:
    return grading.grade.lower().endswith("to be good") or grading.number is not None
