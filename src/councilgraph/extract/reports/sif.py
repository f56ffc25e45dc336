"""Reports under the single inspection framework (SIF), 2013 to 2018: inspections and re-inspections.

Five numbered grades stand on the first page; the overall judgement is a sentence above them. The body comes in three
layouts: paragraphs numbered through all sections (to mid 2014), the same with summaries by area (to mid 2015), and
recommendations before the findings of each area. Where a review of the Local Safeguarding Children Board is bound in, its
grade, its recommendations and its findings belong to a second inspection, of the board.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from councilgraph.extract.grades import scale
from councilgraph.extract.pages import Reading, read
from councilgraph.extract.reports import kinds
from councilgraph.extract.reports.areas import areas
from councilgraph.extract.reports.board import open_review
from councilgraph.extract.reports.figures import read_figures
from councilgraph.extract.reports.frontpage import read_front_page
from councilgraph.extract.reports.headings import read_headings
from councilgraph.extract.reports.judgements import judge
from councilgraph.extract.reports.opening import open_inspection
from councilgraph.extract.reports.overall import GradeSentence, read_grade_sentences
from councilgraph.extract.reports.points import find
from councilgraph.extract.reports.previous import add_earlier
from councilgraph.extract.reports.sections import CONTENTS, Body, Section, read_body
from councilgraph.extract.reports.table import read_table
from councilgraph.extract.reports.team import read_team
from councilgraph.extract.words import load
from councilgraph.model import Document, Inspection, Judgement, Problem, Record

_WORDS = load("sif")
_FIRST_YEAR = "2013"
_KINDS = ("reinspection", "sif")
_OVERALL = "The overall judgement"
_FRONT_LINES, _TITLE = 40, 800
_GRADED = list(dict.fromkeys(service for area in _WORDS["areas"].values() for service in area["covers"]))
_AGAIN = re.compile(r"This\s+(?:is|was)\s+a\s+re-?inspection\s+of\b")


def recognises(text: str) -> bool:
    """Whether a text's title is that of such a report."""
    return kinds.is_of(text, *_KINDS)


def extract(document: Document) -> Record:
    """What such a report says of the council and, apart from it, of the board."""
    reading = read(document.text or "")
    record = Record(document=replace(document, genre="inspection-report"))
    grades, known, words = scale("social-care"), areas("sif"), _WORDS["headings"]
    table = read_table(reading, known, grades, words["table"])
    first = table.first if table else None
    front = read_front_page(reading, _WORDS["title"], first)
    inspection = open_inspection(record, reading, front, "sif", _FIRST_YEAR)
    record.inspections.append(inspection)
    _visit(inspection, reading)
    start = table.last if table else 0
    headings = read_headings(reading, known, grades, words["links"], start, len(reading.lines))
    body = read_body(reading, _WORDS["sections"], start, headings, "narrative")
    overall = read_grade_sentences(
        reading, 0, first or _FRONT_LINES, _WORDS["overall"]["openings"], _WORDS["overall"]["links"], grades
    )
    _overall(record, reading, inspection, overall)
    judgements, doubts = judge(inspection.id, reading, table, body.headings, _GRADED)
    record.judgements += judgements
    record.problems += doubts
    review = open_review(record, reading, inspection, body)
    record.findings, gaps = find(reading, body, start, _owners(inspection, review, body))
    record.problems += gaps
    record.people += read_team(reading, inspection)
    about_area = sorted(body.lines("other") - body.heading_lines)
    record.statistics += read_figures(reading, inspection, about_area)
    add_earlier(record, reading, inspection, _of_council(body, start, len(reading.lines)))
    return record


def _visit(inspection: Inspection, reading: Reading) -> None:
    """A re-inspection by its title, or because the report says that it is one."""
    found = (
        kinds.pattern("reinspection").search(reading.text, 0, reading.lines[0].end + _TITLE) if reading.lines else None
    )
    found = found or _AGAIN.search(reading.text)
    inspection.visit_type = "reinspection" if found else "single-inspection"
    inspection.visit_type_basis = "explicit" if found else "derived"
    if found:
        inspection.evidence += reading.evidence(*found.span(), supports="visit_type")


def _overall(record: Record, reading: Reading, inspection: Inspection, said: Sequence[GradeSentence]) -> None:
    """The overall judgement, from its sentence on the first page."""
    if len({sentence.key for sentence in said}) != 1:
        words = "gives two overall grades" if said else "has no overall judgement that could be read"
        record.problems.append(Problem("grade-missing", f"the first page {words}", 1))
        return
    sentence = said[0]
    area = _OVERALL if sentence.opening.casefold().startswith("the overall") else sentence.opening
    spans = reading.evidence(sentence.start, sentence.end)
    record.judgements.append(Judgement(inspection.id, area, sentence.grade, evidence=spans))


def _of_council(body: Body, start: int, end: int) -> list[int]:
    """The lines that tell of the council: neither of the board, nor of what grades mean."""
    half = next((section.first for section in body.sections if section.kind == "board"), end)
    silent = body.lines(CONTENTS, "ending") | body.heading_lines
    return [line for line in range(start, half) if line not in silent]


def _owners(inspection: Inspection, review: Inspection | None, body: Body) -> Callable[[Section], str | None]:
    """Whose a section is: the board's from the heading of its half on, the council's before."""
    half = next((section.first for section in body.sections if section.kind == "board"), None)

    def owner(section: Section) -> str | None:
        if half is None or section.first < half:
            return inspection.id
        return review.id if review else None

    return owner
