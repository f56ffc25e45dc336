"""Reports of inspections of local authority children's services (ILACS), from 2018.

Layouts differ in the title (council above it, or in it), in the number of areas (four to 2022, then five, from 2026 four
without an overall grade) and in whether headings repeat the grades; none of this is asked for: what is there is read.
A grade in the table is the printed one; a heading corroborates it, stands in for it, or is reported to contradict it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from councilgraph.extract.grades import scale
from councilgraph.extract.pages import read
from councilgraph.extract.reports import kinds
from councilgraph.extract.reports.areas import areas
from councilgraph.extract.reports.findings import body_end, find
from councilgraph.extract.reports.frontpage import is_titled, read_front_page
from councilgraph.extract.reports.headings import read_headings
from councilgraph.extract.reports.judgements import judge
from councilgraph.extract.reports.opening import name_leads, open_inspection
from councilgraph.extract.reports.previous import add_earlier
from councilgraph.extract.reports.table import read_table
from councilgraph.extract.words import load
from councilgraph.model import Document, Period, Record

_WORDS = load("ilacs")
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
    end = body_end(reading, body)
    headings = read_headings(reading, known, grades, words["links"], body, end)
    inspection = open_inspection(record, reading, front, "ilacs", _FIRST_YEAR)
    inspection.visit_type = _visit_type(inspection.periods)
    inspection.visit_type_basis = "derived" if inspection.visit_type else None
    name_leads(inspection, record, reading, front.fields.get("leads"), "Lead inspector")
    record.inspections.append(inspection)
    record.judgements, doubts = judge(inspection.id, reading, table, headings, _graded_services(inspection.start))
    record.findings, gaps = find(inspection.id, reading, headings, _WORDS["lists"], body, end)
    record.problems += doubts + gaps
    add_earlier(record, reading, inspection, range(body, end))
    return record


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


def _visit_type(periods: Sequence[Period]) -> str | None:
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
