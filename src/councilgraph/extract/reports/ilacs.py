"""Reports of inspections of local authority children's services (ILACS), from 2018.

Layouts differ in the title (council above it, or in it), in the number of areas (four to 2022, then five, from 2026 four
without an overall grade) and in whether headings repeat the grades; none of this is asked for: what is there is read.
A grade in the table is the printed one; a heading corroborates it, stands in for it, or is reported to contradict it.
"""

from dataclasses import replace
from datetime import date, timedelta

from councilgraph.extract.dates import DatedPeriod, read_periods
from councilgraph.extract.grades import scale
from councilgraph.extract.pages import Reading, read
from councilgraph.extract.people import Inspectors, read_inspectors
from councilgraph.extract.reports import kinds
from councilgraph.extract.reports.areas import areas
from councilgraph.extract.reports.findings import find
from councilgraph.extract.reports.frontpage import Field, FrontPage, is_titled, read_front_page
from councilgraph.extract.reports.headings import read_headings
from councilgraph.extract.reports.judgements import judge
from councilgraph.extract.reports.previous import add_earlier
from councilgraph.extract.reports.table import read_table
from councilgraph.extract.words import load
from councilgraph.model import CouncilMention, Document, Inspection, Period, PersonMention, Problem, Record

_WORDS = load("ilacs")
_ID = "i1"
_OFSTED = "Ofsted"
_FIRST_YEAR = "2018"
_WEEK, _LONGEST = 5, 25  # working days on site; two weeks may have Christmas between them


def recognises(text: str) -> bool:
    """Whether a text is such a report: its title, and the fields of its front page."""
    return kinds.titled(text) is None and is_titled(text, _WORDS["title"])


def extract(document: Document) -> Record:
    """What such a report says."""
    reading = read(document.text or "")
    record = Record(document=replace(document, genre="inspection-report"))
    grades, known, words = scale("social-care"), areas("ilacs"), _WORDS["headings"]
    table = read_table(reading, known, grades, words["table"])
    front = read_front_page(reading, _WORDS["title"], table.first if table else None)
    body = table.last if table else 0
    headings = read_headings(reading, known, grades, words["links"], body)
    record.inspections.append(_inspection(record, reading, front))
    record.judgements, doubts = judge(_ID, reading, table, headings, _graded_services(record.inspections[0].start))
    record.findings, gaps = find(_ID, reading, headings, _WORDS["lists"], body)
    record.problems += doubts + gaps
    add_earlier(record, reading, record.inspections[0], range(body, len(reading.lines)))
    return record


def _inspection(record: Record, reading: Reading, front: FrontPage) -> Inspection:
    """The inspection from the front page; councils, people and problems go to the record."""
    inspection = Inspection(_ID, bodies=[_OFSTED], framework="ilacs")
    if front.title:
        inspection.evidence += reading.evidence(front.title.start, front.title.end, supports="framework")
    if front.council:
        inspection.council = front.council.words
        spans = reading.evidence(front.council.start, front.council.end)
        record.councils.append(CouncilMention(front.council.words, spans))
        inspection.evidence += [replace(span, supports="council") for span in spans]
        if front.title and not record.document.title:
            inside = front.title.start <= front.council.start < front.title.end
            title = front.title.words if inside else f"{front.council.words}: {front.title.words}"
            record.document.title = title
    else:
        record.problems.append(Problem("section-missing", "the front page names no council that could be read", 1))
    _dates(inspection, record, reading, front.fields.get("dates"))
    _leads(inspection, record, reading, front.fields.get("leads"))
    return inspection


def _graded_services(start: str | None) -> list[str]:
    """The services that a report grades, by the start of its inspection; where that is not known, those of every year."""
    return list(
        dict.fromkeys(
            service
            for area in _WORDS["areas"].values()
            for service in area["covers"]
            if "until" not in area or (start and start < area["until"].isoformat())
        )
    )


def _dates(inspection: Inspection, record: Record, reading: Reading, field: Field | None) -> None:
    if field is None:
        record.problems.append(Problem("section-missing", "the front page has no inspection dates", 1))
        return
    for end in reversed(field.ends):
        periods = read_periods(reading.text[field.start : end])
        if periods:
            break
    else:
        words = reading.words(field.start, field.ends[0])
        record.problems.append(Problem("date-unread", f"the inspection dates “{words}” could not be understood", 1))
        return
    first, last = field.start + periods[0].first, field.start + periods[-1].last
    inspection.periods = [Period(period.start, period.end) for period in periods]
    inspection.start, inspection.end = periods[0].start, periods[-1].end
    inspection.date_words, inspection.date_basis = reading.words(first, last), "stated"
    inspection.visit_type = _visit_type(periods)
    inspection.visit_type_basis = "derived" if inspection.visit_type else None
    for key in ("start", "end"):
        inspection.evidence += reading.evidence(first, last, supports=key)
    published = record.document.published
    if published and inspection.end[: len(published)] > published:
        words = f"the inspection “{inspection.date_words}” ends after the document was published ({published})"
        record.problems.append(Problem("metadata-disagree", words, 1))
    elif inspection.start < _FIRST_YEAR:
        words = f"the inspection dates “{inspection.date_words}” lie before the first such inspections"
        record.problems.append(Problem("date-unread", words, 1))


def _visit_type(periods: list[DatedPeriod]) -> str | None:
    """A week on site is a short inspection, more a standard one; None where days are not known or cannot be right."""
    days = 0
    for period in periods:
        if len(period.start) < 10 or len(period.end) < 10:
            return None
        day, end = date.fromisoformat(period.start), date.fromisoformat(period.end)
        if (end - day).days > 2 * _LONGEST:
            return None
        while day <= end:
            days += day.weekday() < 5
            day += timedelta(days=1)
    if not 3 <= days <= _LONGEST:
        return None
    return "short" if days <= _WEEK else "standard"


def _leads(inspection: Inspection, record: Record, reading: Reading, field: Field | None) -> None:
    people = _people(reading, field) if field else None
    if field is None or people is None or not people.named:
        record.problems.append(Problem("section-missing", "the front page names no lead inspector", 1))
        return
    for words in people.unread:
        record.problems.append(Problem("section-missing", f"“{words}” beside the lead inspector could not be read", 1))
    if field.label.words.endswith("s") and "(" not in field.label.words and len(people.named) == 1:
        words = f"the front page speaks of lead inspectors and names only {people.named[0].name}"
        record.problems.append(Problem("section-missing", words, 1))
    for person in people.named:
        spans = reading.evidence(person.start, person.end)
        role = reading.evidence(field.label.start, field.label.end)
        one = reading.evidence(field.label.start, person.end) if person is people.named[0] else role[:1] + spans
        inspection.lead_inspectors.append(person.name)
        inspection.evidence += [replace(span, supports="lead_inspectors") for span in spans]
        record.people.append(PersonMention(person.name, "Lead inspector", "inspector", _OFSTED, evidence=one))


def _people(reading: Reading, field: Field) -> Inspectors:
    """The people of a field: of as many of its lines as hold people and offices alone, else of the first that name one."""
    found = [read_inspectors(reading.text, field.start, end) for end in field.ends]
    whole = [one for one in found if one.named and not one.unread]
    some = [one for one in found if one.named]
    return (whole[-1:] or some[:1] or found)[0]
