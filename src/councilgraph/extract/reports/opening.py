"""What the front page states of an inspection: council, title, dates on site and of publication, who led it."""

from dataclasses import replace

from councilgraph.extract.dates import read_date, read_periods
from councilgraph.extract.pages import Reading
from councilgraph.extract.people import Inspectors, read_inspectors
from councilgraph.extract.reports.frontpage import Field, FrontPage
from councilgraph.model import CouncilMention, Inspection, Period, PersonMention, Problem, Record

OFSTED = "Ofsted"


def open_inspection(record: Record, reading: Reading, front: FrontPage, framework: str, since: str) -> Inspection:
    """The inspection that a report is about; councils, title and problems go to the record.

    Args:
        since: year of the first such inspections.
    """
    inspection = Inspection("i1", bodies=[OFSTED], framework=framework)
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
    if field := front.fields.get("published"):
        _published(inspection, record, reading, field)
    _dates(inspection, record, reading, front.fields.get("dates"), since)
    return inspection


def name_leads(inspection: Inspection, record: Record, reading: Reading, field: Field | None, role: str) -> None:
    """The inspectors whom the front page names, to the inspection and, in a role, to the record."""
    people = _people(reading, field) if field else None
    if field is None or people is None or not people.named:
        record.problems.append(Problem("section-missing", f"the front page names no {role.lower()}", 1))
        return
    for words in people.unread:
        record.problems.append(Problem("section-missing", f"“{words}” beside the {role.lower()} could not be read", 1))
    if field.label.words.endswith("s") and "(" not in field.label.words and len(people.named) == 1:
        words = f"the front page speaks of {role.lower()}s and names only {people.named[0].name}"
        record.problems.append(Problem("section-missing", words, 1))
    label = reading.evidence(field.label.start, field.label.end)
    for person in people.named:
        spans = reading.evidence(person.start, person.end)
        one = reading.evidence(field.label.start, person.end) if person is people.named[0] else label[:1] + spans[:2]
        inspection.lead_inspectors.append(person.name)
        inspection.evidence += [replace(span, supports="lead_inspectors") for span in spans]
        record.people.append(PersonMention(person.name, role, "inspector", OFSTED, evidence=one))


def _people(reading: Reading, field: Field) -> Inspectors:
    """The people of a field: of as many of its lines as hold people and offices alone, else of the first that name one."""
    found = [read_inspectors(reading.text, field.start, end) for end in field.ends]
    whole = [one for one in found if one.named and not one.unread]
    some = [one for one in found if one.named]
    return (whole[-1:] or some[:1] or found)[0]


def _dates(inspection: Inspection, record: Record, reading: Reading, field: Field | None, since: str) -> None:
    """The stay on site; words that leave it open are reported."""
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
    for key in ("start", "end"):
        inspection.evidence += reading.evidence(first, last, supports=key)
    published = inspection.published or record.document.published
    record.problems += _doubts(inspection, published, reading.text[end : field.ends[-1]], since)


def _doubts(inspection: Inspection, published: str | None, below: str, since: str) -> list[Problem]:
    """What speaks against an inspection's dates: publication, the age of the framework, more dates below them."""
    words, end = f"the inspection dates “{inspection.date_words}”", inspection.end or ""
    doubts = [
        Problem("date-unread", f"“{row.strip()}” below {words} could not be understood", 1)
        for row in below.split("\n")
        if read_periods(row)
    ]
    if published and end[: len(published)] > published:
        doubts.append(Problem("metadata-disagree", f"{words} lie after the document's publication ({published})", 1))
    elif end < since:
        doubts.append(Problem("date-unread", f"{words} lie before the first such inspections", 1))
    return doubts


def _published(inspection: Inspection, record: Record, reading: Reading, field: Field) -> None:
    """The printed day of publication, which wins over that of the manifest; a difference is reported."""
    printed = reading.words(field.start, field.ends[0])
    inspection.published = read_date(printed)
    if inspection.published is None:
        record.problems.append(Problem("date-unread", f"the publication date “{printed}” could not be understood", 1))
        return
    inspection.evidence += reading.evidence(field.label.start, field.ends[0], supports="published")
    known = record.document.published
    if known and not (inspection.published.startswith(known) or known.startswith(inspection.published)):
        words = f"the report says that it was published on {inspection.published}, the manifest says {known}"
        record.problems.append(Problem("metadata-disagree", words, 1))
