"""What the front page states of an inspection: council, title, dates on site and of publication, as record items."""

from dataclasses import replace

from councilgraph.extract.dates import read_date, read_periods
from councilgraph.extract.pages import Reading
from councilgraph.extract.reports.frontpage import Field, FrontPage
from councilgraph.model import CouncilMention, Inspection, Period, Problem, Record

OFSTED = "Ofsted"


def open_inspection(record: Record, reading: Reading, front: FrontPage, framework: str) -> Inspection:
    """The inspection that a report is about; councils, title and problems go to the record."""
    inspection = Inspection("i1", bodies=[OFSTED], framework=framework)
    if front.title:
        inspection.evidence += reading.evidence(front.title.start, front.title.end, supports="framework")
    if front.council:
        inspection.council = front.council.words
        spans = reading.evidence(front.council.start, front.council.end)
        record.councils.append(CouncilMention(front.council.words, spans))
        inspection.evidence += [replace(span, supports="council") for span in spans]
        if front.title and not record.document.title:
            record.document.title = f"{front.council.words}: {front.title.words}"
    else:
        record.problems.append(Problem("section-missing", "the front page names no council that could be read", 1))
    _dates(inspection, record, reading, front.fields.get("dates"))
    if field := front.fields.get("published"):
        _published(inspection, record, reading, field)
    return inspection


def _dates(inspection: Inspection, record: Record, reading: Reading, field: Field | None) -> None:
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
    published = record.document.published
    if published and inspection.end[: len(published)] > published:
        words = f"the inspection “{inspection.date_words}” ends after the document was published ({published})"
        record.problems.append(Problem("metadata-disagree", words, 1))


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
