"""Reports of inspections of looked after children services, 2013.

The council's name stands below the title; the table of grades is on the last page, its numbers in words that may stand
behind a grade ("Inadequate Grade 4"); each heading of the body has a line "Grade 4 (Inadequate)" below it. On this scale
1 is best.
"""

import re
from collections.abc import Collection
from dataclasses import replace

from councilgraph.extract.grades import Scale, scale
from councilgraph.extract.labels import letters, printed, words
from councilgraph.extract.pages import Reading, read
from councilgraph.extract.reports import kinds
from councilgraph.extract.reports.areas import Areas, areas
from councilgraph.extract.reports.figures import read_figures
from councilgraph.extract.reports.frontpage import read_front_page
from councilgraph.extract.reports.headings import Heading
from councilgraph.extract.reports.judgements import judge
from councilgraph.extract.reports.opening import name_leads, open_inspection
from councilgraph.extract.reports.points import find
from councilgraph.extract.reports.previous import add_earlier
from councilgraph.extract.reports.sections import CONTENTS, read_body
from councilgraph.extract.reports.table import Table, read_table
from councilgraph.extract.words import load
from councilgraph.model import Document, Judgement, Record

_WORDS = load("lac-2013")
_KIND = "lac-2013"
_FIRST_YEAR = "2013"
_GRADED = list(dict.fromkeys(service for area in _WORDS["areas"].values() for service in area["covers"]))
_MOST_LINES = 3
_GRADE = re.compile(r"Grade\s+(?P<number>[1-4])\s*\(\s*(?P<grade>[^\W\d_]+)\s*\)", re.IGNORECASE)
_NUMBER_BEHIND = re.compile(r" [1-4]\b")
_NUMBER = re.compile(r"\bGrade\s+([1-4])\b", re.IGNORECASE)


def recognises(text: str) -> bool:
    """Whether a text's title is that of such a report."""
    return kinds.is_of(text, _KIND)


def extract(document: Document) -> Record:
    """What such a report says."""
    reading = read(document.text or "")
    record = Record(document=replace(document, genre="inspection-report"))
    grades, known = scale("safeguarding"), areas(_KIND)
    front = read_front_page(reading, _WORDS["title"])
    inspection = open_inspection(record, reading, front, _KIND, _FIRST_YEAR)
    inspection.visit_type, inspection.visit_type_basis = "looked-after-children-inspection", "explicit"
    record.inspections.append(inspection)
    name_leads(inspection, record, reading, front.fields.get("leads"), "Reporting inspector")
    start = next((index for index, line in enumerate(reading.lines) if line.page > 1), 0)
    body = read_body(reading, _WORDS["sections"], start, _headings(reading, known, grades, start), "narrative")
    table = _table(reading, known, grades, body.lines(CONTENTS))
    judgements, doubts = judge(inspection.id, reading, table, body.headings, _GRADED)
    record.judgements = [_numbered(judgement, reading.text) for judgement in judgements]
    record.findings, gaps = find(reading, body, start, lambda _: inspection.id)
    record.problems += doubts + gaps
    about_area = sorted(body.lines("other") - body.heading_lines)
    record.statistics += read_figures(reading, inspection, about_area)
    silent = body.lines(CONTENTS, "ending") | body.heading_lines
    add_earlier(record, reading, inspection, [i for i in range(start, len(reading.lines)) if i not in silent])
    return record


def _table(reading: Reading, known: Areas, grades: Scale, contents: Collection[int]) -> Table | None:
    """The table under its heading, the last of that name that does not stand in the contents."""
    headings = {letters(heading) for heading in _WORDS["table"]["headings"]}
    starts = [i for i, line in enumerate(reading.lines) if letters(line.text) in headings and i not in contents]
    return read_table(reading, known, grades, _WORDS["table"]["headers"], starts[-1]) if starts else None


def _headings(reading: Reading, known: Areas, grades: Scale, start: int) -> list[Heading]:
    """Labels of areas on lines of their own with the grade on the line below."""
    found = []
    for index in range(start, len(reading.lines)):
        for last in range(index + 1, min(index + _MOST_LINES, len(reading.lines) - 1) + 1):
            line = reading.lines[last] if last < len(reading.lines) else None
            graded = _GRADE.fullmatch(line.text) if line else None
            if line is None or graded is None:
                continue
            among = words(reading.text, reading.lines[index].start, reading.lines[last - 1].end)
            label = known.match(among, 0)
            if label and label[0] == len(among):
                shown = graded["grade"].capitalize()
                key = grades.key(shown)
                found.append(
                    Heading(
                        label[1], printed(reading.text, among), shown, key, among[0].start, line.end, index, last + 1
                    )
                )
    return found


def _numbered(judgement: Judgement, text: str) -> Judgement:
    """A judgement with the number that was printed beside the grade; none is supplied."""
    spans = []
    for span in judgement.evidence:
        behind = _NUMBER_BEHIND.match(text, span.end) if span.quote.endswith("Grade") else None
        end = behind.end() if behind else span.end
        spans.append(replace(span, end=end, quote=text[span.start : end]))
    numbers = {int(found[1]) for span in spans for found in _NUMBER.finditer(span.quote)}
    number = numbers.pop() if len(numbers) == 1 else None
    return replace(judgement, grade=judgement.grade.split()[0], number=number, evidence=spans)
