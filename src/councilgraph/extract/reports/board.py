"""Reviews of Local Safeguarding Children Boards: bound into a council's report, or a report of their own.

A review is an inspection by itself, of the board: its grade, recommendations and findings are never the council's.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from councilgraph.extract.grades import scale
from councilgraph.extract.labels import letters
from councilgraph.extract.pages import Reading, read
from councilgraph.extract.reports import kinds
from councilgraph.extract.reports.frontpage import Stretch, read_front_page
from councilgraph.extract.reports.opening import open_inspection
from councilgraph.extract.reports.overall import GradeSentence, read_grade_sentences
from councilgraph.extract.reports.points import find
from councilgraph.extract.reports.sections import Body, read_body
from councilgraph.extract.reports.team import read_team
from councilgraph.extract.words import load
from councilgraph.model import Document, Inspection, Judgement, Problem, Record

_FIRST_YEAR = "2013"
_VISIT = "lscb-review"
_WORDS = load("sif")["board"]
_LINKS = load("sif")["overall"]["links"]
_SECTIONS = load("sif")["sections"]
_BOARD = re.compile(r"\s*\b(?:Local\s+)?Safeguarding\s+Children\s+Board\b.*", re.IGNORECASE | re.DOTALL)
_MOST_LINES = 8
_TITLE_LINES = 20


def recognises(text: str) -> bool:
    """Whether a text's title is that of such a review alone."""
    return kinds.is_of(text, _VISIT)


def extract(document: Document) -> Record:
    """What a review of a board alone says; none of it is about the council."""
    reading = read(document.text or "")
    record = Record(document=replace(document, genre="inspection-report"))
    front = read_front_page(reading, _WORDS["title"])
    name = front.council
    board = _BOARD.search(reading.text, name.start, name.end) if name else None
    if name and board and board.start() > name.start:
        place = Stretch(reading.words(name.start, board.start()), name.start, board.start())
        front = replace(front, council=place)
    review = open_inspection(record, reading, front, "sif", _FIRST_YEAR)
    review.body = name.words if name and board else _WORDS["name"]
    review.visit_type, review.visit_type_basis = _VISIT, "explicit"
    record.inspections.append(review)
    start = next((index for index, line in enumerate(reading.lines) if line.page > 1), len(reading.lines))
    body = read_body(reading, _SECTIONS, start, [], "narrative")
    _judge(record, reading, review, _sentences(reading, 0, start + _MOST_LINES))
    record.findings, gaps = find(reading, body, start, lambda _: review.id)
    record.problems += gaps
    record.people += read_team(reading, review)
    return record


def open_review(record: Record, reading: Reading, inspection: Inspection, body: Body) -> Inspection | None:
    """The review bound into a report, with its judgement; None where the title names none and no section is about it."""
    title = kinds.pattern(_VISIT).search(reading.text, 0, reading.lines[min(_TITLE_LINES, len(reading.lines)) - 1].end)
    half = next((section for section in body.sections if section.kind == "board"), None)
    if title is None and half is None:
        return None
    stated = [span for span in inspection.evidence if span.supports in ("council", "start", "end", "published")]
    review = replace(
        inspection,
        id="i2",
        body=_WORDS["name"],
        visit_type=_VISIT,
        visit_type_basis="explicit",
        lead_inspectors=[],
        evidence=stated + (reading.evidence(*title.span(), supports="visit_type") if title else []),
    )
    first_page = sum(line.page == 1 for line in reading.lines)
    said = _sentences(reading, 0, first_page)
    said += _sentences(reading, half.first, min(half.first + _MOST_LINES, half.last)) if half else []
    _judge(record, reading, review, said)
    record.inspections.append(review)
    return review


def _sentences(reading: Reading, first: int, last: int) -> list[GradeSentence]:
    """The sentences between two lines that grade the board."""
    openings: Sequence[str] = _WORDS["labels"] + _WORDS["arrangements"]
    return read_grade_sentences(reading, first, last, openings, _LINKS, scale("social-care"))


def _judge(record: Record, reading: Reading, review: Inspection, said: Sequence[GradeSentence]) -> None:
    """The board's judgement, where all sentences that give it agree; otherwise what is wrong, to the record."""
    if not said:
        record.problems.append(Problem("grade-missing", "the report gives no grade of the board that could be read"))
        return
    first = said[0]
    spans = [span for sentence in said for span in reading.evidence(sentence.start, sentence.end)]
    if len({sentence.key for sentence in said}) > 1:
        words = f"the board is graded “{first.grade}” and “{said[-1].grade}”"
        record.problems.append(Problem("table-heading-disagree", words, reading.page_at(said[-1].start)))
        spans = reading.evidence(first.start, first.end)
    named = letters(first.opening) not in map(letters, _WORDS["arrangements"])
    area = first.opening.replace("Board LSCB", "Board") if named else _WORDS["area"]
    record.judgements.append(Judgement(review.id, area, first.grade, evidence=spans[:3]))
